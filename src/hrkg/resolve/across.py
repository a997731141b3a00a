"""Tie entities of several articles where it is safe; a wrong tie says of an innocent person that he is in prison.

Rules, most certain first: the same row of reference data; bodies with the same full name that the list of known
organizations holds (of which the world has one); people with the same full name (two words at least) whom both articles
place in such a body. A ministry, court or prison of one name may be another country's, so it ties nothing. All else
stays apart, each thing anchored in its own article.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from hrkg import lexicons
from hrkg.model import Entity, Identity, Judgment, Post, ReadArticle, Relation, Span
from hrkg.resolve.within import folded

METHOD = "hrkg resolve 0.1"


@dataclass(frozen=True, slots=True)
class _Member:
    article: str
    number: int
    order: tuple[str, str]
    """Date (or `~` where unknown, so that it comes last) and id: the first of these anchors the thing."""
    entity: Entity


def identify(
    articles: Sequence[ReadArticle],
) -> tuple[dict[tuple[str, int], Identity], tuple[Judgment, ...]]:
    """The identity of each entity, by article id and number, and why those that are shared are taken for one."""
    blocks: dict[tuple[str, ...], list[_Member]] = {}
    identities: dict[tuple[str, int], Identity] = {}
    for read in sorted(articles, key=lambda r: r.article.id):
        employers = _employers(read)
        order = (read.article.metadata.published or "~", read.article.id)
        for number, entity in enumerate(read.entities):
            member = _Member(read.article.id, number, order, entity)
            identities[member.article, number] = Identity(entity.label, member.article, entity.key)
            for block in _blocks(entity, employers.get(number, ())):
                blocks.setdefault(block, []).append(member)
    judgments = []
    for members in _joined(blocks):
        (reason, score), group = members
        anchor = min(group, key=lambda m: m.order)
        keys = sorted({m.entity.key for m in group if m.entity.key})
        label = max((m.entity.label for m in group), key=lambda n: (len(n.split()), len(n), n))
        for m in group:
            known = identities[m.article, m.number]
            identities[m.article, m.number] = (
                Identity(known.label, known.anchor, keys[0]) if keys else Identity(label, anchor.article)
            )
        ids = tuple(sorted((m.article, m.number) for m in group))
        judgments.append(Judgment(ids, reason, METHOD, score))
    return identities, tuple(sorted(judgments, key=lambda j: j.members))


def _employers(read: ReadArticle) -> dict[int, tuple[str, ...]]:
    """Number of a person → names of well-known organizations that the article ties the person to."""
    by_span: dict[Span, int] = {s: n for n, e in enumerate(read.entities) for s in e.mentions}
    found: dict[int, set[str]] = {}
    for extracted in read.found:
        match extracted.record:
            case Post(holder=person, organization=Span() as body):
                pass
            case Relation(subject=person, predicate="affiliatedWith", object=body):
                pass
            case _:
                continue
        if person in by_span and body in by_span:
            name = folded(read.entities[by_span[body]].label)
            if name in _known():
                found.setdefault(by_span[person], set()).add(name)
    return {number: tuple(sorted(names)) for number, names in found.items()}


def _blocks(entity: Entity, employers: Sequence[str]) -> list[tuple[str, ...]]:
    """What an entity must share with another to be the same: any one of these suffices."""
    name = folded(entity.label)
    if entity.key:
        return [("the same row of reference data", entity.kind, entity.key)]
    if entity.kind == "person" and " " in name:
        return [("the same full name and well-known organization", "person", name, e) for e in employers]
    if entity.kind == "organization" and name in _known():
        return [("the same well-known name", "organization", name)]
    return []


_SCORES = {
    "the same row of reference data": 1.0,
    "the same well-known name": 0.98,
    "the same full name and well-known organization": 0.95,
}


def _joined(blocks: dict[tuple[str, ...], list[_Member]]) -> list[tuple[tuple[str, float], list[_Member]]]:
    """Groups of two or more members from different articles, with the weakest reason that ties them."""
    parent: dict[tuple[str, int], tuple[str, int]] = {}
    members: dict[tuple[str, int], _Member] = {}
    reasons: dict[tuple[str, int], set[str]] = {}

    def root(key: tuple[str, int]) -> tuple[str, int]:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    for block, found in sorted(blocks.items()):
        if len({m.article for m in found}) < 2:
            continue
        for m in found:
            members[m.article, m.number] = m
            reasons.setdefault((m.article, m.number), set()).add(block[0])
            a, b = sorted((root((found[0].article, found[0].number)), root((m.article, m.number))))
            parent[b] = a
    groups: dict[tuple[str, int], list[_Member]] = {}
    for key in sorted(members):
        groups.setdefault(root(key), []).append(members[key])
    joined = []
    for group in groups.values():
        reason = min((r for m in group for r in reasons[m.article, m.number]), key=lambda r: _SCORES[r])
        joined.append(((reason, _SCORES[reason]), group))
    return joined


def _known() -> frozenset[str]:
    """Names of organizations of which the world has one."""
    return frozenset(w.casefold() for w in lexicons.words("organizations", "name"))
