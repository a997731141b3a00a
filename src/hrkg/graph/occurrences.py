"""Events, prospects, charges, sentences and statuses as nodes of the article that tells them."""

from collections.abc import Callable, Iterator, Sequence

import pyoxigraph as ox

from hrkg import vocab
from hrkg.graph.builder import ArticleGraph
from hrkg.graph.dates import bounds
from hrkg.graph.things import Cast, Thing
from hrkg.model import Argument, Charge, Event, Extracted, Modality, Moment, Sentence, Span, Status

_AGENTS = ("person", "organization", "group")
_FITTING = {
    "affected": _AGENTS,
    "agent": _AGENTS,
    "participant": _AGENTS,
    "place": ("place",),
    "advocate": _AGENTS,
    "addressee": _AGENTS,
}
"""Which kinds of things can fill a role."""
CUSTODY = frozenset(
    {
        "detained",
        "formally-arrested",
        "imprisoned",
        "house-arrest",
        "residential-surveillance",
        "interned",
        "disappeared",
    }
)
"""Statuses of those who are deprived of liberty, as the view `detained` lists them."""


def write(graph: ArticleGraph, cast: Cast, found: Sequence[Extracted]) -> list[str]:
    """Write what happened or may happen to whom; returns why records were dropped."""
    dropped = []
    granted = frozenset(
        x.record.trigger for x in found if isinstance(x.record, Event) and x.record.modality == "presupposed"
    )
    for x in found:
        match x.record:
            case Event():
                fault = _event(graph, cast, x.record, x.extractor)
            case Charge():
                fault = _charge(graph, cast, x.record, x.extractor)
            case Sentence():
                fault = _sentence(graph, cast, x.record, x.extractor)
            case Status():
                fault = _status(graph, cast, x.record, x.extractor, x.record.evidence in granted)
            case _:
                continue
        if fault:
            dropped.append(f"{x.extractor}: {fault}")
    return dropped


def _fillers(cast: Cast, record: Event) -> Iterator[tuple[Argument, Thing]]:
    """The arguments that lead to somebody or something fit for the role, each once a role."""
    seen = set()
    for argument in record.arguments:
        thing = cast.at(argument.filler)
        if thing and thing.entity.kind in _FITTING[argument.role] and (argument.role, thing.node) not in seen:
            seen.add((argument.role, thing.node))
            yield argument, thing


def _event(graph: ArticleGraph, cast: Cast, record: Event, extractor: str) -> str | None:
    """An event, or a prospect of one: two readings are two nodes."""
    fillers = list(_fillers(cast, record))
    affected = [t for a, t in fillers if a.role == "affected"]
    classes = vocab.event_classes(record.type)
    deprives = vocab.term("hr:DeprivationOfLiberty") in classes
    if not record.prospect and deprives and not affected:
        return f"a {record.type} at {record.trigger.begin} affects nobody that the article names"
    who = " ".join(sorted(graph.local[t.node] for t in affected))
    kind = f"prospective-{record.type}" if record.prospect else record.type
    reading = f"{record.prospect.kind} {who}" if record.prospect else who
    node = graph.mint(kind, record.trigger.begin, reading)
    code = vocab.concept("event-type", record.type)
    name = (vocab.label(code) or record.type).capitalize()
    of = f" of {', '.join(t.label for t in affected)}" if affected else ""
    suffix = f", {record.prospect.kind}" if record.prospect else ""
    graph.add(node, "rdfs:label", ox.Literal(f"{name}{of}{suffix}"))

    def report(predicate: str, value: ox.NamedNode | ox.Literal, *evidence: Span) -> None:
        graph.report(node, predicate, value, *evidence, extractor=extractor, modality=record.modality)

    if record.prospect:
        graph.add(node, "rdf:type", vocab.term("hr:ProspectiveEvent"))
        kind_node = vocab.concept("prospect-kind", record.prospect.kind)
        report("hr:prospectKind", kind_node, record.prospect.cue)
    else:
        befell = any(a.role == "affected" for a in record.arguments)
        graph.events.append((record.trigger.begin, befell, node))
        for cls in classes:
            graph.add(node, "rdf:type", cls)
        if deprives:
            _mark_detained(graph, affected)
    report("hr:eventType", code, record.trigger)
    for argument, thing in fillers:
        if argument.role in ("advocate", "addressee") and not record.prospect:
            continue
        report(f"hr:{argument.role}", thing.node, argument.evidence)
    if record.when:
        _date(graph, node, record.when, report)
    return None


def _mark_detained(graph: ArticleGraph, things: Sequence[Thing]) -> None:
    """A person whom some deprivation of liberty is reported of: ever, not now."""
    for thing in things:
        if thing.entity.kind == "person":
            graph.add(thing.node, "rdf:type", vocab.term("hr:DetainedIndividual"))


