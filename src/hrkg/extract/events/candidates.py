"""From a trigger in its clause to an event: its arguments, and whether it has what its type demands."""

from collections.abc import Iterable, Iterator
from functools import cache

from hrkg import lexicons
from hrkg.extract.clauses import Clauses
from hrkg.extract.events.arguments import arguments, place, when
from hrkg.extract.events.triggers import Trigger
from hrkg.extract.events.uses import read
from hrkg.extract.factuality import Verdict
from hrkg.model import Argument, Event


@cache
def demanding(column: str) -> frozenset[str]:
    """Event types with a yes in one column of the list `event-demands`: `deprivation`, `affected`, `alone`."""
    return frozenset(row["type"] for row in lexicons.rows("event-demands") if row[column] == "yes")


def events(clauses: Clauses, trigger: Trigger) -> Iterator[Event]:
    """At most one event, with all its arguments."""
    use = read(clauses, trigger)
    if use is None:
        return
    roles, verdict, modality = use
    if not verdict.reported and verdict.prospect is None:
        return
    at = (trigger.start, trigger.end)
    found: dict[tuple[str, object], Argument] = {}
    for role, phrase in ((trigger.subject, roles.subject), (trigger.object, roles.object)):
        if role:
            for argument in arguments(clauses, role, phrase, trigger.type, at):
                found.setdefault((role, argument.filler), argument)
    if trigger.type in demanding("affected") and not any(role == "affected" for role, _ in found):
        return
    dated, located = when(clauses, *at), place(clauses, trigger.end)
    if not found and not (located and trigger.type in demanding("alone")):
        return
    if not verdict.reported:
        for argument in _interested(clauses, trigger, verdict):
            if not any(a.filler == argument.filler for a in found.values()):
                found.setdefault((argument.role, argument.filler), argument)
    if located:
        for argument in arguments(clauses, "place", located, trigger.type, at):
            found.setdefault(("place", argument.filler), argument)
    yield Event(
        by_captors(clauses, trigger.type, found.values()),
        clauses.span(*at),
        tuple(found.values()),
        dated,
        verdict.prospect,
        modality,
    )


def by_captors(clauses: Clauses, type_: str, found: Iterable[Argument]) -> str:
    """Armed or masked men who hold somebody abduct, and those whom they "execute" are killed: they are no authority."""
    agents = [a.filler.of(clauses.document.text).lower().split() for a in found if a.role == "agent"]
    captors = lexicons.words("captors")
    if not any(captors.intersection(a) for a in agents):
        return type_
    return {"detention": "abduction", "execution": "killing"}.get(type_, type_)


def _interested(clauses: Clauses, trigger: Trigger, verdict: Verdict) -> Iterator[Argument]:
    """Who urges, plans or promises, and who is asked to act."""
    if (
        verdict.governor is None
        or verdict.prospect is None
        or verdict.prospect.kind not in ("urged", "promised", "scheduled")
    ):
        return
    first, last = verdict.governor
    subject = clauses.subject(clauses.verb_group(first).start)
    yield from arguments(clauses, "advocate", subject, "", (trigger.start, trigger.end))
    asked = clauses.object(last) if verdict.prospect.kind == "urged" else None
    if asked and asked.end <= trigger.start and clauses.word(asked.end) == "to":
        yield from arguments(clauses, "addressee", asked, "", (trigger.start, trigger.end))
