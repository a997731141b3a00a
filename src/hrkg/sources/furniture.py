"""Tell an article from the page it was saved with: navigation, sharing, pleas, notices, boxes, credits.

The phrases are in `data/lexicons/furniture.tsv`. A paragraph that reports stays unless its phrase is one that no
reporting has (kind `strong`): a lost paragraph loses people, a kept button costs little.

Kinds of the list, each matched against the paragraph in small letters with `#` for numbers:

- `exact`: the whole paragraph;
- `notice`: how a short paragraph begins, sentence or not;
- `prefix`, `contains`: how it begins, or any part of it; a whole sentence must also speak to the reader or for
  the site;
- `strong`: any part, of a paragraph up to `_PLEA` words that quotes nobody;
- `tail-start`: how a short line begins after which only furniture follows, if indeed no reporting follows;
- `box-start`: how a short line begins over a note about the author or publisher that ends the page;
- `credit`, `credit-start`: any part, or the begin, of a closing sentence or bracket that credits a picture; the
  caption before it stays;
- `menu`: one entry of a line of links.

A phrase of one word starts a tail or a box only where it is the whole line.
"""

import re
from collections.abc import Sequence
from functools import cache

from hrkg import lexicons
from hrkg.model import Metadata, Span
from hrkg.sources import dates
from hrkg.sources.paragraphs import Paragraph, bare, fold, paragraphs

_SHORT = 25
"""Words up to which a paragraph may be furniture for a phrase that reporting could have too."""
_PLEA = 150
"""Words up to which a paragraph may be a plea or a notice; whole texts on one line are none."""
_LINE = 14
"""Words up to which a line may start the furniture at the end of a page."""
_BOX = 120
"""Words up to which what ends a page may be a note about its author or publisher."""
_CREDIT = 14
"""Words up to which a closing sentence or bracket may be a picture's credit."""
_MENU = 60
"""Words up to which a line may be one of links."""
_WIDE = 1000
"""Characters at a paragraph's end, or of a line, that are looked at for links and credits; more cost time."""
_TOP = 15
"""Paragraphs from the first in which a page may say its headline again."""
_SENTENCE = 6
"""Words from which a paragraph that ends in a full stop is taken for a sentence somebody wrote."""
_SEPARATOR = re.compile(r"\s+[|>»/·•]+\s+|\s{2,}|\s*\|\s*|\t")
_PART = re.compile(r"(?:^|(?<=[.!?])[\"'”’)]*\s+|\s(?=[(\[©])|\s\|\s)(?=\S)")
_FOR_SITE = re.compile(r"\b(?:you|your|yours|we|our|us|here)\b")


def content(text: str, metadata: Metadata) -> tuple[Span, ...]:
    """The stretches of `text` that are the article itself, ascending and apart; empty where all is furniture."""
    found = paragraphs(text)
    first = next((number for number, paragraph in enumerate(found) if paragraph.reports), None)
    end = len(found) if first is None else _tail(found, first, metadata)
    headline = fold(metadata.headline or "")
    above: set[str] = set()
    kept: list[tuple[int, Span]] = []
    for number, paragraph in enumerate(found[:end]):
        at_top = first is not None and number < min(first, _TOP)
        again = paragraph.folded in above and (at_top or paragraph.folded == headline)
        twice = number > 0 and paragraph.words >= _SENTENCE and paragraph.text == found[number - 1].text
        if again or twice or is_furniture(paragraph):
            continue
        if paragraph.words >= 4:
            above.add(paragraph.folded)
        span = _without_credit(paragraph)
        if span is not None:
            kept.append((number, span))
    return tuple(_stretches(kept, found))


def is_furniture(paragraph: Paragraph) -> bool:
    """Whether a paragraph by itself belongs to the page and not to the article."""
    text, padded = paragraph.bare, f" {paragraph.folded} "
    if not text or any(text in _phrases(kind) for kind in ("exact", "tail-start", "box-start")):
        return True
    if paragraph.quotes or paragraph.text[0] in _QUOTES:
        return False
    if paragraph.words <= _PLEA and _matcher("strong").search(padded):
        return True
    if paragraph.words <= _SHORT:
        if _matcher("notice").match(text):
            return True
        sentence = paragraph.closed and paragraph.words >= _SENTENCE
        if (_matcher("prefix").match(text) or _matcher("contains").search(padded)) and (
            not sentence or _FOR_SITE.search(padded)
        ):
            return True
    return _is_menu(paragraph)


_QUOTES = "\"'“‘«„"


@cache
def _phrases(kind: str) -> frozenset[str]:
    return frozenset(fold(row["pattern"]) for row in lexicons.rows("furniture") if row["kind"] == kind)