def _date(graph: ArticleGraph, node: ox.NamedNode, when: Moment, report: Callable[..., None]) -> None:
    """The words of the date, what they mean, and the days between which it lies."""
    graph.add(node, "hr:dateText", ox.Literal(when.span.of(graph.article.text)))
    if when.edtf is None:
        return
    report("hr:edtf", ox.Literal(when.edtf, datatype=vocab.term("edtf:EDTF")), when.span)
    first, last = bounds(when.edtf)
    date = vocab.term("xsd:date")
    if first:
        graph.add(node, "sem:hasEarliestBeginTimeStamp", ox.Literal(first, datatype=date))
    if last:
        graph.add(node, "sem:hasLatestEndTimeStamp", ox.Literal(last, datatype=date))


def _charge(graph: ArticleGraph, cast: Cast, record: Charge, extractor: str) -> str | None:
    """An official accusation: one person or group, one offence."""
    who = cast.at(record.person)
    if who is None or who.entity.kind not in _AGENTS:
        return f"a charge at {record.evidence.begin} is against somebody without a name"
    node = graph.mint("charge", record.evidence.begin, f"{graph.local[who.node]} {record.offence}")
    graph.add(node, "rdf:type", vocab.term("hr:Charge"))
    graph.add(node, "rdfs:label", ox.Literal(f"{who.label}: {record.offence}"))
    graph.report(node, "hr:chargedPerson", who.node, record.evidence, extractor=extractor)
    graph.report(node, "hr:offenceText", ox.Literal(record.offence), record.evidence, extractor=extractor)
    return None


def _sentence(graph: ArticleGraph, cast: Cast, record: Sentence, extractor: str) -> str | None:
    """A court's penalty for one person or group."""
    who = cast.at(record.person)
    if who is None or who.entity.kind not in _AGENTS:
        return f"a sentence at {record.evidence.begin} is of somebody without a name"
    told = f"{graph.local[who.node]} {record.type} {record.duration}"
    node = graph.mint("sentence", record.evidence.begin, told)
    kind = vocab.concept("sentence-type", record.type)
    words = vocab.label(kind) or record.type
    graph.add(node, "rdf:type", vocab.term("hr:Sentence"))
    length = f", {record.duration}" if record.duration else ""
    graph.add(node, "rdfs:label", ox.Literal(f"{who.label}: {words}{length}"))
    graph.report(node, "hr:sentencedPerson", who.node, record.evidence, extractor=extractor)
    graph.report(node, "hr:sentenceType", kind, record.evidence, extractor=extractor)
    if record.duration:
        value = ox.Literal(record.duration, datatype=vocab.term("xsd:duration"))
        graph.report(node, "hr:duration", value, record.evidence, extractor=extractor)
    return None


def _status(graph: ArticleGraph, cast: Cast, record: Status, extractor: str, presupposed: bool) -> str | None:
    """The latest that the article reports of one person's or group's liberty.

    Args:
        graph: to write to.
        cast: who is who.
        record: the status.
        extractor: who read it.
        presupposed: whether its words only take the custody for granted ("urged to release her").
    """
    who = cast.at(record.about)
    if who is None or who.entity.kind not in ("person", "group"):
        return f"a status at {record.evidence.begin} is of somebody without a name"
    node = graph.mint("status", record.evidence.begin, graph.local[who.node])
    code = vocab.concept("detention-status", record.status)
    graph.add(node, "rdf:type", vocab.term("hr:StatusReport"))
    graph.add(node, "rdfs:label", ox.Literal(f"{who.label}: {vocab.label(code) or record.status}"))
    graph.add(node, "hr:about", who.node)
    modality: Modality = "presupposed" if presupposed else "asserted"
    graph.report(node, "hr:status", code, record.evidence, extractor=extractor, modality=modality)
    if record.status in CUSTODY:
        _mark_detained(graph, [who])
    _as_of(graph, node, record, extractor)
    return None


def _as_of(graph: ArticleGraph, node: ox.NamedNode, record: Status, extractor: str) -> None:
    """When the status held: on its own date where that is over, else on the day of the article."""
    when = record.when
    if when and when.edtf and ".." not in when.edtf:
        value = ox.Literal(when.edtf, datatype=vocab.term("edtf:EDTF"))
        graph.report(node, "hr:asOf", value, when.span, extractor=extractor)
        return
    published = graph.article.metadata.published
    if published:
        value = ox.Literal(published, datatype=vocab.term("edtf:EDTF"))
        graph.report(node, "hr:asOf", value, extractor=extractor, modality="metadata")
