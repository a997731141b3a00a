"""Demands of other kinds: "urged the ministry to publish the list" is a prospective event of type `other`."""

from collections.abc import Iterator

from hrkg.extract import factuality
from hrkg.extract.clauses import Clauses, Phrase, closed
from hrkg.extract.events.arguments import arguments
from hrkg.model import Argument, Event, Prospect

_REACH = 24
"""Tokens from a demanded verb to one that "and" adds to it, at most."""


def demands(clauses: Clauses, taken: set[int]) -> Iterator[Event]:
    """One event for each verb that somebody is urged to do, unless it, in `taken`, is a trigger itself."""
    for i in range(clauses.start, clauses.end - 1):
        if clauses.word(i) == "to" and _verb(clauses, _past_adverbs(clauses, i + 1)):
            yield from _asked(clauses, i, taken)
        elif clauses.word(i) in ("should", "must"):
            yield from _ought(clauses, i, taken)


def _asked(clauses: Clauses, i: int, taken: set[int]) -> Iterator[Event]:
    """After "urged X to": the verb at `i + 1` and those that "and" adds."""
    cue = next(factuality.cues_left(clauses, i, "infinitive", 30), None)
    if cue is None or cue.effect != "urged":
        return
    asked = clauses.object(cue.end)
    if asked is None or asked.end > i or any(clauses.finite(k) for k in range(asked.end, i)):
        return
    joined = clauses.word(i - 1) in ("and", ",") and any(clauses.word(k) == "to" for k in range(asked.end, i))
    if asked.end != i and not joined:
        return
    urging = clauses.subject(clauses.verb_group(cue.start).start)
    prospect = Prospect("urged", clauses.span(cue.start, cue.end))
    first = _past_adverbs(clauses, i + 1)
    for k in (first, *_added(clauses, first)):
        if k not in taken:
            yield from _event(clauses, k, asked, urging, prospect)


def _past_adverbs(clauses: Clauses, i: int) -> int:
    while clauses.word(i) in closed("adverb") or clauses.word(i).endswith("ly"):
        i += 1
    return i


def _added(clauses: Clauses, verb: int) -> Iterator[int]:
    """Base forms after "and" that share the "to": "to drop the case and lift the ban"."""
    for k in range(verb + 1, min(clauses.end - 2, verb + _REACH)):
        if (
            clauses.finite(k)
            or clauses.word(k) in (";", ":", "“", "”", '"', "to")
            or clauses.word(k) in closed("relative")
        ):
            return
        if clauses.word(k) == "and" and _verb(clauses, k + 1) and _object(clauses, k + 2):
            yield k + 1


def _object(clauses: Clauses, i: int) -> bool:
    """Whether an object begins there, so that the word before it is a verb and no noun."""
    return bool(clauses.actor(i)) or (
        clauses.word(i) in closed("determiner") | closed("possessive") and clauses.word(i) != "that"
    )


def _ought(clauses: Clauses, i: int, taken: set[int]) -> Iterator[Event]:
    """After "should" and "must": what somebody named ought to do; not what should not or should have been done."""
    verb = _past_adverbs(clauses, i + 1)
    if verb in taken or not _verb(clauses, verb) or clauses.word(verb) in closed("negation"):
        return
    if not _object(clauses, verb + 1) or any(
        clauses.word(k) in ("if", "whether", "how", "what", "why", "who", "that") for k in range(i - 3, i)
    ):
        return
    asked = clauses.subject(clauses.verb_group(verb).start)
    if asked is None or any(clauses.resolution.kind(m.mention.span) != "organization" for m in asked.members):
        return
    yield from _event(clauses, verb, asked, None, Prospect("urged", clauses.span(i, i + 1)))


def _event(
    clauses: Clauses, verb: int, asked: Phrase, urging: Phrase | None, prospect: Prospect
) -> Iterator[Event]:
    at = (verb, verb + 1)
    found: list[Argument] = list(arguments(clauses, "affected", asked, "other", at))
    known = {a.filler for a in found}
    found += [a for a in arguments(clauses, "advocate", urging, "", at) if a.filler not in known]
    if known:
        yield Event("other", clauses.span(*at), tuple(found), None, prospect, "asserted")


def _verb(clauses: Clauses, i: int) -> bool:
    """Whether a base form can stand there: a plain lower-case word outside every mention."""
    if i >= clauses.end:
        return False
    token = clauses.doc[i]
    if not token.is_alpha or not token.text.islower() or clauses.at.get(i) or i in clauses.moments:
        return False
    return not any(
        clauses.word(i) in closed(kind) for kind in ("determiner", "preposition", "possessive", "be", "have")
    )
