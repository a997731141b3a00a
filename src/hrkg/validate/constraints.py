"""Load shapes, and tell apart what pySHACL checks node by node from queries that run once over the whole graph.

A shape that targets one constant node and holds nothing but a SPARQL query (all of `shapes/graph.ttl`) is such a query:
it is run by pyoxigraph, some fifty times faster than by pySHACL, which parses it anew at each call.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import rdflib
from rdflib import RDF, SH

from hrkg import resources
from hrkg.errors import SetupError
from hrkg.validate import reading
from hrkg.validate.findings import Severity

ONTOLOGY_SHAPES = "ontology.ttl"
"""The one file of `shapes/` that is about the ontology and not about graphs."""
_SEVERITIES = {SH.Info: Severity.INFO, SH.Warning: Severity.WARNING, SH.Violation: Severity.VIOLATION}
_ONCE = {
    RDF.type,
    SH.targetNode,
    SH.sparql,
    SH.severity,
    SH.message,
    rdflib.RDFS.comment,
    rdflib.RDFS.seeAlso,
}
"""What a query that runs once may say of itself; anything more makes it a shape for pySHACL."""


@dataclass(frozen=True, slots=True)
class Query:
    """A SPARQL SELECT that finds offenders as `?value`, with `$this` the node that the shape targets."""

    shape: str
    target: str
    severity: Severity
    message: str
    """With `{?name}` where the value of a variable goes."""
    select: str
    prefixes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Shapes:
    """Shapes, ready to run."""

    core: rdflib.Graph
    """For pySHACL."""
    queries: tuple[Query, ...]
    """Those that run once, by IRI."""


def packaged() -> tuple[Path, ...]:
    """The files of shapes for graphs that travel with hrkg."""
    return tuple(p for p in sorted(resources.folder("shapes").glob("*.ttl")) if p.name != ONTOLOGY_SHAPES)


@cache
def load(paths: tuple[Path, ...]) -> Shapes:
    """The shapes in files, and in all Turtle files of folders.

    Raises:
        SetupError: a file is missing or malformed, or a folder holds no Turtle.
    """
    files: list[Path] = []
    for path in paths:
        inside = sorted(path.glob("*.ttl")) if path.is_dir() else [path]
        if not inside:
            raise SetupError(
                f"{path} holds no .ttl file: name a file of shapes, or the folder that holds them"
            )
        files.extend(inside)
    core = rdflib.Graph()
    for file in files:
        core += reading.graph(reading.triples(file))
    queries = []
    for shape in sorted(set(core.subjects(SH.sparql)), key=str):
        if not set(core.predicates(shape)) <= _ONCE or core.value(shape, SH.targetNode) is None:
            continue
        queries += [
            _query(core, shape, node, target)
            for node in sorted(core.objects(shape, SH.sparql), key=str)
            for target in sorted(core.objects(shape, SH.targetNode), key=str)
        ]
        core.remove((shape, None, None))
    return Shapes(core, tuple(queries))


def _query(
    core: rdflib.Graph, shape: rdflib.term.Node, node: rdflib.term.Node, target: rdflib.term.Node
) -> Query:
    select = core.value(node, SH.select)
    if select is None:
        raise SetupError(f"the shape {shape} has a query without sh:select: add it")
    declared = [d for o in core.objects(node, SH.prefixes) for d in core.objects(o, SH.declare)]
    message = core.value(node, SH.message) or core.value(shape, SH.message)
    return Query(
        shape=str(shape),
        target=str(target),
        severity=severity(core.value(shape, SH.severity)),
        message=str(message or f"{{?value}} breaks the shape {shape}: see its query."),
        select=str(select),
        prefixes={str(core.value(d, SH.prefix)): str(core.value(d, SH.namespace)) for d in declared},
    )


def severity(node: rdflib.term.Node | None) -> Severity:
    """The grade that `sh:severity` names; SHACL's default is Violation.

    Source: W3C, Shapes Constraint Language (SHACL), section 2.1.4.
    """
    return (
        _SEVERITIES.get(node, Severity.VIOLATION) if isinstance(node, rdflib.URIRef) else Severity.VIOLATION
    )
