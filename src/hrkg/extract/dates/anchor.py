"""What a date without a year is read against: the day of publication, and the dates told near it."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from hrkg.extract.dates.calendar import parts
from hrkg.extract.dates.forms import words

_SOON = timedelta(60)
"""A day without a year that falls so soon after publication is one ahead, unless the words say that it is past."""


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
class Tense:
    """Whether the words near a date point into the future or tell of what is past."""

    ahead: bool = False
    past: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """Dates told near the one that is read."""

    earlier: str | None = None
    """The moment told just before, in the same paragraph."""
    shared: str | None = None
    """A date of the same sentence whose year the words share: "arrested in May 2019 and tried in June"."""
    rival: str | None = None
    """A date of the same paragraph, of another time, whose year they may share or not."""
    upper: str | None = None
    """The end of the range or list of which the date is the beginning."""
    lower: str | None = None
    """The beginning of the range of which the date is the end."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is needed to read one match."""

    match: re.Match[str]
    anchor: Anchor | None
    """When the article was published."""
    tense: Tense = Tense()
    near: Near = Near()
    day_first: bool | None = None
    """Whether slashed dates of this article begin with the day; None where nothing tells."""

    @property
    def today(self) -> date | None:
        """The day of publication."""
        return self.anchor.day if self.anchor else None

    def before(self, size: int = 24) -> str:
        """The characters before the match, in lower case."""
        return self.match.string[max(0, self.match.start() - size) : self.match.start()].lower()

    def word(self, group: str) -> str:
        """The words of a group of the pattern, in lower case, white space made single."""
        return " ".join((self.match.group(group) or "").lower().split())

    def month(self, group: str) -> int:
        """The number of the month."""
        return int(words("month")[self.word(group)])

    def day(self, group: str) -> int:
        """The day of the month."""
        return int(re.sub(r"\D", "", self.word(group)))

    def said_year(self, group: str) -> int | None:
        """The year of words such as "2019", "last year" or "of the same year"; None where none is said or known."""
        said = self.word(group)
        if digits := re.search(r"\d{4}", said):
            return int(digits.group())
        for word, steps in words("other-year").items():
            if re.search(rf"\b{word}\b", said):
                told = parts(self.near.earlier)
                return told[0] + int(steps) if told else None
        turn = next((w for w in words("turn") if re.search(rf"\b{w}\b", said)), None)
        return self.anchor.year + int(words("turn")[turn]) if turn and self.anchor else None

    def year(self, group: str, month: int, day: int | None = None, turn: str = "") -> int | None:
        """The year written, or told by dates near, or else the nearest in the direction of the sentence."""
        if self.word(group):
            return self.said_year(group)
        if self.before().endswith("that "):
            return (*parts(self.near.earlier), None)[0]
        if told := parts(self.near.upper):
            ends = (*told[1:], 12, 31)[:2] if len(told) == 1 else (*told[1:], 31)[:2]
            return told[0] - ((month, day or 1) > ends)
        if told := parts(self.near.lower or (None if turn or self.tense.ahead else self.near.shared)):
            return told[0] + ((month, day or 31) < (*told[1:], 1, 1)[:2])
        nearest = self._nearest(month, day, turn)
        rival = parts(self.near.rival)
        torn = len(rival) > 1 and nearest is not None and rival[0] < nearest
        return None if torn and not turn and not self.tense.ahead else nearest

    def _nearest(self, month: int, day: int | None, turn: str) -> int | None:
        if self.anchor is None or self.anchor.month is None:
            return None
        here = (self.anchor.month, self.anchor.day.day if self.anchor.day else 31)
        ahead = self.tense.ahead
        told = (month, day or (31 if ahead else 0))
        if turn in ("last", "past", "this past"):
            return self.anchor.year - (month >= self.anchor.month)
        if turn in ("next", "coming", "this coming"):
            return self.anchor.year + (month <= self.anchor.month)
        if turn == "this":
            return self.anchor.year
        if ahead or (not self.tense.past and self._soon(month, day)):
            return self.anchor.year + (told < here)
        return self.anchor.year - (told > here)

    def _soon(self, month: int, day: int | None) -> bool:
        """Whether the day falls within the weeks after publication."""
        today = self.today
        if day is None or today is None:
            return False
        return any(
            today < date(year, month, day) <= today + _SOON
            for year in (today.year, today.year + 1)
            if (month, day) != (2, 29) or year % 4 == 0
        )
