"""`hrkg query`: answer a view or a SPARQL query."""

import shutil
import sys
from pathlib import Path

import click

from hrkg import query as ask
from hrkg import store, vocab
from hrkg.errors import SetupError

_EPILOG = """\b
Examples:
  hrkg query --list
  hrkg query graph.ttl --view detained
  hrkg query graph.ttl --view evidence --format csv > evidence.csv
  hrkg query graph.ttl -e 'SELECT ?name { ?p a hr:DetainedIndividual ; rdfs:label ?name }'
  hrkg query graph.ttl question.rq --format json
"""
_RENDERED = {"csv": ask.as_csv, "json": ask.as_json, "ttl": ask.as_turtle}


@click.command(epilog=_EPILOG)
@click.argument("graph", required=False)
@click.argument("file", metavar="[FILE.rq]", required=False)
@click.option("-e", "--expression", metavar="SPARQL", help="The query itself.")
@click.option("--view", "view_name", metavar="NAME", help="A ready query; --list tells which there are.")
@click.option("--list", "list_views", is_flag=True, help="List the views and what they answer.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "ttl"]),
    default="table",
    show_default=True,
    help="ttl is for CONSTRUCT and DESCRIBE.",
)
def query(
    graph: str | None,
    file: str | None,
    expression: str | None,
    view_name: str | None,
    list_views: bool,
    form: str,
) -> None:
    """Ask GRAPH, a file of RDF (- is Turtle from standard input), a view or SPARQL of your own.

    Prefixes such as hr:, hrv:, foaf: and schema: need no declaration. Nothing is asked over the network.
    """
    if list_views:
        for name, found in ask.views().items():
            click.echo(f"{name:<14} {found.question}")
        return
    if graph is None:
        raise click.UsageError("name the file of the graph, e.g. hrkg query graph.ttl --view persons")
    if sum(given is not None for given in (file, expression, view_name)) != 1:
        raise click.UsageError("give one query: a file, -e SPARQL or --view NAME")
    if graph == file == "-":
        raise click.UsageError("standard input cannot be both the graph and the query: name a file for one")
    store.format_to_read(graph)  # so that swapped arguments are told before the graph is read as a query
    text, name = _query(file, expression, view_name)
    for term in vocab.unknown_terms(text):
        click.echo(f"hrkg: warning: {name} asks for {term}, which is no term of the ontology", err=True)
    table = ask.run(store.load(graph), text, name)
    if form in _RENDERED:
        store.write(_RENDERED[form](table).encode(), "-")
        return
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    click.echo(ask.as_table(table, width), nl=False)


def _query(file: str | None, expression: str | None, view_name: str | None) -> tuple[str, str]:
    """The SPARQL and what to call it."""
    if view_name is not None:
        return ask.view(view_name).query, f"the view {view_name}"
    if expression is not None:
        return expression, "the query"
    assert file is not None
    try:
        if file == "-":
            return sys.stdin.buffer.read().decode(), "the query from standard input"
        return Path(file).read_text(encoding="utf-8-sig"), file
    except FileNotFoundError:
        raise SetupError(
            f"there is no file {file}: mend the path, or give the query itself with -e"
        ) from None
    except IsADirectoryError:
        raise SetupError(f"{file} cannot be read: it is a folder; name a file with a query in it") from None
    except UnicodeDecodeError as error:
        raise SetupError(f"{file} is not UTF-8 (byte {error.start}): save it as UTF-8") from error
    except OSError as error:
        raise SetupError(
            f"{file} cannot be read: {error.strerror or error}; look at its permissions"
        ) from error
