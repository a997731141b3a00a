"""Read the terms of penalties: "four and a half years in prison", "an 18-month suspended term", "life".

Durations are ISO 8601 as the words give them: "18 months" is `P18M`, not `P1Y6M`.
"""

import re
from dataclasses import dataclass, replace
from typing import Any

from hrkg import lexicons
from hrkg.extract.reading import phrases

_UNITS = {
    "year": "Y",
    "years": "Y",
    "month": "M",
    "months": "M",
    "week": "W",
    "weeks": "W",
    "day": "D",
    "days": "D",
}
_BEFORE_TRIAL = frozenset({"pre", "pre-trial", "pretrial", "preventive", "remand"})
_SIZES = "YMWD"
_FULL = {"Y": 12, "M": 31, "W": 7, "D": 1}
"""How many of smaller units are no longer a part of a larger one: "three years and eighteen months" are two terms."""
_WHEN = frozenset({"later", "ago", "after", "before", "earlier", "afterwards", "since", "from"})
"""Words behind a stretch of time that make it a date ("two years and three months later")."""
_LIMITS = frozenset(
    {"to", "than", "maximum", "minimum", "possible", "another", "least", "nearly", "over", "first", "after"}
)


@dataclass(frozen=True, slots=True)
class Term:
    """A penalty at tokens `doc[start:end]`."""

    start: int
    end: int
    type: str
    duration: str | None
    named: bool
    """Whether the words name a penalty ("in prison", "sentence"), not a mere stretch of time."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A number at tokens `doc[start:end]`; `half` if a half is added to it ("two and a half", "4.5")."""

    start: int
    end: int
    whole: int
    half: bool = False


def terms(doc: Any, start: int, end: int) -> list[Term]:
    """The penalties in `doc[start:end]`, from left to right; "up to four years" is none."""
    found: list[Term] = []
    fixed = {p.start: p for p in phrases(doc, start, end, "fixed-penalties")}
    i = start
    while i < end:
        if i in fixed and not (
            i > start and doc[i - 1].lower_ in ("of", "in", "'s", "his", "her", "for", "with")
        ):
            found.append(Term(i, fixed[i].end, fixed[i].row["type"], None, True))
            i = fixed[i].end
            continue
        here = _durations(doc, i, end)
        if here:
            found.extend(here)
            i = here[-1].end
        else:
            i += 1
    return found


def _durations(doc: Any, i: int, end: int) -> list[Term]:
    """The durations of "five and three years' imprisonment", "two years and six months" or "an 18-month term"."""
    numbers: list[_Number] = []
    j = i
    while number := _number(doc, j, end):
        numbers.append(number)
        j = number.end
        if j < end and doc[j].lower_ == "-" and j + 1 < end and doc[j + 1].lower_ in _UNITS:
            j += 1
        if j < end and doc[j].lower_ in _UNITS:
            break
        while j < end and doc[j].lower_ in (",", "and", "or", "&"):
            j += 1
    if not numbers or j >= end or doc[j].lower_ not in _UNITS or _limited(doc, i):
        return []
    unit, k = _UNITS[doc[j].lower_], j + 1
    rest = ""
    if len(numbers) == 1:
        if (after := _half(doc, k, end)) and not numbers[0].half:
            numbers, k = [replace(numbers[0], half=True)], after
        if not numbers[0].half:
            rest, k = _smaller(doc, unit, k, end)
    if k < len(doc) and doc[k].lower_ in _WHEN - {"from", "since"}:
        return []
    if any(doc[n].lower_ in _BEFORE_TRIAL for n in range(k, min(end, k + 4))):
        return []  # "four months' pre-trial detention": custody, and no penalty
    type_, named, k = _kind(doc, i, k, end)
    made = [Term(n.start, k, type_, _duration(n, unit, rest), named) for n in numbers]
    return [replace(t, end=max(t.start + 1, t.end)) for t in made]


def _smaller(doc: Any, unit: str, k: int, end: int) -> tuple[str, int]:
    """What is added in smaller units (", 6 months and two days"), and the token after it."""
    rest = ""
    while True:
        j = k
        while j < min(end, k + 2) and doc[j].lower_ in (",", "and"):
            j += 1
        number = _number(doc, j, end) if j > k else None
        if number is None or number.half or number.end >= end or doc[number.end].lower_ not in _UNITS:
            return rest, k
        smaller = _UNITS[doc[number.end].lower_]
        then = doc[number.end + 1].lower_ if number.end + 1 < len(doc) else ""
        if _SIZES.index(smaller) <= _SIZES.index(unit) or then in _WHEN or number.whole >= _FULL[unit]:
            return rest, k
        rest, unit, k = rest + f"{number.whole}{smaller}", smaller, number.end + 1


