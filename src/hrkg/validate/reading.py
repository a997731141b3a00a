"""Read RDF for validation: parsed by pyoxigraph, which tells line and column, and held by rdflib, which pySHACL needs.

Triples are kept as written: a pyoxigraph store would turn `xsd:nonNegativeInteger` into `xsd:integer`, and so hide or
make up findings on datatypes.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import rdflib
from rdflib.term import IdentifiedNode

from hrkg import store
from hrkg.errors import SetupError

Statement = ox.Triple | ox.Quad
Data = str | Path | rdflib.Graph | Iterable[Statement]
"""A file of RDF (`-` is Turtle from standard input), an rdflib graph, or triples and quads as pyoxigraph has them."""


def triples(data: Data) -> list[ox.Triple]:
    """All triples of `data`, in order, named graphs taken together.

    Raises:
        SetupError: no such file, a suffix that tells no format, or malformed RDF (with line and column).
    """
    if isinstance(data, str | Path):
        return _parse(str(data))
    if isinstance(data, rdflib.Graph):
        return [ox.Triple(_to_ox(s), _to_ox(p), _to_ox(o)) for s, p, o in data]  # type: ignore[arg-type]
    return [item.triple if isinstance(item, ox.Quad) else item for item in data]


def _parse(path: str) -> list[ox.Triple]:
    kind = store.format_to_read(path)
    try:
        source = ox.parse(sys.stdin.buffer, format=kind) if path == "-" else ox.parse(path=path, format=kind)
        return [quad.triple for quad in source]
    except (OSError, SyntaxError, ValueError) as error:
        raise store.unreadable(path, error) from error


def graph(statements: Iterable[ox.Triple]) -> rdflib.Graph:
    """The triples as an rdflib graph in rdflib's own memory store, the only one that pySHACL is right on."""
    found = rdflib.Graph()
    known: dict[str, rdflib.URIRef] = {}

    def iri(value: str) -> rdflib.URIRef:
        if value not in known:
            known[value] = rdflib.URIRef(value)
        return known[value]

    def convert(node: object) -> rdflib.term.Node:
        if isinstance(node, ox.NamedNode):
            return iri(node.value)
        if isinstance(node, ox.BlankNode):
            return rdflib.BNode(node.value)
        if isinstance(node, ox.Literal):
            if node.language:
                return rdflib.Literal(node.value, lang=node.language)
            kind = node.datatype.value
            datatype = None if kind == str(rdflib.XSD.string) else iri(kind)
            return rdflib.Literal(node.value, datatype=datatype, normalize=False)
        raise SetupError(
            f"{node} is an RDF 1.2 triple term: build the graph with reports as nodes, as is the default"
        )

    for triple in statements:
        found.add((convert(triple.subject), convert(triple.predicate), convert(triple.object)))
    return found


def _to_ox(node: rdflib.term.Node) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    if isinstance(node, rdflib.Literal):
        if node.language:
            return ox.Literal(str(node), language=node.language)
        return ox.Literal(str(node), datatype=ox.NamedNode(str(node.datatype or rdflib.XSD.string)))
    if isinstance(node, IdentifiedNode) and not isinstance(node, rdflib.BNode):
        return ox.NamedNode(str(node))
    return ox.BlankNode(str(node))
