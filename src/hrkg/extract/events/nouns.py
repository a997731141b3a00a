"""Nouns and adjectives as triggers: "the arrest of X", "X's detention", "the jailed lawyer X"."""

from hrkg import lexicons
from hrkg.extract import factuality, predicates
from hrkg.extract.clauses import Clauses, Phrase, closed
from hrkg.extract.events.roles import Read, Roles
from hrkg.extract.events.triggers import Trigger
from hrkg.extract.reading import Placed


def adjective(clauses: Clauses, trigger: Trigger) -> Read:
    """Who a participle before a noun or name describes: "the jailed lawyer X"."""
    object_ = clauses.object(trigger.end)
    if object_ is None:
        return None
    first = object_.members[0]
    named = first if first.mention.form == "name" or first.mention.kind == "group" else None
    if named is None:
        return None
    for cue in factuality.cues_left(clauses, trigger.start, "clause", 3):
        if cue.effect in ("negated", "conditional", "feared"):
            return None
    return Roles(object=named), factuality.REPORTED, "presupposed"


def noun(clauses: Clauses, trigger: Trigger) -> Read:
    """Whose arrest, trial or release a noun tells; an unsupported "release" tells nothing."""
    after = clauses.word(trigger.end)
    if factuality.ahead(clauses, trigger.end) is None and _compound(clauses, trigger.end):
        return None
    possessor, start = _possessor(clauses, trigger.start)
    verdict = factuality.noun(clauses, start) or factuality.noun(clauses, trigger.start)
    if verdict is None:
        verdict = factuality.NOTHING if trigger.type == "release" else factuality.REPORTED
    of: Phrase | None = None
    if after in ("of", "against") or (after == "on" and trigger.type in ("crackdown", "raid")):
        of = clauses.object(trigger.end + 1)
    by = predicates.by_phrase(clauses, trigger.end)
    coming = factuality.ahead(clauses, of.end if of else trigger.end)
    verdict = coming if coming and verdict.reported else verdict
    if after in ("between", "among") and trigger.object == "participant":
        return Roles(object=clauses.object(trigger.end + 1)), verdict, "asserted"
    if not trigger.object:
        return Roles(subject=possessor or by), verdict, "asserted"
    if trigger.possessor == trigger.object:
        return Roles(by, possessor or of), verdict, "presupposed" if verdict.reported else "asserted"
    return Roles(possessor or by, of), verdict, "presupposed" if verdict.reported else "asserted"


def _compound(clauses: Clauses, end: int) -> bool:
    """Whether a plain noun follows: "arrest warrant", "detention centre"."""
    if end >= clauses.end:
        return False
    word = clauses.word(end)
    if word == "-" or not clauses.doc[end].is_alpha or end in clauses.moments or clauses.actor(end):
        return word == "-"
    return not (word in lexicons.words("function-words") or word.endswith(("ed", "ly")))


def _possessor(clauses: Clauses, start: int) -> tuple[Placed | None, int]:
    """Whose arrest it is, and where the noun phrase begins."""
    i = start - 1
    while i >= clauses.start and i > start - 5:
        word = clauses.word(i)
        if word in ("'s", "'") and clauses.actor(i - 1):
            owner = clauses.actor(i - 1)
            return owner, owner.start if owner else i
        if i in clauses.pronouns:
            return clauses.pronouns[i], i
        if (
            clauses.breaks(i)
            or word in (",", "and", "or")
            or word in closed("preposition")
            or clauses.actor(i)
        ):
            break
        i -= 1
    return None, i + 1


def fronted(clauses: Clauses, trigger: Trigger) -> Read:
    """As in "In an open letter to X, three groups warned": who speaks after the comma wrote or spoke it."""
    before = [clauses.word(i) for i in range(clauses.start, trigger.start)]
    opened = (
        before[:1] == ["in"]
        and len(before) <= 4
        and set(before[1:]) & (closed("determiner") | closed("possessive"))
    )
    if not opened:
        return None
    to = clauses.object(trigger.end + 1) if clauses.word(trigger.end) == "to" else None
    comma = next(
        (i for i in range(trigger.end, min(clauses.end, trigger.end + 16)) if clauses.word(i) == ","), None
    )
    if comma is None or any(clauses.finite(i) for i in range(trigger.end, comma)):
        return None
    speaker = clauses.object(comma + 1)
    if speaker is None or not (clauses.finite(speaker.end) or clauses.looks_past(speaker.end)):
        return None
    return Roles(speaker, to), factuality.REPORTED, "asserted"
