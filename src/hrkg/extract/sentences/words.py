"""Penalties read from the words and their order, where a document has no dependencies."""

from collections.abc import Iterator

from hrkg.extract import factuality, predicates
from hrkg.extract.clauses import Clauses
from hrkg.extract.penalties import Term, terms
from hrkg.extract.reading import phrases
from hrkg.extract.sentences.sharing import bare, clause_end, distributed, elliptic, sentences, together
from hrkg.model import Sentence

_REACH = 14
"""Tokens from a verb to its penalty, at most."""


def penalties(clauses: Clauses, court: bool) -> Iterator[Sentence]:
    """The penalties of one sentence; `court`: whether the passage speaks of a court or prison."""
    start, end = clauses.sentence.start, clauses.sentence.end
    for phrase in phrases(clauses.doc, start, end, "penalty-verbs"):
        needs = phrase.row["needs"]
        if needs == "any" and not court:
            continue
        yield from _read(clauses, phrase.start, phrase.end, phrase.row["form"], needs)
    yield from _owned(clauses)


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
            yield from sentences(clauses, member, Term(start, end, "fine", None, True), start)
        return
    stop = clause_end(clauses, end)
    here = together(clauses, terms(clauses.doc, end, stop))
    if not here or here[0].start - end > _REACH:
        return
    if needs != "court" and not here[0].named and not bare(clauses, here):
        return
    if (
        needs == "term"
        and here[0].type != "life"
        and not here[0].named
        and clauses.word(here[-1].end) not in ("in", "for", "at", "after")
    ):
        return
    yield from distributed(clauses, who.members, here, start)
    if needs != "term":
        yield from elliptic(clauses, here[-1])


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
            yield from sentences(clauses, owner, term, owner.start)
