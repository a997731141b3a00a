"""Explain a person or thing: everything the graph says of it, with who says so and in which words."""

from collections.abc import Iterable

import pyoxigraph as ox

from hrkg import vocab
from hrkg.query.explanation import Explanation, Item, Node, Section, Statement
from hrkg.query.naming import ACTORS, find
from hrkg.query.reading import Reader, Resource

IDENTITY = "Identity"
STATEMENTS = "Statements"
"""What is said of a thing that is no person, organization, group or place."""
POSTS = "Posts and occupations"
EVENTS = "Events (reported)"
PROSPECTS = "Urged, planned or feared (not reported as done)"
CHARGES = "Charges"
SENTENCES = "Sentences"
STATUS = "Status"
CLAIMS_BY = "Claims made"
CLAIMS_ABOUT = "Claims about"
KIN = "Kin"
OTHER = "Also"
_ORDER = (
    IDENTITY,
    STATEMENTS,
    POSTS,
    EVENTS,
    PROSPECTS,
    CHARGES,
    SENTENCES,
    STATUS,
    CLAIMS_BY,
    CLAIMS_ABOUT,
    KIN,
    OTHER,
)
_OF_PREDICATE = {
    "hr:occupation": POSTS,
    "hr:memberOccupation": POSTS,
    "hr:holdsPost": POSTS,
    "hr:affiliatedWith": POSTS,
    "schema:spouse": KIN,
    "schema:children": KIN,
    "schema:sibling": KIN,
    "hr:kinOf": KIN,
}
_OF_CLASS = (
    ("hr:ProspectiveEvent", PROSPECTS),
    ("hr:Event", EVENTS),
    ("hr:Charge", CHARGES),
    ("hr:Sentence", SENTENCES),
    ("hr:StatusReport", STATUS),
    ("hr:Claim", CLAIMS_ABOUT),
    ("hr:Utterance", CLAIMS_BY),
    ("org:Post", POSTS),
)
"""Where a node stands in which the explained thing takes part; the first class that fits."""
_MIRRORED = ("schema:spouse", "schema:sibling", "hr:kinOf", "hr:sameOccasion")
"""Properties that hold both ways: of two triples that say one thing, one is shown."""
_FIRST = (
    "hr:eventType",
    "hr:prospectKind",
    "hr:advocate",
    "hr:addressee",
    "hr:affected",
    "hr:agent",
    "hr:participant",
    "hr:place",
    "hr:edtf",
    "hr:speaker",
    "hr:text",
    "hr:stance",
    "hr:target",
)
"""The order in which a reader asks for the parts of an event or claim; others follow."""
_SHOWN_ABOVE = ("rdf:type", "rdfs:label", "skos:prefLabel", "skos:altLabel", "hr:kind", "hr:mention")
"""What the head of an explanation tells."""
_SCAFFOLD = (
    "rdf:type",
    "rdf:subject",
    "rdf:predicate",
    "rdf:object",
    "prov:hadPrimarySource",
    "prov:wasDerivedFrom",
    "nif:referenceContext",
    "hr:evidence",
    "hr:sentence",
    "hr:mention",
    "hr:modality",
    "hr:inUtterance",
)
"""Triples that only hold the two layers together; what points at a thing with one of them says nothing of it."""


def explain(store: ox.Store, what: str) -> Explanation:
    """Everything the graph says of a thing, and never more.

    Args:
        store: the graph.
        what: a name (without regard to case and diacritics), or an IRI, whole or short (`hrd:person/…`).

    Raises:
        SetupError: nothing, or more than one thing, may be meant.
    """
    reader = Reader(store)
    return Explanation(what, tuple(_node(reader, node) for node in find(reader, what)))


