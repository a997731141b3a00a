"""Kinship between named people: "his wife, Ana Soler", "Ana Soler's brother Luis", "Luis Soler, the father of Ana"."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from hrkg.extract.belonging import covering
from hrkg.extract.noun_phrases import Reading
from hrkg.extract.portraits import Portrait, Portraits
from hrkg.extract.possessors import Possessors
from hrkg.extract.reading import Phrase, Placed, names, phrases, span, usable
from hrkg.extract.syntax import Tree
from hrkg.model import Document, Record, Relation, Span

_BRIDGE = 6
"""Tokens that titles may take between the kin word and the name ("his father, retired judge Ion Sava")."""


_LEFT = frozenset({"widow", "widower"})
"""Relatives of somebody dead, who is seldom the person named last."""


class Kin:
    """Relations `spouse`, `children` (subject is the parent), `sibling` and `kinOf`, from the list `kin-terms.tsv`."""

    name = "kin"
    requires = frozenset({"Mention", "Post", "Reference"})
    provides = frozenset({"Relation"})

    def __call__(self, document: Document) -> Iterable[Record]:
        """The kinships that the text states, each pair of people once."""
        allowed, called = usable(document), names(document)
        seen: set[tuple[str, str, str]] = set()
        for relation in (*self._all(document, allowed), *_parsed(document)):
            one, other = called[relation.subject], called[relation.object]
            key = (
                relation.predicate,
                *((one, other) if relation.predicate == "children" else sorted((one, other))),
            )
            if one != other and key not in seen:
                seen.add(key)
                yield relation

    def _all(self, document: Document, allowed: frozenset[Span]) -> Iterator[Relation]:
        for sentence in document.sentences:
            reading: Reading | None = None
            for term in phrases(document.doc, sentence.start, sentence.end, "kin-terms"):
                reading = reading or Reading(document, sentence, allowed)
                yield from _read(reading, term)
            for term in phrases(document.doc, sentence.start, sentence.end, "marriage-words"):
                reading = reading or Reading(document, sentence, allowed)
                yield from _married(reading, term)


def _parsed(document: Document) -> Iterator[Relation]:
    """What the dependency trees tell; nothing where the document was not parsed."""
    portraits, possessors = Portraits(document), Possessors(document)
    for tree in portraits.trees():
        for found in portraits.of(tree, "kin-terms"):
            for owner in _owners(tree, found, possessors):
                for relative in found.people:
                    if relative != owner:
                        yield _relation(found.phrase, owner, relative, covering(tree, found.evidence, owner))


def _owners(tree: Tree, found: Portrait, possessors: Possessors) -> list[Span]:
    """Whose relatives the people are: "Ion's", "his", "of Ion and Ana"."""
    poss = tree.children(found.head, "nmod:poss")
    of = [t for case, t in tree.obliques(found.head) if case == "of" and t.i > found.head.i]
    people = [p.mention.span for t in poss or of for p in tree.members(t) if tree.kind(p) == "person"]
    if not people and poss and found.phrase.row["word"] not in _LEFT:
        owner = possessors.owner(poss[0].lower_, poss[0].idx, found.people[0])
        return [owner] if owner else []
    return people


def _read(reading: Reading, term: Phrase) -> Iterator[Relation]:
    start, determiner, owner, _ = reading.left(term.start)
    if owner is not None and owner.mention.kind == "person":
        yield from _owned(reading, term, owner, start)
    elif reading.word(term.end) == "of":
        yield from _of(reading, term, start, determiner)
    elif (
        term.row["relation"] == "sibling"
        and term.row["number"] == "plural"
        and determiner not in ("his", "her", "their")
    ):
        people, end = reading.listed(term.end)
        if len(people) == 2:
            yield from _siblings(people, span(reading.doc, start, end))


def _owned(reading: Reading, term: Phrase, owner: Placed, start: int) -> Iterator[Relation]:
    """As in "His wife, Ana" and "Ion's sons Karl and Max"; else "Ana, Ion's wife," and "Ana is his wife"."""
    relatives, end = _relatives(reading, term)
    if relatives:
        evidence = span(reading.doc, start, end)
    else:
        found = _described(reading, term, start)
        if found is None:
            return
        relatives, evidence = [found], span(reading.doc, found.start, term.end)
    for relative in relatives:
        if relative.mention.span != owner.mention.span:
            yield _relation(term, owner.mention.span, relative.mention.span, evidence)
    if term.row["relation"] == "child" and len(relatives) > 1:
        yield from _siblings(relatives, evidence)


def _relatives(reading: Reading, term: Phrase) -> tuple[list[Placed], int]:
    """The names that the kin word introduces, and the token after the last."""
    i = term.end
    comma = False
    person, _ = reading.name_after(i)
    if person is None or person.start - term.end > _BRIDGE:
        return [], i
    comma = any(reading.word(k) == "," for k in range(i, person.start))
    if term.row["number"] == "plural":
        people, end = reading.listed(person.start)
        return people, end
    if comma:
        after = reading.word(reading.skip_age(person.end))
        if after not in (
            "",
            ",",
            ".",
            ";",
            ":",
            ")",
            "—",
            "–",
            "who",
            "and",
            '"',
            "”",
            "“",
        ) and not after.endswith("ed"):
            return [], i
    return [person], person.end


def _described(reading: Reading, term: Phrase, start: int) -> Placed | None:
    """The person before ", Ion's wife," or "is Ion's wife"."""
    if term.row["number"] == "plural" or not reading.closes(term.end):
        return None
    if reading.word(start - 1) == ",":
        people = reading.listed_back(start - 1)
        return people[-1] if people else None
    if reading.word(start - 1) in ("is", "was"):
        return reading.subject(start - 1)
    return None


def _of(reading: Reading, term: Phrase, start: int, determiner: str) -> Iterator[Relation]:
    """As in "Ana, the mother of Ion" and "the mother of Ion, Ana"."""
    other = reading.starting.get(term.end + 1)
    if other is None or other.mention.kind != "person" or reading.word(other.end) in ("'s", "’s"):
        return
    others, end = [other], other.end
    if other.mention.form == "name":
        others, end = reading.listed(other.start)
        if len(others) > 1 and reading.word(others[1].start - 1) == ",":
            named, others, end = others[1], others[:1], others[1].end
            if determiner == "the":
                yield _relation(
                    term, others[0].mention.span, named.mention.span, span(reading.doc, start, end)
                )
            return
    if term.row["number"] == "plural":
        return
    subject: Placed | None = None
    if reading.word(start - 1) == ",":
        people = reading.listed_back(start - 1)
        subject = people[-1] if people else None
    elif reading.word(start - 1) in ("is", "was"):
        subject = reading.subject(start - 1)
    if subject is None:
        return
    evidence = span(reading.doc, subject.start, end)
    for one in others:
        if one.mention.span != subject.mention.span:
            yield _relation(term, one.mention.span, subject.mention.span, evidence)


def _married(reading: Reading, term: Phrase) -> Iterator[Relation]:
    """As in "Ana married Ion", "Ana is married to Ion"."""
    subject, other = reading.subject(term.start), reading.starting.get(term.end)
    if subject and other and other.mention.kind == "person" and reading.word(other.end) not in ("'s", "’s"):
        evidence = span(reading.doc, subject.start, other.end)
        yield Relation(subject.mention.span, "spouse", other.mention.span, evidence)


def _relation(term: Phrase, owner: Span, relative: Span, evidence: Span) -> Relation:
    """The relation that "owner's <term> is relative" says."""
    relation = term.row["relation"]
    if relation == "child":
        return Relation(owner, "children", relative, evidence)
    if relation == "parent":
        return Relation(relative, "children", owner, evidence)
    return Relation(owner, relation, relative, evidence)


def _siblings(people: list[Placed], evidence: Span) -> Iterator[Relation]:
    for one, other in combinations(people, 2):
        yield Relation(one.mention.span, "sibling", other.mention.span, evidence)


EXTRACTOR = Kin()
