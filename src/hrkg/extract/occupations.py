"""What people do for a living or are active as: "rights lawyer Ana Soler", "Ana Soler, a former teacher"."""

from collections.abc import Iterable, Iterator

from hrkg import lexicons
from hrkg.extract.descriptions import Description, descriptions
from hrkg.extract.noun_phrases import Reading
from hrkg.extract.portraits import Portrait, Portraits, own_words
from hrkg.extract.reading import Phrase, names, phrases
from hrkg.extract.syntax import Tree
from hrkg.model import Attribute, Document, Record, Span

_PAST = {"former": "former", "ex": "former", "retired": "retired"}
_NONE = frozenset({"no", "any", "every"})


class Occupations:
    """Attributes `occupation` from the list `occupations.tsv`, with the nouns that narrow them ("taxi driver").

    "former" and "retired" stay part of the value. Of two values of one person where one only says less ("driver",
    "taxi driver") the longer stays.
    """

    name = "occupations"
    requires = frozenset({"Mention", "Reference"})
    provides = frozenset({"Attribute"})

    def __call__(self, document: Document) -> Iterable[Record]:
        """The occupations that the text states."""
        found = [*_surface(document), *_parsed(document)]
        called = names(document)
        values: dict[str, set[str]] = {}
        for one in found:
            values.setdefault(called[one.subject], set()).add(one.value)
        seen: set[tuple[Span, str]] = set()
        for one in found:
            if any(_says_more(other, one.value) for other in values[called[one.subject]]):
                continue
            if (one.subject, one.value) not in seen:
                seen.add((one.subject, one.value))
                yield one


def _says_more(other: str, value: str) -> bool:
    return other != value and other.endswith(f" {value}")


def _surface(document: Document) -> Iterator[Attribute]:
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


def _parsed(document: Document) -> Iterator[Attribute]:
    portraits = Portraits(document)
    for tree in portraits.trees():
        listed = [f for f in portraits.of(tree, "occupations") if f.phrase.row["number"] != "title"]
        for found in (*listed, *_ended(portraits, tree), *_past_ranks(portraits, tree)):
            for person in found.people:
                yield Attribute(person, "occupation", _narrowed(tree, found), found.evidence)


def _ended(portraits: Portraits, tree: Tree) -> Iterator[Portrait]:
    """Nouns that no list has, by their endings: "bookbinder", and behind a noun "noodle seller"."""
    endings = lexicons.mapping("occupation-endings", "ending", "use")
    for token in tree.tokens():
        if token.tag_ not in ("NN", "NNS"):
            continue
        word = token.lower_.removesuffix("s") if token.tag_ == "NNS" else token.lower_
        use = next((use for ending, use in endings.items() if word.endswith(ending)), None)
        narrowed = any(c.i < token.i and c.pos_ == "NOUN" for c in tree.children(token, "compound"))
        if use is None or (use == "noun" and not narrowed):
            continue
        row = {"word": word, "concept": word, "number": "plural" if token.tag_ == "NNS" else "singular"}
        if token.lower_ not in lexicons.words("occupations") and (
            found := portraits.portrait(tree, Phrase(token.i, token.i + 1, row))
        ):
            yield found


def _past_ranks(portraits: Portraits, tree: Tree) -> Iterator[Portrait]:
    """A rank or office that somebody had before: "a former colonel", "retired sergeant Ion Sava"."""
    for phrase in phrases(tree.doc, tree.sentence.start, tree.sentence.end, "post-titles"):
        past = phrase.start > tree.sentence.start and tree.doc[phrase.start - 1].lower_ in _PAST
        if past and phrase.row["use"] == "rank":
            row = {**phrase.row, "concept": phrase.row["title"]}
            if found := portraits.portrait(tree, Phrase(phrase.start, phrase.end, row)):
                yield found


def _narrowed(tree: Tree, found: Portrait) -> str:
    """The concept's label with the nouns before it, and with what says that it is over."""
    words, before = own_words(tree, found)
    past = next((_PAST[w] for w in before if w in _PAST), "")
    return " ".join(filter(None, (past, words, found.phrase.row["concept"])))


EXTRACTOR = Occupations()
