"""Variants of training records: other names, other letter case, other quotation marks, invented sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from random import Random

from hrkg.language.engine.names import spans

from .corpus import Record, lexicon
from .names_generator import NameGenerator

_SLOT = re.compile(r"\{(\w+?)(\d?)\}$")
_TYPES = {
    "person": "PERSON",
    "short": "PERSON",
    "given": "PERSON",
    "org": "ORG",
    "acronym": "ORG",
    "brand": "ORG",
    "place": "LOC",
    "event": "EVENT",
    "dateline": "LOC",
    "coined": "ORG",
    "demonym": "NORP",
    "foreign": "ORG",
    "mononym": "PERSON",
    "initialed": "PERSON",
    "nicknamed": "PERSON",
    "longname": "PERSON",
    "surnamed": "PERSON",
    "namesakeplace": "LOC",
    "namesakeorg": "ORG",
}
_OF_PEOPLE = {
    "foreign": "foreign",
    "mononym": "mononym",
    "initialed": "initialed",
    "nicknamed": "nicknamed",
    "longname": "long",
    "surnamed": "surnamed",
}  # slots that the name generator's method of this name fills
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
        "after",
        "over",
    ]
)
_CURLY = {'"': "“”", "'": "‘’", "``": "““", "''": "””"}


@dataclass(frozen=True)
class Rates:
    """How often each variant is drawn, as probabilities."""

    swap: float
    pool: float
    upper: float
    lower: float
    title: float
    quotes: float


class Augmenter:
    """Makes variants of records."""

    def __init__(self, rates: Rates, records: list[Record]) -> None:
        self.rates = rates
        self.names = NameGenerator()
        self.templates = [row["template"] for row in lexicon("templates")]
        self.demonyms = [row["form"] for row in lexicon("demonyms") if row["form"][:1].isupper()]
        self._pool: dict[tuple[str, int], list[tuple[str, ...]]] = defaultdict(list)
        for record in records:
            for begin, end, kind in spans(record.names or ()):
                self._pool[kind, end - begin].append(record.words[begin:end])

    def variant(self, record: Record, random: Random) -> Record:
        """Return a record changed at random, or as it is."""
        if record.names is not None:
            if random.random() < self.rates.swap:
                record = self.swapped(record, random, generated=True)
            elif random.random() < self.rates.pool:
                record = self.swapped(record, random, generated=False)
        if random.random() < self.rates.quotes:
            record = curly(record)
        return self.cased(record, random)

    def swapped(self, record: Record, random: Random, generated: bool) -> Record:
        """Put other names of the same type and length in place of the record's, the same for the same."""
        words = list(record.words)
        chosen: dict[tuple[str, ...], tuple[str, ...]] = {}
        for begin, end, kind in spans(record.names or ()):
            old = record.words[begin:end]
            if not all(w[:1].isupper() or not w[:1].isalpha() or w[:1] in "aebvd" for w in old) or (
                kind != "PERSON" and random.random() < 0.5
            ):
                continue
            if old not in chosen:
                new = self.names.fitting(kind, end - begin, random) if generated else None
                if new is None:
                    pool = self._pool.get((kind, end - begin))
                    new = random.choice(pool) if pool and not generated else old
                chosen[old] = tuple(new)
            words[begin:end] = chosen[old]
        return replace(record, words=tuple(words))

    def cased(self, record: Record, random: Random) -> Record:
        """Write a record in capitals, in lower case or as a headline."""
        roll = random.random()
        if roll < self.rates.upper:
            return replace(record, words=tuple(w.upper() for w in record.words))
        roll -= self.rates.upper
        if roll < self.rates.lower:
            return replace(record, words=tuple(w.lower() for w in record.words))
        roll -= self.rates.lower
        if roll < self.rates.title:
            return replace(
                record,
                words=tuple(
                    w if (i and w in _SMALL) or not w[:1].islower() else w[:1].upper() + w[1:]
                    for i, w in enumerate(record.words)
                ),
            )
        return record

    def invented(self, random: Random) -> Record:
        """Return one to three sentences made from the templates."""
        words: list[str] = []
        tags: list[str] = []
        cast = [self.names.person(random) for _ in range(4)]
        for _ in range(random.choice((1, 1, 2, 3))):
            used: dict[str, list[str]] = {}
            for part in random.choice(self.templates).split(" "):
                slot = _SLOT.match(part)
                if slot is None:
                    words.append(part)
                    tags.append("O")
                    continue
                kind, number = slot.group(1), int(slot.group(2) or 1)
                if part not in used:
                    used[part] = self._fill(kind, number, cast, random)
                name = used[part]
                label = _TYPES.get(kind)
                words += name
                tags += [f"{'B' if i == 0 else 'I'}-{label}" if label else "O" for i in range(len(name))]
        words[0] = words[0][:1].upper() + words[0][1:]
        return Record(tuple(words), tuple(tags), None, "templates")

    def _fill(
        self, kind: str, number: int, cast: list[tuple[list[str], list[str]]], random: Random
    ) -> list[str]:
        if kind == "person":
            return cast[number - 1][0]
        if kind == "short":
            return cast[number - 1][1]
        if kind == "given":
            return self.names.given(random)
        if kind == "place":
            real = self._pool.get(("LOC", random.choice((1, 1, 1, 2))))
            return list(random.choice(real)) if real and random.random() < 0.6 else self.names.place(random)
        if kind == "dateline":
            return [word.upper() for word in self._fill("place", number, cast, random)]
        if kind == "coined":  # a one-word name that could as well be a place's
            brand = self.names.pick("brand", random)
            return brand if len(brand) == 1 and random.random() < 0.3 else self.names.place(random)[:1]
        if kind == "demonym":
            return [random.choice(self.demonyms)]
        if kind == "org":
            real = self._pool.get(("ORG", random.choice((1, 2, 3, 4))))
            return (
                list(random.choice(real))
                if real and random.random() < 0.4
                else self.names.organization(random)
            )
        if kind == "acronym":
            return self.names.acronym(random)
        if kind.startswith("namesake"):
            return self.names.namesake(kind.removeprefix("namesake"), random)
        if kind in _OF_PEOPLE:
            drawn: list[str] = getattr(self.names, _OF_PEOPLE[kind])(random)
            return drawn
        if kind in ("n", "age"):
            return [str(random.randint(2, 30) if kind == "n" else random.randint(18, 85))]
        if kind == "year":
            return [str(random.randint(1985, 2026))]
        return self.names.pick(kind, random)


def curly(record: Record) -> Record:
    """Turn straight quotation marks and apostrophes into curly ones."""
    words: list[str] = []
    opened = False
    for word in record.words:
        if word in _CURLY:
            opened = not opened if word in ('"', "'") else word == "``"
            words.append(_CURLY[word][0 if opened else 1])
        else:
            words.append(word.replace("'", "’"))
    return replace(record, words=tuple(words))
