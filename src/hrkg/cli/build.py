"""`hrkg build`: articles in, one graph out."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import click

from hrkg import pipeline, store, vocab
from hrkg.errors import SetupError
from hrkg.graph import BASE
from hrkg.model import Article
from hrkg.sources import Source

_EPILOG = """\b
Examples:
  hrkg build articles/ -o graph.ttl
  hrkg build one.html two.txt -o graph.nq --manifest manifest.csv
  hrkg build 'archive/**/*.html' -o graph.ttl --split by-article/ --texts texts/
  hrkg build - -o - < article.txt > graph.ttl
"""
_SHOWN = 20
"""Warnings and dropped records that a summary spells out; the rest are counted."""


@click.command(epilog=_EPILOG)
@click.argument("sources", nargs=-1, required=True)
@click.option(
    "-o", "--output", required=True, metavar="FILE", help="Where the graph goes; - is standard output."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(store.FORMATS)),
    help="Told by the suffix of FILE; ttl on standard output.",
)
@click.option(
    "--manifest",
    type=click.Path(path_type=Path),
    metavar="CSV",
    help="Metadata: file,url,headline,publisher,published,authors,language. Found by itself beside the articles.",
)
@click.option(
    "--split", type=click.Path(path_type=Path), metavar="DIR", help="Also write one Turtle file an article."
)
@click.option(
    "--texts",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Also write the texts that offsets count in.",
)
@click.option(
    "--base", default=BASE, show_default=True, metavar="IRI", help="Below which things get their IRIs."
)
@click.option(
    "--no-sentences", is_flag=True, help="Leave the sentences around quoted words out of the graph."
)
@click.option("-v", "--verbose", is_flag=True, help="Spell out every warning and dropped record.")
def build(
    sources: tuple[str, ...],
    output: str,
    form: str | None,
    manifest: Path | None,
    split: Path | None,
    texts: Path | None,
    base: str,
    no_sentences: bool,
    verbose: bool,
) -> None:
    """Read SOURCES (files, folders, globs, or - for standard input) and write the graph of what they report.

    Exits with 1 where articles had to be skipped; the graph of the others is written all the same. Exits with 2, and
    writes nothing, where no article could be read.
    """
    store.check_writable(output)
    form = store.format_of(output, form)
    for folder in (split, texts):
        if folder is not None:
            _check_folder(folder)
    built = pipeline.build(
        sources, manifest=manifest, base=base, sentences=not no_sentences, progress=_progress
    )
    if not built.articles:
        _tell("skipped", built.skipped, None)
        raise SetupError(f"none of the {len(built.skipped)} sources could be read: nothing is written")
    shared = Counter(Path(article.source_file).stem.casefold() for article in built.articles)
    if texts is not None:
        for article in built.articles:
            # the whole id where stems are shared: by it `hrkg validate --texts` finds the text
            name = _name(article, shared, article.id)
            store.write(article.text.encode(), str(texts / f"{name}.txt"))
    if split is not None:
        for article, mapped in zip(built.articles, built.mapped, strict=True):
            name = _name(article, shared, f"{Path(article.source_file).stem}-{article.id[:6]}")
            data = store.serialize(mapped.quads, "ttl", vocab.prefixes())
            store.write(data, str(split / f"{name}.ttl"))
    store.write(store.serialize(built.quads(), form, vocab.prefixes()), output)
    _summarize(built, None if verbose else _SHOWN)
    if built.skipped:
        click.get_current_context().exit(1)


def _check_folder(folder: Path) -> None:
    """Fail before long work where files could not be written into a folder."""
    if folder.exists() and not folder.is_dir():
        raise SetupError(f"{folder} is a file: name a folder")
    store.check_writable(str(folder / "article.ttl"))


def _name(article: Article, shared: Mapping[str, int], otherwise: str) -> str:
    """Name of an article's own file: the stem of its source, unless several share that."""
    stem = Path(article.source_file).stem
    return stem if shared[stem.casefold()] == 1 else otherwise


def _progress(found: Iterable[Source]) -> Iterator[Source]:
    """The sources, with a bar on standard error where a person watches it."""
    if not sys.stderr.isatty():
        yield from found
        return
    with click.progressbar(
        list(found),
        label="reading",
        file=sys.stderr,
        show_pos=True,
        item_show_func=lambda source: source.name if source else None,
    ) as bar:
        yield from bar


def _summarize(built: pipeline.Built, limit: int | None) -> None:
    """Tell on standard error what was made, and what a person should look at."""
    _tell("skipped", built.skipped, None)
    _tell("warning", built.warnings, limit)
    _tell("dropped", built.dropped, limit if limit is None else 0)
    counts = {
        "articles read": len(built.articles),
        "skipped": len(built.skipped),
        "statements": built.count("hr:Report"),
        "people": built.count("foaf:Person"),
        "detained": built.count("hr:DetainedIndividual"),
        "events": built.count("hr:Event"),
        "prospective": built.count("hr:ProspectiveEvent"),
        "warnings": len(built.warnings),
        "records dropped": len(built.dropped),
    }
    click.echo(", ".join(f"{name} {count}" for name, count in counts.items()), err=True)


def _tell(kind: str, messages: Sequence[str], limit: int | None) -> None:
    shown = messages if limit is None else messages[:limit]
    for message in shown:
        click.echo(f"hrkg: {kind}: {message}", err=True)
    if shown and len(shown) < len(messages):
        click.echo(f"hrkg: {kind}: … and {len(messages) - len(shown)} more (--verbose tells all)", err=True)
