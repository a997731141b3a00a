"""What the words around a name say somebody is: "the lawyer Ana Soler", "Ana Soler, 41, a lawyer", "She is a lawyer".

A `Description` is a noun phrase whose head stands in a word list, and the people it is said of. No extractor itself:
occupations, posts, affiliations and ethnicities read the same phrases.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from hrkg import lexicons
from hrkg.extract.noun_phrases import CLOSERS, JOINS, OPENERS, Reading, bounds, stops
from hrkg.extract.reading import Phrase, Placed, phrases, span, usable
from hrkg.model import Document, Span


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase and whom it describes."""

    people: tuple[Placed, ...]
    head: Phrase
    start: int
    """First token of the phrase, determiner or possessor included."""
    evidence: Span
    how: Literal["before", "after", "is"]
    """Before a name ("lawyer Ana Soler"), after it between commas, or by a verb ("is a lawyer")."""
    determiner: str = ""
    owner: Placed | None = None
    """Whose: the mention before "'s", or the pronoun."""
    within: tuple[Placed, ...] = field(default=())
    """Mentions inside the phrase, before its head ("Foreign Ministry" in "Foreign Ministry spokesman")."""


def describe(reading: Reading, head: Phrase, last: Description | None) -> Description | None:
    """Whom the phrase with this head is said of, if anybody."""
    start, determiner, owner, within = reading.left(head.start)
    plural = head.row.get("number") == "plural"
    return (
        _before(reading, head, start, determiner, owner, within, plural)
        or _carried(reading, head, last)
        or _after(reading, head, start, determiner, owner, within, plural)
        or _is(reading, head, start, determiner, owner, within)
    )


def _before(
    reading: Reading,
    head: Phrase,
    start: int,
    determiner: str,
    owner: Placed | None,
    within: tuple[Placed, ...],
    plural: bool,
) -> Description | None:
    inside = reading.starting.get(head.start)
    if inside and inside.mention.kind == "person" and inside.mention.form == "name" and head.end < inside.end:
        return Description((inside,), head, start, inside.mention.span, "before", determiner, owner, within)
    person, comma = reading.name_after(head.end)
    if person is None and determiner:
        person, comma = reading.named_behind(head.end), True
    if person is None or (owner and owner == person):
        return None
    if comma and (
        not determiner or determiner in bounds("vague") or reading.word(start - 1) in ("for", "of")
    ):
        return None
    if comma and determiner in ("a", "an") and _of_another(reading, start):
        return None
    people, end = reading.listed(person.start) if plural else ([person], person.end)
    if plural and len(people) < 2:
        return None
    if comma:
        after = reading.skip_age(end)
        if not (
            not reading.word(after)
            or reading.word(after) in CLOSERS
            or reading.word(after) in ("who", "whose", "and")
        ):
            return None
    evidence = span(reading.doc, start, end)
    return Description(tuple(people), head, start, evidence, "before", determiner, owner, within)


def _of_another(reading: Reading, start: int) -> bool:
    """Whether a name before the comma is what the phrase tells of: "Ana Soler, a nurse, Ion Sava and his cousin"."""
    if reading.word(start - 1) != ",":
        return False
    before = reading.ending.get(reading.skip_age_back(start - 1))
    return before is not None and before.mention.kind == "person" and before.mention.form == "name"


def _carried(reading: Reading, head: Phrase, last: Description | None) -> Description | None:
    """As in "A lawyer and activist": the second noun is said of the same person as the first."""
    if last is None or last.how == "before" or not reading.closes(head.end):
        return None
    k = head.start
    while k > last.head.end and reading.word(k - 1) not in JOINS and k - 1 > last.head.end:
        if reading.word(k - 1) in stops() - {"a", "an"} or not reading.doc[k - 1].is_alpha:
            return None
        k -= 1
    if reading.word(k - 1) not in JOINS or k - 1 != last.head.end:
        return None
    if reading.word(k - 1) == "," and reading.word(k) not in ("a", "an", "the") and last.how != "is":
        return None
    evidence = last.evidence.hull(span(reading.doc, head.start, head.end))
    return Description(last.people, head, k, evidence, last.how)


def _after(
    reading: Reading,
    head: Phrase,
    start: int,
    determiner: str,
    owner: Placed | None,
    within: tuple[Placed, ...],
    plural: bool,
) -> Description | None:
    opening = reading.word(start - 1)
    if opening not in OPENERS:
        return None
    people = reading.listed_back(start - 1)
    if not plural:
        people = people[-1:]
    elif len(people) < 2:
        return None
    if not people or (owner and owner in people):
        return None
    reduced = reading.word(people[0].start - 1) not in bounds("preposition")
    if not reading.closes(head.end, participle=reduced):
        return None
    evidence = span(reading.doc, people[0].start, head.end)
    return Description(tuple(people), head, start, evidence, "after", determiner, owner, within)


def _is(
    reading: Reading,
    head: Phrase,
    start: int,
    determiner: str,
    owner: Placed | None,
    within: tuple[Placed, ...],
) -> Description | None:
    k = start
    while reading.word(k - 1) in bounds("adverb"):
        k -= 1
    if reading.word(k - 1) not in bounds("copula") or not reading.closes(head.end, clause=True):
        return None
    if not determiner and "number" in head.row and "use" not in head.row:
        return None
    person = reading.subject(k - 1)
    if person is None or person == owner or _denied(reading, person.start):
        return None
    evidence = span(reading.doc, person.start, head.end)
    return Description((person,), head, start, evidence, "is", determiner, owner, within)


def _denied(reading: Reading, start: int) -> bool:
    """Whether a clause that begins at a token hangs on a verb of denial: "denied that she was a teacher"."""
    i = start - (reading.word(start - 1) == "that")
    stance = lexicons.mapping("speech-verbs", "word", "stance").get(reading.word(i - 1))
    return stance in ("deny", "reject")


def descriptions(document: Document, name: str) -> Iterator[tuple[Reading, Description]]:
    """All descriptions in the document whose heads stand in the word list `name`, in order."""
    allowed = usable(document)
    for sentence in document.sentences:
        reading: Reading | None = None
        last: Description | None = None
        for head in phrases(document.doc, sentence.start, sentence.end, name):
            reading = reading or Reading(document, sentence, allowed)
            found = describe(reading, head, last)
            if found:
                last = found
                yield reading, found
