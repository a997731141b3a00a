"""Scores of a reading against the marks of an article: which names it finds, and which mentions it puts together.

Nothing here knows hrkg: a reading is spans. Words are compared without a leading "the" or "a".

**Names.** A name is right if its span and its kind are right.

**Links.** Of names and role nouns. An entity of the reading *belongs to* the chain that most of its marked names and
role nouns are of (the earlier on a tie). Of the entities that belong to a chain, the one with most of its mentions (the
earlier on a tie) is the chain's *home*. A chain of n mentions wants n - 1 links: all but the first name in its home.

- right: the mention stands in the home of its chain;
- wrong: it stands in an entity that belongs to another chain. So two people taken for one are wrong even where each is
  mentioned once;
- missed: it stands in no entity, or in another one that belongs to its chain. So a thing that falls into two entities
  loses the links of the lesser, and is not called wrong.

Precision is right / (right + wrong), recall right / all links wanted.

**Pronouns.** The same, but a pronoun never decides whom an entity belongs to, and every marked one is wanted. One that
is not marked, since it stands for nobody named or for several, is wrong in an entity that belongs to a chain; a marked
one in an entity that belongs to none is missed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from marked import Marked, Mention

Span = tuple[int, int]

DEV = tuple(f"n{number:02}" for number in range(1, 17))
"""Articles that were looked at while hrkg was built."""
TEST = tuple(f"n{number:02}" for number in range(17, 25))
"""Articles that were only ever scored."""
PARTS = {"dev": DEV, "test": TEST, "all": DEV + TEST}

KINDS = {"p": "person", "o": "organization", "l": "place"}
PRONOUN = "pronoun"
_LINKS = {"name": "link of a name", "role": "link of a role noun"}
MEASURES = {
    "people": ("person",),
    "organizations": ("organization",),
    "places": ("place",),
    "names": tuple(KINDS.values()),
    "links": tuple(_LINKS.values()),
    "links of names": (_LINKS["name"],),
    "links of role nouns": (_LINKS["role"],),
    "pronouns": (PRONOUN,),
}
"""What is told, and the judgments that each counts."""
_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)


class Reading(NamedTuple):
    """What was read in an article; spans are 0-based, half-open, in code points."""

    names: Mapping[Span, str]
    """The kind of each name."""
    entities: Sequence[Collection[Span]]
    """The mentions of each thing: names, role nouns and pronouns."""
    pronouns: Collection[Span] = ()
    """Those mentions that are pronouns."""


@dataclass(frozen=True, slots=True)
class Judgment:
    """One name, link or pronoun: was it found, was it wanted, and are the two the same?"""

    about: str
    span: Span
    words: str
    found: bool
    wanted: bool
    right: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were right, found and wanted."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        """In per cent; 100 where nothing was found."""
        return 100 * self.right / self.found if self.found else 100.0

    @property
    def recall(self) -> float:
        """In per cent; 100 where nothing was wanted."""
        return 100 * self.right / self.wanted if self.wanted else 100.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, in per cent."""
        both = self.found + self.wanted
        return 200 * self.right / both if both else 100.0


def tallies(judgments: Iterable[Judgment]) -> dict[str, Tally]:
    """Count judgments by measure."""
    counts: dict[str, list[int]] = {}
    for j in judgments:
        row = counts.setdefault(j.about, [0, 0, 0])
        for place, value in enumerate((j.right, j.found, j.wanted)):
            row[place] += value
    none = [0, 0, 0]
    return {
        measure: Tally(*(sum(column) for column in zip(*(counts.get(a, none) for a in about), strict=True)))
        for measure, about in MEASURES.items()
    }


def judge(article: Marked, reading: Reading) -> list[Judgment]:
    """Judge all names, links and pronouns of an article, in the order of the text."""
    judgments = [*_names(article, reading), *_ties(article, reading)]
    return sorted(judgments, key=lambda j: (j.span, j.about))


