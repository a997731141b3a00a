"""Penalties that courts imposed: of whom, which kind, how long.

Only what is told as imposed: what prosecutors seek, what a law threatens ("could face up to ten years") and what is
said under a condition gives none.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hrkg import lexicons
from hrkg.extract import factuality, predicates
from hrkg.extract.clauses import Clauses, Resolution, closed
from hrkg.extract.penalties import Term, terms, unitless
from hrkg.extract.reading import Placed, phrases
from hrkg.model import Document, Sentence, TextSentence

_REACH = 14
"""Tokens from a verb to its penalty, at most."""


class Sentences:
    """Find penalties sentence by sentence."""

    name = "sentences"
    requires = frozenset({"Mention", "Reference", "Moment"})
    provides = frozenset({"Sentence"})

    def __call__(self, document: Document) -> Iterator[Sentence]:
        """Penalties in the order of the text."""
        resolution = Resolution(document)
        for number, sentence in enumerate(document.sentences):
            clauses = Clauses(document, sentence, resolution)
            court = _of_court(document, document.sentences[max(0, number - 2) : number + 1])
            for phrase in phrases(document.doc, sentence.start, sentence.end, "penalty-verbs"):
                needs = phrase.row["needs"]
                if needs == "any" and not court:
                    continue
                yield from _read(clauses, phrase.start, phrase.end, phrase.row["form"], needs)
            yield from _owned(clauses)


def _of_court(document: Document, sentences: Sequence[TextSentence]) -> bool:
    """Whether the passage speaks of a court, a prison or a verdict."""
    words = lexicons.words("court-words")
    return any(document.doc[i].lower_ in words for s in sentences for i in range(s.start, s.end))


def _read(clauses: Clauses, start: int, end: int, form: str, needs: str) -> Iterator[Sentence]:
    if form == "present" and not clauses.sentence.heading:
        return
    found = predicates.read(
        clauses, start, end, "past" if form == "receives" else form, transitive=form != "receives"
    )
    if found is None or not found.verdict.reported:
        return
    who = found.agent if form == "receives" else found.patient
    if form == "receives" and who:
        who = predicates.agreeing(who, clauses.verb_group(start))
    if who is None:
        return
    if needs == "fine":
        for member in who.members:
            yield from _sentences(clauses, member, Term(start, end, "fine", None, True), start)
        return
    stop = _clause_end(clauses, end)
    here = _together(clauses, terms(clauses.doc, end, stop))
    if not here or here[0].start - end > _REACH:
        return
    if needs != "court" and not here[0].named and not _bare(clauses, here):
        return
    if (
        needs == "term"
        and here[0].type != "life"
        and not here[0].named
        and clauses.word(here[-1].end) not in ("in", "for", "at", "after")
    ):
        return
    yield from _distributed(clauses, who.members, here, start)
    if needs != "term":
        yield from _elliptic(clauses, here[-1])


def _bare(clauses: Clauses, here: list[Term]) -> bool:
    """Whether "was given four years" can only be a penalty: years right after the verb, then the clause ends."""
    after = clauses.word(here[0].end)
    return (here[0].duration or "").endswith("Y") and after in (
        ",",
        ".",
        ";",
        "and",
        "for",
        "respectively",
        "by",
        "",
    )


def _together(clauses: Clauses, found: list[Term]) -> list[Term]:
    """The first penalties up to the next person: what stands behind belongs to that one."""
    for number, (one, other) in enumerate(pairwise(found), 1):
        if any(clauses.actor(i) for i in range(one.end, other.start)):
            return found[:number]
    return found


def _clause_end(clauses: Clauses, i: int) -> int:
    """Where the clause after a verb ends: at a semicolon, a bracket, a quotation mark, or the next finite verb."""
    while i < clauses.end and clauses.word(i) not in (";", ":", "(", "“", '"') and not clauses.finite(i):
        if clauses.word(i) in closed("relative") or clauses.word(i) in ("while", "but", "whereas"):
            break
        i += 1
    return i


def _distributed(
    clauses: Clauses, members: Sequence[Placed], here: Sequence[Term], start: int
) -> Iterator[Sentence]:
    """Each of several people one term in order, or all the same; one person the first term and what adds to it."""
    if len(members) > 1 and len(here) == len(members):
        for member, term in zip(members, here, strict=True):
            yield from _sentences(clauses, member, term, start)
        return
    several = any(clauses.resolution.targets(m.mention.span)[1:] for m in members)
    targets = [t for m in members for t in clauses.resolution.targets(m.mention.span)]
    if several and len(targets) == len(here):
        for target, term in zip(targets, here, strict=True):
            yield Sentence(target, term.type, term.duration, clauses.span(start, term.end))
        return
    if len(here) > 1 and len(targets) > 1:
        here = [t for t in here[1:] if t.type != here[0].type and not t.duration] if len(here) != 2 else here
        if len({t.type for t in here}) != len(here):
            return
    respective = (
        any(clauses.word(i) == "respectively" for i in range(here[-1].end - 1, here[-1].end + 3))
        if here
        else False
    )
    if respective and len(members) == 1 and clauses.resolution.kind(members[0].mention.span) == "group":
        return
    for number, term in enumerate(here):
        if number and not respective and term.type == here[0].type:
            break
        for member in members:
            yield from _sentences(clauses, member, term, start)


def _sentences(clauses: Clauses, member: Placed, term: Term, start: int) -> Iterator[Sentence]:
    kind = clauses.resolution.kind(member.mention.span)
    if kind not in ("person", "group") or clauses.moments.get(term.start):
        return
    for filler in clauses.resolution.fillers(member.mention):
        evidence = clauses.span(min(start, term.start), max(term.end, start + 1))
        yield Sentence(filler, term.type, term.duration, evidence)


def _elliptic(clauses: Clauses, last: Term) -> Iterator[Sentence]:
    """As in "..., and Soler five", "and her brother, Luis Soler, an 18-month suspended term"."""
    i = last.end
    while i < clauses.end:
        while i < clauses.end and not (clauses.actor(i) and clauses.actor(i).mention.form == "name"):  # type: ignore[union-attr]
            if (
                clauses.finite(i)
                or i > last.end + 12
                or clauses.word(i) in closed("subordinator") | closed("relative")
            ):
                return
            i += 1
        member = clauses.actor(i)
        if member is None or clauses.word(i - 1) in closed("preposition"):
            return
        j = member.end
        while clauses.word(j) in (",", "for", "to", "got", "received", "a", "an", "was", "given"):
            j += 1
        if j == member.end:
            return
        stop = min(clauses.end, j + 8)
        following = terms(clauses.doc, j, stop) or unitless(clauses.doc, j, stop, last)
        if not following or following[0].start != j:
            return
        yield from _sentences(clauses, member, following[0], i)
        last, i = following[0], following[0].end


def _owned(clauses: Clauses) -> Iterator[Sentence]:
    """As in "his four-year sentence", "the 12-year prison term of Ana Soler"."""
    for term in terms(clauses.doc, clauses.start, clauses.end):
        if (
            not term.named
            or term.type not in ("imprisonment", "life", "death", "suspended")
            or not term.duration
        ):
            continue
        if clauses.word(term.end - 1) not in ("sentence", "term"):
            continue
        i = term.start - 1
        owner = clauses.pronouns.get(i) or (clauses.actor(i - 1) if clauses.word(i) in ("'s", "'") else None)
        if owner is None:
            continue
        verdict = factuality.noun(clauses, owner.start)
        if verdict is None or verdict.reported:
            yield from _sentences(clauses, owner, term, owner.start)


EXTRACTOR = Sentences()
