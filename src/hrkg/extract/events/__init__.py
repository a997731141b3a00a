"""Events: what is reported to have happened to whom, and what is only urged, planned, promised or feared.

Triggers are words of `data/lexicons/event-triggers.tsv`, each of one event type, and never of a stronger one than the
word says: detained is not arrested, arrested is not charged. An urged release presupposes that somebody is held; it is
never a release.
"""

from collections.abc import Iterator
from dataclasses import replace

from hrkg import lexicons
from hrkg.extract import doubts, syntax
from hrkg.extract.clauses import Clauses, Resolution
from hrkg.extract.events import parsed
from hrkg.extract.events.candidates import demanding, events
from hrkg.extract.events.demands import demands
from hrkg.extract.events.joining import joined
from hrkg.extract.events.triggers import triggers
from hrkg.extract.reading import placed
from hrkg.model import Argument, Document, Event, Sentence, Span

_JAILED = frozenset({"jailed", "jails", "imprisoned"})
_HELD_UNTIL = frozenset({"urged", "hypothetical"})
"""Prospects of a release that presuppose that somebody is held."""
_POSSESSIVE = frozenset({"his", "her", "their"})


class Events:
    """Find events sentence by sentence."""

    name = "events"
    requires = frozenset({"Mention", "Reference", "Moment", "Sentence", "Claim"})
    provides = frozenset({"Event"})

    def __call__(self, document: Document) -> Iterator[Event]:
        """Events in the order of the text, then the detentions that urged releases presuppose."""
        resolution = Resolution(document)
        found: list[Event] = []
        trees = syntax.parsed(document.doc)
        for sentence in document.sentences:
            clauses = Clauses(document, sentence, resolution)
            known = list(triggers(clauses))
            told = [event for trigger in known for event in events(clauses, trigger)]
            if trees:
                tree = syntax.Tree(document, sentence, placed(document, sentence), resolution)
                told = [event for event in told if not parsed.denied_of(tree, event)]
                told = joined(told, parsed.events(tree, clauses), resolution)
            found += told
            if not trees:
                taken = {i for trigger in known for i in range(trigger.start, trigger.end)}
                found += demands(clauses, taken)
        found = [_sentencing(event, document) for event in found]
        found += _imposed(document, found)
        found = [_heard(event, document) for event in found if not _of_another(event, document)]
        # what is only urged, planned or feared the extractor `prospects` reads from trees, this one from words
        yield from (event for event in found if not trees or event.prospect is None)
        yield from _presupposed(document, found, resolution)


def _heard(event: Event, document: Document) -> Event:
    """A release that somebody without a name reports is not told in the article's own voice."""
    told = event.type in ("release", "acquittal") and not event.prospect and event.modality == "asserted"
    return replace(event, modality="attributed") if told and doubts.hearsay(document, event) else event


def _of_another(event: Event, document: Document) -> bool:
    """A release or acquittal that the parse tells of something or somebody else is not told at all."""
    grave = event.type in ("release", "acquittal") and not event.prospect
    return grave and doubts.of_another(document, event)


def _sentencing(event: Event, document: Document) -> Event:
    """Jailed or imprisoned "for four years": the penalty is told, so it is the sentencing."""
    penalties = [s for s in document.of(Sentence) if s.evidence.covers(event.trigger)]
    imposed = event.type == "imprisonment" and event.trigger.of(document.text).lower() in _JAILED
    return replace(event, type="sentencing") if imposed and penalties else event


def _imposed(document: Document, found: list[Event]) -> list[Event]:
    """Sentencings told by the penalty alone: "received six years", "and Soler five"."""
    told = {(event.trigger.begin, a.filler) for event in found for a in event.arguments}
    starts = {event.trigger.begin for event in found if event.type == "sentencing"}
    made: dict[Span, list[Argument]] = {}
    for sentence in document.of(Sentence):
        verb = sentence.evidence.of(document.text).split()[0].lower()
        if (
            sentence.evidence.begin in starts
            or (sentence.evidence.begin, sentence.person) in told
            or verb in _POSSESSIVE | lexicons.words("serving-verbs", "lemma")
        ):
            continue
        made.setdefault(sentence.evidence, []).append(
            Argument("affected", sentence.person, sentence.evidence)
        )
    return [Event("sentencing", trigger, tuple(arguments)) for trigger, arguments in made.items()]


def _presupposed(document: Document, found: list[Event], resolution: Resolution) -> Iterator[Event]:
    held: set[Span] = {
        target
        for event in found
        if event.type in demanding("deprivation") and event.prospect is None
        for argument in event.arguments
        if argument.role == "affected"
        for target in resolution.targets(argument.filler)
    }
    held.update(
        t
        for s in document.of(Sentence)
        if s.type in ("imprisonment", "life")
        for t in resolution.targets(s.person)
    )
    for event in found:
        if event.type != "release" or event.prospect is None or event.prospect.kind not in _HELD_UNTIL:
            continue
        affected = tuple(
            argument
            for argument in event.arguments
            if argument.role == "affected" and not held.intersection(resolution.targets(argument.filler))
        )
        if affected:
            held.update(target for a in affected for target in resolution.targets(a.filler))
            yield Event("detention", event.trigger, affected, None, None, "presupposed")


EXTRACTOR = Events()
