"""Ethnicity and nationality, only where the text states them of a person in so many words.

"Uyghur economist", "ethnic Kazakh", "a Dutch national"; never from a name, a language, a place, or an adjective of
state before an office. Source: DESIGN, "what is not stated is not stored".
"""

from collections.abc import Iterable, Iterator
from functools import cache

from hrkg import lexicons
from hrkg.extract.belonging import covering
from hrkg.extract.descriptions import descriptions
from hrkg.extract.noun_phrases import Reading, bounds
from hrkg.extract.portraits import Portraits
from hrkg.extract.reading import Phrase, Placed, phrases, span, usable
from hrkg.model import Attribute, Document, Record

_ATTRIBUTES = frozenset({"amod", "compound", "nmod:desc", "nmod"})
_CAUSES = frozenset({"rights", "language"})
"""What an activist of any origin may stand for: a Uyghur rights activist need not be Uyghur."""


@cache
def _demonyms() -> frozenset[str]:
    """What the citizens of countries are called."""
    return frozenset(d for r in lexicons.rows("countries") for d in r["demonym"].split("|") if d)


@cache
def _people_nouns() -> frozenset[str]:
    """The last words of nouns for people, one and many."""
    return frozenset(
        r[c].split(" ")[-1] for r in lexicons.rows("people-nouns") for c in ("singular", "plural")
    )


class Ethnicities:
    """Attributes `ethnicity` (list `ethnicities.tsv`) and `nationality` ("a Dutch national")."""

    name = "ethnicities"
    requires = frozenset({"Mention", "Reference"})
    provides = frozenset({"Attribute"})

    def __call__(self, document: Document) -> Iterable[Record]:
        """The ethnicities and nationalities that the text states."""
        for reading, found in descriptions(document, "occupations"):
            word = _before_head(reading, found.head.start)
            if word and not _CAUSES & set(found.head.row["word"].split(" ")):
                for person in found.people:
                    evidence = found.evidence.hull(span(reading.doc, word.start, word.end))
                    yield Attribute(person.mention.span, "ethnicity", word.row["concept"], evidence)
        allowed = usable(document)
        for sentence in document.sentences:
            reading = Reading(document, sentence, allowed)
            for word in phrases(document.doc, sentence.start, sentence.end, "ethnicities"):
                yield from _stated(reading, word)
            yield from _nationalities(reading)
        yield from _parsed(document)


def _parsed(document: Document) -> Iterator[Attribute]:
    """What the dependency trees tell; nothing where the document was not parsed."""
    portraits = Portraits(document)
    for tree in portraits.trees():
        for word in phrases(tree.doc, tree.sentence.start, tree.sentence.end, "ethnicities"):
            first, last = tree.doc[word.start], tree.doc[word.end - 1]
            ethnic = word.start > tree.sentence.start and tree.doc[word.start - 1].lower_ == "ethnic"
            held = tree.at(first)
            if held and held.mention.kind != "group":
                continue  # a part of a name
            if not first.text[0].isupper() or not (ethnic or _telling(word)):
                continue
            head = last if last.dep_ not in _ATTRIBUTES else tree.parent(last) or last
            causes = {t.lower_ for t in tree.doc[word.end : head.i]} & _CAUSES
            known = head is last or head.lower_ in _people_nouns()
            if causes or not known:
                continue
            found = portraits.said(tree, head, head.tag_ in ("NNS", "NNPS"))
            for person in found[0] if found else ():
                evidence = covering(tree, span(tree.doc, word.start, max(word.end, head.i + 1)), person)
                yield Attribute(person, "ethnicity", word.row["concept"], evidence)


def _telling(word: Phrase) -> bool:
    """Whether a word names a people without "ethnic" before it: those that no country's citizens are called by."""
    return word.row["use"] == "alone" or word.row["word"] not in _demonyms()


def _capital(reading: Reading, word: Phrase) -> bool:
    return reading.doc[word.start].text[0].isupper()


