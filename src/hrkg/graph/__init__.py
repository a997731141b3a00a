"""Records become triples: the plain layer, and a report with its words for each reported statement."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from hrkg import vocab
from hrkg.graph import articles, occurrences, speech, things
from hrkg.graph.builder import ArticleGraph
from hrkg.graph.iris import BASE, Iris, digest
from hrkg.model import Identity, Judgment, ReadArticle

__all__ = ["BASE", "Iris", "Mapped", "judge", "map_article", "nodes"]


@dataclass(frozen=True, slots=True)
class Mapped:
    """One article's quads, in its named graph, and why records were dropped on the way."""

    article: ox.NamedNode
    quads: tuple[ox.Quad, ...]
    dropped: tuple[str, ...]


def nodes(
    reads: Iterable[ReadArticle], identities: Mapping[tuple[str, int], Identity], iris: Iris
) -> dict[str, dict[int, tuple[ox.NamedNode, str]]]:
    """The node and label of each shared thing, by article id and number of the entity there; groups have none."""
    things = {
        (read.article.id, number): (entity.kind, identities[read.article.id, number])
        for read in reads
        for number, entity in enumerate(read.entities)
        if entity.kind != "group"
    }
    found: dict[str, dict[int, tuple[ox.NamedNode, str]]] = {}
    for (article, number), node in iris.shared(things).items():
        found.setdefault(article, {})[number] = (node, things[article, number][1].label)
    return found


def map_article(
    read: ReadArticle,
    shared: Mapping[int, tuple[ox.NamedNode, str]],
    iris: Iris,
    *,
    sentences: bool = True,
) -> Mapped:
    """All that one article tells, as quads.

    Args:
        read: the article with its records and entities.
        shared: number of an entity → node and label of the shared thing that it is (see `nodes`).
        iris: where to mint.
        sentences: whether evidence names the sentence that it stands in.
    """
    graph = ArticleGraph(read.article, iris, read.sentences, sentences)
    cast = things.Cast(graph, read.entities, shared)
    articles.write(graph, cast)
    graph.told = speech.lay_out(graph, cast, read.found)
    dropped = [
        *speech.write(graph, cast, read.found),
        *things.write(graph, cast, read.found),
        *occurrences.write(graph, cast, read.found),
    ]
    articles.main_event(graph, graph.events)
    return Mapped(graph.node, tuple(graph.quads()), tuple(dropped))


def judge(judgments: Iterable[Judgment], reads: Mapping[str, ReadArticle], iris: Iris) -> Iterator[ox.Quad]:
    """Why mentions in several articles are taken for one thing, as nodes apart from what the articles say."""
    for judgment in judgments:
        told = " ".join(f"{article}/{number}" for article, number in judgment.members)
        node = ox.NamedNode(f"{iris.base}judgment/{digest(told, 16)}")
        label = reads[judgment.members[0][0]].entities[judgment.members[0][1]].label
        statements: list[tuple[str, ox.NamedNode | ox.Literal]] = [
            ("rdf:type", vocab.term("hr:IdentityJudgment")),
            ("rdfs:label", ox.Literal(f"one {label} in {len(judgment.members)} articles")),
            ("hr:verdict", vocab.concept("identity-verdict", "same")),
            ("hr:reason", ox.Literal(judgment.reason)),
            ("hr:method", ox.Literal(judgment.method)),
            ("hr:score", ox.Literal(f"{judgment.score:.2f}", datatype=vocab.term("xsd:decimal"))),
        ]
        for article, number in judgment.members:
            mention = reads[article].entities[number].mentions[0]
            statements.append(("hr:compares", iris.span(article, mention)))
        for predicate, value in statements:
            yield ox.Quad(node, vocab.term(predicate), value)
