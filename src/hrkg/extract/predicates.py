"""Who does what to whom: agent and patient of one verb, and whether it is told as having happened."""

from dataclasses import dataclass

from hrkg.extract import factuality
from hrkg.extract.clauses import Clauses, Phrase, VerbGroup, closed
from hrkg.extract.factuality import Verdict

_TAIL = frozenset(
    (
        "",
        ".",
        ",",
        ")",
        "and",
        "but",
        "without",
        "while",
        "when",
        "together",
        "alongside",
        "again",
        "–",
        "-",
        "—",
    )
)
"""What may follow a bare participle; a noun there would be the object of an active verb."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb's agent and patient (the subject of an intransitive verb stands as agent)."""

    agent: Phrase | None
    patient: Phrase | None
    verdict: Verdict
    presupposed: bool = False
    """Told in passing, by a participle: "X, arrested in May, ..."."""


def read(
    clauses: Clauses,
    start: int,
    end: int,
    form: str = "past",
    *,
    transitive: bool = True,
    stative: bool = False,
) -> Predicate | None:
    """Read the verb at tokens `doc[start:end]`; None where its use is unclear.

    Args:
        clauses: The sentence.
        start: First token of the verb.
        end: One past its last token.
        form: `past` (also the participle), `base`, `present` or `gerund`.
        transitive: Whether it takes an object.
        stative: Whether its passive in the present tense tells a state ("is held"), not a habit ("is arrested").
    """
    group = clauses.verb_group(start)
    if form in ("base", "present", "gerund"):
        return _active(clauses, group, end, form, transitive)
    if not transitive:
        if "be" in group.helpers or group.has("modal"):
            return None
        return Predicate(clauses.subject(group.start), None, factuality.verb(clauses, group, "past"))
    if clauses.word(start).endswith("ing"):
        return _active(clauses, group, end, "gerund", transitive)
    if group.has("be") or group.has("got"):
        return _passive(clauses, group, end, stative)
    if group.has("have"):
        return _active(clauses, group, end, "past", transitive)
    if group.has("modal") or group.has("to"):
        return _active(clauses, group, end, "base", transitive) if end - start > 1 else None
    if clauses.object(end):
        return _active(clauses, group, end, "past", transitive)
    return _participle(clauses, group, end)


def _passive(clauses: Clauses, group: VerbGroup, end: int, stative: bool) -> Predicate | None:
    present = any(w in ("is", "are", "'re", "am") for w in group.helpers)
    verdict = factuality.verb(clauses, group, "passive")
    habit = present and not stative and "being" not in group.helpers and not clauses.sentence.heading
    if habit and verdict.reported:
        return None  # "are arrested"
    if "to" in group.helpers:
        patient = _before_infinitive(clauses, group, verdict)
    else:
        patient = agreeing(clauses.subject(group.start), group)
    return Predicate(by_phrase(clauses, end), patient, verdict)


def agreeing(phrase: Phrase | None, group: VerbGroup) -> Phrase | None:
    """The part of a subject that agrees with its verb in number; none where a lone name meets a plural verb."""
    if phrase is None:
        return None
    helper = next((w for w in group.helpers if w in closed("be") | closed("have")), "")
    last = phrase.members[-1]
    if helper in ("was", "is", "has"):
        return Phrase((last,), last.start, last.end)
    alone = len(phrase.members) == 1 and last.mention.kind == "person" and last.mention.form == "name"
    return None if helper in ("were", "are") and alone else phrase


def _before_infinitive(clauses: Clauses, group: VerbGroup, verdict: Verdict) -> Phrase | None:
    """Who is "to be freed" or "due to be freed": the mention right before "to", else the subject of what governs it."""
    if clauses.actor(group.start - 1):
        return clauses.coordinated_left(group.start - 1)
    if verdict.governor and verdict.governor[1] >= group.start:
        return clauses.subject(clauses.verb_group(verdict.governor[0]).start)
    return clauses.subject(group.start)


def _active(clauses: Clauses, group: VerbGroup, end: int, form: str, transitive: bool) -> Predicate | None:
    if form == "gerund" and "being" in group.helpers:
        return None
    verdict = factuality.verb(clauses, group, form)
    infinitive = "to" in group.helpers or clauses.word(group.start - 1) == "to"
    agent = None if infinitive or verdict.governor else clauses.subject(group.start)
    if not transitive and verdict.governor:
        asked = group.start - (clauses.word(group.start) != "to")
        if clauses.actor(asked - 1):
            agent = clauses.coordinated_left(asked - 1)
        else:
            agent = clauses.subject(clauses.verb_group(verdict.governor[0]).start)
    return Predicate(agent, clauses.object(end) if transitive else None, verdict)


def _participle(clauses: Clauses, group: VerbGroup, end: int) -> Predicate | None:
    """A participle without auxiliary: "X, arrested in May,", "X detained at home", "was tried and convicted"."""
    after, start = clauses.word(end), group.start
    if after not in _TAIL and after not in closed("preposition") and end not in clauses.moments:
        return None
    before = clauses.word(start - 1)
    if before in closed("conjunction") or (before == "," and not clauses.actor(start - 2)):
        return _continued(clauses, group, end)
    left = start - 2 if before == "," else start - 1
    if not clauses.actor(left):
        return None
    patient = clauses.coordinated_left(left)
    last = patient.members[-1]
    if (before == "," and last.mention.kind != "group") or (
        not clauses.sentence.heading and last.mention.form == "name"
    ):
        patient = Phrase((last,), last.start, last.end)
    if clauses.word(patient.start - 1) in ("and", "or") and not clauses.sentence.heading:
        return None  # "that he be freed and his jailer arrested"
    if any(m.mention.code in ("security", "government", "court") for m in patient.members):
        return None  # "police arrested on Friday ...": the one who acts
    governed = factuality.governed(clauses, patient.start)
    if governed is not None:
        return Predicate(by_phrase(clauses, end), patient, governed)
    return Predicate(by_phrase(clauses, end), patient, factuality.verb(clauses, group, "passive"), True)


def _continued(clauses: Clauses, group: VerbGroup, end: int) -> Predicate | None:
    """A participle after "and" that shares subject and auxiliary with a passive before it."""
    j = group.start - 2
    while j >= clauses.start:
        word = clauses.word(j)
        if word in ("”", '"') and (opening := _opening(clauses, j)) is not None:
            j = opening - 1
            continue
        if (
            word in ';:“”"'
            or word in closed("subordinator")
            or word in closed("have")
            or word in closed("speech")
        ):
            return None
        if word in closed("be"):
            first = clauses.verb_group(j + 1)
            subject = agreeing(clauses.subject(first.start), first)
            if subject is None:
                return None
            joined = VerbGroup(first.start, end, first.helpers)
            return Predicate(by_phrase(clauses, end), subject, factuality.verb(clauses, joined, "passive"))
        j -= 1
    return None


def _opening(clauses: Clauses, j: int) -> int | None:
    """Where the quotation begins that closes at token `j`."""
    return next(
        (i for i in range(j - 1, max(clauses.start, j - 15) - 1, -1) if clauses.word(i) in ("“", '"')), None
    )


def by_phrase(clauses: Clauses, end: int) -> Phrase | None:
    """Who "by" names after a passive verb or a noun."""
    i = end
    while i < min(clauses.end, end + 10):
        if clauses.word(i) == "by" and i not in clauses.moments:
            return clauses.object(i + 1)
        if clauses.word(i) in ';:,“”"' or (i > end and clauses.finite(i)):
            return None
        i += 1
    return None