def _before_head(reading: Reading, head: int) -> Phrase | None:
    """The ethnic adjective right before a noun for a person, other adjectives between allowed."""
    i = head
    while reading.word(i - 1) in lexicons.words("title-modifiers"):
        i -= 1
    return _ending(reading, i)


def _ending(reading: Reading, i: int) -> Phrase | None:
    for start in (i - 2, i - 1):
        if start < reading.sentence.start:
            continue
        for word in phrases(reading.doc, start, i, "ethnicities"):
            ethnic = reading.word(word.start - 1) == "ethnic"
            if word.end == i and _capital(reading, word) and (ethnic or word.row["use"] == "alone"):
                return word
    return None


def _stated(reading: Reading, word: Phrase) -> Iterator[Attribute]:
    """As in "Ana Soler, an ethnic Kazakh", "a member of the Hazara minority", "who is Kurdish", "Ana Soler (Chin)"."""
    if not _capital(reading, word):
        return
    ethnic = reading.word(word.start - 1) == "ethnic"
    person: Placed | None = None
    start = word.start - ethnic
    noun = reading.word(word.end) in bounds("people")
    if ethnic or word.row["use"] == "alone" or noun:
        person = _appositive(reading, start, word.end, ethnic, noun) or _copular(
            reading, start, word.end, noun
        )
        if ethnic and person is None and (found := reading.person(word.end)):
            person = found
    if person is None and reading.word(word.start - 1) == "(" and reading.word(word.end) == ")":
        found = reading.ending.get(word.start - 1)
        person = found if found and found.mention.kind == "person" and _telling(word) else None
    if person:
        evidence = span(reading.doc, min(person.start, start), max(person.end, word.end))
        yield Attribute(person.mention.span, "ethnicity", word.row["concept"], evidence)


def _ends(reading: Reading, end: int, noun: bool) -> bool:
    return reading.closes(end + noun)


def _appositive(reading: Reading, start: int, end: int, ethnic: bool, noun: bool) -> Placed | None:
    if reading.word(start - 1) not in ("a", "an") or not (ethnic or noun) or not _ends(reading, end, noun):
        membership = (
            reading.word(start - 1) == "the"
            and reading.word(start - 2) == "of"
            and reading.word(start - 3) == "member"
        )
        if not (membership and noun):
            return None
        start -= 3
    if reading.word(start - 2) != ",":
        return None
    people = reading.listed_back(start - 2)
    return people[-1] if people else None


def _copular(reading: Reading, start: int, end: int, noun: bool) -> Placed | None:
    if not _ends(reading, end, noun):
        return None
    k = start - (reading.word(start - 1) in ("a", "an"))
    if reading.word(k - 1) not in ("is", "was"):
        return None
    return reading.subject(k - 1)


def _nationalities(reading: Reading) -> Iterator[Attribute]:
    """As in "Ana Soler, a Dutch national": the adjective of state before "national" or "citizen"."""
    for i in range(reading.sentence.start + 1, reading.sentence.end):
        if reading.word(i) not in bounds("citizen") or not reading.doc[i - 1].text[0].isupper():
            continue
        start = i - 1
        if reading.word(start) in bounds("determiner"):
            continue
        inside = reading.ending.get(i)
        if inside:
            start = inside.start
        value = span(reading.doc, start, i).of(reading.doc.text).lower()
        person = reading.person(i + 1)
        if person is None and reading.word(start - 1) in ("a", "an") and reading.closes(i + 1):
            if reading.word(start - 2) == ",":
                people = reading.listed_back(start - 2)
                person = people[-1] if people else None
            elif reading.word(start - 2) in ("is", "was", "became"):
                person = reading.subject(start - 2)
        if person:
            evidence = span(reading.doc, min(person.start, start), max(person.end, i + 1))
            yield Attribute(person.mention.span, "nationality", value, evidence)


EXTRACTOR = Ethnicities()