def _node(reader: Reader, node: Resource) -> Node:
    statements: dict[str, list[Statement]] = {}
    items: dict[str, list[Item]] = {}
    hidden = {vocab.term(p) for p in _SHOWN_ABOVE}
    default = IDENTITY if any(reader.is_a(node, cls) for cls in ACTORS) else STATEMENTS
    for triple in sorted(reader.said_of(node), key=_rank):
        if triple.predicate not in hidden:
            statements.setdefault(_section(triple.predicate, default), []).append(reader.statement(triple))
    for heading, other in _partners(reader, node):
        items.setdefault(heading, []).append(_item(reader, other))
    for triple in _inverse(reader, node):
        statements.setdefault(_section(triple.predicate, OTHER), []).append(reader.statement(triple))
    for judgment in _judgments(reader, node):
        items.setdefault(IDENTITY, []).append(_item(reader, judgment))
    types = {reader.label(t) for t in reader.objects(node, "rdf:type")}
    label = reader.label(node)
    names = {n.value for p in _SHOWN_ABOVE[1:4] for n in reader.objects(node, p) if isinstance(n, ox.Literal)}
    return Node(
        iri=node.value if isinstance(node, ox.NamedNode) else str(node),
        label=label,
        types=tuple(sorted(types)),
        kinds=reader.code(node, "hr:kind"),
        names=tuple(sorted(names - {label})),
        mentions=reader.mentions(node),
        sections=tuple(
            Section(h, tuple(statements.get(h, ())), tuple(sorted(items.get(h, ()), key=_as_told)))
            for h in _ORDER
            if h in statements or h in items
        ),
    )


def _section(predicate: ox.NamedNode, otherwise: str) -> str:
    return next((h for name, h in _OF_PREDICATE.items() if vocab.term(name) == predicate), otherwise)


def _rank(triple: ox.Triple) -> tuple[int, str]:
    names = [vocab.term(name) for name in _FIRST]
    return (names.index(triple.predicate) if triple.predicate in names else len(names), str(triple))


def _class(reader: Reader, node: Resource) -> str | None:
    return next((heading for cls, heading in _OF_CLASS if reader.is_a(node, cls)), None)


def _partners(reader: Reader, node: Resource) -> Iterable[tuple[str, Resource]]:
    """Nodes of their own in which the thing takes part, each once, with the heading they stand under."""
    found: dict[Resource, str] = {}
    for other, triple in _pointing(reader, node):
        heading = _class(reader, other)
        if heading == CLAIMS_BY:
            claims = [c for c in reader.objects(other, "hr:expresses") if isinstance(c, Resource)]
            by = CLAIMS_BY if triple.predicate == vocab.term("hr:speaker") else OTHER
            found |= dict.fromkeys(claims or [other], by)
        elif heading:
            found.setdefault(other, heading)
    for told in reader.objects(node, "hr:expresses"):
        if isinstance(told, Resource):
            found[told] = CLAIMS_BY
    found.pop(node, None)
    return [(heading, other) for other, heading in found.items()]


def _pointing(reader: Reader, node: Resource) -> list[tuple[Resource, ox.Triple]]:
    """Triples that say something of the node as their object, with their subjects."""
    scaffold = {vocab.term(p) for p in _SCAFFOLD}
    told = [t for t in reader.said_with(node) if t.predicate not in scaffold]
    return [(t.subject, t) for t in told if not isinstance(t.subject, ox.Triple)]


def _inverse(reader: Reader, node: Resource) -> list[ox.Triple]:
    """Triples in which a person, organization, place or article points at the thing."""
    mirrored = {vocab.term(p) for p in _MIRRORED}
    own = {(t.predicate, t.object) for t in reader.said_of(node)}
    return [
        triple
        for other, triple in _pointing(reader, node)
        if _class(reader, other) is None
        and not (triple.predicate in mirrored and (triple.predicate, other) in own)
    ]


def _judgments(reader: Reader, node: Resource) -> list[Resource]:
    """Why mentions in several articles are taken for this one thing, or are not."""
    spans = [s for s in reader.objects(node, "hr:mention") if isinstance(s, Resource)]
    return sorted({j for span in spans for j in reader.subjects("hr:compares", span)}, key=str)


def _item(reader: Reader, node: Resource) -> Item:
    """A node with all that is said of it; of a claim also who says it, of a post also who holds it."""
    hidden = {vocab.term(p) for p in (*_SHOWN_ABOVE, "hr:compares", "hr:expresses")}
    triples = reader.said_of(node)
    for utterance in reader.subjects("hr:expresses", node):
        triples += reader.said_of(utterance)
    holds = vocab.term("hr:holdsPost")
    triples += [t for t in reader.said_with(node) if t.predicate == holds]
    told = [reader.statement(t) for t in sorted(triples, key=_rank) if t.predicate not in hidden]
    return Item(reader.term(node), tuple(told))


def _as_told(item: Item) -> tuple[str, str, int, str]:
    """Items in the order in which articles tell them: by date, article and place; those without report last."""
    keys = [
        (e.article.published or "~", e.article.iri, e.quotes[0].begin if e.quotes else -1)
        for s in item.statements
        for e in s.evidence
        if e.article
    ]
    return (*min(keys, default=("~~", "", 0)), item.node.iri or "")
