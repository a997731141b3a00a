"""Charges in lists of cases: labelled lines ("Charge: libel"), cells of a table, and penalties without a verb."""

from collections.abc import Iterator

from spacy.tokens import Token

from hrkg import lexicons
from hrkg.extract.charges.offences import Offences, Words
from hrkg.extract.clauses import Clauses, closed
from hrkg.extract.entries import row
from hrkg.extract.penalties import terms
from hrkg.extract.reading import Placed
from hrkg.extract.syntax import Tree
from hrkg.model import Charge


def charges(tree: Tree, clauses: Clauses, people: tuple[Placed, ...]) -> Iterator[Charge]:
    """Charges of those whom an entry is about, in one of its sentences."""
    offences = Offences(tree, clauses)
    for start, end in _words(tree, clauses, offences):
        evidence = clauses.span(start, end)
        for member in people:
            for filler in clauses.resolution.fillers(member.mention):
                yield Charge(filler, evidence.of(clauses.document.text), evidence)


def _words(tree: Tree, clauses: Clauses, offences: Offences) -> Iterator[Words]:
    if row(clauses.document, tree.sentence):
        yield from _cells(tree, offences)
        return
    start, end = tree.sentence.start, tree.sentence.end
    colon = next((i for i in range(start, min(end, start + 4)) if tree.doc[i].text == ":"), None)
    label = tree.doc[start:colon].text.lower() if colon else ""
    if colon and label in lexicons.words("case-labels"):
        if colon + 1 < end and clauses.word(colon + 1) not in closed("negation") | {"none", "no", "unknown"}:
            yield from (
                w
                for w in offences.named(_top(tree, colon))
                if tree.doc[w[0]].is_alpha or w in offences.quotations
            )
        return
    penalties = [t for t in terms(tree.doc, start, end) if t.start < start + 12]
    fined = clauses.word(start) == "fine"
    if (penalties and penalties[0].start == start) or fined:
        after = start if fined else penalties[-1].end - 1
        for head in offences.near(tree.doc[after], frozenset({"for", "of"} if fined else {"for"})):
            yield from (w for w in offences.named(head) if offences.legal(w))


def _top(tree: Tree, colon: int) -> Token:
    """The head of the words behind a colon."""
    after = [t for t in tree.tokens() if t.i > colon]
    token = next((t for t in after if not t.is_punct), after[0])
    while token.head.i > colon and token.head.i != token.i and tree.inside(token.head):
        token = token.head
    return token


def _cells(tree: Tree, offences: Offences) -> Iterator[Words]:
    """Cells, or parts of them, that are nothing but an offence."""
    start = tree.sentence.start
    bounds = [i for i in range(start, tree.sentence.end) if tree.doc[i].text in ("|", ";", ",", ".")]
    for a, b in zip([start - 1, *bounds], [*bounds, tree.sentence.end], strict=True):
        words = tree.doc[a + 1 : b]
        if not 0 < len(words) <= 10 or any(t.tag_ in ("VBD", "VBN", "VBZ", "VBP", "MD", "CD") for t in words):
            continue
        head = words.root
        if offences.legal((a + 1, b)) and head.lower_ in lexicons.words("offence-nouns") | lexicons.words(
            "offence-verbs"
        ):
            yield a + 1, b
