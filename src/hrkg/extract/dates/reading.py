"""From the words of a date to Extended Date/Time Format, one small function for each form."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from hrkg import lexicons
from hrkg.extract.dates.forms import words

_PARTS = {"early": (1, 10), "middle": (11, 20), "late": (21, 31)}
_SOON = timedelta(60)
"""A day without a year that falls so soon after publication is one ahead."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The time of publication: a day, or only a month or year."""

    year: int
    month: int | None = None
    day: date | None = None

    @classmethod
    def of(cls, published: str | None) -> "Anchor | None":
        """From an ISO 8601 date of any precision."""
        match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", published or "")
        if not match:
            return None
        year, month, day = (int(part) if part else None for part in match.groups())
        try:
            whole = date(year or 0, month, day) if month and day else None
        except ValueError:
            return None
        return cls(year or 0, month, whole)


@dataclass(frozen=True, slots=True)
class Reading:
    """What is needed to read one match."""

    match: re.Match[str]
    anchor: Anchor | None
    """When the article was published."""
    ahead: bool
    """Whether the sentence points into the future."""
    earlier: str | None
    """The moment told just before, in the same paragraph."""
    day_first: bool = True
    """Whether slashed dates of this article begin with the day."""

    def word(self, group: str) -> str:
        """The words of a group of the pattern, in lower case."""
        return (self.match.group(group) or "").lower()

    def month(self, group: str) -> int:
        """The number of the month."""
        return int(words("month")[self.word(group)])

    def day(self, group: str) -> int:
        """The day of the month."""
        return int(re.sub(r"\D", "", self.word(group)))

    def year(
        self, group: str, month: int | None = None, day: int | None = None, turn: str = ""
    ) -> int | None:
        """The year written, or the one meant by "last year", or the nearest in the direction of the sentence."""
        said = self.word(group)
        if digits := re.search(r"\d{4}", said):
            return int(digits.group())
        if self.anchor is None:
            return None
        if said:
            word = next(w for w in words("turn") if re.search(rf"\b{w}\b", said))
            return self.anchor.year + int(words("turn")[word])
        if month is None or self.anchor.month is None:
            return None
        here = (self.anchor.month, self.anchor.day.day if self.anchor.day else 31)
        told = (month, day or (0 if not self.ahead else 31))
        if turn == "last":
            return self.anchor.year - (month >= self.anchor.month)
        if turn == "next" or self.ahead or self._soon(month, day):
            return self.anchor.year + (told < here)
        if turn == "this":
            return self.anchor.year
        return self.anchor.year - (told > here)

    def _soon(self, month: int, day: int | None) -> bool:
        """Whether the day falls within the weeks after publication."""
        if day is None or self.anchor is None or self.anchor.day is None:
            return False
        today = self.anchor.day
        return any(today < date(year, month, day) <= today + _SOON for year in (today.year, today.year + 1))


def _iso(read: Reading) -> str:
    return date.fromisoformat(read.word("iso")).isoformat()


def _slashed(read: Reading) -> str:
    first, second, year = (int(part) for part in read.word("slashed").split("/"))
    if second > 12 or (first <= 12 and not read.day_first):
        first, second = second, first
    return date(year, second, first).isoformat()


def _range(prefix: str) -> Callable[[Reading], str | None]:
    def read_range(read: Reading) -> str | None:
        month, first, last = read.month(f"{prefix}_m"), read.day(f"{prefix}_a"), read.day(f"{prefix}_b")
        year = read.year(f"{prefix}_y", month, last)
        if year is None or first >= last:
            return None
        return f"{date(year, month, first).isoformat()}/{date(year, month, last).isoformat()}"

    return read_range


def _single(prefix: str) -> Callable[[Reading], str | None]:
    def read_single(read: Reading) -> str | None:
        month, day = read.month(f"{prefix}_m"), read.day(f"{prefix}_d")
        date(2000, month, day)
        year = read.year(f"{prefix}_y", month, day)
        return None if year is None else date(year, month, day).isoformat()

    return read_single


