"""Ways of reading a `Document` that several extractors share: tokens of spans, mentions of sentences, phrases."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from hrkg import lexicons
from hrkg.model import Document, Mention, Reference, Span, TextSentence


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `doc[start:end]` that an entry of a word list matches."""

    start: int
    end: int
    row: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention and its tokens `doc[start:end]`."""

    mention: Mention
    start: int
    end: int


def tokens(doc: Doc, span: Span) -> tuple[int, int]:
    """First token and one past the last token that a span touches."""
    found = doc.char_span(span.begin, span.end, alignment_mode="expand")
    if found is None:
        raise ValueError(f"no token at {span.begin}:{span.end}")
    return found.start, found.end


def span(doc: Doc, start: int, end: int) -> Span:
    """Characters of the tokens `doc[start:end]`, white space at the edges left out."""
    while end - start > 1 and doc[end - 1].is_space:
        end -= 1
    while end - start > 1 and doc[start].is_space:
        start += 1
    last = doc[end - 1]
    return Span(doc[start].idx, last.idx + len(last.text))


def placed(document: Document, sentence: TextSentence) -> list[Placed]:
    """The mentions inside a sentence, from left to right, the longer first where two begin together."""
    first = bisect_left(document.mentions, sentence.span.begin, key=lambda m: m.span.begin)
    last = bisect_left(document.mentions, sentence.span.end, key=lambda m: m.span.begin)
    inside = (m for m in document.mentions[first:last] if sentence.span.covers(m.span))
    return [Placed(m, *tokens(document.doc, m.span)) for m in inside]


@cache
def _index(name: str, column: str) -> Mapping[str, tuple[tuple[tuple[str, ...], Mapping[str, str]], ...]]:
    """First word → (all words, row), longest first."""
    index: dict[str, list[tuple[tuple[str, ...], Mapping[str, str]]]] = {}
    for row in lexicons.rows(name):
        words = tuple(row[column].lower().split(" "))
        index.setdefault(words[0], []).append((words, row))
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in index.items()}


def phrases(doc: Doc, start: int, end: int, name: str, column: str = "word") -> Iterator[Phrase]:
    """Entries of the word list `name` in `doc[start:end]`, case ignored, longest match first, none overlapping.

    An entry's words are separated by single spaces as the tokenizer separates them (`sit - in`, `U.S.`).
    """
    index = _index(name, column)
    i = start
    while i < end:
        step = 1
        for words, row in index.get(doc[i].lower_, ()):
            if i + len(words) <= end and all(doc[i + k].lower_ == w for k, w in enumerate(words)):
                yield Phrase(i, i + len(words), row)
                step = len(words)
                break
        i += step


_BODIES = frozenset({"government", "security", "court"})
"""Kinds of bodies that a text need not name to tell which is meant ("police"); "the group" must be tied to a name."""


def usable(document: Document) -> frozenset[Span]:
    """Spans of mentions that a record may point at: names, unnamed groups and state bodies, and what is tied to one."""
    found = {m.span for m in document.of(Mention) if m.form == "name" or _unnamed(m)}
    ties = [(r.mention, r.antecedent) for r in document.of(Reference)]
    grown = True
    while grown:
        more = {a for a, b in ties if b in found and a not in found}
        grown = bool(more)
        found |= more
    return frozenset(found)


def _unnamed(mention: Mention) -> bool:
    return mention.form == "nominal" and (mention.kind == "group" or mention.code in _BODIES)


def names(document: Document) -> Mapping[Span, str]:
    """For every mention, the name of what it stands for: its own, or that of the mention it is tied to."""
    found = {m.span: m.name for m in document.of(Mention)}
    ties = {r.mention: r.antecedent for r in document.of(Reference)}
    resolved: dict[Span, str] = {}
    for at in found:
        seen = {at}
        end = at
        while (to := ties.get(end)) and to not in seen:
            seen.add(to)
            end = to
        resolved[at] = found.get(end, found[at])
    return resolved
