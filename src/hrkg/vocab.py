"""The terms of the graph, read from `ontology/`: a term that is not there raises.

Terms are written `prefix:name` as in `ontology/prefixes.ttl`; codes by the list they stand in.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

import pyoxigraph as ox

from hrkg import resources
from hrkg.errors import SetupError

LISTS = "https://w3id.org/hrkg/vocab/"
"""Namespace of the code lists: a concept is `<LISTS><scheme>/<code>`."""
NAMESPACE = "https://w3id.org/hrkg/ns#"
_SUBCLASS = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#subClassOf")


class UnknownTermError(SetupError):
    """A term or code that the ontology does not hold: a slip in the code or an ontology of another version."""


@cache
def store() -> ox.Store:
    """The ontology, its list of outside terms, its prefixes and its code lists, as one graph."""
    loaded = ox.Store()
    folder = resources.folder("ontology")
    names = ("hrkg.ttl", "external.ttl", "prefixes.ttl")
    for path in (*(folder / n for n in names), *sorted((folder / "lists").glob("*.ttl"))):
        try:
            loaded.load(path=path, format=ox.RdfFormat.TURTLE)
        except (OSError, SyntaxError) as error:
            raise SetupError(
                f"the ontology file {path.name} cannot be read: {error}; install hrkg again"
            ) from error
    return loaded


@cache
def prefixes() -> Mapping[str, str]:
    """Prefix → namespace, in the order in which files declare them."""
    sh = "http://www.w3.org/ns/shacl#"
    found = {
        ns.object.value: prefix.object.value  # type: ignore[union-attr]
        for prefix in store().quads_for_pattern(None, ox.NamedNode(sh + "prefix"), None)
        for ns in store().quads_for_pattern(prefix.subject, ox.NamedNode(sh + "namespace"), None)
    }
    return MappingProxyType({prefix: ns for ns, prefix in sorted(found.items(), key=lambda item: item[1])})


def _expand(name: str) -> str:
    prefix, _, local = name.partition(":")
    try:
        return prefixes()[prefix] + local
    except KeyError:
        raise UnknownTermError(f"the prefix of {name} is not in ontology/prefixes.ttl") from None


@cache
def term(name: str) -> ox.NamedNode:
    """The class or property `name`, e.g. `hr:affected`.

    Raises:
        UnknownTermError: the ontology says nothing of it.
    """
    node = ox.NamedNode(_expand(name))
    if next(store().quads_for_pattern(node, None, None), None) is None:
        raise UnknownTermError(f"{name} is not in ontology/: add it there first, or mend the name")
    return node


@cache
def concept(scheme: str, code: str) -> ox.NamedNode:
    """The concept `code` of the list `scheme`, e.g. `concept("stance", "accuse")`.

    Raises:
        UnknownTermError: the list is not there or, unless it is open, has no such code.
    """
    node = ox.NamedNode(f"{LISTS}{scheme}/{code}")
    if next(store().quads_for_pattern(node, term("skos:inScheme"), None), None) is None and not is_open(
        scheme
    ):
        raise UnknownTermError(
            f"{code} is not in ontology/lists/{scheme}.ttl: add it there first, or mend the code"
        )
    return node


@cache
def is_open(scheme: str) -> bool:
    """Whether concepts beyond the listed ones may be minted from an article's words.

    Raises:
        UnknownTermError: no such list.
    """
    node = ox.NamedNode(LISTS + scheme)
    marks = [q.object for q in store().quads_for_pattern(node, None, None)]
    if not marks:
        raise UnknownTermError(f"there is no code list {scheme} in ontology/lists/")
    return any(
        isinstance(q.object, ox.Literal) and q.object.value == "true"
        for q in store().quads_for_pattern(node, term("hr:openList"), None)
    )


@cache
def codes(scheme: str) -> tuple[str, ...]:
    """All codes of a list, sorted."""
    members = store().quads_for_pattern(None, term("skos:inScheme"), ox.NamedNode(LISTS + scheme))
    return tuple(sorted(str(q.subject.value).rsplit("/", 1)[1] for q in members))  # type: ignore[union-attr]


def unknown_terms(text: str) -> tuple[str, ...]:
    """The names with prefix `hr:` in a text that the ontology does not hold, sorted; a query with one finds nothing."""
    named = sorted(set(re.findall(r"(?<![\w:/])hr:([A-Za-z]\w*)", text)))
    return tuple(
        f"hr:{name}"
        for name in named
        if next(store().quads_for_pattern(ox.NamedNode(NAMESPACE + name), None, None), None) is None
    )


@cache
def label(node: ox.NamedNode) -> str | None:
    """The preferred label of a concept, else the label of a term."""
    for name in ("skos:prefLabel", "rdfs:label"):
        for quad in store().quads_for_pattern(node, term(name), None):
            return quad.object.value  # type: ignore[union-attr]
    return None


@cache
def event_classes(code: str) -> tuple[ox.NamedNode, ...]:
    """The class of an event type and all its superclasses within hrkg, sorted by IRI."""
    (quad,) = store().quads_for_pattern(concept("event-type", code), term("hr:eventClass"), None)
    return tuple(sorted(_upwards(quad.object), key=str))  # type: ignore[arg-type]


def _upwards(node: ox.NamedNode) -> Iterator[ox.NamedNode]:
    yield node
    for quad in store().quads_for_pattern(node, _SUBCLASS, None):
        if isinstance(quad.object, ox.NamedNode) and quad.object.value.startswith(NAMESPACE):
            yield from _upwards(quad.object)


@cache
def reported() -> frozenset[ox.NamedNode]:
    """The properties of which every triple needs a report."""
    true = ox.Literal("true", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#boolean"))
    return frozenset(q.subject for q in store().quads_for_pattern(None, term("hr:reported"), true))  # type: ignore[misc]
