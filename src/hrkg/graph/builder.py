"""Collect one article's triples: plain statements, and a report with its words for each reported one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pyoxigraph as ox

from hrkg import vocab
from hrkg.graph.iris import Iris, digest
from hrkg.model import Article, Modality, Span

Object = ox.NamedNode | ox.Literal


@dataclass(frozen=True, slots=True)
class Told:
    """Where words stand that somebody else than the author says: an utterance and the stretch it covers."""

    utterance: ox.NamedNode | None
    """None where the speaker could not be told."""
    content: Span


@dataclass
class ArticleGraph:
    """The triples of one article, without repeats, and what is needed to report on them."""

    article: Article
    iris: Iris
    sentences: Sequence[Span]
    with_sentences: bool = True
    told: Sequence[Told] = ()
    """Stretches that somebody says; the smallest that covers a statement's words is its utterance."""
    events: list[tuple[int, bool, ox.NamedNode]] = field(default_factory=list)
    """Where each reported event is told, whether somebody suffers it, and its node."""
    local: dict[ox.NamedNode, str] = field(default_factory=dict)
    """Shared thing → its name in terms of this article alone, for digests that no other article changes."""
    _triples: dict[ox.Triple, None] = field(default_factory=dict)
    _minted: dict[tuple[str, int], dict[str, ox.NamedNode]] = field(default_factory=dict)

    @property
    def node(self) -> ox.NamedNode:
        """The article itself."""
        return self.iris.article(self.article.id)

    def mint(self, kind: str, begin: int, who: str) -> ox.NamedNode:
        """The node of something that this article tells, the same for the same kind, place and people.

        Where several of one kind begin together, those after the first carry a short digest of `who` it is about.
        """
        here = self._minted.setdefault((kind, begin), {})
        if who not in here:
            here[who] = self.iris.told(self.article.id, kind, begin, digest(who, 6) if here else "")
        return here[who]

    def add(self, subject: ox.NamedNode, predicate: str, value: Object) -> None:
        """State structure (types, labels, kinds …), which needs no report."""
        self._triples.setdefault(ox.Triple(subject, vocab.term(predicate), value))

    def span(self, span: Span) -> ox.NamedNode:
        """The node of a stretch of the text, with its words, offsets and sentence."""
        node = self._bare_span(span)
        if self.with_sentences:
            around = next((s for s in self.sentences if s.covers(span)), None)
            if around:
                self.add(node, "hr:sentence", self._bare_span(around))
        return node

    def _bare_span(self, span: Span) -> ox.NamedNode:
        node = self.iris.span(self.article.id, span)
        offset = vocab.term("xsd:nonNegativeInteger")
        self.add(node, "rdf:type", vocab.term("nif:OffsetBasedString"))
        self.add(node, "nif:anchorOf", ox.Literal(span.of(self.article.text)))
        self.add(node, "nif:beginIndex", ox.Literal(str(span.begin), datatype=offset))
        self.add(node, "nif:endIndex", ox.Literal(str(span.end), datatype=offset))
        self.add(node, "nif:referenceContext", self.node)
        return node

    def utterance_of(self, words: Sequence[Span]) -> Told | None:
        """The smallest stretch of somebody's speech that covers all the words."""
        around = [t for t in self.told if all(t.content.covers(w) for w in words)]
        return min(around, key=lambda t: (t.content.end - t.content.begin, t.content), default=None)

    def report(
        self,
        subject: ox.NamedNode,
        predicate: str,
        value: Object,
        *evidence: Span,
        extractor: str,
        modality: Modality = "asserted",
        quotable: bool = True,
        source: ox.NamedNode | None = None,
    ) -> None:
        """State something that the article says, and the report of it.

        Args:
            subject: of the statement.
            predicate: of the statement, one that the ontology marks as reported.
            value: the statement's object.
            evidence: the words it rests on; none only for metadata.
            extractor: who read it.
            modality: how the article says it; `asserted` becomes `attributed` inside somebody's speech.
            quotable: False for what the article itself says of an utterance, such as who speaks.
            source: the row of reference data that says it, where the article does not.
        """
        told = self.utterance_of(evidence) if quotable and evidence else None
        if told and modality == "asserted":
            modality = "attributed"
        utterance = told.utterance if told else None
        self.add(subject, predicate, value)
        parts = (self._local(subject), predicate, self._local(value), modality, self._local(utterance))
        node = self.iris.report(self.article.id, *parts)
        self.add(node, "rdf:type", vocab.term("hr:Report"))
        self.add(node, "rdf:subject", subject)
        self.add(node, "rdf:predicate", vocab.term(predicate))
        self.add(node, "rdf:object", value)
        self.add(node, "prov:hadPrimarySource", source or self.node)
        self.add(node, "hr:modality", vocab.concept("modality", modality))
        self.add(node, "hr:extractor", ox.Literal(extractor))
        if utterance is not None:
            self.add(node, "hr:inUtterance", utterance)
        for words in evidence:
            self.add(node, "hr:evidence", self.span(words))

    def _local(self, value: Object | None) -> str:
        """A value in terms that depend on nothing but this article."""
        if value is None:
            return ""
        if isinstance(value, ox.NamedNode) and value in self.local:
            return self.local[value]
        return str(value).replace(self.iris.base, "")

    def quads(self) -> Iterator[ox.Quad]:
        """All triples, in the article's named graph."""
        for triple in self._triples:
            yield ox.Quad(triple.subject, triple.predicate, triple.object, self.node)
