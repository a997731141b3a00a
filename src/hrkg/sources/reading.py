"""Read one source into an `Article`, or say in one sentence why it cannot be used."""

import hashlib
import re
from dataclasses import replace

from hrkg.errors import ArticleError
from hrkg.model import Article, Metadata
from hrkg.sources import decoding, furniture, languages, metadata, page
from hrkg.sources.files import STDIN, Source, printable

_TEXT = "text"


def read(source: Source, *, limit: int = decoding.LIMIT) -> Article:
    """The article in `source`: its text as read, furniture included, with the stretches that are content.

    Metadata comes from the manifest, then from what a web page says of itself, then from the top lines of the text.

    Args:
        source: one of those that `find` found.
        limit: most bytes that it may have.

    Raises:
        ArticleError: it cannot be read, is too large or too long, is not text in UTF-8 or not so named, is in another
            language than English, or holds no article.
    """
    name = "standard input" if source.name == STDIN else printable(source.name)
    if any("\ud800" <= c <= "\udfff" for c in source.name):
        raise ArticleError(
            f"{name}: the name of the file is not UTF-8, so no graph could tell it: rename the file"
        )
    data = _bytes(source, name, limit)
    known = source.row or Metadata()
    is_page = decoding.is_page(data, source.name)
    text = decoding.decode(data, name, page=is_page)
    rendering = _TEXT
    if is_page:
        text, said, rendering = page.render(text, name)
        known = page.complete(known, said)
    if len(text) > decoding.LENGTH:
        raise ArticleError(
            f"{name} holds more than {decoding.LENGTH:,} characters of text: save the article alone, or split the file"
        )
    content = furniture.content(text, known)
    if not any(re.search(r"\w", stretch.of(text)) for stretch in content):
        raise ArticleError(
            f"{name} holds no article, only what surrounds one on a page: save the article again"
        )
    words = "\n".join(stretch.of(text) for stretch in content)
    by_hand = source.row.language if source.row else None
    languages.require_english(words, name, manifest=by_hand, page=known.language)
    if known.language is not None:
        # What has come so far is English; a page that says otherwise has its template's language.
        known = replace(known, language=languages.ENGLISH)
    return Article(
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        source_file=source.name,
        metadata=metadata.complete(known, text, content),
        content=content,
        rendering=rendering,
    )


def _bytes(source: Source, name: str, limit: int) -> bytes:
    """The source's bytes, never more than `limit` of them."""
    data = source.data
    if data is None:
        if source.path is None:
            raise ArticleError(f"{name} has neither a file nor data: name a file")
        try:
            with source.path.open("rb") as file:
                data = file.read(limit + 1)
        except OSError as error:
            raise ArticleError(
                f"{name} cannot be read ({error.strerror}): check the file and its permissions"
            ) from error
    if len(data) > limit:
        raise ArticleError(
            f"{name} is larger than {limit:,} bytes: save the article alone, or split the file"
        )
    return data
