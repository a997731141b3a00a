"""Whose relative "his wife, Ana Soler" is, where no reference ties the pronoun: the one person near of that gender.

Shared code for kinship, no extractor itself. Silent where two people would do, unless only one of them bears the
relative's family name.
"""

from collections.abc import Mapping
from functools import cached_property

from hrkg import lexicons
from hrkg.extract.reading import names
from hrkg.model import Document, Mention, Post, Reference, Span

_BACK = 3
"""Sentences that a possessive looks back over."""
_GENDERS = {"his": "male", "her": "female"}


class Possessors:
    """Whom possessive pronouns before kin words mean in one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.called = names(document)
        self._tied = {r.mention for r in document.of(Reference)}
        self._officials = {self.called[p.holder] for p in document.of(Post)}
        """Who speak for bodies: articles seldom turn to their families."""

    @cached_property
    def _gender(self) -> Mapping[str, str]:
        """Names of people → gender, as pronouns, forms of address and kin words tell it."""
        found: dict[str, str] = {}
        for m in self.document.mentions:
            if m.kind != "person":
                continue
            told = _pronouns().get(m.name.lower(), "") if m.form == "pronoun" and m.span in self._tied else ""
            if m.form == "name":
                told = next((g for w in self._before(m) if (g := _titles().get(w.lower(), ""))), "")
            if told:
                found.setdefault(self.called[m.span], told)
        return found

    def _before(self, mention: Mention) -> tuple[str, ...]:
        """The word before a name, and the one before a comma before it."""
        words = self.document.text[max(0, mention.span.begin - 40) : mention.span.begin].split()
        return tuple(w.rstrip(",") for w in words[-1:])

    def owner(self, pronoun: str, at: int, relative: Span) -> Span | None:
        """The one person whom "his" or "her" at an offset can mean, not the relative."""
        gender = _GENDERS.get(pronoun)
        number = next(
            (i for i, s in enumerate(self.document.sentences) if s.span.begin <= at < s.span.end), None
        )
        if gender is None or number is None:
            return None
        for officials in (False, True):
            for back in range(number, max(-1, number - 1 - _BACK), -1):
                found = self._people(back, at, gender, self.called[relative])
                if not officials:
                    found = {n: s for n, s in found.items() if n not in self._officials}
                if len(found) == 1:
                    return next(iter(found.values()))
                family = {
                    n: s for n, s in found.items() if n.split()[-1] == self.called[relative].split()[-1]
                }
                if found:
                    return next(iter(family.values())) if len(family) == 1 else None
        return None

    def _people(self, number: int, at: int, gender: str, relative: str) -> dict[str, Span]:
        """People of a sentence who may be of a gender, before an offset, by name."""
        sentence = self.document.sentences[number].span
        found: dict[str, Span] = {}
        for m in self.document.mentions:
            known = m.kind == "person" and (m.form == "name" or m.span in self._tied)
            if not known or not sentence.covers(m.span) or m.span.end > at:
                continue
            name = self.called[m.span]
            if name != relative and self._gender.get(name, gender) == gender:
                found.setdefault(name, m.span)
        return found


def _pronouns() -> Mapping[str, str]:
    return {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}


def _titles() -> Mapping[str, str]:
    """Forms of address and kin words → gender."""
    titles = {r["word"].lower(): r["gender"] for r in lexicons.rows("honorifics") if r["gender"]}
    kin = {r["word"]: r["gender"] for r in lexicons.rows("kin-terms") if r["gender"] != "any"}
    return {**kin, **titles}
