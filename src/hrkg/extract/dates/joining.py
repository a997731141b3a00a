"""Which dates of a sentence belong together: "between March and May 2019", "in May and June 2019"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hrkg.extract.dates.calendar import coarse
from hrkg.extract.dates.contexts import is_date
from hrkg.extract.dates.forms import any_of, pattern
from hrkg.extract.dates.relative import READERS

_TO = re.compile(r"\s*[-–—]\s*|\s+(?:up\s+)?(?:to|through|thru|until|till)\s+(?:the\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
_LIST = re.compile(
    r"(?:\s*,\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+(?:(?:again|then)\s+)?)(?:(?:in|on)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"(?:\s*,\s*|\s*,?\s+(?:and|or)\s+)(?:in\s+)?(?:the\s+)?")
OPEN_END = re.compile(
    r"(?:\s*[-–—]\s*|\s+(?:to|until|till)\s+)(?:the\s+)?(?:present(?:\s+day)?|now|today|date)\b|\s+onwards?\b",
    re.IGNORECASE,
)
_PLAIN = frozenset({"iso", "slashed", "md", "dm", "my", "year", "weekday", "season", "part", "partyear"})
_ENDS = _PLAIN | {"decade", "partdecade", "day"}
_SHARING = frozenset({"md", "dm", "my"})
_BACK = 60


@dataclass(slots=True)
class Found:
    """A date in a sentence."""

    match: re.Match[str]
    form: str
    begin: int
    """Where the sentence begins."""
    link: str = ""
    """How it is tied to the next: as a `range`, as a `list`, or not."""

    @property
    def year_said(self) -> bool:
        """Whether the words tell the year."""
        if self.form in ("md", "dm", "my", "part", "season"):
            return bool(self.match.group(f"{self.form}_y"))
        return self.form in (
            "iso",
            "slashed",
            "year",
            "partyear",
            "spanyears",
            "short",
            "mdd",
            "ddm",
        ) and bool(re.search(r"\d{4}", self.match.group()))

    @property
    def explicit(self) -> bool:
        """Whether the words tell the year in digits, and no beginning in an earlier year."""
        return (
            self.year_said and not self.match.group("since") and bool(re.search(r"\d{4}", self.match.group()))
        )

    def deferred(self) -> bool:
        """Whether the words before tell that something was put off, or not done."""
        before = self.match.string[max(self.begin, self.match.start() - _BACK) : self.match.start()].lower()
        return bool(re.search(rf"\b{any_of('deferred')}\b|\bn['’]t\b", re.split(r"[;:]", before)[-1]))


def _form(match: re.Match[str]) -> str:
    return next(name for name in ("named", *READERS) if match.group(name) is not None)


def _tie(found: Found, other: Found, gap: str) -> str:
    """How two neighbouring dates belong together, of which `gap` are the words between."""
    text, start = found.match.string, found.match.start()
    before = text[max(found.begin, start - 16) : start].lower()
    same = found.form == other.form or {found.form, other.form} <= _SHARING
    between = re.search(r"\bbetween\s+(?:the\s+)?$", before)
    starts = re.search(r"\bfrom\s+(?:the\s+)?$", before)
    ends = found.form in _ENDS and other.form in _ENDS and not other.match.group("since")
    if ends and _AND.fullmatch(gap) and between:
        return "range"
    if ends and _TO.fullmatch(gap) and (same or starts) and not found.deferred():
        return "range"
    return "list" if _LIST.fullmatch(gap) and {found.form, other.form} <= _SHARING else ""


def _shorter(match: re.Match[str], form: str) -> re.Match[str] | None:
    """The month or day alone, where the number after it is not its own."""
    stop = {"md": "md_m", "mdd": "mdd_a"}.get(form)
    return pattern().match(match.string, match.start(), match.end(stop)) if stop else None


def find(text: str, begin: int, end: int) -> list[Found]:
    """The dates of a sentence, each with its tie to the next."""
    return list(_find(text, begin, end))


def _find(text: str, begin: int, end: int) -> Iterator[Found]:
    position, last = begin, None
    while True:
        found = _joined(last, end) if last else None
        if found is None:
            match = pattern().search(text, position, end)
            if match is None:
                break
            found = Found(match, _form(match), begin)
            follows = bool(last and _FOLLOWS.fullmatch(text, last.match.end(), match.start(found.form)))
            if found.form != "named" and not is_date(match, found.form, begin, follows):
                shorter = _shorter(match, found.form)
                if shorter is None or not is_date(shorter, _form(shorter), begin, follows):
                    position = match.end()
                    continue
                found = Found(shorter, _form(shorter), begin)
        position = found.match.end()
        if found.form == "named":
            continue
        if last:
            yield last
        last = found
    if last:
        yield last


def _joined(last: Found, end: int) -> Found | None:
    """The date that follows another after words that tie the two."""
    text = last.match.string
    for connector in (_TO, _AND, _LIST):
        gap = connector.match(text, last.match.end(), end)
        match = pattern(inside=True).match(text, gap.end(), end) if gap else None
        if not gap or not match or not is_date(match, _form(match), last.begin, True):
            continue
        other = Found(match, _form(match), last.begin)
        last.link = _tie(last, other, gap.group())
        if last.link:
            return other
    return None


def interval(first: str | None, last: str | None) -> str | None:
    """From one date to another; None where one is unknown or they are in the wrong order."""
    if first and last and re.fullmatch(r"\d{3}X", first) and re.fullmatch(r"\d{3}X", last):
        return f"{first}/{last}" if first < last else None
    begin, end = coarse(first or "X"), coarse(last or "X")
    if not begin or not end:
        return None
    shared = min(len(begin), len(end))
    return f"{begin}/{end}" if begin[:shared] <= end[:shared] and begin != end else None
