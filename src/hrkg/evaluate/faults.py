"""Errors, the worst first, each with the sentence of the article where it arises."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

import pyoxigraph as ox

from hrkg import language, vocab
from hrkg.evaluate.gold import Gold
from hrkg.evaluate.items import Item
from hrkg.evaluate.scoring import Scored
from hrkg.graph import Mapped
from hrkg.model import Article, Span

_KINDS = ("trap sprung", "wrong", "wrong detail", "missed")
"""From the worst: what must never be said, what is not so, what is partly not so, what is not said."""
_GRAVITY: Mapping[str, int] = {
    "statuses": 0,
    "detained": 0,
    "sentences": 1,
    "charges": 1,
    "events": 2,
    "kin": 3,
    "claims": 3,
    "prospective": 3,
    "persons": 4,
    "affiliations": 4,
    "posts": 4,
    "ethnicities": 4,
    "occupations": 5,
    "groups": 5,
    "organizations": 6,
    "places": 6,
}
"""What does most harm to the person it is said of comes first."""
_SILENT = frozenset({"person", "org", "place", "group", "event", "claim"})
_QUOTES = str.maketrans("“”„«»‘’‚`", '"""""\'\'\'\'')


@dataclass(frozen=True, slots=True)
class Fault:
    """One error."""

    article: str
    view: str
    kind: str
    """One of trap sprung, wrong, wrong detail, missed."""
    what: str
    """The columns, as the graph or the annotation has them."""
    why: str
    """What the annotation says of it; empty where it says no more."""
    sentence: str
    """Of the article; empty where none can be told."""
    begin: int
    """Where the sentence begins in the article's text; 0 where there is none."""
    marked: tuple[tuple[int, int], ...]
    """Stretches of the sentence that the statement or the annotation rests on, ascending and apart."""


def faults(
    scored: Sequence[Scored],
    built: Iterable[tuple[Article, Mapped]],
    limit: int | None = None,
    view: str | None = None,
) -> list[Fault]:
    """The errors of an evaluation: traps sprung, then what is wrong, then wrong details, then what is missed.

    Within these, what does most harm comes first, then the order of articles.

    Args:
        scored: the articles.
        built: their texts and graphs.
        limit: at most so many; None is all.
        view: of this view alone.
    """
    pages = {article.source_file: _Page(article, mapped) for article, mapped in built}
    found = [
        (_KINDS.index(kind), _GRAVITY[name], number, i, (one.gold, name, kind, item, why))
        for number, one in enumerate(scored)
        for i, (name, kind, item, why) in enumerate(_of(one))
        if view in (None, name)
    ]
    found.sort(key=lambda entry: entry[:4])
    return [_fault(*entry[4], pages) for entry in islice(found, limit)]


def _of(one: Scored) -> Iterator[tuple[str, str, Item, str]]:
    """View, kind, item and what the annotation says, of each error of an article."""
    for trap, item in one.sprung:
        yield trap.view, _KINDS[0], item, trap.why
    for view, matched in one.views.items():
        for item in matched.wrong:
            yield view, _KINDS[1], item, ""
        for item in matched.missed:
            yield view, _KINDS[3], item, ""
    for view, item, detail in one.details:
        if detail.extra:
            told, wanted = ", ".join(detail.extra), ", ".join(detail.wanted)
            yield view, _KINDS[2], item, f"{detail.name.partition('.')[2]}: {told}, annotated {wanted}"


def _fault(gold: Gold, view: str, kind: str, item: Item, why: str, pages: Mapping[str, _Page]) -> Fault:
    page = pages.get(gold.text.name)
    sentence, stretches = Span(0, 1), list[Span]()
    if page is not None:
        spans = page.quoted(item.evidence) if kind == _KINDS[3] else page.evidence(item)
        sentence, stretches = page.sentence(spans)
    marked = tuple((s.begin - sentence.begin, s.end - sentence.begin) for s in stretches)
    text = sentence.of(page.article.text) if page and stretches else ""
    return Fault(gold.id, view, kind, _what(gold, item), why, text, sentence.begin if text else 0, marked)


def _what(gold: Gold, item: Item) -> str:
    """The columns but for identifiers, with groups by their labels."""
    labels = {group.one("id"): group.one("label") for group in gold.items["groups"]}
    cells = []
    for column, values in item.fields.items():
        if column == "id" or (column in _SILENT and values[0].startswith("http")):
            continue
        cells.append(f"{column} {', '.join(labels.get(v, v) for v in values)}")
    return "; ".join(cells) + ("; optional" if item.optional else "")


