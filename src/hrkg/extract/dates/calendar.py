"""Arithmetic on dates of year, month or day precision in Extended Date/Time Format."""

import re
from datetime import date, timedelta

_PLAIN = re.compile(r"(\d{4})(?:-(0\d|1[0-2]))?(?:-(\d\d))?$")
_DAY, _MONTH = 3, 2


def parts(edtf: str | None) -> tuple[int, ...]:
    """Year, month and day of a plain date, as many as it has; nothing for any other expression.

    >>> parts("2019-05")
    (2019, 5)
    >>> parts("2019-22")
    ()
    """
    found = _PLAIN.match(edtf or "")
    return tuple(int(part) for part in found.groups() if part) if found else ()


def months_from(year: int, month: int, steps: int) -> str:
    """The month so many steps after another (before, if negative)."""
    index = 12 * year + month - 1 + steps
    return f"{index // 12}-{index % 12 + 1:02d}"


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


def week(day: date, steps: int = 0) -> str:
    """The week from Monday to Sunday so many weeks after the one of a day."""
    monday = day + timedelta(days=7 * steps - day.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"


def one_of(first: str, last: str) -> str | None:
    """Some day, month or year from `first` to `last`; None where they are in the wrong order."""
    if first > last:
        return None
    return first if first == last else f"[{first}..{last}]"


def coarse(edtf: str) -> str | None:
    """The finest single date that holds all of an expression: what may stand at the end of an interval.

    >>> coarse("[2014-01-21..2014-01-31]")
    '2014-01'
    >>> coarse("2024-05-06/2024-05-12")
    '2024-05'
    >>> coarse("199X") is None
    True
    """
    if "X" in edtf:
        return None
    ends = re.split(r"\.\.|[/,]", edtf.strip("[]{}"))
    if len(ends) == 1:
        return edtf
    first, last = parts(ends[0]), parts(ends[-1])
    shared = []
    for one, other in zip(first, last, strict=False):
        if one != other:
            break
        shared.append(one)
    return "-".join([f"{shared[0]:04d}", *(f"{part:02d}" for part in shared[1:])]) if shared else None


def shifted(edtf: str | None, unit: str, steps: int) -> str | None:
    """The day, week, month or year so many steps after a plain date; None where that is too coarse to count from."""
    told = parts(edtf)
    if unit == "year" and told:
        return f"{told[0] + steps:04d}"
    if unit == "month" and len(told) >= _MONTH:
        return months_from(told[0], told[1], steps)
    if unit == "week" and len(told) == _DAY:
        return week(date(*told), steps)
    if unit == "day" and len(told) == _DAY:
        return (date(*told) + timedelta(days=steps)).isoformat()
    return None
