"""Dates and periods that a text tells, in Extended Date/Time Format.

Source: EDTF levels 0 to 2 as published with ISO 8601-2:2019 (intervals, seasons 21-24, sets, unspecified digits,
approximate dates). Relative words ("on Thursday", "last month", "June 5" without a year) are resolved against the day
of publication where it is known, else kept as words: a reporter writes of what has happened, so the latest such day
that is not after publication is meant, unless words of the sentence point ahead. "since" and "until" open an interval.
Where a sentence tells another year nearby that may be the one meant, the words are kept and no year is guessed.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from hrkg.extract.dates.anchor import Anchor, Near, Reading
from hrkg.extract.dates.calendar import coarse, parts
from hrkg.extract.dates.contexts import tense
from hrkg.extract.dates.forms import words
from hrkg.extract.dates.joining import OPEN_END, Found, find, interval
from hrkg.extract.dates.relative import READERS, WORDS_ONLY
from hrkg.model import Document, Moment, Span, TextSentence

_SLASHED = re.compile(r"(?<![\d/.])(\d{1,2})([/.])(\d{1,2})\2(?:19|20)\d\d\b")
_SHARED = re.compile(r"[^,;:.]*\b(?:and|then|but)\b[^,;:.]*")
_OPENING = 4
"""Characters before a date that opens its sentence: "In 2019"."""


class Dates:
    """Find moments sentence by sentence."""

    name = "dates"
    requires: frozenset[str] = frozenset()
    provides = frozenset({"Moment"})

    def __call__(self, document: Document) -> Iterator[Moment]:
        """All dates of the content, none overlapping."""
        text = document.text
        anchor = Anchor.of(document.article.metadata.published)
        order = _day_first(text)
        paragraph, told = -1, _Told()
        for sentence in document.sentences:
            if sentence.paragraph != paragraph:
                paragraph, told = sentence.paragraph, _Told(carried=told.earlier)
            yield from _Passage(text, sentence, anchor, order, told).moments()


def _day_first(text: str) -> bool | None:
    """Whether slashed dates begin with the day, as far as those tell that can be read in one way only."""
    found = [(int(first), int(second)) for first, _, second in _SLASHED.findall(text)]
    day, month = any(a > 12 >= b for a, b in found), any(b > 12 >= a for a, b in found)
    return None if day == month else day


def _same_month(found: Found, edtf: str) -> bool:
    """Whether a day is of the month that a date before it tells: "on 6 January 2020 ... on 9 January"."""
    if found.form not in ("md", "dm"):
        return False
    return parts(edtf)[1:2] == (int(words("month")[found.match.group(f"{found.form}_m").lower()]),)


@dataclass(slots=True)
class _Told:
    """What a paragraph has told so far."""

    earlier: str | None = None
    """The moment told last; None where its words fix none."""
    explicit: tuple[Found, str] | None = None
    """The last date whose year is written."""
    carried: str | None = None
    """The moment told last in the paragraph before."""


class _Passage:
    """The dates of one sentence, read one after the other."""

    def __init__(
        self,
        text: str,
        sentence: TextSentence,
        anchor: Anchor | None,
        day_first: bool | None,
        told: _Told,
    ) -> None:
        self.text, self.begin, self.end = text, sentence.span.begin, sentence.span.end
        self.anchor, self.day_first, self.told = anchor, day_first, told

    def moments(self) -> Iterator[Moment]:
        """All dates, ranges as one."""
        found = find(self.text, self.begin, self.end)
        i = 0
        while i < len(found):
            if (
                found[i].link == "range"
                and i + 1 < len(found)
                and (whole := self._range(found[i], found[i + 1]))
            ):
                yield whole
                i += 2
                continue
            with suppress(ValueError, OverflowError):
                yield self._one(found, i)
            i += 1

    def _read(self, found: Found, **near: str | None) -> str | None:
        around = replace(self._near(found), **near)
        told = tense(found.match, self.begin, self.end)
        return READERS[found.form](Reading(found.match, self.anchor, told, around, self.day_first))

    def _near(self, found: Found) -> Near:
        told = self.told
        near = Near(earlier=told.earlier)
        if found.form == "other" and found.match.start() == self.begin and not told.earlier:
            near = Near(earlier=told.carried)
        if told.explicit is None:
            return near
        other, edtf = told.explicit
        if re.match(r"that\s+(?:same\s+)?year", found.match.group(found.form), re.IGNORECASE):
            return Near(earlier=edtf)
        if other.begin != self.begin:
            return replace(near, shared=edtf) if _same_month(found, edtf) else near
        between = self.text[other.match.end() : found.match.start()]
        year = other.form == "year"
        opening = year and other.match.start() - other.begin <= _OPENING and not re.search(r"[;:]", between)
        if opening or (not year and _SHARED.fullmatch(between)):
            return replace(near, shared=edtf)
        return replace(near, rival=edtf)

    def _remember(self, found: Found, edtf: str | None) -> None:
        if edtf or found.form not in WORDS_ONLY:
            self.told.earlier = edtf
        if edtf and found.explicit and parts(edtf):
            self.told.explicit = found, edtf

    def _range(self, first: Found, last: Found) -> Moment | None:
        """The interval between two dates, of which one may tell the year of both."""
        try:
            if first.year_said and not last.year_said:
                begin = self._read(first)
                end = self._read(last, lower=coarse(begin or "X"))
            else:
                end = self._read(last)
                begin = self._read(first, upper=coarse(end or "X"))
        except (ValueError, OverflowError):
            return None
        edtf = interval(begin, end)
        if edtf is None and not (begin is None and end is None):
            return None
        self._remember(last, end)
        return Moment(Span(first.match.start(first.form), last.match.end()), edtf)

    def _one(self, found: list[Found], i: int) -> Moment:
        here, upper = found[i], None
        match, start, stop = here.match, here.match.start(), here.match.end()
        if here.link == "list" and not here.year_said:
            j = i
            while found[j].link == "list" and not found[j].year_said:
                j += 1
            upper = self._read(found[j]) if found[j].year_said else None
        edtf = self._read(here, upper=upper)
        self._remember(here, edtf)
        whole = coarse(edtf) if edtf else None
        open_end = OPEN_END.match(self.text, stop, self.end)
        if match.group("since"):
            loose = "~" if match.group("loose") and whole and parts(whole) else ""
            edtf = f"{whole}{loose}/.." if whole else None
        elif open_end and whole:
            edtf, stop = f"{whole}/..", open_end.end()
        elif match.group("until"):
            if here.deferred():
                start = match.start(here.form)
            else:
                edtf = f"../{whole}" if whole else None
        elif match.group("about") and edtf and parts(edtf):
            edtf = f"{edtf}~"
        return Moment(Span(start, stop), edtf)


EXTRACTOR = Dates()
