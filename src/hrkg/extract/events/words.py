"""Triggers whose words have other meanings too, each with what tells the meaning apart."""

from hrkg import lexicons
from hrkg.extract import factuality, predicates
from hrkg.extract.clauses import Clauses, Phrase, VerbGroup, closed
from hrkg.extract.events.roles import Read, Roles, modality, verb
from hrkg.extract.events.triggers import Trigger
from hrkg.extract.penalties import terms
from hrkg.extract.reading import Placed


def held(clauses: Clauses, trigger: Trigger) -> Read:
    """As in "held" and "holding": only people are held in this sense."""
    if clauses.word(trigger.end) in lexicons.words("held-otherwise"):
        return None
    read = _only_people(clauses, verb(clauses, trigger))
    if read and read[0].object and clauses.word(read[0].object.end) in lexicons.words("held-otherwise"):
        return None
    return read


def _only_people(clauses: Clauses, read: Read) -> Read:
    if read is None or read[0].object is None:
        return None
    phrase = read[0].object
    members = (phrase,) if isinstance(phrase, Placed) else phrase.members
    kinds = {clauses.resolution.kind(m.mention.span) for m in members}
    return read if kinds and kinds <= {"person", "group"} else None


def shot(clauses: Clauses, trigger: Trigger) -> Read:
    """A person was shot: hurt, and not more unless the words say so."""
    return _only_people(clauses, verb(clauses, trigger))


def serving(clauses: Clauses, trigger: Trigger) -> Read:
    """Somebody serves a term, not as a minister."""
    if not any(
        clauses.word(i) in lexicons.words("penalty-units") for i in range(trigger.end, trigger.end + 7)
    ):
        return None
    group = clauses.verb_group(trigger.start)
    verdict = factuality.verb(clauses, group, "state")
    subject: Phrase | None
    if clauses.word(group.start - 1) == "," and clauses.actor(group.start - 2) and not group.helpers:
        subject = clauses.coordinated_left(group.start - 2)
    else:
        subject = predicates.agreeing(clauses.subject(group.start), group)
    return Roles(subject=subject), verdict, modality(clauses)


def state(clauses: Clauses, trigger: Trigger) -> Read:
    """A state after a verb of being or keeping ("remains in custody") or a comma ("X, in custody since")."""
    i = trigger.start - 1
    while clauses.word(i) in closed("adverb"):
        i -= 1
    durations = terms(clauses.doc, max(clauses.start, i - 6), i + 1)
    if durations and durations[-1].end == i + 1:
        i = durations[0].start - 1
        while clauses.word(i) in closed("adverb") or clauses.word(i) in (
            "nearly",
            "almost",
            "over",
            "about",
            "more",
            "than",
        ):
            i -= 1
    elif clauses.word(i) in lexicons.words("penalty-units") | lexicons.words("short-times"):
        i = next(
            (k for k in range(i - 1, max(clauses.start, i - 7), -1) if clauses.word(k) in closed("keeping")),
            i,
        )
    verb = clauses.word(i)
    if verb in closed("keeping"):
        group = clauses.verb_group(i)
        subject = clauses.subject(group.start)
        object_ = None
        if verb in ("placed", "put", "kept", "held", "keep", "hold") and not group.has("be"):
            return None
        verdict = factuality.verb(
            clauses, group, "base" if group.has("to") or group.has("modal") else "state"
        )
        return (
            Roles(
                subject=predicates.agreeing(subject, VerbGroup(group.start, i + 1, (*group.helpers, verb)))
                or object_
            ),
            (verdict),
            modality(clauses),
        )
    if verb in closed("be"):
        group = clauses.verb_group(trigger.start)
        if _asks_generic(group):
            return None
        verdict = factuality.verb(clauses, group, "state")
        return (
            Roles(subject=predicates.agreeing(clauses.subject(group.start), group)),
            verdict,
            modality(clauses),
        )
    if verb == "," and clauses.actor(i - 1) and trigger.type != "enforced-disappearance":
        verdict = factuality.verb(clauses, VerbGroup(trigger.start, trigger.end, ()), "state")
        last = clauses.actor(i - 1)
        return Roles(subject=last), verdict, modality(clauses)
    return None


def _asks_generic(group: VerbGroup) -> bool:
    return group.has("modal") and "will" not in group.helpers


def tried(clauses: Clauses, trigger: Trigger) -> Read:
    """As in "tried" in court, not "tried to leave"."""
    return None if clauses.word(trigger.end) == "to" else verb(clauses, trigger)


def appeal(clauses: Clauses, trigger: Trigger) -> Read:
    """As in "appealed" to a court; "appealed to the minister to", "for help" is another word."""
    if clauses.word(trigger.end) in ("to", "for") and not lexicons.words("court-words").intersection(
        clauses.word(i) for i in range(trigger.end, trigger.end + 6)
    ):
        return None
    return verb(clauses, trigger)


def found(clauses: Clauses, trigger: Trigger) -> Read:
    """As in "found X guilty"."""
    read = verb(clauses, trigger)
    phrase = read[0].object if read else None
    if phrase is None or not any(clauses.word(i) == "guilty" for i in range(phrase.end, phrase.end + 18)):
        return None
    return read


def died(clauses: Clauses, trigger: Trigger) -> Read:
    """As in "died" with a place of custody in the same clause."""
    i = trigger.end
    while (
        i < trigger.end + 14 and not clauses.finite(i) and clauses.word(i) not in (";", "after", "”", '"', "")
    ):
        if clauses.word(i) in lexicons.words("custody-places"):
            group = clauses.verb_group(trigger.start)
            subject = clauses.subject(group.start)
            return Roles(subject=subject), factuality.verb(clauses, group, "past"), modality(clauses)
        i += 1
    return None


def owner(clauses: Clauses, trigger: Trigger) -> Read:
    """As in "searched her pharmacy", "upheld the conviction of Ana Soler": whose it is is affected."""
    group = clauses.verb_group(trigger.start)
    nouns = lexicons.words("judgments") if trigger.type == "appeal" else None
    whose: Phrase | Placed | None = None
    for i in range(trigger.end, min(clauses.end, trigger.end + 7)):
        word, named = clauses.word(i), clauses.actor(i)
        if i in clauses.pronouns and word in closed("possessive"):
            whose = clauses.pronouns[i]
        elif named and (clauses.word(named.end) in ("'s", "'") or (nouns is None and not whose)):
            whose = named
        elif word == "of" and not whose:
            whose = clauses.object(i + 1)
        if clauses.finite(i) or word in (",", ".", ";"):
            break
    words = {clauses.word(i) for i in range(trigger.end, trigger.end + 7)}
    if whose is None or group.has("be") or (nouns is not None and not words & nouns):
        return None
    verdict = factuality.verb(clauses, group, "past")
    return Roles(clauses.subject(group.start), whose), verdict, modality(clauses)


def unseen(clauses: Clauses, trigger: Trigger) -> Read:
    """Somebody "has not been seen since"."""
    group = clauses.verb_group(trigger.start)
    return Roles(subject=clauses.subject(group.start)), factuality.REPORTED, modality(clauses)


def won(clauses: Clauses, trigger: Trigger) -> Read:
    """As in "won the Lelu Prize" and "launched the Lelu campaign", not an election or a ship."""
    prizes = lexicons.words("award-words") if trigger.type == "award" else {trigger.type}
    for i in range(trigger.end, min(clauses.end, trigger.end + 9)):
        if clauses.word(i) in prizes:
            return verb(clauses, trigger)
        if clauses.finite(i) or clauses.word(i) in (",", ";", "and"):
            return None
    return None
