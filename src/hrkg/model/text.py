"""Articles and stretches of their text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


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
