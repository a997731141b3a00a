"""To which organizations people belong: "Ana Soler of the League", "League researcher Ana Soler", "who works for"."""

from collections.abc import Iterable, Iterator, Sequence

from hrkg.extract.belonging import body, covering
from hrkg.extract.descriptions import descriptions
from hrkg.extract.noun_phrases import Reading
from hrkg.extract.portraits import Portraits
from hrkg.extract.reading import Placed, names, phrases, span, usable
from hrkg.extract.syntax import Tree, judge
from hrkg.model import Document, Mention, Post, Record, Relation, Span

_LINKS = frozenset({"of", "at", "for", "with", "from", "in"})
_DIRECT = frozenset({"of", "from", "with", "at"})
"""Prepositions behind a name: "Ana Soler of the League"."""
_SIGNING = frozenset({"for", "of", "on"})
_CUSTODIANS = frozenset({"court", "security"})
"""Kinds of bodies that people are taken to or from rather than belong to."""


_OUTSIDE = frozenset({"critic", "historian", "scholar", "opponent", "supporter", "defector", "dissident"})
"""Nouns behind which a body is what somebody speaks of, not where they belong."""


class Affiliations:
    """Relations `affiliatedWith` from a person to an organization, posts aside."""

    name = "affiliations"
    requires = frozenset({"Mention", "Post", "Reference"})
    provides = frozenset({"Relation"})

    def __call__(self, document: Document) -> Iterable[Record]:
        """The affiliations that the text states, each pair of mentions once."""
        seen: set[tuple[Span, Span]] = set()
        found = [*_surface(document), *_parsed(document)]
        for relation in (*found, *_signed(document), *_shared(document, found)):
            if (relation.subject, relation.object) not in seen:
                seen.add((relation.subject, relation.object))
                yield relation


def _surface(document: Document) -> Iterator[Relation]:
    for reading, found in descriptions(document, "occupations"):
        if reading.word(found.head.end - 1).removesuffix("s") in _OUTSIDE:
            continue
        bodies = [p for p in (found.owner, *found.within) if p and _joinable(p.mention)]
        after = reading.body(found.head.end + 1) if reading.word(found.head.end) in _LINKS else None
        if after and _joinable(after.mention):
            bodies.append(after)
        for one in bodies[-1:]:
            for person in found.people:
                evidence = found.evidence.hull(one.mention.span)
                yield Relation(person.mention.span, "affiliatedWith", one.mention.span, evidence)
    allowed = usable(document)
    for sentence in document.sentences:
        reading = Reading(document, sentence, allowed)
        yield from _direct(reading)
        yield from _verbal(reading)


def _direct(reading: Reading) -> Iterator[Relation]:
    """As in "Ana Soler of the League", "the League's Ana Soler", "Ana Soler (the League)"."""
    for person in reading.placed:
        if person.mention.kind != "person" or person.mention.form != "name":
            continue
        link = reading.word(person.end)
        one = reading.body(person.end + 1) if link in ("of", "from", "(") else None
        if link == "(" and one and reading.word(one.end) != ")":
            one = None
        if (
            one
            and _joinable(one.mention)
            and one.mention.form == "name"
            and reading.word(person.start - 1) != "'s"
        ):
            yield _relation(reading, person, one)
        owner = reading.before(person.start - 1) if reading.word(person.start - 1) in ("'s", "’s") else None
        if owner and _joinable(owner.mention) and owner.mention.form == "name":
            yield _relation(reading, person, owner)


def _verbal(reading: Reading) -> Iterator[Relation]:
    """As in "Ana Soler, who works for the League"."""
    for verb in phrases(reading.doc, reading.sentence.start, reading.sentence.end, "affiliation-verbs"):
        person, one = reading.subject(verb.start), reading.body(verb.end)
        if person and one and _joinable(one.mention):
            yield _relation(reading, person, one)


def _relation(reading: Reading, person: Placed, one: Placed) -> Relation:
    first, last = sorted((person, one), key=lambda p: p.start)
    return Relation(
        person.mention.span, "affiliatedWith", one.mention.span, span(reading.doc, first.start, last.end)
    )


