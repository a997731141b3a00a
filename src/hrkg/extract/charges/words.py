"""Charges read from the words and their order, where a document has no dependencies or they tell none."""

from collections.abc import Iterator, Sequence
from functools import cache

from hrkg import lexicons
from hrkg.extract import factuality, predicates
from hrkg.extract.clauses import Clauses, Phrase, closed
from hrkg.extract.reading import Placed, phrases
from hrkg.model import Charge, Span

_LONGEST = 12
"""Words of an offence, at most."""
_REACH = 24
"""Tokens from a verb to the preposition of its offence, at most."""
_OPEN, _CLOSE = ("“", '"', "‘"), ("”", '"', "’")


def charges(clauses: Clauses) -> Iterator[Charge]:
    """The charges of one sentence."""
    rows = lexicons.rows("charge-cues")
    start, end = clauses.sentence.start, clauses.sentence.end
    for phrase in phrases(clauses.doc, start, end, "charge-cues"):
        for row in rows:
            if row["word"] == phrase.row["word"]:
                yield from _read(clauses, phrase.start, phrase.end, row["form"], row["who"], row["needs"])


@cache
def _starts(use: str) -> frozenset[str]:
    """Words before an offence (`lead`), and those that begin none (`trivial`)."""
    return frozenset(row["word"] for row in lexicons.rows("offence-starts") if row["use"] == use)


def _read(clauses: Clauses, start: int, end: int, form: str, who: str, needs: str) -> Iterator[Charge]:
    if form == "noun":
        members = _facing(clauses, start) if clauses.word(start).startswith("fac") else _near(clauses, start)
        offences = end
    else:
        preposition, *conditions = needs.split(" ")
        found = predicates.read(clauses, start, end, "past", transitive=who == "patient", stative=True)
        if found is None or not found.verdict.reported:
            return
        phrase = found.patient if who == "patient" else found.agent
        after = phrase.end if phrase and phrase.start >= end else end
        at = _preposition(clauses, after, preposition, "court" in conditions)
        if at is None or phrase is None or ("official" in conditions and not _official(found.agent)):
            return
        members, offences = phrase.members, at + 1
    for offence in _offences(clauses, offences, form != "noun" and needs.startswith("for")):
        if clauses.word(offence[1] - 1) in lexicons.words("non-offences"):
            continue  # "imprisoned for political reasons" names no offence
        for member in members:
            if clauses.resolution.kind(member.mention.span) not in ("person", "group"):
                continue
            evidence = clauses.span(min(start, offence[0]), offence[1])
            for filler in clauses.resolution.fillers(member.mention):
                yield Charge(filler, Span(*_chars(clauses, offence)).of(clauses.document.text), evidence)


def _chars(clauses: Clauses, offence: tuple[int, int]) -> tuple[int, int]:
    found = clauses.span(*offence)
    return found.begin, found.end


def _preposition(clauses: Clauses, i: int, preposition: str, far: bool) -> int | None:
    """The preposition of the offence: right after the verb or its object, or later in the clause after a penalty."""
    stop = min(clauses.end, i + (_REACH if far else 6))
    while i < stop:
        word = clauses.word(i)
        if word == preposition and not (preposition == "for" and _time(clauses, i + 1)):
            return i
        if word in (";", ":", "—", ".") or clauses.finite(i) or word in closed("relative"):
            return None
        if not far and (
            word == "," or (word in closed("preposition") and word != "by" and i + 1 not in clauses.moments)
        ):
            return None
        i += 1
    return None


def _time(clauses: Clauses, i: int) -> bool:
    """Whether "for" begins a length of time: "for ten years"."""
    word = clauses.word(i)
    cardinal = (
        word.isdigit()
        or word in lexicons.words("cardinals")
        or word in ("life", "nearly", "about", "several")
    )
    return cardinal or bool(clauses.actor(i)) or i in clauses.moments


def _official(agent: Phrase | None) -> bool:
    """Whether an authority accuses."""
    if agent is None:
        return False
    words = lexicons.words("accusing-authorities")
    for member in agent.members:
        if member.mention.code in ("security", "court") or set(member.mention.name.lower().split()) & words:
            return True
    return False


