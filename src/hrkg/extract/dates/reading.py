"""From the words of an absolute date to Extended Date/Time Format, one small function for each form."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from hrkg.extract.dates.anchor import Reading
from hrkg.extract.dates.calendar import last_day, one_of
from hrkg.extract.dates.forms import words

Reader = Callable[[Reading], str | None]

_DAYS = {"early": (1, 10), "middle": (11, 20), "late": (21, 31)}
_MONTHS = {"early": (1, 4), "middle": (5, 8), "late": (9, 12)}
_YEARS = {"early": (0, 3), "middle": (4, 6), "late": (7, 9)}


def part_of(read: Reading, group: str) -> str:
    """`early`, `middle` or `late`."""
    said = re.sub(r"(?:[\s-]+|\s+in\s+)(?:the\s+)?$", "", read.word(group) + " ")
    return words("part")[re.sub(r"\s+in$", "", said)]


def part_of_month(year: int, month: int, part: str) -> str | None:
    """One of the days of a third of a month."""
    first, last = _DAYS[part]
    last = min(last, last_day(year, month).day)
    return one_of(f"{year}-{month:02d}-{first:02d}", f"{year}-{month:02d}-{last:02d}")


def _iso(read: Reading) -> str:
    return date.fromisoformat(read.word("iso")[:10].replace("/", "-")).isoformat()


def _slashed(read: Reading) -> str | None:
    first, second, year = (int(part) for part in re.split(r"[/.]", read.word("slashed")))
    if second > 12 or (first <= 12 and first != second and read.day_first is False):
        first, second = second, first
    elif first <= 12 and first != second and read.day_first is None:
        return None
    return date(year, second, first).isoformat()


def _days(prefix: str) -> Reader:
    def read_days(read: Reading) -> str | None:
        month, first, last = read.month(f"{prefix}_m"), read.day(f"{prefix}_a"), read.day(f"{prefix}_b")
        year = read.year(f"{prefix}_y", month, last)
        if year is None or first >= last:
            return None
        begin, end = date(year, month, first), date(year, month, last)
        link = read.word(f"{prefix}_to").strip()
        if link == "or":
            return f"[{begin.isoformat()},{end.isoformat()}]"
        between = re.search(r"\bbetween\s+(?:the\s+)?$", read.before())
        if link == "and" and not between and end - begin > timedelta(1):
            return f"{{{begin.isoformat()},{end.isoformat()}}}"
        return f"{begin.isoformat()}/{end.isoformat()}"

    return read_days


def _single(prefix: str) -> Reader:
    def read_single(read: Reading) -> str | None:
        month, day = read.month(f"{prefix}_m"), read.day(f"{prefix}_d")
        date(2000, month, day)
        year = read.year(f"{prefix}_y", month, day)
        if year is None:
            return None
        weekday = words("weekday").get(read.word(f"{prefix}_w"))
        if weekday and not read.word(f"{prefix}_y"):
            years = (y for y in (year, year - 1, year + 1) if (month, day) != (2, 29) or y % 4 == 0)
            year = next((y for y in years if date(y, month, day).weekday() == int(weekday)), None)
        return None if year is None else date(year, month, day).isoformat()

    return read_single


def _part(read: Reading) -> str | None:
    month = read.month("part_m")
    year = read.year("part_y", month)
    return None if year is None else part_of_month(year, month, part_of(read, "part_p"))


def _part_of_year(read: Reading) -> str | None:
    year = read.said_year("partyear_y")
    first, last = _MONTHS[part_of(read, "partyear_p")]
    return None if year is None else one_of(f"{year}-{first:02d}", f"{year}-{last:02d}")


def _part_of_decade(read: Reading) -> str | None:
    decade = int(read.word("partdecade_d")[:4])
    first, last = _YEARS[part_of(read, "partdecade_p")]
    return one_of(f"{decade + first}", f"{decade + last}")


def _week_of_month(read: Reading) -> str | None:
    month, order = read.month("weekof_m"), int(words("ordinal")[read.word("weekof_o")])
    year = read.year("weekof_y", month)
    if year is None:
        return None
    first = last_day(year, month).day - 6 if order < 0 else 7 * order - 6
    return one_of(f"{year}-{month:02d}-{first:02d}", f"{year}-{month:02d}-{first + 6:02d}")


def _fraction(read: Reading) -> str | None:
    year, size = read.said_year("fraction_y"), int(words("fraction")[read.word("fraction_f")])
    order = int(words("ordinal")[read.word("fraction_o")])
    last = 12 if order < 0 else order * size
    if year is None or last > 12:
        return None
    return one_of(f"{year}-{last - size + 1:02d}", f"{year}-{last:02d}")


def _season(read: Reading) -> str | None:
    code, turn = int(words("season")[read.word("season_s")]), read.word("season_t")
    year = read.said_year("season_y")
    if year is None and not read.word("season_y") and read.anchor and read.anchor.month:
        current = 21 + (read.anchor.month - 3) // 3 if read.anchor.month >= 3 else 24
        start = read.anchor.year - (read.anchor.month < 3)
        if turn in ("next", "coming") or (not turn and read.tense.ahead):
            year = start + (code <= current)
        elif turn in ("last", "past", "this past"):
            year = start - (code >= current)
        elif turn == "this":
            year = start
        else:
            year = start - (code > current)
    return None if year is None else f"{year}-{code}"


def _month(read: Reading) -> str | None:
    month = read.month("my_m")
    year = read.year("my_y", month, None, read.word("my_t"))
    return None if year is None else f"{year}-{month:02d}"


def _years(read: Reading) -> str | None:
    first, last = int(read.word("spanyears_a")), int(read.word("spanyears_b"))
    return f"{first}/{last}" if first < last else None


def _short(read: Reading) -> str | None:
    """Years ("2015-16") or a month ("2015-06"); "2010-11" may be both."""
    year, second = int(read.word("short_a")), int(read.word("short_b"))
    last = year - year % 100 + second
    later = last > year
    if 1 <= second <= 12:
        return None if later or "/" in read.word("short") else f"{year}-{second:02d}"
    return f"{year}/{last}" if later else None


def _century(read: Reading) -> str | None:
    number = int(read.word("century_n"))
    return f"{number - 1:02d}XX" if 1 <= number <= 21 else None


ABSOLUTE: Mapping[str, Reader] = MappingProxyType(
    {
        "iso": _iso,
        "slashed": _slashed,
        "mdd": _days("mdd"),
        "ddm": _days("ddm"),
        "md": _single("md"),
        "dm": _single("dm"),
        "part": _part,
        "partyear": _part_of_year,
        "partdecade": _part_of_decade,
        "weekof": _week_of_month,
        "fraction": _fraction,
        "season": _season,
        "my": _month,
        "spanyears": _years,
        "short": _short,
        "decade": lambda read: f"{read.word('decade')[:3]}X",
        "century": _century,
        "year": lambda read: read.word("year"),
    }
)