def _parsed(document: Document) -> Iterator[Relation]:
    """What the dependency trees tell; nothing where the document was not parsed."""
    portraits = Portraits(document)
    for tree in portraits.trees():
        for found in portraits.of(tree, "occupations"):
            outside = found.head.lower_.removesuffix("s") in _OUTSIDE
            held = None if outside else body(tree, found.head, document)
            if held and _joinable(held.mention):
                for person in found.people:
                    yield _tied(tree, person, held.mention)
        yield from _linked(tree)
        yield from _working(tree, portraits)


def _linked(tree: Tree) -> Iterator[Relation]:
    """As in "Ana Soler, 41, of the League"."""
    for token in tree.tokens():
        own = [p for p in tree.members(token) if p.start <= token.i < p.end]
        if not own or own[0].mention.form != "name" or own[0].mention.kind != "person":
            continue
        for case, other in tree.obliques(token):
            if case in _DIRECT and other.dep_ == "nmod" and other.i > token.i:
                for one in tree.members(other):
                    if (
                        one.mention.form == "name"
                        and tree.kind(one) == "organization"
                        and _joinable(one.mention)
                    ):
                        yield _tied(tree, own[0].mention.span, one.mention)


def _working(tree: Tree, portraits: Portraits) -> Iterator[Relation]:
    """As in "the reporter, who has worked for the League"."""
    for phrase in phrases(tree.doc, tree.sentence.start, tree.sentence.end, "affiliation-verbs"):
        verb = next((t for t in tree.doc[phrase.start : phrase.end] if t.pos_ == "VERB"), None)
        if verb is None or not judge(tree, verb, stative=True).reported:
            continue
        of = [t for t in (tree.object(verb), *(t for _, t in tree.obliques(verb))) if t and t.i >= phrase.end]
        bodies = [p.mention for t in of for p in tree.members(t) if tree.kind(p) == "organization"]
        people = portraits.people(tree, tree.agent(verb))
        if bodies and people and _joinable(bodies[0]):
            yield _tied(tree, people[0], bodies[0])


def _signed(document: Document) -> Iterator[Relation]:
    """As in the signature "Ana Soler, for the League": a line of a name and a body."""
    allowed = usable(document)
    for sentence in document.sentences:
        reading = Reading(document, sentence, allowed)
        for person in reading.placed:
            if (
                person.mention.kind != "person"
                or person.mention.form != "name"
                or person.start != sentence.start
            ):
                continue
            if reading.word(person.end) == ",":
                link = reading.word(person.end + 1) in _SIGNING
                one = reading.body(person.end + 1 + link)
                ends = reading.word(one.end) in ("", ";") or reading.doc[one.end].is_space if one else False
                if one and ends and _joinable(one.mention):
                    yield _relation(reading, person, one)


def _shared(document: Document, found: Sequence[Relation]) -> Iterator[Relation]:
    """As in "her colleague Ana Soler": the body of the one is that of the other, where one only is known."""
    called = names(document)
    known: dict[str, dict[str, Span]] = {}
    told = [(r.subject, r.object) for r in found]
    told += [(p.holder, p.organization) for p in document.of(Post) if p.organization]
    for person, one in told:
        known.setdefault(called[person], {}).setdefault(called[one], one)
    portraits = Portraits(document)
    for tree in portraits.trees():
        for colleague in portraits.of(tree, "colleague-nouns"):
            owners = [p for c in tree.children(colleague.head, "nmod:poss") for p in tree.members(c)]
            bodies = known.get(called[owners[0].mention.span], {}) if owners else {}
            if len(bodies) == 1:
                body_of = next(iter(bodies.values()))
                for person in colleague.people:
                    if called[person] != called[owners[0].mention.span] and called[person] not in known:
                        yield Relation(person, "affiliatedWith", body_of, colleague.evidence)


def _tied(tree: Tree, person: Span, one: Mention) -> Relation:
    return Relation(person, "affiliatedWith", one.span, covering(tree, one.span, person))


def _joinable(mention: Mention) -> bool:
    """Whether people belong to such a body in the way this relation means: no state, no court, no police."""
    return (
        mention.kind == "organization"
        and mention.code not in _CUSTODIANS
        and not mention.name.startswith("government of")
    )


EXTRACTOR = Affiliations()