def _part(read: Reading) -> str | None:
    month = read.month("part_m")
    year = read.year("part_y", month)
    if year is None:
        return None
    first, last = _PARTS[words("part")[read.word("part_p")]]
    end = (date(year + month // 12, month % 12 + 1, 1) - timedelta(1)).day if last == 31 else last
    return f"[{year}-{month:02d}-{first:02d}..{year}-{month:02d}-{end:02d}]"


def _part_of_year(read: Reading) -> str:
    year = int(read.word("partyear_y"))
    first, last = {"early": (1, 4), "middle": (5, 8), "late": (9, 12)}[words("part")[read.word("partyear_p")]]
    return f"[{year}-{first:02d}..{year}-{last:02d}]"


def _season(read: Reading) -> str | None:
    code, turn = int(words("season")[read.word("season_s")]), read.word("season_t")
    year = read.year("season_y")
    if year is None and read.anchor and read.anchor.month:
        current = 21 + (read.anchor.month - 3) // 3 if read.anchor.month >= 3 else 24
        start = read.anchor.year - (read.anchor.month < 3)
        if turn == "next" or (not turn and read.ahead):
            year = start + (code <= current)
        elif turn in ("last", "past"):
            year = start - (code >= current)
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


def _turned(read: Reading) -> str | None:
    turn, unit, anchor = int(words("turn")[read.word("turned_t")]), read.word("turned_u"), read.anchor
    if anchor is None:
        return None
    if unit == "year":
        return f"{anchor.year + turn}"
    if unit == "month":
        if anchor.month is None:
            return None
        return _months_from(anchor.year, anchor.month, turn)
    if anchor.day is None:
        return None
    monday = anchor.day + timedelta(days=7 * turn - anchor.day.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"


def _months_from(year: int, month: int, steps: int) -> str:
    index = 12 * year + month - 1 + steps
    return f"{index // 12}-{index % 12 + 1:02d}"


def _weekday(read: Reading) -> str | None:
    if read.anchor is None or read.anchor.day is None:
        return None
    turn, today = read.word("weekday_t"), read.anchor.day
    number = int(words("weekday")[read.word("weekday_w")])
    if turn in ("next", "coming") or (not turn and read.ahead):
        return (today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)).isoformat()
    back = (today.weekday() - number) % 7
    return (today - timedelta(days=back or (7 if turn in ("last", "past") else 0))).isoformat()


def _count(word: str) -> int:
    return int(word) if word.isdigit() else int(lexicons.mapping("cardinals", "word", "value")[word])


def _ago(read: Reading) -> str | None:
    anchor, count = read.anchor, _count(read.word("ago_n"))
    unit = words("unit")[read.word("ago_u")]
    if anchor is None:
        return None
    if unit == "year":
        return f"{anchor.year - count}"
    if unit == "month":
        return _months_from(anchor.year, anchor.month, -count) if anchor.month else None
    if anchor.day is None or (unit == "week" and count > 8):
        return None
    if unit == "week":
        day = anchor.day - timedelta(weeks=count)
        monday = day - timedelta(days=day.weekday())
        return f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"
    return (anchor.day - timedelta(days=count)).isoformat()


def _later(read: Reading) -> str | None:
    """Counted from the moment told just before."""
    earlier, count = read.earlier or "", _count(read.word("later_n"))
    unit = words("unit")[read.word("later_u")]
    if unit == "year" and re.match(r"\d{4}(-\d\d){0,2}$", earlier):
        return f"{int(earlier[:4]) + count}"
    if unit == "month" and re.match(r"\d{4}-\d\d(-\d\d)?$", earlier) and int(earlier[5:7]) <= 12:
        return _months_from(int(earlier[:4]), int(earlier[5:7]), count)
    if unit in ("day", "week") and re.match(r"\d{4}-\d\d-\d\d$", earlier):
        return (
            date.fromisoformat(earlier) + timedelta(days=count * (7 if unit == "week" else 1))
        ).isoformat()
    return None


def _next_day(read: Reading) -> str | None:
    earlier = read.earlier or ""
    if not re.match(r"\d{4}-\d\d-\d\d$", earlier):
        return None
    return (date.fromisoformat(earlier) + timedelta(days=1)).isoformat()


def _day(read: Reading) -> str | None:
    if read.anchor is None or read.anchor.day is None:
        return None
    return (read.anchor.day + timedelta(days=int(words("day")[read.word("day")]))).isoformat()


READERS: Mapping[str, Callable[[Reading], str | None]] = MappingProxyType(
    {
        "iso": _iso,
        "slashed": _slashed,
        "mdd": _range("mdd"),
        "ddm": _range("ddm"),
        "md": _single("md"),
        "dm": _single("dm"),
        "part": _part,
        "partyear": _part_of_year,
        "season": _season,
        "my": _month,
        "spanyears": _years,
        "turned": _turned,
        "weekday": _weekday,
        "ago": _ago,
        "later": _later,
        "nextday": _next_day,
        "day": _day,
        "decade": lambda read: f"{read.word('decade')[:3]}X",
        "year": lambda read: read.word("year"),
    }
)
