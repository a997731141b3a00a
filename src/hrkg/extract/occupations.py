"""What people do for a living or are active as: "rights lawyer Ana Soler", "Ana Soler, a former teacher"."""

from collections.abc import Iterable

from hrkg.extract.descriptions import Description, descriptions
from hrkg.extract.noun_phrases import Reading
from hrkg.model import Attribute, Document, Record

_PAST = {"former": "former", "ex": "former", "retired": "retired"}
_NONE = frozenset({"no", "any", "every"})


class Occupations:
    """Attributes `occupation` from the list `occupations.tsv`; "former" and "retired" stay part of the value."""

    name = "occupations"
    requires = frozenset({"Mention", "Reference"})
    provides = frozenset({"Attribute"})

    def __call__(self, document: Document) -> Iterable[Record]:
        """The occupations that the text states."""
        for reading, found in descriptions(document, "occupations"):
            if found.determiner in _NONE or not _fits(reading, found):
                continue
            value = _value(reading, found)
            for person in found.people:
                yield Attribute(person.mention.span, "occupation", value, found.evidence)


def _fits(reading: Reading, found: Description) -> bool:
    """A form of address ("Father", "Justice") tells something only right before a name, in capitals."""
    if found.head.row["number"] != "title":
        return True
    capital = reading.doc[found.head.start].text[0].isupper()
    return capital and found.how == "before" and not found.determiner and reading.word(found.head.end) != ","


def _value(reading: Reading, found: Description) -> str:
    """The concept's label, with what says that it is over."""
    i = found.head.start - 1
    while i >= found.start and (reading.word(i) in ("-", "–") or reading.doc[i].is_alpha):
        if reading.word(i) in _PAST:
            return f"{_PAST[reading.word(i)]} {found.head.row['concept']}"
        i -= 1
    return found.head.row["concept"]


EXTRACTOR = Occupations()
