"""From words that count from the day of publication, or from a date told before, to Extended Date/Time Format."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from hrkg import lexicons
from hrkg.extract.dates.anchor import Reading
from hrkg.extract.dates.calendar import last_day, months_from, one_of, parts, shifted, week
from hrkg.extract.dates.forms import words
from hrkg.extract.dates.reading import ABSOLUTE, Reader, part_of, part_of_month

_LOOSE = re.compile(r"\b(?:about|around|roughly|approximately|nearly|almost|some)\s+$")
_BOUND = re.compile(r"\b(?:more than|less than|fewer than|over|under|at least|up to|within)\s+$")
_MANY_WEEKS = 8


def _turned(read: Reading) -> str | None:
    turn, unit, anchor = int(words("turn")[read.word("turned_t")]), read.word("turned_u"), read.anchor
    if anchor is None:
        return None
    if unit == "year":
        return f"{anchor.year + turn}"
    if unit == "month":
        return months_from(anchor.year, anchor.month, turn) if anchor.month else None
    return week(anchor.day, turn) if anchor.day else None


def _part_turned(read: Reading) -> str | None:
    turn, unit, anchor = int(words("turn")[read.word("partturn_t")]), read.word("partturn_u"), read.anchor
    if anchor is None or anchor.month is None:
        return None
    if unit == "week":
        return week(anchor.day, turn) if anchor.day else None
    year, month = parts(months_from(anchor.year, anchor.month, turn))
    return part_of_month(year, month, part_of(read, "partturn_p"))


def _day_of_turned(read: Reading) -> str | None:
    anchor, turn = read.anchor, int(words("turn")[read.word("dturn_t")])
    if anchor is None or anchor.month is None:
        return None
    year, month = parts(months_from(anchor.year, anchor.month, turn))
    return date(year, month, read.day("dturn_d")).isoformat()


def _within(read: Reading) -> str | None:
    """What ends the day before publication ("earlier this month") or begins with the date told before."""
    unit, later = read.word("within_u"), read.word("within_p") == "later"
    anchor = read.anchor
    if read.word("within_t") != "this":
        told, today = parts(read.near.earlier), None
    elif anchor is None:
        return None
    else:
        today = anchor.day
        told = (today.year, today.month, today.day) if today else (anchor.year, anchor.month or 0)
    if not told:
        return None
    year, month = told[0], told[1] if len(told) > 1 else 0
    if unit == "year":
        if not month:
            return f"{year}"
        return (
            one_of(f"{year}-{month:02d}", f"{year}-12")
            if later
            else one_of(f"{year}-01", f"{year}-{month:02d}")
        )
    if len(told) < 3:
        return f"{year}-{month:02d}" if month and unit == "month" else None
    day, apart = date(*told), timedelta(1 if today else 0)
    monday = day - timedelta(day.weekday())
    first, last = (
        (day.replace(day=1), last_day(year, month)) if unit == "month" else (monday, monday + timedelta(6))
    )
    begin, end = (day + apart, last) if later else (first, day - apart)
    return one_of(begin.isoformat(), end.isoformat())


def _weekday(read: Reading) -> str | None:
    number = int(words("weekday")[read.word("weekday_w")])
    told = parts(read.near.upper)
    if len(told) == 3:
        upper = date(*told)
        return (upper - timedelta((upper.weekday() - number) % 7)).isoformat()
    today, turn = read.today, read.word("weekday_t")
    if today is None:
        return None
    monday = today - timedelta(today.weekday())
    if other := read.word("weekday_o"):
        return (monday + timedelta(number + 7 * int(words("turn")[other]))).isoformat()
    if turn == "this":
        return (monday + timedelta(number)).isoformat()
    if turn in ("next", "coming", "this coming") or (not turn and read.tense.ahead):
        return (today + timedelta((number - today.weekday() - 1) % 7 + 1)).isoformat()
    back = (today.weekday() - number) % 7
    return (today - timedelta(back or (7 if turn else 0))).isoformat()


def _count(word: str) -> int:
    return int(word) if word.isdigit() else int(lexicons.mapping("cardinals", "word", "value")[word])


def _ago(read: Reading) -> str | None:
    """A year, month, week or day before publication; "nearly two years ago" is approximate, "over two" unknown."""
    anchor, count = read.anchor, _count(read.word("ago_n"))
    unit, before = words("unit")[read.word("ago_u")], read.before()
    if anchor is None or _BOUND.search(before) or (unit == "week" and count > _MANY_WEEKS):
        return None
    if read.word("ago_today"):
        exact = anchor.day and unit == "year" and (anchor.day.month, anchor.day.day) != (2, 29)
        return anchor.day.replace(year=anchor.year - count).isoformat() if anchor.day and exact else None
    told = "-".join(f"{n:02d}" for n in (anchor.year, anchor.month) if n)
    found = shifted(anchor.day.isoformat() if anchor.day else told, unit, -count)
    loose = read.match.group("about") or _LOOSE.search(before)
    return None if found and loose and "/" in found else f"{found}~" if found and loose else found


def _later(read: Reading) -> str | None:
    """Counted from the moment told just before."""
    if _BOUND.search(read.before()) or _LOOSE.search(read.before()):
        return None
    unit, count = words("unit")[read.word("later_u")], _count(read.word("later_n"))
    unit, count = ("day", 7 * count) if unit == "week" else (unit, count)
    return shifted(read.near.earlier, unit, -count if read.word("later_p") == "earlier" else count)


def _other(read: Reading) -> str | None:
    """Told from the moment just before: "the following day", "that year"."""
    said, unit = read.word("other_t"), words("other-unit")[read.word("other_u")]
    if said == "the next" and unit != "day":
        return None
    return shifted(read.near.earlier, unit, int(words("other-day")[said]))


def _day(read: Reading) -> str | None:
    today = read.today
    return (today + timedelta(int(words("day")[read.word("day")]))).isoformat() if today else None


def _words_only(read: Reading) -> None:
    """Words that fix no date ("several years ago", "the past year")."""


WORDS_ONLY = frozenset({"past", "halfago", "vagueago"})
"""Forms of periods and times that are never fixed."""

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        **ABSOLUTE,
        "turned": _turned,
        "partturn": _part_turned,
        "dturn": _day_of_turned,
        "within": _within,
        "weekday": _weekday,
        "ago": _ago,
        "later": _later,
        "other": _other,
        "day": _day,
        **dict.fromkeys(sorted(WORDS_ONLY), _words_only),
    }
)