def bare(text: str, span: Span) -> Span:
    """A span without its leading "the" or "a"."""
    begin, end = span
    article = _ARTICLE.match(text, begin, end)
    return (article.end() if article else begin), end


def _names(article: Marked, reading: Reading) -> Iterable[Judgment]:
    text = article.text
    gold = {bare(text, m[:2]): KINDS[m.chain[0]] for m in article.mentions if m.form == "name"}
    found = {bare(text, span): kind for span, kind in reading.names.items()}
    for span in sorted({*gold, *found}):
        mine, theirs = gold.get(span), found.get(span)
        words = text[slice(*span)]
        if mine == theirs and mine:
            yield Judgment(mine, span, words, found=True, wanted=True, right=True)
            continue
        if theirs:
            note = f"is a {mine}" if mine else "no such name"
            yield Judgment(theirs, span, words, found=True, wanted=False, right=False, note=note)
        if mine:
            note = f"taken for a {theirs}" if theirs else ""
            yield Judgment(mine, span, words, found=False, wanted=True, right=False, note=note)


class _Ownership:
    """Which entity each span stands in, whose entity it is, and where each chain has its home."""

    def __init__(self, article: Marked, reading: Reading) -> None:
        text = article.text
        self.entity: dict[Span, int] = {}
        for number, spans in enumerate(reading.entities):
            for span in sorted(spans):
                self.entity.setdefault(bare(text, span), number)
        solid = [(m, bare(text, m[:2])) for m in article.mentions if m.form != "pron"]
        members: dict[int, Counter[str]] = {}
        for m, span in solid:
            if span in self.entity:
                members.setdefault(self.entity[span], Counter())[m.chain] += 1
        # most_common keeps the order of the text among equals, which is the order of the marks
        self.owner = {number: chains.most_common(1)[0][0] for number, chains in members.items()}
        homes: dict[str, Counter[int]] = {}
        for m, span in solid:
            number = self.entity.get(span, -1)
            if self.owner.get(number) == m.chain:
                homes.setdefault(m.chain, Counter())[number] += 1
        self.home = {chain: entities.most_common(1)[0][0] for chain, entities in homes.items()}
        self.first: dict[str, Mention] = {}
        for chain in article.chains():
            its = [(m, span) for m, span in solid if m.chain == chain]
            inside = [x for x in its if chain in self.home and self.entity.get(x[1]) == self.home[chain]]
            its = inside or its
            self.first[chain] = next((m for m, _ in its if m.form == "name"), its[0][0])


def _ties(article: Marked, reading: Reading) -> Iterable[Judgment]:
    text, owned = article.text, _Ownership(article, reading)
    first_words = {chain: text[m.begin : m.end] for chain, m in owned.first.items()}
    marks: set[Span] = set()
    for m in article.mentions:
        span = bare(text, m[:2])
        marks.add(span)
        about = PRONOUN if m.form == "pron" else _LINKS[m.form]
        words = f"{text[m.begin : m.end]} = {first_words[m.chain]}"
        first = owned.first[m.chain] == m
        number = owned.entity.get(span, -1)
        owner = owned.owner.get(number)
        if owner and owner != m.chain:
            note = f"tied to {first_words[owner]}"
            yield Judgment(about, span, words, found=True, wanted=not first, right=False, note=note)
        elif first:
            continue
        elif owner and number == owned.home[m.chain]:
            yield Judgment(about, span, words, found=True, wanted=True, right=True)
        else:
            note = "stands apart" if owner else "tied to what is not marked" if number >= 0 else ""
            yield Judgment(about, span, words, found=False, wanted=True, right=False, note=note)
    for span in sorted(reading.pronouns):
        owner = owned.owner.get(owned.entity.get(span, -1))
        if owner and span not in marks:
            note = f"tied to {first_words[owner]}"
            yield Judgment(
                PRONOUN, span, text[slice(*span)], found=True, wanted=False, right=False, note=note
            )
