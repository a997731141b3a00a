"""From a governed act to the record of a prospective event."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from hrkg import lexicons
from hrkg.extract.clauses import Resolution
from hrkg.extract.frames import match
from hrkg.extract.prospects.acts import forms, patients, told_of, type_of, verbal
from hrkg.extract.prospects.asking import Found, passive
from hrkg.extract.prospects.voices import Voices, own, personal
from hrkg.extract.reading import Placed, span, tokens
from hrkg.extract.syntax import Tree
from hrkg.model import Argument, Document, Event, Mention, Moment, Prospect, Span

_PERSONAL = frozenset({"person", "group"})
_OPEN = frozenset({"urged", "promised", "feared", "conditional"})
"""Kinds whose acts are told even where no list knows their type."""
_PRONOUNS = {
    "he": ("person",),
    "she": ("person",),
    "it": ("organization",),
    "they": ("group", "organization", "person"),
}
_OPENING = 3
_NEAR = 14
_FAR = 1200
"""Characters over which a hearing may belong to a case told before."""
_CASE = frozenset(
    {
        "trial",
        "charging",
        "conviction",
        "sentencing",
        "arrest",
        "formal-arrest",
        "detention",
        "appeal",
        "release",
    }
)
_UNDERGONE = frozenset({"release", "trial", "death-in-custody", "imprisonment", "detention"})
"""Types whose subject undergoes the act where the verb has no object: "go free", "die"."""
_COURT = frozenset({"trial", "charging", "conviction", "sentencing"})
_TERMS = frozenset({"year", "sentence", "term", "penalty", "month"})


def term(noun: Token) -> bool:
    """Whether a noun is a penalty: "two years", "the death penalty"."""
    return noun.pos_ == "NOUN" and bool(_TERMS.intersection(forms(noun)))


class Maker:
    """Makes the events of one document."""

    def __init__(self, document: Document, resolution: Resolution) -> None:
        self._document, self._resolution = document, resolution
        self._voices = Voices(document, resolution)
        self._subject: tuple[Span, ...] = ()
        self._moments = [(m, *tokens(document.doc, m.span)) for m in document.of(Moment)]

    def event(self, tree: Tree, found: Found) -> Event | None:
        """The event, or None where nobody takes part in it or its type is unknown."""
        act = found.act
        type_ = "sentencing" if found.penalty or term(act) else type_of(tree, act)
        if found.hearing:
            return self._hearing(tree, found)
        weak = found.typed or found.kind not in _OPEN or (found.kind != "urged" and not verbal(act))
        if type_ == "other" and weak:
            return None
        trigger = span(tree.doc, act.i, act.i + 1)
        affected = self._affected(tree, found, type_)
        by = self._by(tree, found)
        undergone = {s for m in affected for s in self._resolution.fillers(m.mention)}
        by = tuple(s for s in by if s not in undergone or type_ not in _UNDERGONE)
        arguments = [
            *self._arguments(tree, act, "affected", affected),
            *self._filled("advocate", by, trigger),
            *self._arguments(tree, act, "addressee", tree.members(found.asked)),
        ]
        needs = not verbal(act) or found.kind in ("feared", "conditional") or found.cue.pos_ == "AUX"
        needs = needs or found.cue.i == act.i
        others = [m for m in affected if m not in tree.members(found.asked)]
        told = (
            by or (found.asked is not None and passive(tree, found.cue)) or (found.by is not None and others)
        )
        if type_ == "other" and (not told or (needs and not affected)):
            return None
        if not any(a.role in ("affected", "advocate") for a in arguments):
            return None
        cue = span(tree.doc, found.cue.i, found.cue.i + 1)
        when = self._when(tree, act) if found.kind in ("scheduled", "promised") else None
        return Event(type_, trigger, tuple(dict.fromkeys(arguments)), when, Prospect(found.kind, cue))

    def _hearing(self, tree: Tree, found: Found) -> Event | None:
        """A hearing that lies ahead: of whom it says, else of whom the text last told a step of a case."""
        noun = found.act
        awaited = found.cue.i == noun.i or found.cue.lemma_ in ("await", "face")
        when = self._when(tree, found.cue)
        if not awaited and (when is None or not self._later(when)):
            return None
        nouns = lexicons.mapping("hearing-nouns", "word", "type")
        type_ = next(nouns[w] for w in forms(noun) if w in nouns)
        affected = [m for m in told_of(tree, noun) if tree.kind(m) in _PERSONAL]
        if not affected and found.cue.lower_ == "due":
            affected = [m for c in tree.children(noun, "nsubj") for m in tree.members(c)]
        elif not affected and awaited and found.cue.i != noun.i:
            affected = tree.members(tree.subject(found.cue))
        trigger = span(tree.doc, noun.i, noun.i + 1)
        arguments = list(self._arguments(tree, noun, "affected", affected))
        if not arguments and not awaited and type_ == "trial":
            arguments = list(self._filled("affected", self._docket(trigger), trigger))
        if not arguments and (type_ == "trial" or when is None):
            return None
        courts = [m for m in tree.members(tree.agent(found.cue)) if tree.kind(m) == "organization"]
        arguments += self._arguments(tree, noun, "advocate", courts)
        cue = span(tree.doc, found.cue.i, found.cue.i + 1)
        return Event(type_, trigger, tuple(dict.fromkeys(arguments)), when, Prospect("scheduled", cue))

    def _later(self, when: Moment) -> bool:
        """Whether a date lies after the article's; true where one of them is not known."""
        published = self._document.article.metadata.published
        last = (when.edtf or "").split("/")[-1].strip("[].")[:10]
        return not published or not last[:4].isdigit() or last >= published[: len(last)]

    def _docket(self, at: Span) -> tuple[Span, ...]:
        """Whom the last step of a case before a place in the text befell."""
        steps = [
            event
            for event in self._document.of(Event)
            if event.type in _CASE and event.prospect is None
            if at.begin - _FAR < event.trigger.begin < at.begin
            if any(a.role == "affected" for a in event.arguments)
        ]
        if not steps:
            return ()
        last = max(steps, key=lambda e: (e.type in _COURT, e.trigger.begin))
        return tuple(a.filler for a in last.arguments if a.role == "affected")

    def _placed(self, spans: Iterable[Span]) -> list[Placed]:
        known = {m.span: m for m in self._document.of(Mention)}
        return [Placed(known[s], *tokens(self._document.doc, s)) for s in spans if s in known]

    def _affected(self, tree: Tree, found: Found, type_: str) -> list[Placed]:
        asked = [m for m in tree.members(found.asked) if tree.kind(m) != "place"]
        if found.penalty:
            facing = tree.agent(found.cue)
            if (known := tree.members(facing)) or facing is None:
                return known
            return self._placed(self._docket(span(tree.doc, facing.i, facing.i + 1)))
        frame = match(tree, found.act)
        if type_ != "other" and frame is not None and frame.subject == "affected" and verbal(found.act):
            return tree.members(tree.agent(found.act))
        befallen = [m for m in patients(tree, found.act) if tree.kind(m) != "place"]
        if type_ == "other":
            people = [m for m in befallen if tree.kind(m) in _PERSONAL and m not in asked]
            return people or asked or befallen
        if not befallen and verbal(found.act) and (found.kind == "feared" or type_ in _UNDERGONE):
            return tree.members(tree.agent(found.act))
        return befallen or asked

    def _by(self, tree: Tree, found: Found) -> tuple[Span, ...]:
        spans = [s for m in tree.members(found.by) for s in self._resolution.fillers(m.mention)]
        if spans:
            return tuple(spans)
        if found.kind == "promised" and found.by is not None and not personal(found.by):
            return self._voices.of(tree, found.cue)
        if found.kind != "urged" and not personal(found.by):
            return ()
        if found.by is None or personal(found.by):
            if found.by is None and found.cue.pos_ == "VERB" and passive(tree, found.cue):
                return ()
            said = self._voices.of(tree, found.cue)
            if said or not (found.by is None or own(found.by)):
                return said or self._before(tree, found.by)
            return self._voices.issuing(own(found.by) or found.cue.i == found.act.i)
        return ()

    def _before(self, tree: Tree, pronoun: Token | None) -> tuple[Span, ...]:
        """Who acts in the sentence before, where a pronoun that stands for nobody known can mean them."""
        first = pronoun is not None and pronoun.i - tree.sentence.start <= _OPENING
        kinds = _PRONOUNS.get(pronoun.lower_, ()) if pronoun is not None and first else ()
        return tuple(s for s in self._subject if self._resolution.kind(s) in kinds)

    def leave(self, tree: Tree) -> None:
        """Remember who acts in a sentence, for the pronouns of the next."""
        root = next((t for t in tree.tokens() if t.dep_ == "root"), None)
        members = tree.members(tree.subject(root)) if root is not None else []
        self._subject = tuple(s for m in members for s in self._resolution.fillers(m.mention))

    def _arguments(self, tree: Tree, act: Token, role: str, members: Iterable[Placed]) -> Iterator[Argument]:
        for member in members:
            if tree.kind(member) == "place":
                continue
            evidence = span(tree.doc, min(act.i, member.start), max(act.i + 1, member.end))
            for filler in self._resolution.fillers(member.mention):
                yield Argument(role, filler, evidence)

    def _filled(self, role: str, fillers: Iterable[Span], trigger: Span) -> Iterator[Argument]:
        for filler in fillers:
            yield Argument(role, filler, trigger)

    def _when(self, tree: Tree, act: Token) -> Moment | None:
        """The nearest date after an act in its sentence, else before it."""
        inside = [x for x in self._moments if tree.sentence.start <= x[1] < tree.sentence.end]
        after = [x for x in inside if act.i < x[1] <= act.i + _NEAR]
        before = [x for x in inside if act.i - _NEAR <= x[1] < act.i]
        return after[0][0] if after else before[-1][0] if before else None