def unitless(doc: Any, i: int, end: int, like: Term) -> list[Term]:
    """A bare number at token `i` that shares the unit of an earlier term: "Soler got four years and Sava two"."""
    number = _number(doc, i, end)
    unit = (like.duration or "")[-1:]
    if like.duration and re.fullmatch(r"P\d+Y6M", like.duration):
        unit = "Y"
    if number is None or unit not in ("Y", "M") or (number.end < end and doc[number.end].is_alpha):
        return []
    return [Term(i, number.end, like.type, _duration(number, unit, ""), False)]


def _limited(doc: Any, i: int) -> bool:
    """As in "up to", "more than", "a maximum of": not a term that was imposed."""
    if i >= 2 and doc[i - 1].lower_ == "to" and doc[i - 2].lower_ == "up":
        return True
    return i >= 1 and doc[i - 1].lower_ in _LIMITS - {"to"}


def _number(doc: Any, i: int, end: int) -> _Number | None:
    """A cardinal in digits or words, with "and a half"."""
    if i >= end:
        return None
    values = lexicons.mapping("cardinals", "word", "value")
    word, j = doc[i].lower_, i + 1
    if i + 2 < end and doc[i + 1].text == "-" and f"{word}-{doc[i + 2].lower_}" in values:
        word, j = f"{word}-{doc[i + 2].lower_}", i + 3
    if word == "half" and j + 1 < end and doc[j].lower_ in ("a", "an") and doc[j + 1].lower_ in _UNITS:
        return _Number(i, j + 1, 0, half=True)
    if digits := re.fullmatch(r"(\d{1,3}|\d,\d{3})(\.5|½)?", word):
        value = int(digits[1].replace(",", ""))
        if digits[2]:
            return _Number(i, j, value, half=True)
    elif word in values and (word not in ("a", "an") or (j < end and doc[j].lower_ in _UNITS)):
        value = int(values[word])
    else:
        return None
    half = _half(doc, j, end)
    return _Number(i, half or j, value, bool(half))


def _half(doc: Any, j: int, end: int) -> int:
    """The token after "and a half" or "-and-a-half" at token `j`; 0 if it does not stand there."""
    for word in ("and", "a", "half"):
        if j < end and doc[j].text == "-":
            j += 1
        if j >= end or doc[j].lower_ != word:
            return 0
        j += 1
    return j


def _duration(number: _Number, unit: str, rest: str) -> str | None:
    """ISO 8601; half a year is six months and half a month 15 days, half a week or day has no whole number."""
    if number.half:
        half = {"Y": "6M", "M": "15D"}.get(unit)
        return (f"P{number.whole}{unit}" if number.whole else "P") + half if half else None
    return f"P{number.whole}{unit}{rest}"


def _kind(doc: Any, start: int, k: int, end: int) -> tuple[str, bool, int]:
    """The kind that words around a duration name, whether they do, and the token after them."""
    near = range(max(0, start - 6), start)
    before = " ".join(doc[i].lower_ for i in near)
    stop = min(end, k + 7)
    found: tuple[str, int] | None = None
    for phrase in phrases(doc, k, stop, "penalty-words"):
        between = [doc[i].lower_ for i in range(k, phrase.start)]
        if any(w in (",", ";", "and", "but", ".") or w in _UNITS for w in between):
            break
        if found is None or found[0] == "imprisonment":
            found = (phrase.row["type"], phrase.end)
    if re.search(r"\bsuspended\b[^,;]{0,40}$", before) or (
        found is None and re.search(r"\bsuspended$", before)
    ):
        return "suspended", True, found[1] if found else k
    after = found[1] if found else k
    if after + 1 < end and doc[after].text == "," and doc[after + 1].lower_ == "suspended":
        return "suspended", True, after + 2
    if found:
        return found[0], True, found[1]
    return "imprisonment", bool(re.search(r"\b(?:sentences?|terms?|jail|prison)\b[^,;]*$", before)), k
