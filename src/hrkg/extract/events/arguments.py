"""Who, where and when: the arguments around a trigger."""

from collections.abc import Iterable, Iterator
from functools import cache

from hrkg import lexicons
from hrkg.extract.clauses import Clauses, Phrase, closed
from hrkg.extract.reading import Placed
from hrkg.model import Argument, Moment

_NEAR = 16
"""Tokens after a trigger that are searched for its date and place."""


@cache
def _bodies() -> frozenset[str]:
    """Event types that organizations suffer too."""
    return frozenset(row["type"] for row in lexicons.rows("event-demands") if row["bodies"] == "yes")


def arguments(
    clauses: Clauses, role: str, phrase: Phrase | Placed | None, type_: str, trigger: tuple[int, int]
) -> Iterator[Argument]:
    """One argument for each thing that the members of a phrase stand for; none for what nobody names."""
    members: Iterable[Placed] = (
        () if phrase is None else (phrase,) if isinstance(phrase, Placed) else phrase.members
    )
    for member in members:
        kind = clauses.resolution.kind(member.mention.span) or member.mention.kind
        if role == "affected" and kind == "organization" and type_ not in _bodies():
            continue
        if kind == "place" and role != "place":
            continue
        if kind == "person" and clauses.word(member.start - 1) in ("a", "an", "another", "no"):
            continue  # "They freed a Sissoko": somebody else of that name
        evidence = clauses.span(min(trigger[0], member.start), max(trigger[1], member.end))
        for filler in clauses.resolution.fillers(member.mention):
            yield Argument(role, filler, evidence)


def place(clauses: Clauses, end: int) -> Placed | None:
    """The place that a preposition after the trigger names, within its clause."""
    i = end
    while i < min(clauses.end, end + _NEAR):
        word = clauses.word(i)
        if word in (";", ":", "”", "“", '"') or word in closed("relative") or (i > end and clauses.finite(i)):
            return None
        found = clauses.at.get(i)
        if found and found.mention.kind == "place" and _located(clauses, i):
            return found
        i = found.end if found else i + 1
    return None


def _located(clauses: Clauses, i: int) -> bool:
    j = i - 1
    while j > i - 4 and clauses.word(j) in closed("determiner") | {
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
    }:
        j -= 1
    return clauses.word(j) in ("in", "at", "near", "outside", "to")


def when(clauses: Clauses, start: int, end: int) -> Moment | None:
    """The date of a trigger: the nearest after it in its clause, else before it."""
    i = end
    while i < min(clauses.end, end + _NEAR):
        if moment := clauses.moments.get(i):
            if clauses.word(i - 1) in ("until", "before", "by", "till"):
                break
            return moment
        if clauses.word(i) in ';:“”"' or clauses.word(i) in closed("relative") or clauses.finite(i):
            break
        if clauses.word(i) in ("and", "after", "before", "while", "when") and i > end:
            break
        i += 1
    i, aside = start - 1, False
    while i >= max(clauses.start, start - _NEAR):
        aside = aside or clauses.word(i) == ","
        if moment := clauses.moments.get(i):
            if aside and any(clauses.word(k) in closed("relative") for k in range(max(0, i - _NEAR), i)):
                return None  # "X, who was jailed in 2019, has been released": the date is the aside's
            first = i
            while clauses.moments.get(first - 1) is moment:
                first -= 1
            if clauses.word(first - 1) in ("until", "before", "by", "till"):
                return None
            return moment
        if clauses.word(i) in ';:“”"' or clauses.word(i) in ("who", "which", "that", "after", "and", "but"):
            return None
        i -= 1
    return None
