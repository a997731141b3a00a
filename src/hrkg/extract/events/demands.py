"""Demands of other kinds: "urged the ministry to publish the list" is a prospective event of type `other`."""

from collections.abc import Iterator

from hrkg.extract import factuality
from hrkg.extract.clauses import Clauses, closed
from hrkg.extract.events.arguments import arguments
from hrkg.model import Argument, Event, Prospect


def demands(clauses: Clauses, taken: set[int]) -> Iterator[Event]:
    """One event for each "to <verb>" that somebody is urged to do, unless its verb, in `taken`, is a trigger itself."""
    for i in range(clauses.start, clauses.end - 1):
        if clauses.word(i) != "to" or not _verb(clauses, i + 1) or i + 1 in taken:
            continue
        cue = next(factuality.cues_left(clauses, i, "infinitive", 30), None)
        if cue is None or cue.effect != "urged":
            continue
        asked = clauses.object(cue.end)
        if asked is None or asked.end > i or any(clauses.finite(k) for k in range(asked.end, i)):
            continue
        if asked.end != i and not any(clauses.word(k) == "to" for k in range(asked.end, i)):
            continue
        at = (i + 1, i + 2)
        found: list[Argument] = list(arguments(clauses, "affected", asked, "other", at))
        urging = clauses.subject(clauses.verb_group(cue.start).start)
        known = {a.filler for a in found}
        found += [a for a in arguments(clauses, "advocate", urging, "", at) if a.filler not in known]
        if known:
            prospect = Prospect("urged", clauses.span(cue.start, cue.end))
            yield Event("other", clauses.span(*at), tuple(found), None, prospect, "asserted")


def _verb(clauses: Clauses, i: int) -> bool:
    """Whether a base form can stand there: a plain lower-case word outside every mention."""
    token = clauses.doc[i]
    if not token.is_alpha or not token.text.islower() or clauses.at.get(i) or i in clauses.moments:
        return False
    return not any(
        clauses.word(i) in closed(kind) for kind in ("determiner", "preposition", "possessive", "be", "have")
    )
