"""Extractors: each reads a `Document` and returns records; a file each, found by itself.

A module (or package) in this folder that ends with `EXTRACTOR = …` takes part; third parties join through the entry
point group `hrkg.extractors`. The core runs them in the order of what they require and provide, checks every span,
and attaches what they return; an extractor never changes a document.
"""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from importlib.metadata import entry_points

from hrkg.errors import ArticleError, SetupError
from hrkg.model import Document, Extracted, Extractor, Record, Span

ENTRY_POINTS = "hrkg.extractors"


@cache
def extractors() -> tuple[Extractor, ...]:
    """All extractors, providers before those who require, names as tie-break.

    Raises:
        SetupError: two share a name, one requires what none provides, or they wait for each other in a circle.
    """
    return ordered([*_own(), *_foreign()])


def _own() -> Iterator[Extractor]:
    for module in pkgutil.iter_modules(__path__):
        found = getattr(importlib.import_module(f"{__name__}.{module.name}"), "EXTRACTOR", None)
        if found is not None:
            yield found


def _foreign() -> Iterator[Extractor]:
    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda p: (p.name, p.value)):
        try:
            yield point.load()
        except Exception as error:
            raise SetupError(
                f"the extractor {point.name} ({point.value}) cannot be loaded: {error}; mend or uninstall it"
            ) from error


def ordered(found: Iterable[Extractor]) -> tuple[Extractor, ...]:
    """Sort extractors so that each comes after all providers of what it requires."""
    waiting = sorted(found, key=lambda e: e.name)
    names = [e.name for e in waiting]
    for name in names:
        if names.count(name) > 1:
            raise SetupError(f"two extractors are called {name}: rename one")
    provided = {kind for e in waiting for kind in e.provides}
    for e in waiting:
        if missing := sorted(e.requires - provided):
            raise SetupError(
                f"the extractor {e.name} requires {', '.join(missing)}, which no extractor provides"
            )
    done: list[Extractor] = []
    while waiting:
        ready = [e for e in waiting if not any(e.requires & o.provides for o in waiting if o is not e)]
        if not ready:
            raise SetupError(f"these extractors wait for each other: {', '.join(e.name for e in waiting)}")
        done.append(ready[0])
        waiting.remove(ready[0])
    return tuple(done)


def extract(document: Document) -> tuple[Document, tuple[str, ...]]:
    """Run all extractors over one document.

    Returns:
        The document with all records, and one sentence for each record that was dropped and why.

    Raises:
        ArticleError: an extractor fails on this article; the others can still be read.
    """
    dropped: list[str] = []
    for extractor in extractors():
        kept: dict[Record, None] = {}
        try:
            records = list(extractor(document))
        except Exception as error:
            raise ArticleError(
                f"{document.article.source_file}: the extractor {extractor.name} fails on it"
                f" ({type(error).__name__}: {error}); skip the article, and report the fault"
            ) from error
        for record in records:
            fault = _fault(record, document, extractor)
            if fault:
                dropped.append(f"{extractor.name}: {fault}")
            else:
                kept.setdefault(record)
        document = document.adding(Extracted(record, extractor.name) for record in kept)
    return document, tuple(dropped)


def _fault(record: Record, document: Document, extractor: Extractor) -> str | None:
    """Why a record cannot be used, if so: its class was not declared, or a span leaves the text."""
    if type(record).__name__ not in extractor.provides:
        return f"returned a {type(record).__name__}, which it does not declare under provides"
    for span in spans(record):
        if span.end > len(document.text):
            return f"{type(record).__name__} at {span.begin} ends behind the text, which has {len(document.text)}"
    return None


def spans(record: object) -> Iterator[Span]:
    """Every span inside a record, however deep."""
    if isinstance(record, Span):
        yield record
    elif isinstance(record, tuple):
        for part in record:
            yield from spans(part)
    elif is_dataclass(record):
        for part in fields(record):
            yield from spans(getattr(record, part.name))
