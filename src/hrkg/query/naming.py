"""Find the nodes that a name or IRI means."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches

import pyoxigraph as ox

from hrkg import vocab
from hrkg.errors import SetupError
from hrkg.query.reading import Reader, Resource
from hrkg.query.terminal import shorten

ACTORS = ("foaf:Person", "org:Organization", "hr:Group", "hr:Place")
"""Classes of what people ask for by name; an event's label holds such a name too."""
_NAMES = ("rdfs:label", "skos:prefLabel", "skos:altLabel")
_UNMARKED = str.maketrans("łøđħıŀðþæœʼ’‘–‐‑", "lodhildtao'''---")
"""Letters and signs that no decomposition makes plain; æ and œ by their first letter."""
_MOST = 10
"""Candidates that a message lists."""


def folded(name: str) -> str:
    """A name without case, diacritics and extra spaces.

    >>> folded("  José  Ōta ")
    'jose ota'
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(kept.translate(_UNMARKED).split())


def find(reader: Reader, what: str) -> list[Resource]:
    """The nodes that `what` means: one, or all that bear exactly this name.

    An IRI may be whole or short (`hrd:person/…`). Names match without case and diacritics: first exactly, then as
    beginning, then as part of a name of exactly one thing; people, organizations, groups and places before others.

    Raises:
        SetupError: nothing is called so, or several things are called nearly so.
    """
    asked = what.strip()
    iris = list(_iris(reader, asked))
    if iris:
        found = [iri for iri in iris if reader.said_of(iri) or reader.said_with(iri)]
        if found:
            return list[Resource](found[:1])
        raise SetupError(
            f"the graph says nothing of <{iris[0].value}>: ask by name, or look for it with hrkg query"
        )
    names = _names(reader)
    actors = {node for cls in ACTORS for node in reader.subjects("rdf:type", vocab.term(cls))}
    wanted = folded(asked)
    tests: tuple[Callable[[str], bool], ...] = (
        lambda name: name == wanted,
        lambda name: name.startswith(wanted),
        lambda name: wanted in name,
    )
    for level, test in enumerate(tests if wanted else ()):
        for pool in (names.keys() & actors, names.keys() - actors):
            hits = sorted((n for n in pool if any(map(test, names[n]))), key=str)
            if hits and (level == 0 or len(hits) == 1):
                return hits
            if hits:
                raise SetupError(f"{asked} may mean {_listed(reader, hits)}: give the whole name or the IRI")
    close: list[Resource] = []
    for pool in (names.keys() & actors, names.keys() - actors):
        near = set(
            get_close_matches(wanted, sorted({n for node in pool for n in names[node]}), n=3, cutoff=0.7)
        )
        close = close or sorted((node for node in pool if names[node] & near), key=str)
    hint = (
        f"did you mean {_listed(reader, close)}?"
        if close
        else "`hrkg query GRAPH --view persons` lists who is"
    )
    raise SetupError(f"nothing in the graph is called {asked or 'the empty name'}: {hint}")


def _iris(reader: Reader, asked: str) -> Iterator[ox.NamedNode]:
    """The IRIs that `asked` may stand for; none where it is a name."""
    bare = asked[1:-1] if asked.startswith("<") and asked.endswith(">") else asked
    prefix, colon, local = bare.partition(":")
    whole = [bare] if "://" in bare else []
    if colon and not whole and prefix in vocab.prefixes() and not local.startswith(" "):
        whole = [vocab.prefixes()[prefix] + local]
        if prefix == "hrd":
            whole += [base + local for base in _bases(reader)]
    for iri in whole:
        try:
            yield ox.NamedNode(iri)
        except ValueError as error:
            raise SetupError(
                f"{asked} is no IRI ({error}): give a whole IRI, or one like hrd:person/…"
            ) from error


def _bases(reader: Reader) -> list[str]:
    """The bases below which the graph's articles stand, for graphs built with another `--base`."""
    articles = reader.subjects("rdf:type", vocab.term("schema:NewsArticle"))
    return sorted({a.value.rsplit("a/", 1)[0] for a in articles if isinstance(a, ox.NamedNode)})


def _names(reader: Reader) -> dict[Resource, set[str]]:
    names: dict[Resource, set[str]] = {}
    for predicate in _NAMES:
        for quad in reader.store.quads_for_pattern(None, vocab.term(predicate), None):
            if isinstance(quad.object, ox.Literal) and not isinstance(quad.subject, ox.Triple):
                names.setdefault(quad.subject, set()).add(folded(quad.object.value))
    return names


def _listed(reader: Reader, nodes: Iterable[Resource]) -> str:
    told = [f"{reader.label(n)} ({shorten(n.value)})" for n in nodes]
    more = f" and {len(told) - _MOST} more" if len(told) > _MOST else ""
    return "; ".join(told[:_MOST]) + more
