"""The article as a node: metadata, digests, and what it is chiefly about."""

import re
from collections.abc import Sequence

import pyoxigraph as ox

from hrkg import vocab
from hrkg.graph.builder import ArticleGraph
from hrkg.graph.iris import slug
from hrkg.graph.things import Cast

_PRECISION = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
"""Length of an ISO 8601 date → its datatype."""


def write(graph: ArticleGraph, cast: Cast) -> None:
    """Write the article and its metadata."""
    article, node, metadata = graph.article, graph.node, graph.article.metadata
    graph.add(node, "rdf:type", vocab.term("schema:NewsArticle"))
    graph.add(node, "rdfs:label", ox.Literal(metadata.headline or article.source_file))
    graph.add(node, "hr:sha256", ox.Literal(article.sha256))
    graph.add(node, "hr:textSha256", ox.Literal(article.text_sha256))
    graph.add(node, "hr:sourceFile", ox.Literal(article.source_file))
    graph.add(node, "hr:rendering", ox.Literal(article.rendering))
    graph.add(node, "schema:inLanguage", ox.Literal(metadata.language or "en"))
    integer = vocab.term("xsd:integer")
    words = sum(len(re.findall(r"\w+(?:['’.-]\w+)*", s.of(article.text))) for s in article.content)
    graph.add(node, "hr:wordCount", ox.Literal(str(words), datatype=integer))
    graph.add(node, "hr:textLength", ox.Literal(str(len(article.text)), datatype=integer))
    if metadata.headline:
        graph.add(node, "schema:headline", ox.Literal(metadata.headline))
    if metadata.url:
        graph.add(node, "schema:url", ox.Literal(metadata.url, datatype=vocab.term("xsd:anyURI")))
    if metadata.published:
        kind = vocab.term(_PRECISION[len(metadata.published)])
        graph.add(node, "schema:datePublished", ox.Literal(metadata.published, datatype=kind))
    if metadata.publisher:
        graph.add(node, "schema:publisher", _agent(graph, cast, metadata.publisher))
    for author in metadata.authors:
        graph.add(node, "schema:author", _agent(graph, cast, author))


def _agent(graph: ArticleGraph, cast: Cast, name: str) -> ox.NamedNode:
    """A publisher or author: the one that the text names so, else an agent of that name.

    Whether a byline is a person or a desk is not known, so such an agent is neither.
    """
    folded = name.casefold()
    for thing in cast.things:
        names = {thing.label, thing.entity.label, *thing.entity.also}
        if thing.entity.kind in ("person", "organization") and folded in {n.casefold() for n in names}:
            return thing.node
    node = ox.NamedNode(f"{graph.iris.base}agent/{slug(name)}")
    graph.local[node] = f"agent@{name}"
    graph.add(node, "rdf:type", vocab.term("foaf:Agent"))
    graph.add(node, "rdfs:label", ox.Literal(name))
    return node


def main_event(graph: ArticleGraph, events: Sequence[tuple[int, bool, ox.NamedNode]]) -> None:
    """Mark what the article is chiefly about: the events that befall somebody in the headline and the lead.

    Where these tell none, it is the first event of another kind there, such as a summit or a report.
    """
    lead = next((s for s in graph.sentences[:6] if len(s.of(graph.article.text).split()) > 12), None)
    if lead is None:
        return
    inside = sorted((begin, str(node), node) for begin, befell, node in events if begin < lead.end and befell)
    if not inside:
        inside = sorted((begin, str(node), node) for begin, _, node in events if begin < lead.end)[:1]
    for _, _, node in inside:
        graph.add(graph.node, "hr:mainEvent", node)
