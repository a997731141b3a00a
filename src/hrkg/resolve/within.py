"""Gather the mentions of one article into entities, along the references that extractors found."""

import re
from collections.abc import Iterable, Iterator

from hrkg import lexicons
from hrkg.model import (
    Attribute,
    Charge,
    Claim,
    Document,
    Entity,
    Event,
    Membership,
    Mention,
    ReadArticle,
    Record,
    Reference,
    Relation,
    Sentence,
    Span,
    Status,
)
from hrkg.resolve import places


def gather(document: Document, dropped: Iterable[str] = ()) -> ReadArticle:
    """What stays of a document: its records and its entities.

    A chain of mentions becomes an entity if one of them names it, if it is an unnamed group, or a generic body with a
    kind ("police"). Pronouns and role nouns that lead to no name stand for nobody. A group is an entity only where
    something is said of it or it is counted: articles are full of collectives that take part in nothing. One whose
    members are named is these people, no group beside them.
    """
    listed = {m.group for m in document.of(Membership)}
    mentions = {m.span: m for m in document.of(Mention) if m.span not in listed}
    parent = {span: span for span in mentions}

    def root(span: Span) -> Span:
        while parent[span] != span:
            parent[span] = parent[parent[span]]
            span = parent[span]
        return span

    def tie(a: Span, b: Span) -> None:
        first, second = sorted((root(a), root(b)))
        parent[second] = first

    for reference in document.of(Reference):
        a, b = mentions.get(reference.mention), mentions.get(reference.antecedent)
        if a and b and (a.kind == b.kind or "pronoun" in (a.form, b.form)):
            tie(a.span, b.span)
    first_named: dict[tuple[str, str], Span] = {}
    for mention in mentions.values():
        named = mention.form == "name" or (
            mention.kind == "organization" and mention.code and mention.form == "nominal"
        )
        if named and mention.kind != "group":
            tie(
                first_named.setdefault((mention.kind, mention.key or folded(mention.name)), mention.span),
                mention.span,
            )

    chains: dict[Span, list[Mention]] = {}
    for span in sorted(mentions):
        chains.setdefault(root(span), []).append(mentions[span])
    found = tuple(x for x in document.found if not isinstance(x.record, Mention | Reference | Membership))
    parties = frozenset(span for x in found for span in _fillers(x.record))
    entities = [e for chain in chains.values() if (e := _entity(chain, document.text))]
    entities = [e for e in entities if e.kind != "group" or e.count or not parties.isdisjoint(e.mentions)]
    entities.sort(key=lambda e: (e.mentions[0], e.kind))
    located, found, torn = places.locate(entities, found, document.text)
    return ReadArticle(
        article=document.article,
        sentences=tuple(s.span for s in document.sentences),
        entities=located,
        found=found,
        dropped=(*dropped, *torn),
    )


def _fillers(record: Record) -> Iterator[Span]:
    """The mentions that a record is about."""
    match record:
        case Event(arguments=arguments):
            yield from (a.filler for a in arguments)
        case Claim(speaker=speaker, target=target):
            yield from (s for s in (speaker, target) if s)
        case Charge(person=span) | Sentence(person=span) | Status(about=span) | Attribute(subject=span):
            yield span
        case Relation(subject=one, object=other):
            yield from (one, other)


def _listed(key: str) -> str | None:
    """The name of a country in the list of countries, by its key `place/<two-letter code>`."""
    kind, _, code = key.partition("/")
    return lexicons.mapping("countries", "iso2", "name").get(code.upper()) if kind == "place" else None


def folded(name: str) -> str:
    """Case and spacing aside."""
    return re.sub(r"\s+", " ", name).casefold()


def _told(named: list[Mention], text: str) -> str | None:
    """The kind of a place that a noun beside its bare name tells somewhere in the article ("Gambella region")."""
    headed = [m for m in named if m.kind == "place" and not m.key and len(m.span.of(text)) > len(m.name)]
    return next((m.code for m in headed if m.code), None)


def _entity(chain: list[Mention], text: str) -> Entity | None:
    """The entity that a chain of mentions makes, if it makes one.

    A thing of the reference data has the label of its row, so that it is the same in every article; what the article
    calls it ("Beijing" of a government) are other names.
    """
    named = [m for m in chain if m.form == "name"]
    if not named:
        spoken = [m for m in chain if m.form != "pronoun"]
        named = [m for m in spoken if m.kind == "group" or (m.kind == "organization" and m.code)]
    if not named:
        return None
    kind = named[0].kind
    keyed = next((m for m in named if m.key), None)
    best = keyed or max(named, key=lambda m: (len(m.name.split()), len(m.name), -m.span.begin))
    label = _listed(keyed.key) if keyed and keyed.key else None
    label = label or re.sub(r"\s+", " ", best.name)
    others = {re.sub(r"\s+", " ", m.name) for m in named}
    if keyed:
        others |= {re.sub(r"\s+", " ", m.span.of(text)) for m in named}
    return Entity(
        kind=kind,
        label=label,
        mentions=tuple(m.span for m in chain),
        also=tuple(sorted(others - {label})),
        code=_told(named, text) or best.code or next((m.code for m in named if m.code), None),
        key=keyed.key if keyed else None,
        count=next((m.count for m in named if m.count), None),
    )
