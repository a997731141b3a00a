"""Decide where an article leaves somebody: one status from all that it reports of them.

Decision table, first line that holds; E: an event reported as happened (never one urged or planned), S: a sentence,
C: a charge. "later" compares dates, and where those are unknown nothing is decided.

| reported of the person                                     | status                 |
|------------------------------------------------------------|------------------------|
| E execution                                                | executed               |
| E death-in-custody                                         | died-in-custody        |
| a death told beside the name, a release of hearsay, or     |                        |
|   one of a "he" who may be the person                      | none                   |
| E acquittal, no S, nothing later                           | acquitted              |
| E release, and custody or S prison not later               | released               |
| E release, and custody or S prison later                   | by the later one       |
| E release, and S, prison, house arrest, formal arrest or   |                        |
|   conviction of which nobody knows whether it came later                 | none                   |
| S prison, life, death or suspended death, in the dock      | imprisoned, convicted  |
| S of another kind, or in absentia                          | convicted              |
| E imprisonment                                             | imprisoned             |
| E house-arrest, residential-surveillance, internment       | the same               |
| E enforced-disappearance                                   | disappeared            |
| E conviction                                               | convicted              |
| E trial that goes on                                       | on-trial               |
| E detention that lasts ("remains in custody")              | detained               |
| E formal-arrest                                            | formally-arrested      |
| E charging                                                 | charged                |
| E arrest or detention, not short, in the last 120 days     | detained               |
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hrkg.model import Moment, Span

PRISON = frozenset({"imprisonment", "life"})
_CUSTODY = frozenset(
    {
        "detention",
        "arrest",
        "formal-arrest",
        "imprisonment",
        "house-arrest",
        "residential-surveillance",
        "internment",
    }
)
_STAGES = (
    ("imprisonment", "imprisoned"),
    ("house-arrest", "house-arrest"),
    ("residential-surveillance", "residential-surveillance"),
    ("internment", "interned"),
    ("enforced-disappearance", "disappeared"),
    ("conviction", "convicted"),
    ("trial", "on-trial"),
    ("lasting", "detained"),
    ("formal-arrest", "formally-arrested"),
    ("charging", "charged"),
    ("detention", "detained"),
    ("arrest", "detained"),
)
PLEAS = frozenset({"plead", "pleads", "pleaded", "pled", "pleading"})
_WEIGHTY = frozenset(
    {
        "sentence prison",
        "sentence absent",
        "sentence other",
        "imprisonment",
        "lasting",
        "house-arrest",
        "formal-arrest",
        "conviction",
    }
)
"""What may have come after a release of unknown date."""
_FRESH = 120
"""Days from an arrest to publication within which the article may be taken to tell of somebody who is held."""
_HALF = 15
"""Days by which the middle of a month may miss a day in it."""
OLD = 2
"""Years after which an undated act in a sentence of old years is taken for history."""
_LONG_AGO = 15
"""Years after which even a conviction or an imprisonment of that date tells no present status."""
_STALE = 3
"""Years after which a bare report of an arrest no longer tells that somebody is held."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something reported of one person: an event's type or what it amounts to, its words and its date."""

    kind: str
    evidence: Span
    when: Moment | None

    @property
    def day(self) -> str | None:
        """The first day that the date may mean, as far as it can be compared; of a season, the year."""
        edtf = (self.when.edtf if self.when else None) or ""
        found = re.match(r"[\[{]?(\d{4})(-(?:0\d|1[0-2]))?(-\d\d)?", edtf)
        return "".join(part or "" for part in found.groups()) if found else None


def _stale(fact: Fact, year: int) -> bool:
    return bool(year and fact.day) and int((fact.day or "0")[:4]) <= year - _STALE


def _vague(fact: Fact) -> bool:
    """Whether only a year is told: what else is reported may well be of a later case."""
    return len(fact.day or "") == len("2018")


def _fresh(fact: Fact, published: str | None) -> bool:
    """Whether an arrest is so recent that, with no word of an end, it still holds: within days of publication."""
    if not fact.day or not published:
        return True  # told without a date, as news tells what is new
    if len(published) < len("2018-05-01") or len(fact.day) < len("2018-05"):
        return not _stale(fact, int((published or "0")[:4]))
    day = fact.day
    passed = date.fromisoformat(published[:10]) - date.fromisoformat(
        day if len(day) > len("2018-05") else f"{day}-15"
    )
    return -_HALF <= passed.days <= _FRESH


def expired(duration: str | None, when: Moment | None, published: str | None) -> bool:
    """Whether a term of years that was imposed on a known date had run out when the article was published."""
    term = re.match(r"P(\d+)Y", duration or "P0Y")
    imposed = re.match(r"[\[{]?(\d{4})", (when.edtf if when else None) or "")
    if not term or not imposed or not published or not duration:
        return False
    return int(imposed[1]) + int(term[1]) < int(published[:4])


def decide(facts: Sequence[Fact], published: str | None) -> tuple[str, Fact] | None:
    """The status that the decision table gives, and the fact that it rests on; `published` is an ISO date."""
    year = int((published or "0")[:4])
    by_kind: dict[str, list[Fact]] = {}
    for fact in facts:
        by_kind.setdefault(fact.kind, []).append(fact)
    murdered = "execution" in by_kind and {"abduction", "dead"} & by_kind.keys()
    for kind, status in (("execution", "executed"), ("death-in-custody", "died-in-custody")):
        if kind in by_kind and not murdered:
            return status, by_kind[kind][0]
    if "dead" in by_kind or "unsure" in by_kind:
        return None
    others = any(f.kind != "acquittal" for f in facts)
    acquitted = [f for f in by_kind.get("acquittal", ()) if not (others and (_stale(f, year) or _vague(f)))]
    if acquitted and not any(k.startswith("sentence") for k in by_kind):
        day = max(f.day or "" for f in acquitted)
        if not day or not any(f.day and f.day > day for f in facts):
            return "acquitted", acquitted[0]
    custody = [f for f in facts if f.kind in _CUSTODY or f.kind in ("lasting", "short", "sentence prison")]
    if releases := by_kind.get("release"):
        release = max(releases, key=lambda f: f.day or "")
        later = [f for f in custody if f.day and release.day and f.day > release.day and f.kind != "short"]
        if not later:
            unknown = [f for f in facts if f.kind in _WEIGHTY and not (f.day and release.day)]
            return None if unknown else ("released", release)
        facts, by_kind = later, {f.kind: [f] for f in later}
    for kind, status in (
        ("sentence prison", "imprisoned"),
        ("sentence absent", "convicted"),
        ("sentence other", "convicted"),
    ):
        if kind in by_kind:
            return status, by_kind[kind][0]
    if "sentence served" in by_kind:
        return None
    for kind, status in _STAGES:
        for fact in by_kind.get(kind, ()):
            if kind in ("arrest", "detention") and not _fresh(fact, published):
                continue
            if year and fact.day and int(fact.day[:4]) < year - _LONG_AGO:
                continue
            if kind in ("arrest", "detention") and "short" in by_kind:
                return None
            return status, fact
    return None
