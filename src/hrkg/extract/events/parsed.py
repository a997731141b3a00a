"""Events that a sentence's dependency tree tells."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from hrkg import lexicons
from hrkg.extract.clauses import Clauses
from hrkg.extract.events.arguments import arguments, place, when
from hrkg.extract.events.candidates import by_captors, demanding
from hrkg.extract.factuality import NOTHING, REPORTED, Verdict
from hrkg.extract.frames import Frame, match
from hrkg.extract.reading import Placed, tokens
from hrkg.extract.syntax import Tree, denied, judge, lemmas
from hrkg.model import Argument, Event

_OUTCOMES = frozenset({"acquittal", "conviction", "sentencing"})
_MOMENTARY = frozenset({"arrest", "formal-arrest", "abduction"})
"""Deprivations whose present tense is no lasting state."""


def _lasting() -> frozenset[str]:
    """Event types whose present tense tells a state: "is held", "is charged"."""
    return demanding("deprivation") - _MOMENTARY | {"charging"}


def events(tree: Tree, clauses: Clauses) -> Iterator[Event]:
    """One event for each verb or noun that a frame matches and that is told, or urged, planned or feared."""
    found: list[Event] = []
    trials: list[Token] = []
    for token in tree.tokens():
        if clauses.at.get(token.i) and clauses.at[token.i].mention.form == "name":
            continue
        frame = match(tree, token)
        if frame is not None:
            made = list(_event(tree, clauses, token, frame))
            found += made
            if not made and frame.type == "trial" and token.pos_ == "NOUN":
                trials.append(token)
    yield from found
    for token in trials:
        yield from _trial(tree, clauses, token, found)


def denied_of(tree: Tree, event: Event) -> bool:
    """Whether the tree takes back an event that the words told: the verb of its trigger is negated."""
    if event.prospect is not None or event.type == "enforced-disappearance":
        return False
    start, end = tokens(tree.doc, event.trigger)
    token = tree.doc[start]
    if end - start > 1:
        return False
    stative = event.type in _lasting()
    return denied(tree, token) or (
        token.pos_ in ("VERB", "NOUN") and not judge(tree, token, stative=stative).reported
    )


def _trial(tree: Tree, clauses: Clauses, token: Token, told: Sequence[Event]) -> Iterator[Event]:
    """A trial without a defendant beside it is that of whom the sentence tells the outcome of: "after a trial"."""
    placed = tree.case(token) in ("after", "at", "in", "during", "following") or token.dep_ in (
        "obj",
        "nsubj",
    )
    if not placed or not tree.children(token, "det", "nmod:poss") or not judge(tree, token).reported:
        return
    for event in told:
        if event.type in _OUTCOMES and event.prospect is None:
            affected = tuple(a for a in event.arguments if a.role == "affected")
            agents = tuple(a for a in event.arguments if a.role == "agent")
            yield Event("trial", clauses.span(token.i, token.i + 1), (*affected, *agents))
            return


def _event(tree: Tree, clauses: Clauses, token: Token, frame: Frame) -> Iterator[Event]:
    verbal = token.pos_ != "NOUN" or bool(tree.children(token, "cop"))
    roles = list(_verb_roles(tree, token, frame) if verbal else _noun_roles(tree, token, frame))
    stative = frame.type in _lasting()
    verdict = _verdict(tree, token, frame, stative)
    if not verdict.reported and verdict.prospect is None:
        return
    at = (token.i, token.i + 1)
    found: dict[tuple[str, object], Argument] = {}
    for role, members in roles:
        for member in members:
            for argument in arguments(clauses, role, member, frame.type, at):
                found.setdefault((role, argument.filler), argument)
    if frame.type in demanding("affected") and not any(role == "affected" for role, _ in found):
        return
    located = tree.place(token) or place(clauses, token.i + 1)
    if not found and not (located and frame.type in demanding("alone")):
        return
    if verdict.prospect is not None:
        for argument in _interested(tree, clauses, token, verdict):
            if not any(a.filler == argument.filler for a in found.values()):
                found.setdefault((argument.role, argument.filler), argument)
    if located:
        for argument in arguments(clauses, "place", located, frame.type, at):
            found.setdefault(("place", argument.filler), argument)
    presupposed = token.dep_ == "amod" or (not verbal and verdict.reported)
    yield Event(
        by_captors(clauses, frame.type, found.values()),
        clauses.span(*at),
        tuple(found.values()),
        when(clauses, *at),
        verdict.prospect,
        "presupposed" if token.dep_ == "amod" and presupposed else "asserted",
    )


def _verdict(tree: Tree, token: Token, frame: Frame, stative: bool) -> Verdict:
    if frame.has("governor"):
        return REPORTED
    if frame.has("neg"):
        return REPORTED if tree.past(token) else Verdict(False)
    if denied(tree, token):
        return NOTHING
    verdict = judge(tree, token, stative=stative)
    if verdict.prospect and verdict.prospect.kind == "scheduled" and frame.type in demanding("deprivation"):
        governor = tree.doc[verdict.governor[0]] if verdict.governor else token
        if "order" in lemmas(governor) and judge(tree, governor).reported:
            return REPORTED  # "a judge ordered him held": the order is the detention
    return verdict


def _verb_roles(tree: Tree, verb: Token, frame: Frame) -> Iterator[tuple[str, list[Placed]]]:
    if frame.subject == "owned":
        yield "affected", _owners(tree, tree.subject(verb), "whose")
    elif frame.subject:
        yield frame.subject, tree.members(tree.agent(verb))
    if frame.object in ("owned", "whose"):
        yield "affected", _owners(tree, tree.object(verb), frame.object)
    elif frame.object:
        yield frame.object, tree.members(tree.object(verb))


def _owners(tree: Tree, token: Token | None, mode: str) -> list[Placed]:
    """Whose home was searched or whose appeal was heard; an organization that was raided itself."""
    if token is None:
        return []
    if mode == "owned" and (own := tree.members(token)):
        return own
    owners = tree.children(token, "nmod:poss") or [
        t for case, t in tree.obliques(token) if case in ("of", "against")
    ]
    found = [m for o in owners for m in tree.members(o)]
    if not found:
        inner = [t for case, t in tree.obliques(token) if case in ("of", "against")]
        found = [m for t in inner for o in tree.children(t, "nmod:poss") for m in tree.members(o)]
    return found


def _noun_roles(tree: Tree, noun: Token, frame: Frame) -> Iterator[tuple[str, list[Placed]]]:
    poss = [m for c in tree.children(noun, "nmod:poss") for m in tree.members(c)]
    of = [m for case, t in tree.obliques(noun) if case in ("of", "against", "on") for m in tree.members(t)]
    by = [m for case, t in tree.obliques(noun) if case == "by" for m in tree.members(t)]
    if frame.object and frame.object != "owned":
        yield frame.object, of or poss or _undergoing(tree, noun)
    elif frame.object:
        yield "affected", of
    if frame.subject and frame.subject != frame.object:
        yield frame.subject, by or (poss if of or not frame.object else [])


def _undergoing(tree: Tree, noun: Token) -> list[Placed]:
    """Who endures or suffers what a noun tells, also as one of several: "endured beatings and detention"."""
    at = noun
    while at.dep_ == "conj" and (first := tree.parent(at)) is not None:
        at = first
    verb = tree.parent(at)
    if at.dep_ != "obj" or verb is None or not set(lemmas(verb)) & lexicons.words("undergoing-verbs"):
        return []
    return tree.members(tree.subject(verb))


def _interested(tree: Tree, clauses: Clauses, token: Token, verdict: Verdict) -> Iterator[Argument]:
    """Who urges, plans or promises an act, and who is asked to do it."""
    if verdict.governor is None or verdict.prospect is None:
        return
    governor = tree.doc[verdict.governor[0]]
    kind = verdict.prospect.kind
    if kind not in ("urged", "promised", "scheduled"):
        return
    at = (token.i, token.i + 1)
    if governor.pos_ == "AUX":
        speaker = tree.parent(token)
        if kind == "urged" and speaker is not None and token.dep_ in ("ccomp", "parataxis"):
            for member in tree.members(tree.subject(speaker)):
                yield from arguments(clauses, "advocate", member, "", at)
        return
    for member in tree.members(tree.agent(governor)):
        yield from arguments(clauses, "advocate", member, "", at)
    if kind == "urged":
        asked = tree.children(governor, "obj", "iobj") or [
            t for case, t in tree.obliques(governor) if case in ("on", "upon", "to")
        ]
        for o in asked:
            if o.i < token.i:
                for member in tree.members(o):
                    yield from arguments(clauses, "addressee", member, "", at)
