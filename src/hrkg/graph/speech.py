"""Utterances and the claims they express; laid out first, for all else that is said inside them is attributed."""

from collections.abc import Sequence

import pyoxigraph as ox

from hrkg import vocab
from hrkg.graph.builder import ArticleGraph, Told
from hrkg.graph.things import Cast
from hrkg.model import Claim, Extracted

_SPEAKERS = ("person", "organization", "group")


def lay_out(graph: ArticleGraph, cast: Cast, found: Sequence[Extracted]) -> list[Told]:
    """Which stretches somebody says, with the nodes of their utterances."""
    claims = [x.record for x in found if isinstance(x.record, Claim)]
    return [Told(_utterance(graph, cast, claim), claim.content) for claim in claims]


def _utterance(graph: ArticleGraph, cast: Cast, claim: Claim) -> ox.NamedNode | None:
    """The act of speaking: one for all that one speaker says with the same words of saying."""
    speaker = cast.at(claim.speaker)
    if speaker is None or speaker.entity.kind not in _SPEAKERS or claim.speaker is None:
        return None
    begin = claim.speaker.hull(claim.cue).begin
    return graph.mint("utterance", begin, f"{graph.local[speaker.node]} {claim.cue.begin}")


def write(graph: ArticleGraph, cast: Cast, found: Sequence[Extracted]) -> list[str]:
    """Write who says what; returns why records were dropped."""
    ways: dict[ox.NamedNode, set[str]] = {}
    for x in found:
        if isinstance(x.record, Claim) and (node := _utterance(graph, cast, x.record)):
            ways.setdefault(node, set()).add("direct" if x.record.direct else "indirect")
    for node, how in ways.items():
        way = "mixed" if len(how) > 1 else min(how)
        graph.add(node, "hr:directness", vocab.concept("directness", way))
    return [
        f"{x.extractor}: a claim at {x.record.content.begin} is of somebody without a name"
        for x in found
        if isinstance(x.record, Claim) and not _claim(graph, cast, x.record, x.extractor)
    ]


def _claim(graph: ArticleGraph, cast: Cast, record: Claim, extractor: str) -> bool:
    node = _utterance(graph, cast, record)
    speaker = cast.at(record.speaker)
    if node is None or speaker is None or record.speaker is None:
        return False
    cue = record.cue.of(graph.article.text)
    graph.add(node, "rdf:type", vocab.term("hr:Utterance"))
    graph.add(node, "rdfs:label", ox.Literal(f"{speaker.label}: {' '.join(cue.split())}"))
    saying = record.speaker.hull(record.cue)
    near = saying if saying.end - saying.begin <= 200 else record.cue
    graph.report(node, "hr:speaker", speaker.node, near, extractor=extractor, quotable=False)

    claim = graph.mint("claim", record.content.begin, f"{node} {record.stance}")
    words = record.content.of(graph.article.text)
    graph.add(claim, "rdf:type", vocab.term("hr:Claim"))
    graph.add(claim, "rdfs:label", ox.Literal(_short(words)))
    graph.add(node, "hr:expresses", claim)
    stance = vocab.concept("stance", record.stance)
    graph.report(claim, "hr:stance", stance, record.cue, extractor=extractor, quotable=False)
    graph.report(
        claim,
        "hr:text",
        ox.Literal(" ".join(words.split())),
        record.content,
        extractor=extractor,
        quotable=False,
    )
    target = cast.at(record.target)
    if target and record.target and target.entity.kind in _SPEAKERS and target.node != speaker.node:
        graph.report(claim, "hr:target", target.node, record.target, extractor=extractor, quotable=False)
    return True


def _short(words: str, limit: int = 60) -> str:
    """The first words of a claim, as its label."""
    flat = " ".join(words.split())
    return flat if len(flat) <= limit else flat[: flat.rfind(" ", 0, limit) or limit].rstrip(",;:") + " …"
