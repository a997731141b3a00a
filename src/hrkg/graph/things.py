"""People, organizations, places and groups as nodes, and what they are said to be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from hrkg import vocab
from hrkg.graph.builder import ArticleGraph
from hrkg.graph.iris import concept
from hrkg.model import Attribute, Entity, Extracted, Location, Post, Relation, Span, Whole

CLASSES = {
    "person": "foaf:Person",
    "organization": "org:Organization",
    "place": "hr:Place",
    "group": "hr:Group",
}
KINDS = {"organization": "organization-kind", "place": "place-kind", "group": "organization-kind"}
_MIRRORED = frozenset({"spouse", "sibling", "kinOf"})
"""Relations that hold both ways."""
_KIN = {
    "spouse": "schema:spouse",
    "children": "schema:children",
    "sibling": "schema:sibling",
    "kinOf": "hr:kinOf",
}


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity of the article and its node."""

    entity: Entity
    node: ox.NamedNode
    label: str


class Cast:
    """Everybody and everything that one article tells of, found by any span that mentions it."""

    def __init__(
        self, graph: ArticleGraph, entities: Sequence[Entity], shared: Mapping[int, tuple[ox.NamedNode, str]]
    ) -> None:
        self.things = tuple(
            _thing(graph, entity, shared.get(number)) for number, entity in enumerate(entities)
        )
        self._by_span = {span: t for t in self.things for span in t.entity.mentions}
        for thing in self.things:
            _locate(graph, thing)

    def at(self, span: Span | None) -> Thing | None:
        """Who is mentioned at a span; None for a mention that leads to nobody."""
        return self._by_span.get(span) if span else None


def _thing(graph: ArticleGraph, entity: Entity, shared: tuple[ox.NamedNode, str] | None) -> Thing:
    """Write an entity: its class, label, other names, kind, size and mentions."""
    first = entity.mentions[0].begin
    node, label = shared or (graph.iris.told(graph.article.id, entity.kind, first), entity.label)
    graph.local[node] = f"{entity.kind}@{first}"
    graph.add(node, "rdf:type", vocab.term(CLASSES[entity.kind]))
    graph.add(node, "rdfs:label", ox.Literal(label))
    for name in {*entity.also, entity.label} - {label}:
        graph.add(node, "skos:altLabel", ox.Literal(name))
    if entity.code and entity.kind in KINDS:
        graph.add(node, "hr:kind", vocab.concept(KINDS[entity.kind], entity.code))
    for span in entity.mentions:
        graph.add(node, "hr:mention", graph.span(span))
    if entity.count:
        _count(graph, node, entity)
    return Thing(entity, node, label)


def _locate(graph: ArticleGraph, thing: Thing) -> None:
    """Write which row of reference data a place is, and the larger places in which it lies by that row."""
    if thing.entity.source is None:
        return
    row = ox.NamedNode(thing.entity.source)
    graph.add(thing.node, "skos:exactMatch", row)
    for whole in thing.entity.wholes:
        node = _whole(graph, whole)
        graph.report(thing.node, "hr:within", node, extractor="resolve", modality="reference", source=row)


def _whole(graph: ArticleGraph, whole: Whole) -> ox.NamedNode:
    """Write a larger place.

    `hr:Place` is what an article names: a region that only the reference data knows is an administrative area. A
    country is named whenever its row is used, if only by its government or adjective.
    """
    node = graph.iris.reference(whole.key)
    graph.local.setdefault(node, whole.key)
    kind = "hr:Place" if whole.code == "country" else "schema:AdministrativeArea"
    graph.add(node, "rdf:type", vocab.term(kind))
    graph.add(node, "rdfs:label", ox.Literal(whole.label))
    graph.add(node, "hr:kind", vocab.concept("place-kind", whole.code))
    return node


def _count(graph: ArticleGraph, node: ox.NamedNode, entity: Entity) -> None:
    """How many a group has, with the words that say so."""
    count = entity.count
    assert count is not None
    graph.add(node, "hr:countText", ox.Literal(count.span.of(graph.article.text)))
    graph.add(node, "hr:countQualifier", vocab.concept("count-qualifier", count.qualifier))
    for predicate, number in (("hr:countMin", count.minimum), ("hr:countMax", count.maximum)):
        if number is not None:
            value = ox.Literal(str(number), datatype=vocab.term("xsd:integer"))
            graph.report(node, predicate, value, count.span, extractor="mentions")


