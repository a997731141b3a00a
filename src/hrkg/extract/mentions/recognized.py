"""Names that the language engine recognized, as candidates beside those of the rules."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from hrkg import lexicons
from hrkg.extract.mentions import organizations, places
from hrkg.extract.mentions import words as lists
from hrkg.extract.mentions.candidates import Candidate
from hrkg.extract.mentions.page import Page
from hrkg.model import Document, Kind

RANKS: Mapping[Kind, int] = MappingProxyType({"person": 45, "organization": 62, "place": 45})
"""Below what lists and telling words settle (towns, countries, bodies), above what the rules only guess."""
_KINDS: Mapping[str, Kind] = MappingProxyType({"PERSON": "person", "ORG": "organization", "PLACE": "place"})
_EDGES = frozenset({"'s", "'", ",", ".", "-", '"', "“", "”", "‘", "’", "(", ")"})
_INITIAL = re.compile(r"[A-Z]\.")
_NAMED_AFTER = 3
"""Words between somebody's name and the head of what is called after them, at most."""
_LETTERS = 3
"""Capitals that are an abbreviation rather than somebody's name."""
_AGREED = 0.6
"""Share of a name's readings in the article that must agree on its kind."""


def names(page: Page, document: Document) -> Iterator[Candidate]:
    """People, organizations and places among the names that `document.doc` carries.

    A name has one kind in an article, the one that most of its readings tell; where they disagree it has none. One word
    is a person only if it is part of a fuller name in the article, or is read so again and names no place or people.
    """
    read = list(_read(page, document))
    votes: dict[str, Counter[Kind]] = {}
    for start, stop, kind in read:
        votes.setdefault(page.slice(start, stop).casefold(), Counter())[kind] += 1
    parts = {
        page.words[i]
        for start, stop, kind in read
        if kind == "person" and stop - start > 1
        for i in range(start, stop)
    }
    located = {
        page.slice(start, stop).casefold()
        for start, stop, _ in read
        if start and page.lower[start - 1] in lists.cues("place-preposition")
    }
    for start, stop, _ in read:
        name = page.slice(start, stop).casefold()
        kind, count = min(votes[name].items(), key=lambda item: (-item[1], item[0]))
        if count < _AGREED * votes[name].total():
            continue
        words = page.words[start:stop]
        if (
            (kind == "person" and _somebody(words) and (words[0] in parts or _bears(words, count)))
            or (kind == "place" and _lies(words, name in located))
            or (kind == "organization" and _acts(words))
        ):
            yield _candidate(page, start, stop, kind)


def _somebody(words: list[str]) -> bool:
    """Whether a name that was read as a person's may be one: no count of a people ("Four Iranians"), no letters."""
    numbers = lexicons.mapping("cardinals", "word", "value")
    people = any(
        w in _peoples() or w.removesuffix("s") in lists.demonyms() for w in words[-1:] if w.endswith("s")
    )
    letters = len(words) == 1 and words[0].isupper() and len(words[0]) <= _LETTERS
    return not (letters or words[0].lower() in numbers or (people and len(words) > 1))


def _lies(words: list[str], located: bool) -> bool:
    """Whether a name that was read as a place may be one: listed, or told by "in" and the like, and no people's."""
    if places.is_place(words):
        return True
    people = any(w in lists.demonyms() or w in _peoples() for w in words)
    return located and not people and not " ".join(words).isupper()


def _acts(words: list[str]) -> bool:
    """Whether a name that was read as an organization may be one: of a kind, or of several words and no place."""
    if len(words) == 1 and words[0] in lexicons.words("org-heads"):
        return False  # "the Office": a noun for a body that has a name elsewhere
    if organizations.kind_of(words):
        return True
    return len(words) > 1 and not places.is_place(words) and words[-1][0].isupper()


@cache
def _peoples() -> frozenset[str]:
    """Names of peoples, one and many."""
    return lexicons.words("peoples", "singular") | lexicons.words("peoples", "plural")


def _bears(words: list[str], count: int) -> bool:
    """Whether somebody may be called so: by several words, or by one that was read as a name `count` times."""
    word = words[0]
    return len(words) > 1 or (count > 1 and not places.is_place([word]) and word not in lists.demonyms())


