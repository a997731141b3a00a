"""Link nouns that stand for somebody before the name does: in headlines, and "A village priest was sent …"."""

from collections import Counter

from hrkg.extract.reference import speakers, stated
from hrkg.extract.reference.chains import Chains
from hrkg.model import Mention, Span

_SOON = 4
"""Sentences within which somebody whom a text opens with is named."""


def link(chains: Chains) -> None:
    """Link each such noun to the only one who is called that, if the article is about them."""
    about = _about(chains)
    people = chains.heads(chains.names("person"))
    for m in chains.mentions:
        if m.form != "nominal" or m.kind != "person" or chains.linked(m) or not _opening(chains, m):
            continue
        called = [h for s, h in people.items() if stated.called(chains, s, m.name)]
        if len(called) != 1 or stated.introduced(chains, m.name, m.span.begin):
            continue
        if called[0].span in about and _named_soon(chains, m, called[0]):
            chains.link(m, called[0])


def _about(chains: Chains) -> set[Span]:
    """Whom the article may be about: the one spoken of most and the one named first, unless as a speaker."""
    running = [m for m in chains.names("person") if chains.sentence(m) >= _first(chains)]
    named_as: dict[Span, Mention] = {}
    for m in running:
        named_as.setdefault(chains.head(m).span, m)
    spoken_of = [m for m in chains.mentions if m.kind == "person" and (m.form == "name" or chains.linked(m))]
    most = Counter(chains.head(m).span for m in spoken_of).most_common(2)
    found = {most[0][0]} if most and (len(most) == 1 or most[0][1] > most[1][1]) else set()
    found |= {chains.head(m).span for m in running[:1]}
    return {span for span in found if span in named_as and not speakers.reports(chains, named_as[span])}


def _opening(chains: Chains, m: Mention) -> bool:
    """Whether a noun stands in a heading, in the text's first sentence or, with "a", where a text begins."""
    number = chains.sentence(m)
    if chains.document.sentences[number].heading or m.span.of(chains.text).lower().startswith(("a ", "an ")):
        return True
    return number == _first(chains) and m.span.of(chains.text).lower().startswith("the ")


def _first(chains: Chains) -> int:
    """Number of the first sentence of the running text."""
    return next((n for n, s in enumerate(chains.document.sentences) if not s.heading), 0)


def _named_soon(chains: Chains, m: Mention, person: Mention) -> bool:
    """Whether the running text soon names the person, and the noun's own sentence does not."""
    at = chains.sentence(m)
    named = [chains.sentence(o) for o in chains.names("person") if chains.head(o).span == person.span]
    start = max(at, _first(chains))
    return at not in named and any(start <= n <= start + _SOON for n in named)
