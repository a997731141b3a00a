"""What the graph says of a thing, as plain records ready to be shown or written as JSON.

Offsets are those of the articles' texts: 0-based, half-open, in Unicode code points.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A node or literal, as a reader sees it."""

    label: str
    iri: str | None = None
    """None for literals."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article, or whatever else a report names as its source."""

    iri: str
    headline: str
    """Its label where the graph gives no headline."""
    publisher: str | None = None
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article, and where they stand."""

    words: str
    begin: int
    end: int
    sentence: str | None = None
    """The sentence around them; None where the graph keeps none."""
    sentence_begin: int | None = None

    @property
    def marked(self) -> tuple[int, int] | None:
        """Where the words stand in the sentence; None where there is none or it does not hold them there."""
        if self.sentence is None or self.sentence_begin is None:
            return None
        begin, end = self.begin - self.sentence_begin, self.end - self.sentence_begin
        return (begin, end) if begin >= 0 and self.sentence[begin:end] == self.words else None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One report of a statement: who says it in which article, in which words."""

    report: str
    article: Article | None
    modality: str
    """Code of the list `modality`; empty where the report has none."""
    speakers: tuple[str, ...]
    """Who says it where the article does not, then who quotes them."""
    quotes: tuple[Quote, ...]
    extractor: str | None = None
    confidence: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A triple of the plain layer and the reports of it."""

    subject: Term
    predicate: Term
    object: Term
    evidence: tuple[Evidence, ...] = ()
    needs_report: bool = False
    """Whether the ontology demands a report of it."""


@dataclass(frozen=True, slots=True)
class Item:
    """A node in which the explained thing takes part, with all that is said of it."""

    node: Term
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Statements and nodes of one sort."""

    heading: str
    statements: tuple[Statement, ...] = ()
    """Those in which the explained thing itself is subject or object."""
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name the thing, and the article where they stand."""

    article: Article
    quote: Quote


@dataclass(frozen=True, slots=True)
class Node:
    """One thing of the graph, explained."""

    iri: str
    label: str
    types: tuple[str, ...]
    kinds: tuple[str, ...]
    names: tuple[str, ...]
    """Other names, sorted."""
    mentions: tuple[Mention, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All things that a name or IRI leads to."""

    asked: str
    nodes: tuple[Node, ...]
    """Several where several things bear exactly this name; nothing says that they are one."""
