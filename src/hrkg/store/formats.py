"""Which format of RDF a file has, and what it is where it has none."""

from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox

from hrkg.errors import SetupError

FORMATS: Mapping[str, ox.RdfFormat] = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
}
"""File suffix → format that hrkg writes."""
_ARTICLES = ("txt", "md", "html", "htm", "xhtml")
_QUERIES = ("rq", "sparql")
"""Suffixes of what is sometimes given instead of a graph."""


def format_of(path: str, name: str | None = None) -> str:
    """The format called `name`, else the one that the suffix of `path` tells, else Turtle for standard output.

    Raises:
        SetupError: neither tells a format that hrkg writes.
    """
    if name is None and path == "-":
        return "ttl"
    found = name or _suffix(path)
    if found not in FORMATS:
        known = ", ".join(f".{f}" for f in FORMATS)
        raise SetupError(f"{path} tells no format of RDF: name it {known}, or say --format")
    return found


def format_to_read(path: str) -> ox.RdfFormat:
    """The format of a file to read, by its suffix; `-` is Turtle.

    Raises:
        SetupError: the suffix tells no format of RDF; what it tells instead is said.
    """
    suffix = _suffix(path)
    kind = ox.RdfFormat.TURTLE if path == "-" else FORMATS.get(suffix) or ox.RdfFormat.from_extension(suffix)
    if kind is not None:
        return kind
    if suffix in _QUERIES:
        raise SetupError(f"{path} is a query and no graph: name the graph first, `hrkg query GRAPH {path}`")
    if is_article(path):
        raise article_instead(path)
    raise SetupError(f"{path}: its suffix tells no format of RDF; rename it, e.g. to .ttl")


def is_article(path: str) -> bool:
    """Whether a file has a suffix that articles have (`.txt` may be N-Triples all the same)."""
    return _suffix(path) in _ARTICLES


def article_instead(path: str) -> SetupError:
    """What to say where an article stands in a graph's place."""
    made = Path(path).with_suffix(".ttl").name
    return SetupError(
        f"{path} looks like an article and no graph: make one of it with `hrkg build {path} -o {made}`"
    )


def _suffix(path: str) -> str:
    return Path(path).suffix.lstrip(".").lower()
