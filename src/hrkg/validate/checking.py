"""Check a graph with SHACL shapes: hrkg's, one's own, and its words against the texts that it was read from."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import rdflib
from pyshacl.errors import ReportableRuntimeError, ValidationFailure
from rdflib import RDF, SH
from rdflib.collection import Collection
from rdflib.term import Node

from hrkg import resources, vocab
from hrkg.errors import SetupError
from hrkg.validate import constraints, evidence, quotes, reading
from hrkg.validate.findings import Finding, Report

_STEPS = {SH.inversePath: "^{}", SH.zeroOrMorePath: "{}*", SH.oneOrMorePath: "{}+", SH.zeroOrOnePath: "{}?"}
_VARIABLE = re.compile(r"\{[?$](\w+)\}")


def check(data: reading.Data, *, shapes: Sequence[Path] = (), texts: Path | None = None) -> Report:
    """Check one graph; nothing is inferred, and nothing is added to it.

    Args:
        data: A file of RDF, an rdflib graph, or triples and quads as pyoxigraph has them.
        shapes: Files or folders of shapes beyond those of hrkg.
        texts: Folder of the articles' texts, as `hrkg build --texts` writes it; each span is compared with it.

    Raises:
        SetupError: data, shapes or texts cannot be read, or a shape is malformed.
    """
    return _run(reading.triples(data), (*constraints.packaged(), *shapes), texts)


def check_ontology(data: reading.Data | None = None) -> Report:
    """Check an ontology, its outside terms and its code lists: the packaged ones, or what `data` holds.

    Raises:
        SetupError: a file is missing or malformed.
    """
    root = resources.folder("ontology")
    files = (root / "hrkg.ttl", root / "external.ttl", *sorted((root / "lists").glob("*.ttl")))
    sources = files if data is None else (data,)
    statements = [triple for source in sources for triple in reading.triples(source)]
    return _run(statements, (resources.folder("shapes") / constraints.ONTOLOGY_SHAPES,), None)


def _run(statements: list[ox.Triple], files: tuple[Path, ...], texts: Path | None) -> Report:
    loaded = constraints.load(files)
    graph = reading.graph(statements)
    found = [*_by_node(graph, loaded.core), *_once(statements, graph, loaded.queries)]
    # sets of IRIs have no order of their own, and one node can break a shape over several targets: hence set, then sort
    complete = {_with_evidence(graph, finding) for finding in found}
    if texts is not None:
        complete.update(quotes.compare(graph, texts))
    return Report(tuple(sorted(complete, key=lambda finding: finding.order)))


def _by_node(graph: rdflib.Graph, core: rdflib.Graph) -> Iterator[Finding]:
    """What pySHACL finds."""
    try:
        _, results, _ = pyshacl.validate(graph, shacl_graph=core, inference="none")
    except ReportableRuntimeError as error:
        raise SetupError(f"the shapes cannot be used: {error.message}") from error
    if isinstance(results, ValidationFailure):
        raise SetupError(f"the shapes cannot be used: {results.message}")
    for result in results.subjects(RDF.type, SH.ValidationResult):
        shape, focus, value = (results.value(result, p) for p in (SH.sourceShape, SH.focusNode, SH.value))
        path = None if shape is None else core.value(shape, SH.path)
        if path is None and value == focus:
            value = None  # of a node shape, SHACL gives the node as its own value
        yield Finding(
            severity=constraints.severity(results.value(result, SH.resultSeverity)),
            shape=str(shape),
            focus=str(focus),
            path=None if path is None else _path(core, path),
            value=None if value is None else str(value),
            message=str(min(results.objects(result, SH.resultMessage), default="")),
        )


def _once(
    statements: list[ox.Triple], graph: rdflib.Graph, queries: Iterable[constraints.Query]
) -> Iterator[Finding]:
    """What the queries over the whole graph find."""
    store = ox.Store()
    store.bulk_extend(ox.Quad(t.subject, t.predicate, t.object) for t in statements)
    for query in queries:
        bound: dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple] = {
            ox.Variable("this"): ox.NamedNode(query.target)
        }
        # a target that is not in the graph only makes the query run once: the offender is then what the finding is on
        constant = (rdflib.URIRef(query.target), None, None) not in graph
        try:
            solutions = store.query(query.select, prefixes=dict(query.prefixes), substitutions=bound)
        except (SyntaxError, RuntimeError) as error:  # the latter where $this is not selected
            raise SetupError(
                f"the query of the shape {query.shape} is malformed: {error}; mend it"
            ) from error
        if not isinstance(solutions, ox.QuerySolutions):
            raise SetupError(f"the query of the shape {query.shape} is no SELECT: make it one")
        names = [variable.value for variable in solutions.variables]
        for solution in solutions:
            values = {name: _shown(solution[name]) for name in names if solution[name] is not None}
            offender = values.get("value", query.target)
            path = values.get("path")
            yield Finding(
                severity=query.severity,
                shape=query.shape,
                focus=offender if constant else query.target,
                path=None if path is None else _short(path),
                value=None if constant else values.get("value"),
                message=_VARIABLE.sub(lambda m, v=values: v.get(m[1], m[0]), query.message),  # type: ignore[misc]
            )


def _shown(term: object) -> str:
    return str(getattr(term, "value", term))


def _with_evidence(graph: rdflib.Graph, finding: Finding) -> Finding:
    article, words = evidence.of(graph, rdflib.URIRef(finding.focus))
    return replace(finding, article=article, words=words)


def _path(core: rdflib.Graph, path: Node) -> str:
    """A property or path as SPARQL writes it."""
    if isinstance(path, rdflib.URIRef):
        return _short(str(path))
    if (path, RDF.first, None) in core:
        return "/".join(_path(core, step) for step in Collection(core, path))
    alternatives = core.value(path, SH.alternativePath)
    if alternatives is not None:
        return "|".join(_path(core, one) for one in Collection(core, alternatives))
    for step, form in _STEPS.items():
        inner = core.value(path, step)
        if inner is not None:
            return form.format(_path(core, inner))
    return str(path)


def _short(iri: str) -> str:
    for prefix, namespace in vocab.prefixes().items():
        if iri.startswith(namespace) and "/" not in iri[len(namespace) :]:
            return f"{prefix}:{iri[len(namespace) :]}"
    return f"<{iri}>"
