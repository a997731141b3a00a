"""Turn quads into bytes: the same bytes for the same set.

Turtle is written here and not by a library: rdflib's writer is some 40 times slower, and pyoxigraph's lists prefixes in
an order that changes from run to run and escapes local names in a way that Virtuoso 7 reads wrongly.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from itertools import groupby

import pyoxigraph as ox

from hrkg.store.formats import FORMATS

_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*\Z")
"""Local names that no store misreads: flat, unescaped."""
_LAST = ("/report-", "/char=")
"""Parts of IRIs of what a reader wants last in a file: reports, and then spans."""


def serialize(quads: Iterable[ox.Quad], name: str, prefixes: Mapping[str, str]) -> bytes:
    """All quads in the format `name`, the same bytes for the same set in whatever order.

    Triple formats drop the graph's name, so what several articles tell alike stands there once.
    """
    if name == "nq":
        lines = {f"{q} .\n" for q in quads}
        return "".join(sorted(lines)).encode()
    triples = {str(q.triple): q.triple for q in quads}
    ordered = [triples[k] for k in sorted(triples)]
    if name == "nt":
        return "".join(f"{t} .\n" for t in ordered).encode()
    if name == "ttl":
        return "".join(_turtle(ordered, prefixes)).encode()
    out = BytesIO()
    ox.serialize(ordered, out, format=FORMATS[name])
    return out.getvalue() + b"\n"


def _turtle(triples: list[ox.Triple], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Turtle, a paragraph a subject, types first, values sorted."""
    by_length = sorted(prefixes.items(), key=lambda item: -len(item[1]))
    names: dict[str, str] = {}
    used: set[str] = set()

    def short(iri: str) -> str:
        if iri not in names:
            names[iri] = f"<{iri}>"
            for prefix, namespace in by_length:
                if iri.startswith(namespace) and _LOCAL.match(iri[len(namespace) :]):
                    names[iri] = f"{prefix}:{iri[len(namespace) :]}"
                    used.add(prefix)
                    break
        return names[iri]

    def write(node: object) -> str:
        if isinstance(node, ox.NamedNode):
            return short(node.value)
        if not isinstance(node, ox.Literal):
            raise TypeError(f"hrkg writes IRIs and literals, not {node!r}")
        kind = node.datatype.value
        if kind == _XSD + "integer" and re.fullmatch(r"[+-]?[0-9]+", node.value):
            return node.value
        if node.language or kind == _XSD + "string":
            return str(node)
        return f"{ox.Literal(node.value)}^^{short(kind)}"

    paragraphs: list[tuple[tuple[int, str], str]] = []
    for subject, group in groupby(triples, key=lambda t: t.subject):
        if not isinstance(subject, ox.NamedNode):
            raise TypeError(f"hrkg writes no blank nodes, not {subject!r}")
        values: dict[str, list[str]] = {}
        for triple in group:
            verb = "a" if triple.predicate.value == _RDF_TYPE else short(triple.predicate.value)
            values.setdefault(verb, []).append(write(triple.object))
        verbs = sorted(values, key=lambda v: (v != "a", v))
        body = " ;\n".join(f"    {verb} {', '.join(values[verb])}" for verb in verbs)
        rank = max((i + 1 for i, part in enumerate(_LAST) if part in subject.value), default=0)
        paragraphs.append(((rank, subject.value), f"\n{short(subject.value)}\n{body} .\n"))
    yield from (f"@prefix {p}: <{prefixes[p]}> .\n" for p in sorted(used))
    yield from (text for _, text in sorted(paragraphs))
