"""Read the two layers of a graph: statements, and the reports with the words they rest on."""

from collections.abc import Iterator

import pyoxigraph as ox

from hrkg import vocab
from hrkg.query.explanation import Article, Evidence, Mention, Quote, Statement, Term
from hrkg.query.terminal import shorten

Resource = ox.NamedNode | ox.BlankNode
Value = Resource | ox.Literal | ox.Triple
_LABELS = ("rdfs:label", "skos:prefLabel")


class Reader:
    """A graph, read by the names of its terms; what several named graphs tell alike counts once."""

    def __init__(self, store: ox.Store) -> None:
        self.store = store
        self._articles: dict[Resource, Article] = {}

    def objects(self, subject: Resource, predicate: str) -> list[Value]:
        """Values of one property, sorted."""
        quads = self.store.quads_for_pattern(subject, vocab.term(predicate), None)
        return sorted({q.object for q in quads}, key=str)

    def subjects(self, predicate: str, value: Value) -> list[Resource]:
        """Whatever has a value of a property, sorted."""
        quads = self.store.quads_for_pattern(None, vocab.term(predicate), value)
        return sorted({q.subject for q in quads if not isinstance(q.subject, ox.Triple)}, key=str)

    def said_of(self, node: Resource) -> list[ox.Triple]:
        """Triples with the node as subject, sorted."""
        return sorted({q.triple for q in self.store.quads_for_pattern(node, None, None)}, key=str)

    def said_with(self, node: Resource) -> list[ox.Triple]:
        """Triples with the node as object, sorted."""
        return sorted({q.triple for q in self.store.quads_for_pattern(None, None, node)}, key=str)

    def is_a(self, node: Resource, cls: str) -> bool:
        """Whether the graph gives the node this class."""
        return vocab.term(cls) in self.objects(node, "rdf:type")

    def text(self, node: Resource, predicate: str) -> str | None:
        """The first value of a property as text."""
        return next((self.label(value) for value in self.objects(node, predicate)), None)

    def label(self, value: Value) -> str:
        """How to call a node (its label in the graph, else in the ontology, else its short IRI) or literal."""
        if isinstance(value, ox.Literal):
            return value.value
        if not isinstance(value, ox.NamedNode):
            return str(value)
        for predicate in _LABELS:
            for quad in self.store.quads_for_pattern(value, vocab.term(predicate), None):
                if isinstance(quad.object, ox.Literal):
                    return min(
                        label.value
                        for label in self.objects(value, predicate)
                        if isinstance(label, ox.Literal)
                    )
        return vocab.label(value) or shorten(value.value)

    def term(self, value: Value) -> Term:
        """A node or literal for a reader; a post with its organization."""
        label = self.label(value)
        if isinstance(value, ox.NamedNode):
            bodies = [self.label(body) for body in self.objects(value, "org:postIn")]
            return Term(", ".join([label, *bodies]), value.value)
        return Term(label, str(value) if isinstance(value, ox.BlankNode) else None)

    def statement(self, triple: ox.Triple) -> Statement:
        """A triple with its reports, the earliest article first."""
        assert not isinstance(triple.subject, ox.Triple)
        found = [self._evidence(report) for report in self._reports(triple)]
        return Statement(
            self.term(triple.subject),
            self.term(triple.predicate),
            self.term(triple.object),
            tuple(sorted(found, key=_chronological)),
            triple.predicate in vocab.reported(),
        )

    def _reports(self, triple: ox.Triple) -> Iterator[Resource]:
        predicate, value = vocab.term("rdf:predicate"), vocab.term("rdf:object")
        assert not isinstance(triple.subject, ox.Triple)
        for report in self.subjects("rdf:subject", triple.subject):
            if any(self.store.quads_for_pattern(report, predicate, triple.predicate)) and any(
                self.store.quads_for_pattern(report, value, triple.object)
            ):
                yield report

    def _evidence(self, report: Resource) -> Evidence:
        source = next(
            (s for s in self.objects(report, "prov:hadPrimarySource") if isinstance(s, Resource)), None
        )
        modality = next((str(self._code(m)) for m in self.objects(report, "hr:modality")), "")
        quotes = list(self._quotes(report, set()))
        return Evidence(
            report=self._iri(report),
            article=self.article(source) if source else None,
            modality=modality,
            speakers=tuple(self._speakers(report)),
            quotes=tuple(sorted(quotes, key=lambda q: (q.begin, q.end))),
            extractor=self.text(report, "hr:extractor"),
            confidence=self.text(report, "hr:confidence"),
        )

    def _quotes(self, report: Resource, seen: set[Resource]) -> Iterator[Quote]:
        """The words of a report; those of its premises where it is derived and has none of its own."""
        seen.add(report)
        spans = [s for s in self.objects(report, "hr:evidence") if isinstance(s, Resource)]
        yield from (quote for span in spans if (quote := self.quote(span)))
        if not spans:
            for premise in self.objects(report, "prov:wasDerivedFrom"):
                if isinstance(premise, Resource) and premise not in seen:
                    yield from self._quotes(premise, seen)

    def quote(self, span: Resource) -> Quote | None:
        """The words of a span; None where the graph does not hold them."""
        words, begin, end = (self.text(span, f"nif:{p}") for p in ("anchorOf", "beginIndex", "endIndex"))
        if words is None or begin is None or end is None or not (begin + end).isdecimal():
            return None
        for around in self.objects(span, "hr:sentence"):
            if isinstance(around, Resource):
                sentence, start = self.text(around, "nif:anchorOf"), self.text(around, "nif:beginIndex")
                if sentence is not None and start is not None and start.isdecimal():
                    return Quote(words, int(begin), int(end), sentence, int(start))
        return Quote(words, int(begin), int(end))

    def _speakers(self, report: Resource) -> Iterator[str]:
        """Who says it, then whoever quotes them; a cycle ends."""
        seen = set()
        utterances = self.objects(report, "hr:inUtterance")
        while utterances:
            utterance = utterances[0]
            if utterance in seen or not isinstance(utterance, Resource):
                return
            seen.add(utterance)
            yield from (self.label(speaker) for speaker in self.objects(utterance, "hr:speaker"))
            utterances = self.objects(utterance, "hr:via")

    def article(self, node: Resource) -> Article:
        """The metadata of an article."""
        if node not in self._articles:
            self._articles[node] = Article(
                iri=self._iri(node),
                headline=self.text(node, "schema:headline") or self.label(node),
                publisher=self.text(node, "schema:publisher"),
                published=self.text(node, "schema:datePublished"),
                url=self.text(node, "schema:url"),
            )
        return self._articles[node]

    def mentions(self, node: Resource) -> tuple[Mention, ...]:
        """Where articles name the node, the earliest article first."""
        found = []
        for span in self.objects(node, "hr:mention"):
            if isinstance(span, Resource) and (quote := self.quote(span)):
                articles = [a for a in self.objects(span, "nif:referenceContext") if isinstance(a, Resource)]
                found += [Mention(self.article(a), quote) for a in articles[:1]]
        return tuple(sorted(found, key=lambda m: (m.article.published or "~", m.article.iri, m.quote.begin)))

    def code(self, node: Resource, predicate: str) -> tuple[str, ...]:
        """Labels of the codes that a property gives."""
        return tuple(self.label(value) for value in self.objects(node, predicate))

    @staticmethod
    def _code(value: Value) -> str:
        return value.value.rsplit("/", 1)[-1] if isinstance(value, ox.NamedNode) else str(value)

    @staticmethod
    def _iri(node: Resource) -> str:
        return node.value if isinstance(node, ox.NamedNode) else str(node)


def _chronological(evidence: Evidence) -> tuple[str, str, int, str]:
    """By date of the article (undated last), article, and place in it."""
    article = evidence.article
    begin = evidence.quotes[0].begin if evidence.quotes else -1
    return (
        (article.published if article else None) or "~",
        article.iri if article else "",
        begin,
        evidence.report,
    )
