"""Dates and periods that a text tells, in Extended Date/Time Format.

Source: EDTF levels 0 to 2 as published with ISO 8601-2:2019 (intervals, seasons 21-24, one-of sets, unspecified
digits). Relative words ("on Thursday", "last month", "June 5" without a year) are resolved against the day of
publication where it is known, else kept as words: a reporter writes of what has happened, so the latest such day that
is not after publication is meant, unless words of the sentence point ahead. "since" opens an interval.
"""

import re
from collections.abc import Iterator

from hrkg.extract.dates.forms import is_date, pattern
from hrkg.extract.dates.reading import READERS, Anchor, Reading
from hrkg.model import Document, Moment, Span

_AHEAD = re.compile(
    r"\b(?:will|due|scheduled|set for|set to|to be|adjourned to|deadline|expected)\b"
    r"|\b(?:until|by|before|till)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/(?:19|20)\d\d\b")
_NEAR = 40
"""Characters before a date that are searched for words pointing ahead."""


class Dates:
    """Find moments sentence by sentence."""

    name = "dates"
    requires: frozenset[str] = frozenset()
    provides = frozenset({"Moment"})

    def __call__(self, document: Document) -> Iterator[Moment]:
        """All dates of the content, none overlapping."""
        text = document.text
        anchor = Anchor.of(document.article.metadata.published)
        day_first = not any(int(second) > 12 for _, second in _SLASHED.findall(text))
        paragraph, earlier = -1, None
        for sentence in document.sentences:
            if sentence.paragraph != paragraph:
                paragraph, earlier = sentence.paragraph, None
            for match in pattern().finditer(text, sentence.span.begin, sentence.span.end):
                form = next(name for name in READERS if match.group(name) is not None)
                if not is_date(text, match, form):
                    continue
                near = max(sentence.span.begin, match.start() - _NEAR)
                ahead = bool(_AHEAD.search(text[near : match.start()]))
                try:
                    edtf = READERS[form](Reading(match, anchor, ahead, earlier, day_first))
                except (ValueError, OverflowError):
                    continue
                earlier = edtf or earlier
                if edtf and match.group("since") and not re.search(r"[/\[]", edtf):
                    edtf = f"{edtf}/.."
                yield Moment(Span(match.start(), match.end()), edtf)


EXTRACTOR = Dates()