def write(graph: ArticleGraph, cast: Cast, found: Sequence[Extracted]) -> list[str]:
    """Write what people are, hold and belong to, and where places lie; returns why records were dropped."""
    dropped = []
    for x in found:
        match x.record:
            case Attribute():
                done = _attribute(graph, cast, x.record, x.extractor)
            case Post():
                done = _post(graph, cast, x.record, x.extractor)
            case Relation():
                done = _relation(graph, cast, x.record, x.extractor)
            case Location():
                done = _location(graph, cast, x.record, x.extractor)
            case _:
                continue
        if not done:
            kind = type(x.record).__name__.lower()
            dropped.append(
                f"{x.extractor}: a {kind} at {x.record.evidence.begin} is of somebody without a name"
            )
    return dropped


def _attribute(graph: ArticleGraph, cast: Cast, record: Attribute, extractor: str) -> bool:
    """An occupation, ethnicity or nationality."""
    who = cast.at(record.subject)
    if who is None or who.entity.kind not in ("person", "group"):
        return False
    predicate = record.predicate
    if who.entity.kind == "group":
        if predicate != "occupation":
            return False
        predicate = "memberOccupation"
    value = concept(record.predicate, record.value)
    graph.add(value, "rdf:type", vocab.term("skos:Concept"))
    graph.add(value, "skos:prefLabel", ox.Literal(vocab.label(value) or record.value, language="en"))
    graph.report(who.node, f"hr:{predicate}", value, record.evidence, extractor=extractor)
    return True


def _post(graph: ArticleGraph, cast: Cast, record: Post, extractor: str) -> bool:
    """An office and who holds it; the office is the article's own node, its title and organization told there."""
    who = cast.at(record.holder)
    if who is None or who.entity.kind != "person":
        return False
    body = cast.at(record.organization)
    node = graph.mint("post", record.evidence.begin, f"{graph.local[who.node]} {record.title}")
    graph.add(node, "rdf:type", vocab.term("org:Post"))
    graph.add(node, "rdfs:label", ox.Literal(record.title))
    if body is not None and body.entity.kind in ("organization", "place"):
        graph.add(node, "org:postIn", body.node)
    graph.report(who.node, "hr:holdsPost", node, record.evidence, extractor=extractor)
    return True


def _location(graph: ArticleGraph, cast: Cast, record: Location, extractor: str) -> bool:
    """A larger place in which the article puts a place; a country that only an adjective names is a node of its own."""
    place = cast.at(record.place)
    if place is None or place.entity.kind != "place":
        return False
    if isinstance(record.whole, Whole):
        node = _whole(graph, record.whole)
        if record.adjective:
            graph.add(node, "hr:mention", graph.span(record.adjective))
    else:
        larger = cast.at(record.whole)
        if larger is None or larger.entity.kind != "place" or larger.node == place.node:
            return False
        node = larger.node
    graph.report(place.node, "hr:within", node, record.evidence, extractor=extractor)
    return True


def _relation(graph: ArticleGraph, cast: Cast, record: Relation, extractor: str) -> bool:
    """Kin, or membership of an organization."""
    one, other = cast.at(record.subject), cast.at(record.object)
    if one is None or other is None or one.node == other.node:
        return False
    if record.predicate == "affiliatedWith":
        if one.entity.kind != "person" or other.entity.kind != "organization":
            return False
        graph.report(one.node, "hr:affiliatedWith", other.node, record.evidence, extractor=extractor)
        return True
    if one.entity.kind != "person" or other.entity.kind != "person":
        return False
    predicate = _KIN[record.predicate]
    graph.report(one.node, predicate, other.node, record.evidence, extractor=extractor)
    if record.predicate in _MIRRORED:
        graph.report(other.node, predicate, one.node, record.evidence, extractor=extractor)
    return True
