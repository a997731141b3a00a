"""To which organizations people belong: "Ana Soler of the League", "League researcher Ana Soler"."""

from collections.abc import Iterable, Iterator

from hrkg.extract.descriptions import descriptions
from hrkg.extract.noun_phrases import Reading
from hrkg.extract.reading import Placed, phrases, span, usable
from hrkg.model import Document, Record, Relation

_LINKS = frozenset({"of", "at", "for", "with", "from", "in"})
_CUSTODIANS = frozenset({"court", "security"})
"""Kinds of bodies that people are taken to or from rather than belong to."""


class Affiliations:
    """Relations `affiliatedWith` from a person to an organization, posts aside."""

    name = "affiliations"
    requires = frozenset({"Mention", "Reference"})
    provides = frozenset({"Relation"})

    def __call__(self, document: Document) -> Iterable[Record]:
        """The affiliations that the text states."""
        for reading, found in descriptions(document, "occupations"):
            bodies = [p for p in (found.owner, *found.within) if p and _joinable(p)]
            after = reading.body(found.head.end + 1) if reading.word(found.head.end) in _LINKS else None
            if after and _joinable(after):
                bodies.append(after)
            for body in bodies[-1:]:
                for person in found.people:
                    evidence = found.evidence.hull(body.mention.span)
                    yield Relation(person.mention.span, "affiliatedWith", body.mention.span, evidence)
        allowed = usable(document)
        for sentence in document.sentences:
            reading = Reading(document, sentence, allowed)
            yield from _direct(reading)
            yield from _verbal(reading)


def _direct(reading: Reading) -> Iterator[Record]:
    """As in "Ana Soler of the League", "the League's Ana Soler"."""
    for person in reading.placed:
        if person.mention.kind != "person" or person.mention.form != "name":
            continue
        link = reading.word(person.end)
        body = reading.body(person.end + 1) if link in ("of", "from") else None
        if (
            body
            and _joinable(body)
            and body.mention.form == "name"
            and reading.word(person.start - 1) != "'s"
        ):
            yield _relation(reading, person, body)
        owner = reading.before(person.start - 1) if reading.word(person.start - 1) in ("'s", "’s") else None
        if owner and _joinable(owner) and owner.mention.form == "name":
            yield _relation(reading, person, owner)


def _verbal(reading: Reading) -> Iterator[Record]:
    """As in "Ana Soler, who works for the League"."""
    for verb in phrases(reading.doc, reading.sentence.start, reading.sentence.end, "affiliation-verbs"):
        person, body = reading.subject(verb.start), reading.body(verb.end)
        if person and body and _joinable(body):
            yield _relation(reading, person, body)


def _relation(reading: Reading, person: Placed, body: Placed) -> Relation:
    first, last = sorted((person, body), key=lambda p: p.start)
    return Relation(
        person.mention.span, "affiliatedWith", body.mention.span, span(reading.doc, first.start, last.end)
    )


def _joinable(body: Placed) -> bool:
    """Whether people belong to such a body in the way this relation means: no state, no court, no police."""
    mention = body.mention
    return (
        mention.kind == "organization"
        and mention.code not in _CUSTODIANS
        and not mention.name.startswith("government of")
    )


EXTRACTOR = Affiliations()
