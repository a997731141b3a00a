"""The whole build on one screen: files to articles to records to entities to quads."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from hrkg import extract, graph, language, resolve, sources, vocab
from hrkg.errors import ArticleError
from hrkg.graph import BASE, Iris, Mapped
from hrkg.model import Article, ReadArticle


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made of its sources."""

    articles: tuple[Article, ...]
    """Those read, in the order of their ids."""
    mapped: tuple[Mapped, ...]
    """Their graphs, in the same order."""
    judgments: tuple[ox.Quad, ...]
    """Why things in several articles are taken for one; part of the whole graph only."""
    skipped: tuple[str, ...]
    """One sentence for each article that could not be used."""
    warnings: tuple[str, ...]
    """What a person should look at: rows of the manifest without an article, articles given twice."""
    dropped: tuple[str, ...]
    """One sentence for each record that led to no statement, and why."""

    def quads(self) -> Iterator[ox.Quad]:
        """The whole graph."""
        for mapped in self.mapped:
            yield from mapped.quads
        yield from self.judgments

    def count(self, *classes: str) -> int:
        """How many different nodes are of any of the classes (`hr:Report`)."""
        a = vocab.term("rdf:type")
        wanted = {vocab.term(c) for c in classes}
        return len({q.subject for q in self.quads() if q.predicate == a and q.object in wanted})


def build(
    paths: Sequence[str],
    *,
    manifest: Path | None = None,
    base: str = BASE,
    sentences: bool = True,
    model: str | None = None,
    threads: int = 1,
    progress: Callable[[Iterable[sources.Source]], Iterable[sources.Source]] = iter,
) -> Built:
    """Read articles and build their graph.

    Args:
        paths: files, folders, globs, or `-` for standard input.
        manifest: metadata of the articles; None looks for `manifest.csv` beside them.
        base: IRI below which things are minted.
        sentences: whether evidence names the sentence that it stands in.
        model: an installed spaCy pipeline that annotates instead of hrkg's own engine.
        threads: of the engine; the graph does not depend on it.
        progress: wraps the sources as they are read, to show how far it is.

    Raises:
        SetupError: the sources, the manifest, the base or the model cannot be used.
    """
    found = sources.find(paths, manifest)
    annotator = language.Installed(model) if model else language.Engine(threads)
    return read(progress(found), annotator, base=base, sentences=sentences, warnings=found.warnings)


def read(
    found: Iterable[sources.Source],
    annotator: language.Annotator,
    *,
    base: str = BASE,
    sentences: bool = True,
    warnings: Iterable[str] = (),
) -> Built:
    """Build the graph of sources that are at hand already.

    Args:
        found: the sources, with what a manifest says of each.
        annotator: tags, parses and names.
        base: IRI below which things are minted.
        sentences: whether evidence names the sentence that it stands in.
        warnings: of the search for the sources, to tell with the others.

    Raises:
        SetupError: the base cannot be used.
    """
    iris = Iris(base)
    skipped: list[str] = []
    noted = list(warnings)
    reads: dict[str, ReadArticle] = {}
    for document in language.read_all(_articles(found, skipped, noted), annotator):
        try:
            full, dropped = extract.extract(document)
        except ArticleError as error:
            skipped.append(str(error))
            continue
        reads[document.article.id] = resolve.gather(full, dropped)

    identities, judgments = resolve.identify(list(reads.values()))
    shared = graph.nodes(reads.values(), identities, iris)
    mapped = [
        graph.map_article(read, shared.get(key, {}), iris, sentences=sentences)
        for key, read in sorted(reads.items())
    ]
    return Built(
        articles=tuple(read.article for _, read in sorted(reads.items())),
        mapped=tuple(mapped),
        judgments=tuple(graph.judge(judgments, reads, iris)),
        skipped=tuple(skipped),
        warnings=tuple(noted),
        dropped=tuple(d for _, r in sorted(reads.items()) for d in r.dropped)
        + tuple(d for m in mapped for d in m.dropped),
    )


def _articles(found: Iterable[sources.Source], skipped: list[str], warnings: list[str]) -> Iterator[Article]:
    """The articles that can be read, each once; what is wrong with the others is noted."""
    seen: dict[str, str] = {}
    for source in found:
        try:
            article = sources.read(source)
        except ArticleError as error:
            skipped.append(str(error))
            continue
        if article.id in seen:
            warnings.append(f"{source.name} has the same bytes as {seen[article.id]}: read once")
            continue
        seen[article.id] = article.source_file
        yield article
