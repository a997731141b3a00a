"""`hrkg evaluate`: how well annotated articles are read, and which errors are worst."""

from pathlib import Path

import click

from hrkg import evaluate as scoring
from hrkg import language, store
from hrkg.cli import watched
from hrkg.evaluate import cache, faults, page, tables

_EPILOG = """\b
Examples:
  hrkg evaluate annotated/
  hrkg evaluate annotated/ --view events --errors 20
  hrkg evaluate annotated/ --by genre --cache ~/.cache/hrkg
  hrkg evaluate annotated/ --format html -o report.html
"""
_ON_A_PAGE = 200
"""Errors that a page shows unless --errors says otherwise."""


@click.command(epilog=_EPILOG)
@click.argument("gold", type=click.Path(path_type=Path))
@click.option(
    "--texts",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where the texts lie.  [default: beside the annotations]",
)
@click.option("--model", metavar="NAME", help="An installed spaCy pipeline instead of hrkg's own engine.")
@click.option("--threads", type=click.IntRange(1, 64), default=2, show_default=True, help="Of the engine.")
@click.option(
    "--cache",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Keep what the engine says of each text there, so that the next run is quicker.",
)
@click.option("--no-manifest", is_flag=True, help="Read the texts without the metadata of their annotations.")
@click.option("--view", type=click.Choice(scoring.VIEWS), metavar="NAME", help="Show this view alone.")
@click.option("--by", type=click.Choice(["genre", "country"]), help="Also score each of these apart.")
@click.option(
    "--errors",
    type=click.IntRange(0),
    metavar="N",
    help=f"Show the N worst errors in their sentences.  [default: {_ON_A_PAGE} in html, else 0]",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "html"]),
    default="table",
    show_default=True,
)
@click.option(
    "-o", "--output", default="-", metavar="FILE", help="Where it goes.  [default: standard output]"
)
def evaluate(
    gold: Path,
    texts: Path | None,
    model: str | None,
    threads: int,
    folder: Path | None,
    no_manifest: bool,
    view: str | None,
    by: str | None,
    errors: int | None,
    form: str,
    output: str,
) -> None:
    """Read the annotated articles in the folder GOLD and compare what is built with what is annotated.

    An article is a text <id>.txt and its annotation <id>.json. For each view: precision, recall and F1 over all
    articles; details (dates, places, agents ...) of what was found; eleven groups of views and their mean; traps
    sprung; evidence spans whose words stand at their offsets. Errors come worst first: traps, then what is wrong,
    then what is missed, and among these what does most harm to the person of whom it is said.

    Exit codes: 0 fine, 1 annotations or articles skipped, 2 cannot run.
    """
    store.check_writable(output)
    annotator: language.Annotator = language.Installed(model) if model else language.Engine(threads)
    if folder is not None:
        identity = cache.pipeline_identity(model) if model else cache.engine_identity()
        annotator = cache.Cached(annotator, identity, folder)
    found = scoring.evaluate(
        gold, texts=texts, annotator=annotator, metadata=not no_manifest, progress=watched
    )
    limit = errors if errors is not None else _ON_A_PAGE if form == "html" else 0
    shown = faults.faults(
        found.scored, zip(found.built.articles, found.built.mapped, strict=True), limit, view
    )
    parts = found.by(lambda one: one.genre if by == "genre" else one.country) if by else {}
    render = {"table": tables.as_text, "json": tables.as_json, "html": page.as_html}[form]
    store.write(render(found.summary, parts, shown, view).encode(), output)
    for message in found.skipped:
        click.echo(f"hrkg: skipped: {message}", err=True)
    if found.skipped:
        click.get_current_context().exit(1)
