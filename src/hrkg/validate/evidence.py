"""Tell for a node of a graph which article and words it rests on, so that a finding can be judged without the file."""

from typing import NamedTuple

import rdflib
from rdflib import PROV, RDF, Namespace
from rdflib.term import Node

from hrkg import vocab

_HR = Namespace(vocab.NAMESPACE)
_NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")


class Evidence(NamedTuple):
    """What a node rests on, as far as the graph tells."""

    article: str | None
    """Name of the article's file, else its IRI."""
    words: str | None


def of(graph: rdflib.Graph, node: Node) -> Evidence:
    """The first article and span, by IRI, that a span, report, article or thing rests on."""
    if graph.value(node, _NIF.anchorOf) is not None:
        return _span(graph, node)
    if graph.value(node, _HR.sourceFile) is not None:
        return Evidence(_file(graph, node), None)
    reports = sorted(graph.subjects(RDF.subject, node), key=str) or [node]
    spans = [span for report in reports for span in graph.objects(report, _HR.evidence)]
    spans = spans or list(graph.objects(node, _HR.mention))
    if spans:
        return _span(graph, min(spans, key=str))
    articles = [article for report in reports for article in graph.objects(report, PROV.hadPrimarySource)]
    return Evidence(_file(graph, min(articles, key=str)) if articles else None, None)


def _span(graph: rdflib.Graph, span: Node) -> Evidence:
    article = graph.value(span, _NIF.referenceContext, any=True)
    words = graph.value(span, _NIF.anchorOf, any=True)
    return Evidence(None if article is None else _file(graph, article), None if words is None else str(words))


def _file(graph: rdflib.Graph, article: Node) -> str:
    return str(graph.value(article, _HR.sourceFile, any=True) or article)