@cache
def _matcher(kind: str) -> re.Pattern[str]:
    """Any phrase of one kind, as whole words; of a kind that starts something, single words as whole lines."""
    alternatives = []
    for phrase in sorted(_phrases(kind), key=lambda p: (-len(p), p)):
        before = r"(?<!\w)" if phrase[0].isalnum() else ""
        after = r"(?!\w)" if phrase[-1].isalnum() else ""
        whole = r"\Z" if kind in {"tail-start", "box-start"} and " " not in phrase else ""
        alternatives.append(before + re.escape(phrase) + after + whole)
    return re.compile("|".join(alternatives))


def _starts(paragraph: Paragraph, kind: str) -> bool:
    """Whether a short line that is no sentence begins with a phrase of `kind`."""
    if paragraph.words > _LINE or paragraph.quotes or paragraph.text.endswith((".", "?")):
        return False
    return _matcher(kind).match(paragraph.bare) is not None


def _is_menu(paragraph: Paragraph) -> bool:
    """Whether it is a line of links: most entries are such as menus have, or it is a path that starts at home."""
    if paragraph.words > _MENU or len(paragraph.text) > _WIDE:
        return False
    entries = [part for part in _SEPARATOR.split(paragraph.text) if part.strip()]
    if len(entries) < 2 or any(len(entry.split()) > _LINE for entry in entries):
        return False
    if any(dates.on_line(entry) for entry in entries):
        return False
    if bare(entries[0]) == "home":
        return True
    known = sum(_is_link(bare(entry)) for entry in entries)
    return known == len(entries) or (known >= 2 and 2 * known >= len(entries))


def _is_link(entry: str) -> bool:
    return (
        entry in _phrases("menu")
        or entry in _phrases("exact")
        or any(_matcher(kind).match(entry) for kind in ("notice", "prefix", "tail-start"))
    )


def _tail(found: Sequence[Paragraph], first: int, metadata: Metadata) -> int:
    """Number of the paragraph from which on all is furniture, after the `first` that reports; at most all."""
    for number in range(first + 1, len(found)):
        paragraph, rest = found[number], found[number + 1 :]
        if _starts(paragraph, "tail-start") and not any(_stops_tail(p) for p in rest):
            return number
        if _starts(paragraph, "box-start") and _is_box(rest, ()):
            return number
        names = _names(metadata)
        if paragraph.bare.removeprefix("about ") in names and _is_box(rest, names):
            return number
    return len(found)


def _stops_tail(paragraph: Paragraph) -> bool:
    """Whether a paragraph may be the article's: a sentence that does not speak to the reader, or a list's entry."""
    if is_furniture(paragraph):
        return False
    sentence = paragraph.closed and paragraph.words >= 3 and not paragraph.addresses_reader
    return sentence or paragraph.reports or re.match(r"\d+[.)]\s", paragraph.text) is not None


def _names(metadata: Metadata) -> tuple[str, ...]:
    """Names of the article's own publisher and authors."""
    return tuple(bare(name) for name in (metadata.publisher or "", *metadata.authors) if name.strip())


def _is_box(rest: Sequence[Paragraph], names: Sequence[str]) -> bool:
    """Whether what is left is a short note that quotes nobody and, where `names` are given, begins with one."""
    own = [p for p in rest if not is_furniture(p)]
    if not own or len(own) > 3 or sum(p.words for p in own) > _BOX or any(p.quotes for p in own):
        return False
    return not names or own[0].bare.removeprefix("the ").startswith(
        tuple(n.removeprefix("the ") for n in names)
    )


def _without_credit(paragraph: Paragraph) -> Span | None:
    """The paragraph without a picture's credit at its end; None where it is nothing but a credit."""
    text, begin = paragraph.text, paragraph.span.begin
    starts = {m.end() for m in _PART.finditer(text, max(0, len(text) - _WIDE))} | {0}
    for start in sorted(starts, reverse=True):
        part = text[start:]
        if len(part.split()) > _CREDIT:
            break
        if _is_credit(part):
            before = text[:start].rstrip(" |\t\u00a0")
            return Span(begin, begin + len(before)) if before else None
    return paragraph.span


def _is_credit(part: str) -> bool:
    credit = fold(part).lstrip("([")
    if credit.startswith("© "):
        return True
    if part.endswith(".") and len(part.split()) > 8:
        return False
    return _matcher("credit-start").match(credit) is not None or (
        not part.endswith(".") and _matcher("credit").search(credit) is not None
    )


def _stretches(kept: Sequence[tuple[int, Span]], found: Sequence[Paragraph]) -> list[Span]:
    """Neighbouring paragraphs made one stretch."""
    stretches: list[Span] = []
    last = -2
    for number, span in kept:
        if number == last + 1 and stretches[-1].end == found[last].span.end:
            stretches[-1] = stretches[-1].hull(span)
        else:
            stretches.append(span)
        last = number
    return stretches
