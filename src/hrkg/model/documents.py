"""An article as extractors see it, and what an extractor is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Protocol, TypeVar, runtime_checkable

from hrkg.model.records import Mention, Record
from hrkg.model.text import Article, TextSentence

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Extracted:
    """A record and the extractor that wrote it."""

    record: Record
    extractor: str


@dataclass(frozen=True)
class Document:
    """An article read by the language engine, and what extractors have found in it so far."""

    article: Article
    doc: Any
    """spaCy `Doc` over the whole text, furniture included; token offsets are the article's."""
    sentences: tuple[TextSentence, ...]
    """Sentences of the content, in order."""
    found: tuple[Extracted, ...] = field(default=(), compare=False)

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @cached_property
    def _by_class(self) -> dict[type, tuple[Any, ...]]:
        """All records by their class, kept since extractors ask for them sentence by sentence."""
        found: dict[type, list[Any]] = {}
        for x in self.found:
            found.setdefault(type(x.record), []).append(x.record)
        return {kind: tuple(records) for kind, records in found.items()}

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """All mentions found so far, in the order of the text, the longer first where two begin together."""
        return tuple(sorted(self.of(Mention), key=lambda m: (m.span.begin, -m.span.end)))

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """All records of one class found so far, in the order in which they were found."""
        return self._by_class.get(kind, ())

    def adding(self, records: Iterable[Extracted]) -> Document:
        """This document with more records."""
        return replace(self, found=(*self.found, *records))


@runtime_checkable
class Extractor(Protocol):
    """One reader of documents; `hrkg.extract` finds it by the name `EXTRACTOR` in its module.

    `requires` and `provides` name record classes ("Mention", "Event", ...): the core runs providers first.
    """

    name: str
    requires: frozenset[str]
    provides: frozenset[str]

    def __call__(self, document: Document) -> Iterable[Record]:
        """Read one document; every span must lie in its text."""
        ...
