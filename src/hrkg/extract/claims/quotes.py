"""Quotations: stretches between quotation marks, straight or curly; nested ones stay inside the outer."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from hrkg.model import Document, Span

_OPENING = "“«„"
_CLOSING = "”»"
_SINGLE = {"‘": "’", "'": "'"}
_ENDS = ",.!?…"
_SCARE = 3
"""Quotations of so many words are terms, not utterances."""


@dataclass(frozen=True, slots=True)
class Quote:
    """One stretch of quoted words within one paragraph."""

    inner: Span
    """The words, without their marks."""
    outer: Span
    """With their marks."""
    paragraph: int
    continued: bool
    """It goes on with the quotation that the paragraph before left open."""
    whole: bool
    """An utterance by itself, not a few words inside the author's sentence."""


def quotes(document: Document) -> tuple[Quote, ...]:
    """All quotations of the content longer than a term, in order."""
    found: list[Quote] = []
    open_before = False
    doubles = any(mark in document.text for mark in '"“„«')
    for number, sentences in groupby(document.sentences, key=lambda s: s.paragraph):
        spans = [s.span for s in sentences]
        paragraph = spans[0].hull(spans[-1])
        stretches = list(_double(document.text, paragraph) if doubles else _single(document.text, paragraph))
        still_open = False
        for inner, outer, closed in stretches:
            begins = outer.begin == paragraph.begin
            quote = _quote(document.text, inner, outer, number, open_before and begins)
            open_before = False
            if closed:
                found.append(quote)
            elif begins or quote.whole:
                found.append(quote)
                still_open = True
        open_before = still_open
    return tuple(q for q in found if len(q.inner.of(document.text).split()) > _SCARE)


def _quote(text: str, inner: Span, outer: Span, paragraph: int, continued: bool) -> Quote:
    words = inner.of(text)
    starts = words.lstrip("‘'[(…")[:1]
    before = text[: outer.begin].rstrip()[-1:]
    ends = words.rstrip("’')]")[-1:] in _ENDS
    whole = (
        continued
        or ((starts.isupper() or starts.isdigit()) and (ends or before in (",", ":", "")))
        or ((ends and words.rstrip()[-1:] == ",") or (ends and before in (",", ":")))
    )
    return Quote(inner, outer, paragraph, continued, whole and len(words.split()) > _SCARE)


def _trim(text: str, begin: int, end: int) -> Span | None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    return Span(begin, end) if begin < end else None


def _double(text: str, paragraph: Span) -> Iterator[tuple[Span, Span, bool]]:
    """Stretches between double marks, with their marks, and whether they were closed in the paragraph."""
    opened: int | None = None
    depth = 0
    for i in range(paragraph.begin, paragraph.end):
        mark = text[i]
        if mark == '"':
            mark = "”" if opened is not None else "“"
        if mark in _OPENING:
            if opened is None:
                opened, depth = i, 1
            else:
                depth += 1
        elif mark in _CLOSING and opened is not None:
            depth -= 1
            if depth == 0:
                if inner := _trim(text, opened + 1, i):
                    yield inner, Span(opened, i + 1), True
                opened = None
    if opened is not None and (inner := _trim(text, opened + 1, paragraph.end)):
        yield inner, Span(opened, paragraph.end), False


def _single(text: str, paragraph: Span) -> Iterator[tuple[Span, Span, bool]]:
    """Stretches between single marks, where a text uses no double ones; apostrophes do not close."""
    i = paragraph.begin
    while i < paragraph.end:
        closing = _SINGLE.get(text[i])
        if closing and (i == paragraph.begin or text[i - 1] in " \n([—–") and text[i + 1 : i + 2].isupper():
            end = next(
                (k for k in range(i + 1, paragraph.end) if text[k] == closing and text[k - 1] in _ENDS), None
            )
            if end is not None and (inner := _trim(text, i + 1, end)):
                yield inner, Span(i, end + 1), True
                i = end
        i += 1
