"""At whom a claim is aimed: the object of the cue, whose act is scorned, who does what is blamed or demanded."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from hrkg.extract.claims.cues import Cue, bases, voiced
from hrkg.extract.claims.speakers import Line
from hrkg.extract.claims.stances import harm
from hrkg.extract.clauses import Resolution
from hrkg.extract.reading import tokens
from hrkg.extract.syntax import Tree
from hrkg.model import Claim, Document, Mention, Span

_KINDS = frozenset({"person", "organization", "group"})
_BODIES = frozenset({"organization", "group"})
_ORGANIZED = frozenset({"organization"})
_TOWARDS = frozenset({"on", "upon", "to", "at", "with"})
_OWNING = frozenset({"of", "by", "from", "against"})
_DUTY = frozenset({"should", "must", "ought", "needs", "need"})
_THAT = frozenset({"it", "this", "these", "them", "account", "version", "findings"})
_RULINGS = frozenset(
    {"acquittal", "conviction", "judgement", "judgment", "order", "ruling", "sentence", "verdict"}
)
_NEAR = 3
"""Sentences back in which an account stands that somebody rejects."""


def aimed(tree: Tree, line: Line, cue: Cue, states: dict[str, Mention]) -> Span | None:
    """The actor whom a verb of stance is aimed at, through what is his."""
    verb = cue.token
    if cue.reads in ("clause", "opinion", "count", "quote") or cue.stance in ("promise", "report"):
        return None
    objects = tree.children(verb, "obj", "iobj")
    if cue.reads != "noun":
        objects += [t for case, t in tree.obliques(verb) if case in _TOWARDS]
    else:
        objects = [t for case, t in tree.obliques(verb) if case in _TOWARDS]
    if tree.passive(verb) and (befallen := tree.object(verb)) is not None:
        objects = [befallen]
    for o in objects:
        if found := _first(tree, line, [o], states):
            return found
    if cue.stance == "urge":
        return next((s for c in tree.children(verb, "ccomp") if (s := _doer(tree, line, c, states))), None)
    if cue.stance in ("accuse", "defend", "deny", "concern", "warn"):
        return None
    owned = [o for top in objects for o in _owners(tree, top)]
    return _first(tree, line, owned, states, _ORGANIZED) or _court(tree, objects)


def blamed(
    tree: Tree, line: Line, at: tuple[int, int], stance: str, states: dict[str, Mention]
) -> Span | None:
    """Who does what the words `doc[start:end]` blame, demand or scorn."""
    inside = [t for t in tree.doc[at[0] : at[1]] if t.pos_ in ("VERB", "AUX", "NOUN", "ADJ")]
    if stance == "urge":
        owed = [t for t in inside if any(c.lower_ in _DUTY for c in tree.children(t, "aux"))]
        owed = [t for t in owed if not tree.passive(t)]
        return next((s for t in owed if (s := _doer(tree, line, t, states))), None)
    if stance not in ("accuse", "criticise"):
        return None
    tops = [t for t in inside if t.dep_ in ("root", "ccomp", "parataxis") or not at[0] <= t.head.i < at[1]]
    tops += [t for t in inside if t.dep_ == "conj" and t.head in tops]
    for t in tops:
        if t.pos_ == "VERB" and (found := _doer(tree, line, t, states)):
            return found
    return None


def _doer(tree: Tree, line: Line, verb: Token, states: dict[str, Mention]) -> Span | None:
    """Who does what a verb tells, where that is a body, a group or somebody named by his office."""
    if tree.passive(verb):
        by = [o for o in tree.children(verb, "obl:agent", "obl") if tree.case(o) == "by"]
        return _first(tree, line, by, states)
    harms = any(b in harm() for b in bases(verb))
    subjects = [s for s in tree.children(verb, "nsubj") if not tree.children(s, "nmod:poss")]
    return _first(tree, line, subjects, states, _KINDS if harms else _BODIES)


def _first(
    tree: Tree,
    line: Line,
    tokens: Iterable[Token],
    states: dict[str, Mention],
    kinds: frozenset[str] = _KINDS,
) -> Span | None:
    """The first actor that some nominals name; a country stands for its government."""
    for token in tokens:
        for p in tree.members(token):
            if tree.kind(p) in kinds and line.usable(p):
                return p.mention.span
            if p.mention.kind == "place" and (state := states.get(p.mention.name.lower())):
                return state.span
    return None


def _court(tree: Tree, objects: Iterable[Token]) -> Span | None:
    """The last court before a ruling that somebody praises or scorns."""
    for o in objects:
        if any(b in _RULINGS for b in bases(o)):
            courts = [m for m in tree.document.of(Mention) if m.code == "court" and m.span.end <= o.idx]
            named = [m for m in courts if m.form == "name"]
            return max((m.span for m in named or courts), default=None)
    return None


def quoted(tree: Tree, line: Line, claim: Claim, states: dict[str, Mention]) -> Claim:
    """A quotation with whom it demands something of, or blames."""
    at = tokens(tree.doc, claim.content)
    at = max(at[0], tree.sentence.start), min(at[1], tree.sentence.end)
    if at[0] >= at[1] or claim.target is not None:
        return claim
    whom = None
    for t in tree.doc[at[0] : at[1]]:
        if voiced(t) == claim.stance and claim.stance in ("urge", "accuse", "praise", "criticise"):
            cue = Cue(t, t.i, t.i + 1, claim.stance, "act")
            whom = whom or aimed(tree, line, cue, states)
    whom = whom or blamed(tree, line, at, claim.stance, states)
    return replace(claim, target=whom) if whom and whom != claim.speaker else claim


def _owners(tree: Tree, token: Token) -> Iterator[Token]:
    """Whose treatment, decision or report it is."""
    possessors = tree.children(token, "nmod:poss", "compound")
    yield from possessors
    if any(c.dep_ == "nmod:poss" for c in possessors):
        return
    for case, t in tree.obliques(token):
        if case in _OWNING:
            yield t


def governments(document: Document) -> dict[str, Mention]:
    """Names of states → the first mention of their government."""
    found: dict[str, Mention] = {}
    for m in document.of(Mention):
        if m.kind == "organization" and m.name.startswith("government of "):
            found.setdefault(m.name.removeprefix("government of ").removeprefix("the ").lower(), m)
    return found


def answered(document: Document, claims: Sequence[Claim], resolution: Resolution) -> list[Claim]:
    """Claims that reject "this account": aimed at whoever gave it right before."""
    found: list[Claim] = []
    numbers = {id(c): _number(document, c.cue) for c in claims}
    for c in claims:
        before = [o for o in claims if o.cue.end <= c.cue.begin and numbers[id(c)] - numbers[id(o)] <= _NEAR]
        others = [
            o for o in before if o.speaker and _root(resolution, o.speaker) != _root(resolution, c.speaker)
        ]
        if c.stance == "reject" and c.target is None and not c.direct and others and _account(document, c):
            c = replace(c, target=others[-1].speaker)
        found.append(c)
    return found


def _account(document: Document, claim: Claim) -> bool:
    words = claim.content.of(document.text).lower().split()[1:4]
    return any(w.strip(",.") in _THAT for w in words)


def _root(resolution: Resolution, at: Span | None) -> Span | None:
    known = resolution.targets(at) if at else ()
    return resolution.root(known[0]) if known else at


def _number(document: Document, at: Span) -> int:
    return next((n for n, s in enumerate(document.sentences) if s.span.end > at.begin), 0)
