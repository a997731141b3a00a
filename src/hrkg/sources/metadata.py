"""What an article's own top lines say for certain: headline, day of publication, authors.

Better nothing than a guess: a line counts only where it can hardly be anything else.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from hrkg import lexicons
from hrkg.model import Metadata, Span
from hrkg.sources import dates
from hrkg.sources.paragraphs import Paragraph, paragraphs

_TOP = 12
"""Paragraphs from the first among which headline, byline and date stand."""
_LONGEST = 300
"""Characters of such a line."""
_HEADLINE = range(4, 21)
"""Words of a headline."""
_NAME = re.compile(r"(?:[a-z]{1,3}['’-])?[^\W\d_a-zß-öø-ÿ][\w'’.-]*")
_AND = re.compile(r"\s+(?:and|&)\s+")
_BAR = re.compile(r"\s*\|\s*")


def complete(known: Metadata, text: str, content: Sequence[Span]) -> Metadata:
    """`known` with what it lacks and the content's top lines say for certain."""
    found = [p for stretch in content for p in paragraphs(stretch.of(text))]
    top: list[Paragraph] = []
    for paragraph in found[:_TOP]:
        if paragraph.reports:
            break
        if len(paragraph.text) <= _LONGEST:
            top.append(paragraph)
    reports = any(p.reports for p in found)
    return replace(
        known,
        headline=known.headline or (_headline(top) if reports else None),
        published=known.published or _published(top, found),
        authors=known.authors or _authors(top),
    )


def _headline(top: Sequence[Paragraph]) -> str | None:
    """The first heading in sentence case; else the only one in title case that is too long to be a name."""
    headings = [p for p in top if _may_be_headline(p)]
    plain = [p for p in headings if _in_sentence_case(p)]
    if plain:
        return _clean(plain[0])
    long = [p for p in headings if p.words >= _NAME_LIMIT]
    return _clean(long[0]) if len(headings) == len(long) == 1 else None


_NAME_LIMIT = 7
"""Words from which a heading in title case is taken for a headline and not for the name of an office."""


def _may_be_headline(paragraph: Paragraph) -> bool:
    text = paragraph.text.lstrip("# ")
    return (
        paragraph.words in _HEADLINE
        and not text.endswith((".", ":", ";", ","))
        and (text[:1] in "\"'“‘¿¡" or text[:1].isupper() or text[:1].isdigit())
        and _BAR.search(text) is None
        and not any(dates.on_line(part) for part in (text, *re.split(r"\s[-–—]\s", text)))
        and not names_in_byline(text)
        and re.match(r"(?:by|from)\s(?:\S+\s){1,4}in\s[A-Z]", text, re.IGNORECASE) is None
    )


def _in_sentence_case(paragraph: Paragraph) -> bool:
    """Whether at least two words of four letters or more are small, as in a sentence and not as in a name."""
    return sum(word.isalpha() and word.islower() and len(word) >= 4 for word in paragraph.text.split()) >= 2


def _clean(paragraph: Paragraph) -> str:
    return " ".join(paragraph.text.lstrip("# ").split())


def _published(top: Sequence[Paragraph], found: Sequence[Paragraph]) -> str | None:
    """The one day that a line at the top holds, unless dated lines run through the text as in a chronicle."""
    parts = [part for p in top if p.words <= 20 for part in _BAR.split(p.text)]
    labelled = {
        d
        for part in parts
        if re.match(r"(?:first )?published|posted", part, re.IGNORECASE)
        for d in (dates.on_line(part),)
        if d
    }
    plain = {d for part in parts for d in (dates.on_line(part),) if d}
    below = {d for p in found[len(top) :] if p.words <= 8 for d in (dates.on_line(p.text),) if d}
    begin = next((p.text for p in found if p.reports), "")
    days = labelled or plain or {d for d in (dates.in_dateline(begin),) if d}
    if len(days) != 1 or (not labelled and len(below - days) > 0):
        return None
    return days.pop()


def _authors(top: Sequence[Paragraph]) -> tuple[str, ...]:
    """The names in the one byline at the top."""
    found = {names for p in top for part in _BAR.split(p.text) for names in (names_in_byline(part),) if names}
    return found.pop() if len(found) == 1 else ()


def names_in_byline(line: str) -> tuple[str, ...]:
    """The people named in a line `By …`; none where a part of it may be no person."""
    start = re.match(r"(?:by|BY|By|Written by|Reported by):?\s+", line)
    if start is None or len(line.split()) > 20:
        return ()
    chunks = _AND.split(line[start.end() :].strip().rstrip("."))
    names: list[str] = []
    for number, chunk in enumerate(chunks):
        last = number == len(chunks) - 1
        parts = [part.strip() for part in chunk.split(",")]
        # After the last "and", and in a line without one, a comma begins a place or an office.
        names += parts[:1] if last else [part for part in parts if part]
    cut = [re.split(r"\s(?:in|at|for|from)\s", name)[0] for name in names]
    return tuple(cut) if cut and all(is_name(name) for name in cut) else ()


def is_name(name: str) -> bool:
    """Whether `name` is built like a person's: two to five words, capitals but for particles, none of an office."""
    words = name.split()
    if not 2 <= len(words) <= 5:
        return False
    kinds = lexicons.mapping("byline", "word", "kind")
    if any(dates.is_weekday(word) for word in words):
        return False
    known = [kinds.get(word.lower().rstrip(".")) for word in words]
    if "office" in known or known[-1] == "particle":
        return False
    return all(
        kind == "particle" or _NAME.fullmatch(word) is not None
        for word, kind in zip(words, known, strict=True)
    )
