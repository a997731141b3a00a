"""Whose penalty is whose: several people, several terms ("five and three years respectively"), terms left out."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from hrkg.extract.clauses import Clauses, closed
from hrkg.extract.penalties import Term, terms, unitless
from hrkg.extract.reading import Placed
from hrkg.model import Sentence


def bare(clauses: Clauses, here: list[Term]) -> bool:
    """Whether "was given four years" can only be a penalty: years or months, then the clause ends."""
    after = clauses.word(here[0].end)
    return (here[0].duration or "").endswith(("Y", "M")) and after in (
        ",",
        ".",
        ";",
        "and",
        "for",
        "respectively",
        "by",
        "",
    )


def together(clauses: Clauses, found: list[Term]) -> list[Term]:
    """The first penalties up to the next person: what stands behind belongs to that one."""
    for number, (one, other) in enumerate(pairwise(found), 1):
        if any(clauses.actor(i) for i in range(one.end, other.start)):
            return found[:number]
    return found


def clause_end(clauses: Clauses, i: int) -> int:
    """Where the clause after a verb ends: at a semicolon, a bracket, a quotation mark, or the next finite verb."""
    while i < clauses.end and clauses.word(i) not in (";", ":", "(", "“", '"') and not clauses.finite(i):
        if clauses.word(i) in closed("relative") or clauses.word(i) in ("while", "but", "whereas"):
            break
        i += 1
    return i


def distributed(
    clauses: Clauses, members: Sequence[Placed], here: Sequence[Term], start: int
) -> Iterator[Sentence]:
    """Each of several people one term in order, or all the same; one person the first term and what adds to it."""
    groups = [m for m in members if clauses.resolution.kind(m.mention.span) == "group"]
    if len(members) > 1 and len(here) == len(members) and not groups:
        for member, term in zip(members, here, strict=True):
            yield from sentences(clauses, member, term, start)
        return
    several = any(clauses.resolution.targets(m.mention.span)[1:] for m in members)
    targets = [t for m in members for t in clauses.resolution.targets(m.mention.span)]
    if several and len(targets) == len(here):
        for target, term in zip(targets, here, strict=True):
            yield Sentence(target, term.type, term.duration, clauses.span(start, term.end))
        return
    if len(here) > 1 and len(targets) > 1:
        here = [t for t in here[1:] if t.type != here[0].type and not t.duration] if len(here) != 2 else here
        if len({t.type for t in here}) != len(here):
            return
    if len(targets) == 1 and len(here) > 1 and here[0].end == here[1].end:
        return  # "19 and 22 years" of one person: somebody else is not understood
    respective = (
        any(clauses.word(i) == "respectively" for i in range(here[-1].end - 1, here[-1].end + 3))
        if here
        else False
    )
    if respective and len(members) == 1 and clauses.resolution.kind(members[0].mention.span) == "group":
        return
    for number, term in enumerate(here):
        if number and not respective and term.type == here[0].type:
            break
        for member in members:
            yield from sentences(clauses, member, term, start)


def sentences(clauses: Clauses, member: Placed, term: Term, start: int) -> Iterator[Sentence]:
    """The penalty of a mention, once for each thing that it stands for."""
    kind = clauses.resolution.kind(member.mention.span)
    if kind not in ("person", "group") or clauses.moments.get(term.start):
        return
    for filler in clauses.resolution.fillers(member.mention):
        evidence = clauses.span(min(start, term.start), max(term.end, start + 1))
        yield Sentence(filler, term.type, term.duration, evidence)


def elliptic(clauses: Clauses, last: Term) -> Iterator[Sentence]:
    """As in "..., and Soler five", "and her brother, Luis Soler, an 18-month suspended term"."""
    i = last.end
    while i < clauses.end:
        while i < clauses.end and not (clauses.actor(i) and clauses.actor(i).mention.form == "name"):  # type: ignore[union-attr]
            if (
                clauses.finite(i)
                or i > last.end + 12
                or clauses.word(i) in closed("subordinator") | closed("relative")
            ):
                return
            i += 1
        member = clauses.actor(i)
        if member is None or clauses.word(i - 1) in closed("preposition"):
            return
        j = member.end
        while clauses.word(j) in (",", "for", "to", "got", "received", "a", "an", "was", "given"):
            j += 1
        if j == member.end:
            return
        stop = min(clauses.end, j + 8)
        following = terms(clauses.doc, j, stop) or unitless(clauses.doc, j, stop, last)
        if not following or following[0].start != j:
            return
        yield from sentences(clauses, member, following[0], i)
        last, i = following[0], following[0].end
