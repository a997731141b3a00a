"""Which stance a claim takes, and whom it is aimed at."""

from hrkg.extract.claims.speakers import Line
from hrkg.extract.noun_phrases import stops
from hrkg.extract.reading import Placed, phrases
from hrkg.model import Span

_NOBODY = frozenset({"no", "nobody", "none", "never"})
"""What begins with these says that something is not so."""
_REACH = 8
"""Tokens between a verb and the actor that is its object."""


def stance(line: Line, stated: str, start: int, end: int) -> str:
    """The stance that the verb states; where it only reports, the first cue of `stance-cues.tsv` in the words said."""
    if stated != "report":
        return stated
    if line.doc[start].lower_ in _NOBODY:
        return "deny"
    for cue in phrases(line.doc, start, end, "stance-cues"):
        return cue.row["stance"]
    return stated


def target(line: Line, after: int, stop: int) -> Span | None:
    """The actor that is the object of a verb ending before token `after`: "accused [the police] of"."""
    k = after
    while k < min(stop, after + _REACH):
        found: Placed | None = line.starting.get(k)
        if found:
            return found.mention.span if line.usable(found) else None
        word = line.word(k)
        if word not in ("the", "a", "an", "all", "both") and (
            word in stops() or not (line.doc[k].is_alpha or word == "-")
        ):
            return None
        k += 1
    return None
