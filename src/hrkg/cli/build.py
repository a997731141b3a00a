"""`hrkg build`: articles in, one graph out."""

import os
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from hrkg import pipeline, store, vocab
from hrkg.cli import watched
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
"""Warnings that a summary spells out; the rest, and dropped records, are counted."""
_LONGEST_STEM = 200
"""Bytes of a source's stem that files are named after; file systems hold 255 with suffix and all."""


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
@click.option(
    "--model", metavar="NAME", help="An installed spaCy pipeline instead of hrkg's own language engine."
)
@click.option(
    "--threads",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Of the language engine; the graph does not depend on it.",
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
    model: str | None,
    threads: int,
    verbose: bool,
) -> None:
    """Read SOURCES (files, folders, globs, or - for standard input) and write the graph of what they report.

    Exits with 1 where articles had to be skipped; the graph of the others is written all the same. Exits with 2, and
    writes nothing, where no article could be read, or where an output would replace a source or another output. All
    outputs appear together at the end: a build that is stopped leaves what was there before.
    """
    store.check_writable(output)
    form = store.format_of(output, form)
    for folder in (split, texts):
        if folder is not None:
            _check_folder(folder)
    if Path(output).name.casefold() == "manifest.csv":
        raise SetupError(f"{output} is where metadata of articles stands: choose another name")
    inputs = [] if manifest is None else [manifest]

    def checked(found: Iterable[Source]) -> Iterator[Source]:
        listed = list(found)
        inputs.extend(source.path for source in listed if source.path is not None)
        store.check_apart([output], inputs)  # before the work; the other names are known only after it
        yield from watched(listed)

    built = pipeline.build(
        sources,
        manifest=manifest,
        base=base,
        sentences=not no_sentences,
        model=model,
        threads=threads,
        progress=checked,
    )
    if not built.articles:
        _tell("skipped", built.skipped, None)
        raise SetupError(f"none of the {len(built.skipped)} sources could be read: nothing is written")
    files = _files(built.articles, split, texts)
    store.check_apart([*(path for pair in files for path in pair if path), output], inputs)
    with store.Batch() as batch:
        for article, mapped, (text_path, graph_path) in zip(built.articles, built.mapped, files, strict=True):
            if text_path:
                batch.add(article.text.encode(), text_path)
            if graph_path:
                batch.add(store.serialize(mapped.quads, "ttl", vocab.prefixes()), graph_path)
        batch.add(store.serialize(built.quads(), form, vocab.prefixes()), output)
    _summarize(built, None if verbose else _SHOWN)
    if built.skipped:
        click.get_current_context().exit(1)


def _check_folder(folder: Path) -> None:
    """Fail before long work where files could not be written into a folder."""
    if os.path.exists(folder) and not folder.is_dir():  # noqa: PTH110 - pathlib falls over names that are too long
        raise SetupError(f"{folder} is a file: name a folder")
    store.check_writable(str(folder / "article.ttl"))


def _files(
    articles: Sequence[Article], split: Path | None, texts: Path | None
) -> list[tuple[str | None, str | None]]:
    """Where the text and the graph of each article go: named after its source's stem, unless several share that."""
    stems = [Path(article.source_file).stem for article in articles]
    shared = Counter(map(_folded, stems))
    files: list[tuple[str | None, str | None]] = []
    for article, stem in zip(articles, stems, strict=True):
        # by the whole id, where stems are shared or too long, `hrkg validate --texts` finds the text
        text_name, graph_name = stem, stem
        if len(os.fsencode(stem)) > _LONGEST_STEM:
            text_name, graph_name = article.id, article.id
        elif shared[_folded(stem)] > 1:
            text_name, graph_name = article.id, f"{stem}-{article.id[:6]}"
        files.append(
            (
                None if texts is None else str(texts / f"{text_name}.txt"),
                None if split is None else str(split / f"{graph_name}.ttl"),
            )
        )
    return files


def _folded(stem: str) -> str:
    """A stem as file systems compare names that do not tell case or forms of accents apart."""
    return unicodedata.normalize("NFC", stem).casefold()


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
    hint = " (--verbose tells why)" if built.dropped and limit is not None else ""
    click.echo(", ".join(f"{name} {count}" for name, count in counts.items()) + hint, err=True)


def _tell(kind: str, messages: Sequence[str], limit: int | None) -> None:
    shown = messages if limit is None else messages[:limit]
    for message in shown:
        click.echo(f"hrkg: {kind}: {message}", err=True)
    if shown and len(shown) < len(messages):
        click.echo(f"hrkg: {kind}: … and {len(messages) - len(shown)} more (--verbose tells all)", err=True)