def _near(clauses: Clauses, start: int) -> Sequence[Placed]:
    """Whom a noun phrase like "on charges of" concerns: patient or subject of the verb before it."""
    i = start - 1
    while i >= max(clauses.start, start - _REACH):
        if clauses.word(i) in (";", ":", "”", "“", '"'):
            return ()
        if (clauses.finite(i) or clauses.looks_past(i)) and not clauses.actor(i):
            if clauses.looks_past(i):
                found = predicates.read(clauses, i, i + 1, "past", stative=True)
                return found.patient.members if found and found.patient and found.verdict.reported else ()
            group = clauses.verb_group(i)
            if not factuality.verb(clauses, group, "state").reported or clauses.word(i) in closed("modal"):
                return ()
            subject = clauses.subject(group.start)
            return subject.members if subject else ()
        owner = clauses.pronouns.get(i)
        if owner and clauses.word(i) in ("his", "her", "their"):
            return (owner,)
        i -= 1
    return ()


def _facing(clauses: Clauses, start: int) -> Sequence[Placed]:
    """Who "faces charges of" something."""
    group = clauses.verb_group(start)
    subject = clauses.subject(group.start)
    return subject.members if subject and factuality.verb(clauses, group, "state").reported else ()


def _offences(clauses: Clauses, i: int, quoted_only_later: bool) -> Iterator[tuple[int, int]]:
    """The offences that begin at token `i`: each quotation, else the words to the clause's end."""
    while clauses.word(i) in _starts("lead"):
        i += 1
    if clauses.word(i) in _OPEN:
        yield from _quoted(clauses, i)
        return
    end = i
    bounds = lexicons.words("offence-bounds")
    while end < clauses.end and end - i < _LONGEST:
        word = clauses.word(end)
        if (
            word in '.,;:—–()!?“”"'
            or (end > i and word in bounds and not _inner(clauses, end))
            or end in clauses.moments
        ):
            break
        if word == "and" and (
            clauses.actor(end + 1) or clauses.word(end + 1) in bounds or clauses.looks_past(end + 1)
        ):
            break
        end += 1
    while end > i and clauses.word(end - 1) in closed("preposition") | {"and", "or", "to", "the", "a", "an"}:
        end -= 1
    named = clauses.actor(i)
    if end <= i or clauses.word(i) in _starts("trivial") | closed("be") or (named and named.end >= end):
        return
    if quoted_only_later and end - i == 1 and not clauses.word(i).isalpha():
        return
    for k in range(i + 1, end):
        if (
            clauses.word(k) == "and"
            and clauses.word(k + 1).endswith("ing")
            and clauses.word(i).endswith("ing")
        ):
            yield i, k
            yield k + 1, end
            return
    yield i, end
    if clauses.word(end) in ("and", ",") and clauses.word(end + 1) in _OPEN:
        yield from _quoted(clauses, end + 1)


def _inner(clauses: Clauses, k: int) -> bool:
    """As in "participation in a gang", "contact with the press": a preposition inside the offence's name."""
    return (
        clauses.word(k) in ("in", "with", "for")
        and k + 1 not in clauses.moments
        and not clauses.at.get(k + 1)
        and (clauses.word(k - 1) in lexicons.words("offence-heads"))
    )


def _quoted(clauses: Clauses, i: int) -> Iterator[tuple[int, int]]:
    """Each quotation of a row: “A”, “B” and “C”."""
    while i < clauses.end and clauses.word(i) in _OPEN:
        j = i + 1
        while j < clauses.end and clauses.word(j) not in _CLOSE:
            j += 1
        end = j
        while end > i + 1 and clauses.word(end - 1) in (",", "."):
            end -= 1
        if end - i - 1 < 1 or end - i - 1 > 2 * _LONGEST:
            return
        yield i + 1, end
        i = j + 1
        while clauses.word(i) in (",", "and", "or", "also", "of", "with"):
            i += 1
