"""The record of one claim, cut to the words said."""

from hrkg.extract.claims.speakers import Line, Verb
from hrkg.extract.claims.stances import stance, target
from hrkg.extract.reading import Placed, span
from hrkg.model import Claim, Span

MOST = 80
"""Words that a claim may have."""
LEAST = 3
"""Words that a claim needs."""


def dateline(line: Line, stop: int) -> int:
    """The first token after a dateline ("KYIV, May 3 (UNA) –"), which is nobody's words."""
    if (line.doc[line.start].text.isupper() and len(line.doc[line.start].text) > 1) or line.word(
        line.start
    ) == "(":
        for k in range(line.start + 1, min(line.start + 16, stop)):
            if line.word(k) == ")" and line.word(line.start) == "(":
                return k + 1 + (line.word(k + 1) in ("-", "–", "—", "--", ":"))
            if line.word(k) in ("-", "–", "—", "--", ":") and (
                line.doc[k - 1].whitespace_ or line.word(k) in (":", "—")
            ):
                return k + 1
    return line.start


def make(
    line: Line,
    verb: Verb,
    speaker: Placed,
    start: int,
    stop: int,
    *frames: str,
    then: str = "",
    aim: int | None = None,
) -> Claim | None:
    """The claim whose words are `doc[start:stop]`, punctuation at its edges left out."""
    marks = {",", ".", ";", ":", '"', "“", "”", "-", "–", "—", "and", "but"}
    if start == line.start:
        start = dateline(line, stop)
    while start < stop and (line.word(start) in marks or line.doc[start].is_space):
        start += 1
    while stop > start and (line.word(stop - 1) in marks | {"!", "?"} or line.doc[stop - 1].is_space):
        stop -= 1
    if stop - start < LEAST or start < line.start:
        return None
    content = span(line.doc, start, stop)
    row = next((r for r in verb.rows if r["frame"] in frames and r["then"] == then), None) or verb.row(
        *frames
    )
    words = len(content.of(line.text).split())
    if (
        row is None
        or not LEAST <= words <= MOST
        or (content.covers(speaker.mention.span) and start == speaker.start)
    ):
        return None
    taken = stance(line, row["stance"], start, stop, speaker.mention)
    whom: Span | None = target(line, aim, stop) if aim is not None else None
    if whom == speaker.mention.span:
        whom = None
    return Claim(speaker.mention.span, span(line.doc, verb.start, verb.end), content, taken, whom)
