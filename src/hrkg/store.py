"""Read and write graphs as files: deterministic bytes out, errors with file and line in.

Turtle is written here and not by a library: rdflib's writer is some 40 times slower, and pyoxigraph's lists prefixes in
an order that changes from run to run and escapes local names in a way that Virtuoso 7 reads wrongly.
"""

import os
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from itertools import groupby
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
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*\Z")
"""Local names that no store misreads: flat, unescaped."""
_LAST = ("/report-", "/char=")
"""Parts of IRIs of what a reader wants last in a file: reports, and then spans."""


def format_of(path: str, name: str | None = None) -> str:
    """The format called `name`, else the one that the suffix of `path` tells, else Turtle for standard output.

    Raises:
        SetupError: neither tells a format that hrkg writes.
    """
    if name is None and path == "-":
        return "ttl"
    found = name or Path(path).suffix.lstrip(".").lower()
    if found not in FORMATS:
        known = ", ".join(f".{f}" for f in FORMATS)
        raise SetupError(f"{path} tells no format of RDF: name it {known}, or say --format")
    return found


def serialize(quads: Iterable[ox.Quad], name: str, prefixes: Mapping[str, str]) -> bytes:
    """All quads in the format `name`, the same bytes for the same set in whatever order.

    Triple formats drop the graph's name, so what several articles tell alike stands there once.
    """
    if name == "nq":
        lines = {f"{q} .\n" for q in quads}
        return "".join(sorted(lines)).encode()
    triples = {str(q.triple): q.triple for q in quads}
    ordered = [triples[k] for k in sorted(triples)]
    if name == "nt":
        return "".join(f"{t} .\n" for t in ordered).encode()
    if name == "ttl":
        return "".join(_turtle(ordered, prefixes)).encode()
    out = BytesIO()
    ox.serialize(ordered, out, format=FORMATS[name])
    return out.getvalue() + b"\n"


def _turtle(triples: list[ox.Triple], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Turtle, a paragraph a subject, types first, values sorted."""
    by_length = sorted(prefixes.items(), key=lambda item: -len(item[1]))
    names: dict[str, str] = {}
    used: set[str] = set()

    def short(iri: str) -> str:
        if iri not in names:
            names[iri] = f"<{iri}>"
            for prefix, namespace in by_length:
                if iri.startswith(namespace) and _LOCAL.match(iri[len(namespace) :]):
                    names[iri] = f"{prefix}:{iri[len(namespace) :]}"
                    used.add(prefix)
                    break
        return names[iri]

    def write(node: object) -> str:
        if isinstance(node, ox.NamedNode):
            return short(node.value)
        if not isinstance(node, ox.Literal):
            raise TypeError(f"hrkg writes IRIs and literals, not {node!r}")
        kind = node.datatype.value
        if kind == _XSD + "integer" and re.fullmatch(r"[+-]?[0-9]+", node.value):
            return node.value
        if node.language or kind == _XSD + "string":
            return str(node)
        return f"{ox.Literal(node.value)}^^{short(kind)}"

    paragraphs: list[tuple[tuple[int, str], str]] = []
    for subject, group in groupby(triples, key=lambda t: t.subject):
        if not isinstance(subject, ox.NamedNode):
            raise TypeError(f"hrkg writes no blank nodes, not {subject!r}")
        values: dict[str, list[str]] = {}
        for triple in group:
            verb = "a" if triple.predicate.value == _RDF_TYPE else short(triple.predicate.value)
            values.setdefault(verb, []).append(write(triple.object))
        verbs = sorted(values, key=lambda v: (v != "a", v))
        body = " ;\n".join(f"    {verb} {', '.join(values[verb])}" for verb in verbs)
        rank = max((i + 1 for i, part in enumerate(_LAST) if part in subject.value), default=0)
        paragraphs.append(((rank, subject.value), f"\n{short(subject.value)}\n{body} .\n"))
    yield from (f"@prefix {p}: <{prefixes[p]}> .\n" for p in sorted(used))
    yield from (text for _, text in sorted(paragraphs))


def write(data: bytes, path: str) -> None:
    """Write a file whole or not at all; `-` is standard output.

    Raises:
        SetupError: the file cannot be written.
    """
    if path == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    target = Path(path)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(temporary).chmod(0o666 & ~_umask())
            Path(temporary).replace(target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise SetupError(
            f"{path} cannot be written: {error.strerror or error}; choose another place"
        ) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def check_writable(path: str) -> None:
    """Fail before long work, not after it, where `path` cannot become a file.

    Raises:
        SetupError: it is a folder, or its folder cannot be made or written.
    """
    if path == "-":
        return
    target = Path(path)
    if target.is_dir():
        raise SetupError(f"{path} is a folder: name a file in it, e.g. {target / 'graph.ttl'}")
    folder = target.parent
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        raise SetupError(f"{path} cannot be written: {folder} is not a folder that you may write in")


def load(path: str) -> ox.Store:
    """Parse a file of RDF into memory; `-` is Turtle from standard input.

    Raises:
        SetupError: no such file, a suffix that tells no format, or malformed RDF (with line and column).
    """
    store = ox.Store()
    try:
        if path == "-":
            store.load(sys.stdin.buffer, format=ox.RdfFormat.TURTLE)
            return store
        suffix = Path(path).suffix.lstrip(".").lower()
        kind = FORMATS.get(suffix) or ox.RdfFormat.from_extension(suffix)
        if kind is None:
            raise SetupError(f"{path}: its suffix tells no format of RDF; rename it, e.g. to .ttl")
        store.load(path=path, format=kind)
    except FileNotFoundError:
        raise SetupError(f"there is no file {path}: build one with `hrkg build ARTICLES -o {path}`") from None
    except OSError as error:
        raise SetupError(f"{path} cannot be read: {error.strerror or error}") from error
    except (SyntaxError, ValueError) as error:
        raise SetupError(
            f"{path} is not well-formed RDF: {_where(error)}; mend it or build it again"
        ) from error
    return store


def _where(error: Exception) -> str:
    """Pyoxigraph's message, which tells line and column."""
    if isinstance(error, SyntaxError) and error.lineno is not None:
        return f"line {error.lineno}, column {error.offset}: {error.msg}"
    return str(error).rstrip(".")
