"""Penalties in lists of cases, told without a subject: "Two years, High Court", "Sentenced 5 May: two years"."""

from collections.abc import Iterator

from hrkg import lexicons
from hrkg.extract.clauses import Clauses, closed
from hrkg.extract.entries import row
from hrkg.extract.penalties import Term, terms
from hrkg.extract.reading import Placed
from hrkg.extract.sentences.sharing import distributed
from hrkg.model import Sentence


def penalties(clauses: Clauses, people: tuple[Placed, ...]) -> Iterator[Sentence]:
    """Penalties of those whom an entry is about, in one of its sentences."""
    start, end = clauses.sentence.start, clauses.sentence.end
    if clauses.word(start) in ("fine", "fined"):
        for member in people:
            yield from distributed(clauses, (member,), [Term(start, start + 1, "fine", None, True)], start)
        return
    found = terms(clauses.doc, start, end)
    if not found or clauses.moments.get(found[0].start):
        return
    first = found[0].start
    led = [clauses.word(i) for i in range(start, first)]
    labelled = (
        ":" in led and led.index(":") < 4 and set(led[: led.index(":")]) & lexicons.words("outcome-labels")
    )
    table = row(clauses.document, clauses.sentence) and bool({"sentenced", "jailed"} & set(led))
    bare = first == start or (first == start + 1 and led[0] in closed("determiner"))
    unsure = any(clauses.finite(i) for i in range(start, first)) or {
        "wanted",
        "asked",
        "sought",
        "faces",
    } & set(led)
    if (labelled or table or bare) and not unsure:
        yield from distributed(clauses, people, found, start)