class _Page:
    """An article's text and graph, to look up where something stands."""

    def __init__(self, article: Article, mapped: Mapped) -> None:
        self.article = article
        self._mapped = mapped

    @cached_property
    def _sentences(self) -> list[Span]:
        return [sentence.span for sentence in language.read(self.article).sentences]

    @cached_property
    def _triples(self) -> dict[str, list[tuple[str, ox.NamedNode | ox.Literal]]]:
        """Predicate and object of each node's triples."""
        found: dict[str, list[tuple[str, ox.NamedNode | ox.Literal]]] = {}
        for quad in self._mapped.quads:
            found.setdefault(quad.subject.value, []).append((quad.predicate.value, quad.object))  # type: ignore[union-attr, arg-type]
        return found

    @cached_property
    def _reports(self) -> list[tuple[str, ox.NamedNode | ox.Literal, list[Span]]]:
        """Subject, object and evidence of each reported statement."""
        subject, value, evidence = (vocab.term(t).value for t in ("rdf:subject", "rdf:object", "hr:evidence"))
        found = []
        for triples in self._triples.values():
            told = dict(triples)
            if subject in told and value in told:
                spans = [self._span(o.value) for p, o in triples if p == evidence]
                found.append((told[subject].value, told[value], [s for s in spans if s]))
        return found

    def _span(self, node: str) -> Span | None:
        told = {predicate: value.value for predicate, value in self._triples.get(node, [])}
        begin, end = (told.get(vocab.term(t).value) for t in ("nif:beginIndex", "nif:endIndex"))
        return Span(int(begin), int(end)) if begin and end else None

    def _words(self, term: ox.NamedNode | ox.Literal) -> set[str]:
        """How views may show a term: a literal as it is, a node by its labels, a concept by its code."""
        if isinstance(term, ox.Literal):
            return {term.value}
        labels = {
            value.value
            for predicate, value in self._triples.get(term.value, [])
            if isinstance(value, ox.Literal) and predicate.lower().endswith("label")
        }
        return {*labels, term.value.rsplit("/", 1)[-1], vocab.label(term) or term.value}

    def evidence(self, item: Item) -> list[Span]:
        """The words that a row of a view rests on; those of a name where the graph reports nothing of it."""
        cells = {v for column, values in item.fields.items() for v in values if column not in _SILENT}
        cells |= {v for c in _SILENT for v in item.all(c) if not v.startswith("http")}
        nodes = {v for column in _SILENT for v in item.all(column) if v.startswith("http")}
        best: list[Span] = []
        most = 0
        for subject, value, spans in self._reports:
            if nodes and subject not in nodes:
                continue
            said = self._words(value) & cells
            about = self._words(ox.NamedNode(subject)).union(
                *(self._words(o) for _, o in self._triples[subject])
            )
            fit = len(cells & about) if said else 0
            if fit > most:
                best, most = [], fit
            if fit and fit == most:
                best += spans
        return best or [s for c in ("name", "label", "who", "person") for s in self.quoted(item.one(c))]

    def quoted(self, words: str) -> list[Span]:
        """Where words stand in the text first, whatever its quotation marks and white space; nothing if nowhere."""
        parts = [re.escape(word) for word in words.translate(_QUOTES).split()]
        if not parts:
            return []
        flat = self.article.text.translate(_QUOTES)
        found = re.search(r"\s+".join(parts), flat) or re.search(r"\s+".join(parts), flat, re.IGNORECASE)
        return [Span(*found.span())] if found else []

    def sentence(self, spans: Iterable[Span]) -> tuple[Span, list[Span]]:
        """The sentence that holds most of the spans, of equals the earlier, and the stretches that they cover."""
        inside: dict[Span, list[Span]] = {}
        for span in sorted(set(spans)):
            home = next((s for s in self._sentences if s.begin <= span.begin < s.end), span)
            inside.setdefault(home, []).append(Span(span.begin, min(span.end, home.end)))
        if not inside:
            return Span(0, 1), []
        sentence = max(inside, key=lambda home: (len(inside[home]), -home.begin))
        joined: list[Span] = []
        for span in inside[sentence]:
            if joined and span.begin <= joined[-1].end:
                joined[-1] = joined[-1].hull(span)
            else:
                joined.append(span)
        return sentence, joined
