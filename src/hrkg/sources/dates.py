"""Dates of publication: ISO 8601 as written in metadata, and English dates that stand on a line of their own."""

import datetime
import re
from functools import cache

from hrkg import lexicons

_LONGEST = 150
"""Characters of a line that may hold nothing but a date; longer ones cost time."""
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def is_iso(date: str) -> bool:
    """Whether `date` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD` and exists in the calendar."""
    found = _ISO.fullmatch(date)
    return found is not None and date.isascii() and _exists(*(int(part or 1) for part in found.groups()))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return year >= 1000


_CAPITALS = r"""(?-i:[A-ZÀ-ÖØ-ÞĀ-Ž][\w.'’-]*(?:\s(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w.'’-]*|[a-z]{2,3})){0,4})"""
"""Up to five words with capitals, but for short ones ("of", "and", "de")."""


def is_weekday(word: str) -> bool:
    """Whether `word` is the English name of a weekday."""
    # Short forms are people's names too (Thu, Sun).
    found = (row["word"] for row in lexicons.rows("date-line") if row["kind"] == "weekday")
    return word.lower() in found and word.lower().endswith("day")


@cache
def _place() -> str:
    """A place as datelines have it, which is no weekday and no month."""
    return rf"(?!(?:{_words('weekday')}|{_words('month')})\b){_CAPITALS}"


@cache
def _date() -> str:
    """An English date with a year, a weekday before it or not."""
    month = rf"(?P<month>{_words('month')})\.?"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    day_again, month_again = (part.replace("(?P<", "(?P<_") for part in (day, month))
    return rf"""(?:(?P<weekday>{_words("weekday")})\.?,?\s+)?
        (?:{month}\s{day},?\s(?P<year>\d{{4}}) | {day_again}\s(?:of\s)?{month_again},?\s(?P<_year>\d{{4}})
           | (?P<iso>\d{{4}}-\d{{2}}-\d{{2}}))"""


def _words(kind: str) -> str:
    found = (row["word"] for row in lexicons.rows("date-line") if row["kind"] == kind)
    return "|".join(re.escape(word) for word in sorted(found, key=lambda w: (-len(w), w)))


@cache
def _line() -> re.Pattern[str]:
    """A line with nothing but a date and what may stand around it: label, places, time of day."""
    return re.compile(
        rf"""(?:(?P<label>{_words("label")}):?\s+(?:on\s+)?)?
        (?:{_place()},\s*){{0,2}} {_date()}
        (?:[,\sT]+(?:at\s)?\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?\s*(?:[ap]\.?m\.?)?(?:\s?\(?[A-Z]{{2,4}}\)?)?)?
        (?:\s[-–—]\s{_place()}(?:,\s*{_place()})?)?
        \.?""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _dateline() -> re.Pattern[str]:
    """Where a report begins: place, date with its year, an agency perhaps, a dash."""
    return re.compile(
        rf"""\(?{_place()}(?:[,.]\s*{_place()})?(?:[,.]\s|\s\(|\s\|\s)\s*{_date()}\)?\.?
        (?:\s*[(/]?{_place()}[)/]?)? \s*(?:[-–—]{{1,2}}|:)\s""",
        re.VERBOSE | re.IGNORECASE,
    )


def on_line(line: str) -> str | None:
    """The one day that a line is about when it holds nothing but a date, as `YYYY-MM-DD`.

    A label ("Published:"), places and a time of day may stand with it; a label that tells of a later change
    ("Updated:") and a weekday that does not fit make it no date of publication.
    """
    if len(line) > _LONGEST:
        return None
    found = _line().fullmatch(" ".join(line.split()))
    if found is None or "updated" in (found["label"] or "").lower():
        return None
    return _day(found)


def in_dateline(paragraph: str) -> str | None:
    """The day in the dateline with which a report begins, if it has its year."""
    found = _dateline().match(" ".join(paragraph[:200].split()))
    return _day(found) if found else None


def _day(found: re.Match[str]) -> str | None:
    """The day of a match of `_date`; None where it is not in the calendar or its weekday is another."""
    numbers = lexicons.mapping("date-line", "word", "number")
    if found["iso"]:
        year, month, day = (int(part) for part in found["iso"].split("-"))
    else:
        month = int(numbers[(found["month"] or found["_month"]).lower()])
        day, year = int(found["day"] or found["_day"]), int(found["year"] or found["_year"])
    if not _exists(year, month, day):
        return None
    date = datetime.date(year, month, day)
    if found["weekday"] and date.isoweekday() != int(numbers[found["weekday"].lower()]):
        return None
    return date.isoformat()
