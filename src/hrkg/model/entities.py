"""Who the mentions stand for, in one article and over many."""

from __future__ import annotations

from dataclasses import dataclass

from hrkg.model.documents import Extracted
from hrkg.model.records import Count, Kind, Whole
from hrkg.model.text import Article, Span


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organization, place or group: the mentions in one article that stand for it."""

    kind: Kind
    label: str
    mentions: tuple[Span, ...]
    """Ascending; the named ones and those tied to them."""
    also: tuple[str, ...] = ()
    """Other names the article uses for it, sorted."""
    code: str | None = None
    key: str | None = None
    count: Count | None = None
    source: str | None = None
    """IRI of the row of reference data that it is, where the row has one."""
    wholes: tuple[Whole, ...] = ()
    """Larger places in which it lies by that row."""


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """What stays of an article after extraction and resolution within it: enough to build its graph."""

    article: Article
    sentences: tuple[Span, ...]
    entities: tuple[Entity, ...]
    """In the order of their first mentions."""
    found: tuple[Extracted, ...]
    dropped: tuple[str, ...] = ()
    """Why records were dropped, one sentence each."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Which shared thing an article's entity is: a row of reference data, or a name and the article that anchors it."""

    label: str
    """The one label of the thing, over all articles."""
    anchor: str
    """Id of the earliest article that tells of it."""
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Judgment:
    """Why entities of several articles are taken for one thing; undone by leaving it out."""

    members: tuple[tuple[str, int], ...]
    """Article ids with the number of the entity in each, sorted."""
    reason: str
    method: str
    score: float
    """0 to 1."""
