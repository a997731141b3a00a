"""Invented names of people of many cultures, organizations, places, brands and events."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from .corpus import lexicon


def _forms(cell: str) -> list[list[str]]:
    return [form.split("|") for form in cell.split()] if cell != "-" else []


class NameGenerator:
    """Draws names; the caller's random generator makes it repeatable."""

    def __init__(self) -> None:
        rows = lexicon("person_names")
        self._cultures = [(row["order"], row["given"], _forms(row["family"])) for row in rows]
        self._weights = [float(row["weight"]) for row in rows]
        self._parts = {row["kind"]: row["parts"] for row in lexicon("name_parts")}
        self._foreign = [
            (_forms(row["nouns"]), _forms(row["adjectives"])) for row in lexicon("foreign_words")
        ]

    def pick(self, kind: str, random: Random) -> list[str]:
        """Draw an entry of a plain list (brand, event, role, title, crime, month, day)."""
        return random.choice(self._parts[kind].split(" ")).split("|")

    def person(self, random: Random) -> tuple[list[str], list[str]]:
        """Return a full name and the short form used later in an article."""
        order, given_cell, family = random.choices(self._cultures, self._weights)[0]
        middle: list[list[str]] = []
        if order == "family-middle-given":
            middle_cell, _, given_cell = given_cell.partition(" ")
            middle = [[part] for part in middle_cell.split("|")]
        given = _forms(given_cell)
        first = random.choice(given)
        if order == "single":
            parts = [w for form in random.sample(given, random.choice((1, 2, 2, 2, 3))) for w in form]
            return parts, [random.choice(parts)] if random.random() < 0.5 else parts
        last = random.choice(family)
        if order == "family-given":
            if random.random() < 0.08:
                return [*first, *last], last
            if random.random() < 0.15 and len(first[0]) < 5:
                first = [first[0] + random.choice(given)[0].lower().replace("-", "")]
            return [*last, *first], last
        if order == "family-middle-given":
            inner = random.choice(middle) if random.random() < 0.7 else []
            return [*last, *inner, *first], first
        roll = random.random()
        if roll < 0.08:
            return [*first, random.choice("ABCDEFGHJKLMPRSTVW") + ".", *last], last
        if roll < 0.16:
            return [*first, *random.choice(given), *last], last
        if roll < 0.20 and len(last) == 1:
            return [*first, f"{last[0]}-{random.choice(family)[-1]}"], last
        return [*first, *last], last

    def given(self, random: Random) -> list[str]:
        """Return a given name alone."""
        while True:
            order, cell, _ = random.choices(self._cultures, self._weights)[0]
            if order != "family-middle-given":
                return random.choice(_forms(cell))

    def initialed(self, random: Random) -> list[str]:
        """Return a family name after one to four initials: "M. A. Fairooz", "M.A. Fairooz"."""
        letters = random.choices("ABCDEFGHIJKLMNPRSTVWYZ", k=random.choice((1, 2, 2, 3, 4)))
        initials = ["".join(f"{letter}." for letter in letters)]
        if len(letters) == 1 or random.random() < 0.6:
            initials = [f"{letter}." for letter in letters]
        return [*initials, *self.person(random)[1]]

    def nicknamed(self, random: Random) -> list[str]:
        """Return a full name with a nickname in quotation marks."""
        full, _ = self.person(random)
        nickname = random.choice((self.given(random)[:1], self.pick("nickname", random)))
        return [*full[:1], '"', *nickname, '"', *(full[1:] or self.person(random)[1])]

    def long(self, random: Random) -> list[str]:
        """Return a name of many parts: two given names, a particle, a family name of its own culture."""
        for _ in range(50):
            order, cell, family = random.choices(self._cultures, self._weights)[0]
            if order == "given-family":
                break
        given = _forms(cell)
        particle = self.pick("name_particle", random) if random.random() < 0.6 else []
        first = self.pick("name_start", random) if random.random() < 0.3 else random.choice(given)
        return [*first, *random.choice(given), *particle, *random.choice(family)]

    def surnamed(self, random: Random) -> list[str]:
        """Return a full name with the family name in capitals, as lists of the United Nations write it."""
        while True:
            full, short = self.person(random)
            if full != short and len(full) > 1:
                return [word.upper() if word in short else word for word in full]

    def mononym(self, random: Random) -> list[str]:
        """Return the whole name of somebody who has one: a given name, rarely a family name."""
        return self.given(random) if random.random() < 0.8 else self.person(random)[1]

    def foreign(self, random: Random) -> list[str]:
        """Return an organization's or a newspaper's name in another language than English."""
        nouns, adjectives = random.choice(self._foreign)
        name = list(random.choice(nouns))
        if adjectives and random.random() < 0.4:
            name = [*random.choice(adjectives), *name]
        elif random.random() < 0.1:
            name += random.choice(nouns)
        return name

    def namesake(self, kind: str, random: Random) -> list[str]:
        """Return a place or an institution named like a person."""
        full, short = self.person(random)
        words = full if random.random() < 0.6 else [*self.given(random), *short]
        return words if kind == "place" else [*words, *self.pick("org_memorial", random)]

    def place(self, random: Random) -> list[str]:
        """Return an invented place; the lists hold no real people."""
        start = random.choice(self._parts["place_start"].split(" "))
        end = random.choice(self._parts["place_end"].split(" "))
        words = (start + end).split("|")
        if "|" in start:
            words = [start.rstrip("|"), end.capitalize()]
        words = [word[:1].upper() + word[1:] for word in words if word]
        if random.random() < 0.25:
            words += [w for w in random.choice(self._parts["place_tail"].split(" ")).split("|") if w]
        return words

    def organization(self, random: Random) -> list[str]:
        """Return an organization's name made of common parts."""
        roll = random.random()
        if roll < 0.25:
            return self.pick("brand", random)
        topic = self.pick("org_topic", random)
        if roll < 0.55:
            name = [*self.pick("org_head", random), *topic]
            if random.random() < 0.3:
                name += ["in", *self.place(random)[:1]]
            return name
        if roll < 0.75:
            return [*self.place(random)[:2], *self.pick("org_noun", random)]
        name = [*self.pick("org_adjective", random), *topic, *self.pick("org_noun", random)]
        return name if roll < 0.9 else [*name[:-1], "Network"]

    def acronym(self, random: Random) -> list[str]:
        """Return a made-up acronym of two to five letters."""
        return [
            "".join(random.choice("ABCDEFGHIJKLMNOPRSTUW") for _ in range(random.choice((2, 3, 3, 4, 4, 5))))
        ]

    def fitting(self, kind: str, length: int, random: Random) -> Sequence[str] | None:
        """Return a name of a type with exactly so many words, or None after some tries."""
        for _ in range(12):
            if kind == "PERSON":
                full, short = self.person(random)
                name = full if length > 1 else random.choice((short, self.given(random), full))
            elif kind == "ORG":
                name = self.organization(random)
            elif kind == "LOC":
                name = self.place(random)
            else:
                return None
            if len(name) == length:
                return name
        return None
