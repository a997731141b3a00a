"""Prospects: what is urged, planned, promised, threatened or feared, read from dependency trees.

A document without trees has none here: `hrkg.extract.events` reads those of its words.
"""

from collections.abc import Iterator

from hrkg.extract import syntax
from hrkg.extract.clauses import Resolution
from hrkg.extract.prospects.asking import governed
from hrkg.extract.prospects.coming import coming, hearings
from hrkg.extract.prospects.making import Maker
from hrkg.extract.reading import placed
from hrkg.model import Document, Event, Span


class Prospects:
    """Find prospective events sentence by sentence."""

    name = "prospects"
    requires = frozenset({"Mention", "Reference", "Moment", "Claim", "Event"})
    provides = frozenset({"Event"})

    def __call__(self, document: Document) -> Iterator[Event]:
        """Prospects in the order of the text, each told once; those in headings only where nothing else tells them."""
        if not syntax.parsed(document.doc):
            return
        resolution = Resolution(document)
        maker = Maker(document, resolution)
        found: list[tuple[bool, Event]] = []
        for sentence in document.sentences:
            if any(t.text == "?" for t in document.doc[sentence.start : sentence.end]):
                continue  # who asks tells nothing
            tree = syntax.Tree(document, sentence, placed(document, sentence), resolution)
            for one in (*governed(tree), *hearings(tree), *coming(tree)):
                event = maker.event(tree, one)
                if event is not None:
                    found.append((sentence.heading, event))
            maker.leave(tree)
        yield from _once(found, document, resolution)


def _once(found: list[tuple[bool, Event]], document: Document, resolution: Resolution) -> Iterator[Event]:
    """Each prospect once: the telling in the body before that of a heading, one at a trigger, none told already."""
    told = [e for e in document.of(Event) if e.prospect is not None]
    triggers: set[Span] = {e.trigger for e in told}
    known: set[tuple[object, ...]] = {_key(e, document, resolution) for e in told}
    kept: list[Event] = []
    for _, event in sorted(found, key=lambda f: f[0]):
        key = _key(event, document, resolution)
        if event.trigger in triggers or key in known:
            continue
        triggers.add(event.trigger)
        known.add(key)
        kept.append(event)
    yield from sorted(kept, key=lambda e: e.trigger)


def _key(event: Event, document: Document, resolution: Resolution) -> tuple[object, ...]:
    def roots(role: str) -> frozenset[Span]:
        fillers = (a.filler for a in event.arguments if a.role == role)
        return frozenset(resolution.root(t) for f in fillers for t in resolution.targets(f))

    if event.type == "other":
        return (event.trigger.of(document.text).lower(), roots("advocate"), roots("affected"))
    return (event.type, event.prospect.kind if event.prospect else "", roots("affected") or roots("advocate"))


EXTRACTOR = Prospects()