def completed(candidate: Candidate, names: Mapping[int, Candidate], page: Page) -> Candidate:
    """A person whom a rule found, with the end of the name where the engine read on ("Chow Man" of "Chow Man-kit").

    Args:
        candidate: of a rule.
        names: those of the engine, by where they start.
        page: of both.
    """
    if candidate.kind != "person":
        return candidate
    name = names.get(candidate.start)
    end = max(candidate.end, name.end if name and name.kind == "person" else 0)
    while _goes_on(page, end):
        end += 2
    return (
        replace(candidate, end=end, name=page.slice(candidate.start, end))
        if end > candidate.end
        else candidate
    )


def _read(page: Page, document: Document) -> Iterator[tuple[int, int, Kind]]:
    """The engine's names as positions on the page."""
    for entity in document.doc.ents:
        kind = _KINDS.get(entity.label_)
        start, stop = bisect_left(page.begin, entity.start_char), bisect_left(page.begin, entity.end_char)
        if kind is None or start >= stop or page.begin[start] != entity.start_char:
            continue
        line = page.lines[bisect_right(page.lines, start, key=lambda line: line.start) - 1]
        stop = min(stop, line.end)  # no name goes on in the next sentence
        start, stop = _trimmed(page, start, stop, kind)
        if kind == "person" and (end := _institution(page, start, stop)):
            stop, kind = end, "organization"
        if start < stop and any(page.capital[start:stop]):
            yield start, stop, kind


def _trimmed(page: Page, start: int, stop: int, kind: Kind) -> tuple[int, int]:
    """Without what belongs to no name: articles, titles, possessive endings, stray marks."""
    while start < stop and (page.lower[start] in ("the", "a", "an") or page.words[start] in _EDGES):
        start += 1
    while start < stop and page.words[stop - 1] in _EDGES:
        stop -= 1
    if kind == "person":
        while _goes_on(page, stop):
            stop += 2
        while stop < len(page.words) and page.dependency[stop] == "flat" and _part_of_name(page, stop):
            stop += 1
        while start and _INITIAL.fullmatch(page.words[start - 1]) and page.lower[start - 1] != "i.":
            start -= 1
        while stop - start > 1 and page.words[stop - 1] in lists.cues("honorific-after"):
            stop -= 1
        while (title := lists.honorifics().at(page.words, start, stop)) and title[0] < stop:
            start = title[0]
    return start, stop


def _part_of_name(page: Page, i: int) -> bool:
    """Whether the parse reads on in a name ("Lưu Thị Mận") where the engine's names break off."""
    return page.tag[i] == "PROPN" and page.capital[i] and page.words[i].isalpha()


def _institution(page: Page, start: int, stop: int) -> int:
    """Where the name of a body that is called after somebody ends ("Tin Hlaing Memorial Library"); 0 if none does."""
    for end in range(min(len(page.words), stop + _NAMED_AFTER), stop - 1, -1):
        inner = page.words[stop:end]
        named = end - start > 1 and all(w[0].isupper() and w.isalpha() for w in inner)
        if named and page.words[end - 1] in _institutions():
            return end
    return 0


@cache
def _institutions() -> frozenset[str]:
    """Heads of bodies that are called after people."""
    kinds = {"education", "ngo", "court", "media", "research"}
    rows = lexicons.rows("org-heads")
    return frozenset(r["word"] for r in rows if r["kind"] in kinds) | lists.cues("institution")


def _goes_on(page: Page, stop: int) -> bool:
    """Whether a hyphen ties the next word to a person's name ("Chih-hao"), and does not make an adjective of it."""
    tied = (
        stop + 1 < len(page.words) and page.words[stop] == "-" and page.glued(stop) and page.glued(stop + 1)
    )
    return (
        tied and page.words[stop + 1].isalpha() and page.lower[stop + 1] not in lists.cues("compound-suffix")
    )


def _candidate(page: Page, start: int, stop: int, kind: Kind) -> Candidate:
    name, rank = page.slice(start, stop), RANKS[kind]
    if kind == "organization":
        return Candidate(start, stop, rank, kind, name, code=organizations.kind_of(page.words[start:stop]))
    if kind == "place":
        known = places.known().at(page.words, start, stop)
        if known and known[0] == stop:
            return Candidate(start, stop, rank, kind, name, code=known[1].code, key=known[1].key)
        return Candidate(start, stop, rank, kind, name, code=places.kind_of(page.words[start:stop]))
    return Candidate(start, stop, rank, kind, name)
