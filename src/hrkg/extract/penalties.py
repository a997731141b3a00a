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
    unit = _UNITS[doc[j].lower_]
    k = j + 1
    more = _more(doc, k, end) if len(numbers) == 1 and unit == "Y" else None
    if more:
        k = more.end + 1
    type_, named, k = _kind(doc, i, k, end)
    made = [Term(n.start, k, type_, _duration(n, unit, more), named) for n in numbers]
    return [replace(t, end=max(t.start + 1, t.end)) for t in made]


def unitless(doc: Any, i: int, end: int, like: Term) -> list[Term]:
    """A bare number at token `i` that shares the unit of an earlier term: "Soler got four years and Sava two"."""
    number = _number(doc, i, end)
    unit = (like.duration or "")[-1:]
    if like.duration and re.fullmatch(r"P\d+Y6M", like.duration):
        unit = "Y"
    if number is None or unit not in ("Y", "M") or (number.end < end and doc[number.end].is_alpha):
        return []
    return [Term(i, number.end, like.type, _duration(number, unit, None), False)]


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
    if re.fullmatch(r"\d{1,3}", word):
        value = int(word)
    elif word in values and (word not in ("a", "an") or (j < end and doc[j].lower_ in _UNITS)):
        value = int(values[word])
    else:
        return None
    half = j + 2 < end and [doc[j + k].lower_ for k in range(3)] == ["and", "a", "half"]
    return _Number(i, j + 3 if half else j, value, half)


def _more(doc: Any, k: int, end: int) -> _Number | None:
    """The months of "two years and six months"."""
    if k < end and doc[k].lower_ == "and":
        number = _number(doc, k + 1, end)
        if (
            number
            and number.end < end
            and doc[number.end].lower_ in ("months", "month")
            and number.whole < 12
        ):
            return number
    return None


def _duration(number: _Number, unit: str, more: _Number | None) -> str:
    if unit == "Y" and number.half:
        return f"P{number.whole}Y6M"
    return f"P{number.whole}{unit}" + (f"{more.whole}M" if more else "")


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
    if found:
        return found[0], True, found[1]
    return "imprisonment", bool(re.search(r"\b(?:sentences?|terms?|jail|prison)\b[^,;]*$", before)), k
