"""`hrkg validate`: check a graph with SHACL and, where the texts are at hand, its words against them."""

from pathlib import Path

import click

from hrkg import store, vocab
from hrkg.errors import SetupError
from hrkg.validate import Severity, check, reading, render

_EPILOG = """\b
Examples:
  hrkg validate graph.ttl
  hrkg validate graph.ttl --texts texts/ --fail-on warning
  hrkg validate graph.ttl --shapes ours.ttl --format json -o report.json
"""
_LEVELS = {"violation": Severity.VIOLATION, "warning": Severity.WARNING}


@click.command(epilog=_EPILOG)
@click.argument("graph")
@click.option(
    "--shapes",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="FILE",
    help="Shapes of your own, beyond those of hrkg; a file or folder, may be given again.",
)
@click.option(
    "--texts",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder that `hrkg build --texts` wrote: quoted words are compared with it.",
)
@click.option(
    "--fail-on",
    type=click.Choice(list(_LEVELS)),
    default="violation",
    show_default=True,
    help="The mildest finding that makes the exit code 1.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--all", "show_all", is_flag=True, help="Show every node in the text report, not the first few a shape."
)
@click.option(
    "-o", "--output", default="-", metavar="FILE", help="Where the report goes.  [default: standard output]"
)
def validate(
    graph: str,
    shapes: tuple[Path, ...],
    texts: Path | None,
    fail_on: str,
    form: str,
    show_all: bool,
    output: str,
) -> None:
    """Check GRAPH, a file of RDF (- is Turtle from standard input), and tell what is wrong, where, in which words.

    A graph without any statement is an error, not one that conforms; one without any article is told on standard
    error, since hrkg's own shapes then have little to check.

    Exit codes: 0 conforms, 1 findings of the level --fail-on, 2 cannot run.
    """
    store.check_writable(output)
    store.check_apart([output], [graph, *shapes])
    statements = reading.triples(graph)
    name = "standard input" if graph == "-" else graph
    if not statements:
        raise SetupError(f"{name} holds no statement: was the build empty? Build it again with `hrkg build`")
    if not any(statement.object == vocab.term("schema:NewsArticle") for statement in statements):
        click.echo(f"hrkg: warning: {name} holds no article, so there is little to check", err=True)
    report = check(statements, shapes=shapes, texts=texts)
    if form == "json":
        told = render.as_json(report)
    else:
        told = render.text(report, limit=None) if show_all else render.text(report)
    store.write(told.encode(), output)
    if output != "-":
        click.echo(render.summary(report), err=True)
    if not report.conforms_at(_LEVELS[fail_on]):
        click.get_current_context().exit(1)
