"""The records that the stages hand to each other: frozen, standard library only.

Offsets are 0-based, half-open and count Unicode code points of `Article.text`; nothing else in hrkg counts otherwise.

A record points at people, organizations, places and groups by the `Span` of a `Mention` (one mention a span); which
mentions are one thing is said by `Reference` within the article and by `hrkg.resolve` over articles.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Protocol, TypeVar, runtime_checkable

Kind = Literal["person", "organization", "place", "group"]
Form = Literal["name", "nominal", "pronoun"]
Modality = Literal["asserted", "attributed", "presupposed", "derived", "metadata", "reference", "curated"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text, `text[begin:end]`."""

    begin: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.begin < self.end:
            raise ValueError(f"a span needs 0 <= begin < end, not [{self.begin}, {self.end})")

    def of(self, text: str) -> str:
        """The words of `text` that the span covers."""
        return text[self.begin : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.begin <= other.begin and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.begin < other.end and other.begin < self.end

    def hull(self, *others: Span) -> Span:
        """The smallest span that covers this one and all `others`."""
        return Span(min(s.begin for s in (self, *others)), max(s.end for s in (self, *others)))


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article beside its text, from a manifest or the page itself."""

    url: str | None = None
    headline: str | None = None
    publisher: str | None = None
    published: str | None = None
    """ISO 8601 date of any precision: `2024`, `2024-05` or `2024-05-06`."""
    authors: tuple[str, ...] = ()
    language: str | None = None
    """Two-letter ISO 639-1 code."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read: its text with page furniture included, and which stretches are content."""

    sha256: str
    """Hex digest of the source's bytes."""
    text: str
    source_file: str
    """Name of the file it came from, without folders, so that a build does not depend on where it ran."""
    metadata: Metadata = Metadata()
    content: tuple[Span, ...] = ()
    """Stretches that are the article itself, ascending and apart; what is outside them is page furniture."""
    rendering: str = "text"
    """Name and version of what turned the source into text, e.g. `trafilatura 2.3.1`; `text` for text files."""

    @property
    def id(self) -> str:
        """First 16 hex digits of the digest of the source's bytes."""
        return self.sha256[:16]

    @property
    def text_sha256(self) -> str:
        """Hex digest of the text's UTF-8 bytes."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class TextSentence:
    """A sentence of the content: its characters, its tokens `doc[start:end]`, and where it stands."""

    span: Span
    start: int
    end: int
    paragraph: int
    """Number of its paragraph, from 0."""
    heading: bool = False
    """A title or heading: a paragraph of its own without a closing full stop."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many a group has: bounds and the words that give them."""

    minimum: int | None
    maximum: int | None
    qualifier: str
    """Code of the list `count-qualifier`."""
    span: Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names or stands for a person, organization, place or unnamed group of people."""

    span: Span
    kind: Kind
    name: str
    """The label: as written without titles and possessive endings, or `government of X` for a state that acts."""
    form: Form = "name"
    code: str | None = None
    """Code of `organization-kind` or `place-kind`, where known."""
    key: str | None = None
    """Key of the row of reference data that it stands for (e.g. `place/cn`), where known."""
    count: Count | None = None
    """Groups only."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The mention at `mention` stands for the same thing as the mention at `antecedent`, in this article."""

    mention: Span
    antecedent: Span


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or period that the text tells."""

    span: Span
    edtf: str | None
    """Extended Date/Time Format, level 0 to 2 (ISO 8601-2); None where the words do not fix one."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """What a person is said to be; `predicate` is `occupation`, `ethnicity` or `nationality`."""

    subject: Span
    predicate: str
    value: str
    """Lower-case words, as they become a concept's label."""
    evidence: Span


@dataclass(frozen=True, slots=True)
class Post:
    """A person holds or held an office."""

    holder: Span
    title: str
    organization: Span | None
    evidence: Span


@dataclass(frozen=True, slots=True)
class Relation:
    """`predicate` is `affiliatedWith` (person to organization), `spouse`, `children`, `sibling` or `kinOf`."""

    subject: Span
    predicate: str
    object: Span
    evidence: Span


@dataclass(frozen=True, slots=True)
class Argument:
    """Who or what takes part; `role` is `affected`, `agent`, `participant`, `place`, `advocate` or `addressee`."""

    role: str
    filler: Span
    evidence: Span


@dataclass(frozen=True, slots=True)
class Prospect:
    """Why something is not reported as having happened: `kind` is a code of `prospect-kind`, `cue` the words."""

    kind: str
    cue: Span


@dataclass(frozen=True, slots=True)
class Event:
    """Something reported to have happened or, with a `prospect`, only urged, planned, promised or feared."""

    type: str
    """Code of `event-type`."""
    trigger: Span
    arguments: tuple[Argument, ...] = ()
    when: Moment | None = None
    prospect: Prospect | None = None
    modality: Modality = "asserted"


@dataclass(frozen=True, slots=True)
class Charge:
    """An official accusation of one person or group."""

    person: Span
    offence: str
    evidence: Span
    """The words of the offence and, where near, what ties it to the person."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A court's penalty for one person or group."""

    person: Span
    type: str
    """Code of `sentence-type`."""
    duration: str | None
    """ISO 8601 duration, e.g. `P4Y` or `P18M`."""
    evidence: Span


@dataclass(frozen=True, slots=True)
class Status:
    """What the article reports of somebody's liberty at one point of its story; the latest one becomes the report."""

    about: Span
    status: str
    """Code of `detention-status`."""
    evidence: Span
    when: Moment | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody says something; `speaker` is None where the unnamed author speaks."""

    speaker: Span | None
    cue: Span
    """The words that make it speech ("said", "according to")."""
    content: Span
    """What is said, without quotation marks."""
    stance: str
    """Code of `stance`."""
    target: Span | None = None
    direct: bool = False
    """Quoted word for word."""


Record = (
    Mention | Reference | Moment | Attribute | Post | Relation | Event | Charge | Sentence | Status | Claim
)
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Extracted:
    """A record and the extractor that wrote it."""

    record: Record
    extractor: str


@dataclass(frozen=True, slots=True)
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

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """All records of one class found so far, in the order of the text."""
        return tuple(x.record for x in self.found if isinstance(x.record, kind))

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
