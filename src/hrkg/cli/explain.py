"""`hrkg explain`: everything a graph says of a person or thing, with the words behind it."""

import dataclasses
import json
import shutil
import sys

import click

from hrkg import query, store

_EPILOG = """\b
Examples:
  hrkg explain graph.ttl "Mira Kolesnik"
  hrkg explain graph.ttl hrd:person/mira-kolesnik-f2134a --format json
"""


@click.command(epilog=_EPILOG)
@click.argument("graph")
@click.argument("what", metavar="NAME|IRI")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def explain(graph: str, what: str, form: str) -> None:
    """Tell all that GRAPH says of somebody or something, and never more.

    Each statement comes with the article, who says it there, and the words it rests on, set off in their sentence.
    Case and accents of a name do not matter, and a part of it will do where that is enough to tell; an IRI may be
    short (hrd:person/...).
    """
    explanation = query.explain(store.load(graph), what)
    if form == "json":
        told = json.dumps(dataclasses.asdict(explanation), ensure_ascii=False, indent=2)
        store.write(f"{told}\n".encode(), "-")
        return
    if sys.stdout.isatty():
        text = query.as_text(
            explanation,
            mark=lambda words: click.style(words, bold=True, underline=True),
            heading=lambda words: click.style(words, bold=True),
            width=shutil.get_terminal_size().columns,
        )
    else:
        text = query.as_text(explanation)
    click.echo(text, nl=False)
