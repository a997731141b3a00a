"""What a web page states of its article in marks made for it: JSON-LD, meta elements, `time`.

Guesses (a date somewhere in the text or the address, a name near the top, the window's title) are left alone, and
where two marks contradict each other neither counts. Names of the meta elements: `data/lexicons/page-metadata.tsv`.

Source: schema.org `NewsArticle`, the Open Graph protocol, Dublin Core in HTML, Google Scholar's `citation_` names.
"""

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from hrkg import lexicons
from hrkg.model import Metadata
from hrkg.sources import dates
from hrkg.sources.manifest import is_web_address
from hrkg.sources.metadata import is_name, names_in_byline

_ARTICLE = re.compile(r"(?:\w*Article|\w*BlogPosting|Report)")
_DEEPEST = 12
"""Levels of JSON-LD looked into."""
_UNWRITABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters and halves of surrogate pairs, which escapes in JSON and HTML smuggle in."""


def read(tree: Any) -> Metadata:
    """What the page says for certain; None or empty where it is silent, unclear or contradicts itself."""
    node = _json_ld(tree)
    publisher = _one(_name(node.get("publisher")), *_meta(tree, "publisher"))
    return Metadata(
        url=_url(tree),
        headline=_headline(tree, node, publisher),
        publisher=publisher,
        published=_published(tree, node),
        authors=_authors(tree, node, publisher),
        language=_language(tree),
    )


def _meta(tree: Any, field: str) -> list[str]:
    """Contents of the meta elements for `field`, by rank and then in the order of the page."""
    rows = [row for row in lexicons.rows("page-metadata") if row["field"] == field]
    ranks = {(row["attribute"], row["name"]): int(row["rank"]) for row in rows}
    found: list[tuple[int, str]] = []
    for element in tree.iter("meta"):
        content = _line(element.get("content") or "")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            rank = ranks.get((attribute, (element.get(attribute) or "").strip().lower()))
            if rank is not None and content:
                found.append((rank, content))
    return [content for _, content in sorted(found, key=lambda pair: pair[0])]


def _line(text: str) -> str:
    """`text` on one line, without what no line of text has."""
    return " ".join(_UNWRITABLE.sub("", text).split())


def _one(*values: str | None) -> str | None:
    """The first value that is there."""
    return next((value for value in values if value), None)


def _json_ld(tree: Any) -> Mapping[str, Any]:
    """The one article that the page's JSON-LD describes; empty where there is none or several."""
    found: list[Mapping[str, Any]] = []
    for element in tree.iter("script"):
        if (element.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            found += _articles(json.loads(element.text or ""), 0)
        except (ValueError, RecursionError):
            continue
    headlines = {str(node.get("headline") or node.get("name") or "") for node in found}
    return found[0] if len(headlines) == 1 else {}


def _articles(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _articles(item, depth + 1)
    elif isinstance(value, dict):
        types = value.get("@type")
        if any(
            isinstance(t, str) and _ARTICLE.fullmatch(t)
            for t in (types if isinstance(types, list) else [types])
        ):
            yield value
        else:
            for key in ("@graph", "mainEntity"):
                yield from _articles(value.get(key), depth + 1)


def _name(value: Any) -> str | None:
    """The name of a thing in JSON-LD, written as text or as a node."""
    if isinstance(value, list):
        value = value[0] if len(value) == 1 else None
    if isinstance(value, dict):
        value = value.get("name")
    return _line(value) or None if isinstance(value, str) else None


def _headline(tree: Any, node: Mapping[str, Any], publisher: str | None) -> str | None:
    found = _one(_name(node.get("headline")), *_meta(tree, "headline"))
    if found is None:
        titles = list(tree.iter("h1"))
        found = _line(titles[0].text_content()) if len(titles) == 1 else None
    if not found:
        return None
    if publisher:
        found = re.sub(rf"\s+[|–—-]\s+{re.escape(publisher)}$", "", found, flags=re.IGNORECASE)
    return found if 2 <= len(found.split()) <= 40 and found != publisher else None


def _published(tree: Any, node: Mapping[str, Any]) -> str | None:
    values = [_name(node.get("datePublished")), *_meta(tree, "published")]
    times = [e for e in tree.iter("time") if e.get("datetime")]
    marked = [e for e in times if e.get("itemprop") == "datePublished" or e.get("pubdate") is not None]
    values += [e.get("datetime") for e in marked]
    days = [day for value in values for day in (_day(value),) if day]
    if not days:
        days = sorted({day for e in times for day in (_day(e.get("datetime")),) if day})
        return days[0] if len(days) == 1 else None
    whole = [datetime.date.fromisoformat(day) for day in days if len(day) == 10]
    # Clocks in different zones put one moment on two days; more than that is a contradiction.
    if whole and (max(whole) - min(whole)).days > 1:
        return None
    return days[0]


def _day(value: str | None) -> str | None:
    """The ISO date at the begin of a timestamp, or an English date."""
    if not value:
        return None
    found = re.match(r"(\d{4})([-/])(\d{2})\2(\d{2})(?!\d)|(\d{4})(?:-(\d{2}))?\Z", value.strip())
    if found is None:
        return dates.on_line(value)
    iso = "-".join(part for part in found.group(1, 3, 4, 5, 6) if part)
    return iso if dates.is_iso(iso) else None


def _authors(tree: Any, node: Mapping[str, Any], publisher: str | None) -> tuple[str, ...]:
    value = node.get("author")
    named = [_name(item) for item in (value if isinstance(value, list) else [value])]
    given = [name for name in named if name] or _meta(tree, "author")
    found: list[str] = []
    for text in given:
        line = re.sub(r"^by\s+", "", text, flags=re.IGNORECASE)
        names = (
            tuple(part.strip() for part in line.split(";")) if ";" in line else names_in_byline(f"By {line}")
        )
        found += [name for name in names if is_name(name) and name != publisher and name not in found]
    return tuple(found)


def _url(tree: Any) -> str | None:
    links = {
        (e.get("href") or "").strip()
        for e in tree.iter("link")
        if "canonical" in (e.get("rel") or "").lower().split()
    }
    found = links.pop() if len(links) == 1 else _one(*_meta(tree, "url"))
    return found if found and is_web_address(found) else None


def _language(tree: Any) -> str | None:
    root = tree.getroottree().getroot()
    found = _one(root.get("lang"), root.get("xml:lang"), *_meta(tree, "language"))
    code = re.match(r"[a-z]{2}(?=$|[-_])", (found or "").strip().lower())
    return code.group() if code else None
