"""Render a saved web page to text, deterministically and offline, and read what it says of itself."""

import logging
import re
from dataclasses import replace
from functools import cache
from typing import Any

from hrkg.errors import ArticleError
from hrkg.model import Metadata
from hrkg.sources import page_metadata

DEPTH = 200
"""Most nested elements: pages have some thirty, and past 255 the parser would silently cut."""
_DECLARES = re.compile(r"<!DOCTYPE[^<>\[]*\[", re.IGNORECASE)
_XML = re.compile(r"\A\s*<\?xml[^>]*\?>")


def render(text: str, name: str) -> tuple[str, Metadata, str]:
    """A page's article as text, one paragraph a line; what the page says of it; name and version of the renderer.

    Raises:
        ArticleError: the page declares entities, nests too deep, or has no article.
    """
    declares = _DECLARES.search(text)
    if declares:
        raise ArticleError(
            f"{name} declares entities of its own at offset {declares.start()}, which are not expanded: "
            "save the page as plain HTML"
        )
    trafilatura = _trafilatura()
    tree = trafilatura.utils.load_html(_XML.sub("", text))
    if tree is None:
        raise ArticleError(f"{name} is no web page that can be parsed: save it again, or as text")
    if _deeper(tree, DEPTH):
        raise ArticleError(f"{name} nests its elements deeper than {DEPTH}: save the article as text")
    said = page_metadata.read(tree)
    rendered = trafilatura.extract(
        tree,
        output_format="txt",
        fast=False,
        favor_precision=False,
        favor_recall=False,
        include_comments=False,
        include_tables=True,
        include_images=False,
        include_links=False,
        include_formatting=False,
        deduplicate=False,
        with_metadata=False,
    )
    if not rendered or not rendered.strip():
        raise ArticleError(
            f"{name} has no article text: save the page once it has loaded, or the article as text"
        )
    return str(rendered), said, f"trafilatura {trafilatura.__version__}"


def complete(known: Metadata, said: Metadata) -> Metadata:
    """`known` with what it lacks and the page says."""
    return replace(
        known,
        **{
            field: getattr(known, field) or getattr(said, field)
            for field in ("url", "headline", "publisher", "published", "authors", "language")
        },
    )


@cache
def _trafilatura() -> Any:
    # Imported late: it takes half a second, and text files do without.
    import trafilatura
    import trafilatura.utils

    # What it has to say of a page is said in our own errors; without a handler Python prints it.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    return trafilatura


def _deeper(tree: Any, limit: int) -> bool:
    """Whether elements nest deeper than `limit`; by a stack, since the page decides how deep it goes."""
    stack = [(tree, 1)]
    while stack:
        element, depth = stack.pop()
        if depth > limit:
            return True
        stack.extend((child, depth + 1) for child in element)
    return False
