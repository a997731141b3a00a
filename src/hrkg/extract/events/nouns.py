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
    if _compound(clauses, trigger.end):
        return None
    possessor, start = _possessor(clauses, trigger.start)
    verdict = factuality.noun(clauses, start)
    if verdict is None:
        verdict = factuality.NOTHING if trigger.type == "release" else factuality.REPORTED
    of: Phrase | None = None
    if after in ("of", "against") or (after == "on" and trigger.type == "crackdown"):
        of = clauses.object(trigger.end + 1)
    by = predicates.by_phrase(clauses, trigger.end)
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
