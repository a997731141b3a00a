"""The words that are said: stretches of a sentence cut out along its dependency tree."""

from collections.abc import Iterable
from itertools import pairwise

from spacy.tokens import Token

from hrkg.extract.claims.cues import Cue, speech
from hrkg.extract.syntax import Tree

MOST = 80
"""Words that a claim may have."""
LEAST = 3
"""Words that a claim needs."""
_CLAUSE = ("ccomp", "parataxis", "csubj")
_ROUND = frozenset({"nsubj", "iobj", "obl", "obl:unmarked", "advmod"})
"""What may stand behind a verb of saying without being said: the speaker, the hearer, time and place."""
_GROUP = frozenset({"aux", "aux:pass", "cop", "compound:prt", "nsubj:pass", "advcl", "obj", "xcomp"})
_MARKS = frozenset({",", ".", ";", ":", '"', "“", "”", "-", "–", "—", "'", "‘", "’", ")", "("})
_OPENS = frozenset({"and", "but", "that", "yet", "or"})


def reach(tree: Tree, token: Token) -> tuple[int, int]:
    """First token and one past the last token below `token` in its sentence."""
    inside = [t.i for t in token.subtree if tree.inside(t)]
    return min(inside), max(inside) + 1


def trimmed(tree: Tree, start: int, stop: int, least: int = LEAST) -> tuple[int, int] | None:
    """A stretch without conjunctions and punctuation at its edges; None where too little is left, or too much."""
    doc = tree.doc
    start, stop = max(start, tree.sentence.start), min(stop, tree.sentence.end)
    while start < stop and (doc[start].lower_ in _MARKS | _OPENS or doc[start].is_space):
        start += 1
    while stop > start and (
        doc[stop - 1].lower_ in _MARKS | {"and", "but", "!", "?"} or doc[stop - 1].is_space
    ):
        stop -= 1
    words = sum(1 for t in doc[start:stop] if any(c.isalnum() for c in t.text))
    return (start, stop) if least <= words <= MOST else None


def clause(tree: Tree, cue: Cue) -> tuple[int, int] | None:
    """The clause that a verb of saying governs, or beside which it stands ("…, she said")."""
    verb = cue.token
    before = [c for c in tree.children(verb, *_CLAUSE) if c.i < verb.i]
    parent = tree.parent(verb)
    if parent is not None and parent.i < verb.i and (verb.dep_ == "parataxis" or _inverted(tree, verb)):
        before = [*before, parent]
    after = [c for c in tree.children(verb, "ccomp", "parataxis") if c.i > verb.i and _says(tree, c)]
    if after and not (before and _closed(tree, cue)):
        begin = min(reach(tree, c)[0] for c in after)
        begin = max(begin, cue.end) if cue.stance == "report" else verb.i
        return trimmed(tree, begin, _until(tree, verb, reach(tree, after[0])[1]))
    if before:
        return _beside(tree, before[-1], verb, reach(tree, before[-1]))
    if verb.dep_ == "parataxis" and parent is not None:
        return _beside(tree, parent, verb, reach(tree, parent))
    return None


def _inverted(tree: Tree, verb: Token) -> bool:
    """Speech behind its words, its subject behind it: "…, argued Ana Soler"."""
    behind = [c for c in tree.children(verb, "nsubj") if c.i > verb.i]
    loose = verb.dep_ in ("advcl", "acl", "dep", "conj") and not tree.children(verb, "mark", "cc")
    return bool(behind) and loose and tree.doc[verb.i - 1].pos_ == "PUNCT"


def _closed(tree: Tree, cue: Cue) -> bool:
    """Whether a comma or the end follows a verb of saying, behind its subject, hearer and time."""
    own = [
        i
        for c in cue.token.children
        if c.dep_ in _ROUND and c.i > cue.token.i and tree.inside(c)
        for i in [reach(tree, c)[1]]
    ]
    end = max([cue.end, *own])
    return end >= tree.sentence.end or tree.doc[end].lower_ in (",", ".", ";")


def _says(tree: Tree, clause: Token) -> bool:
    """Whether a clause behind the verb is what is said: a full clause, with a subject."""
    if clause.dep_ == "ccomp" and clause.tag_ not in ("VBG", "VB"):
        return True
    return bool(tree.children(clause, "nsubj", "nsubj:pass", "csubj", "expl"))


def _until(tree: Tree, verb: Token, end: int) -> int:
    """The end of what a verb governs: before its next coordinated verb, and before speech that its subject resumes."""
    for c in tree.children(verb, "conj"):
        begin = reach(tree, c)[0]
        if verb.i < begin < end:
            end = begin
    for t in tree.doc[verb.i + 1 : end]:
        if resumed(tree, t) == verb:
            return reach(tree, t)[0] if reach(tree, t)[0] > verb.i else t.i
    return end


def resumed(tree: Tree, token: Token) -> Token | None:
    """The verb of saying whose subject goes on speaking: "said that it was late, and urged them to go".

    Parsers hang the second verb of speech on what was said; it has no subject of its own there.
    """
    if token.dep_ != "conj" or token.tag_ not in ("VBD", "VBZ") or not speech(token):
        return None
    if tree.children(token, "nsubj", "nsubj:pass", "aux", "aux:pass") or not tree.children(token, "cc"):
        return None
    first = tree.parent(token)
    while first is not None and first.dep_ == "conj":
        first = tree.parent(first)
    if first is None or first.dep_ not in ("ccomp", "parataxis"):
        return None
    above = tree.parent(first)
    return above if above is not None and speech(above) and above.i < token.i else None


def _beside(tree: Tree, said: Token, verb: Token, whole: tuple[int, int]) -> tuple[int, int] | None:
    """A clause left or right of the words that say who says it; both, with them, where they stand in its middle."""
    own = [
        t.i
        for c in verb.children
        if tree.inside(c) and c.i != said.i and c.dep_ != "punct"
        for t in c.subtree
    ]
    own = [i for i in own if tree.sentence.start <= i < tree.sentence.end] + [verb.i]
    first, last = min(own), max(own) + 1
    start, stop = whole
    left = trimmed(tree, start, min(first, stop), 1) if first > start else None
    right = trimmed(tree, max(last, start), stop, 1) if last < stop else None
    if left and right:
        return trimmed(tree, left[0], right[1])
    found = left or right
    return trimmed(tree, *found) if found else None


def parts(tree: Tree, at: tuple[int, int]) -> list[tuple[int, int]]:
    """What is said, cut where a further clause with a "that" of its own begins: "that … and that …"."""
    cuts = []
    for t in tree.doc[at[0] + 1 : at[1]]:
        if (
            t.lower_ == "that"
            and t.dep_ == "mark"
            and t.head.dep_ in ("conj", "ccomp")
            and t.i > at[0] + LEAST
        ):
            k = t.i - 1
            if tree.doc[k].lower_ in ("and", "but", ","):
                cuts.append(t.i)
    edges = [at[0], *cuts, at[1]]
    found = [trimmed(tree, a, b) for a, b in pairwise(edges)]
    return [f for f in found if f] if cuts else [at]


def act(tree: Tree, cue: Cue) -> tuple[int, int] | None:
    """The words from a verb of stance to the end of what it governs."""
    verb = cue.token
    end = cue.end
    for c in verb.children:
        if not tree.inside(c) or c.i < verb.i or c.dep_ in ("punct", "cc", "conj"):
            continue
        if c.dep_ == "parataxis":
            continue
        end = max(end, reach(tree, c)[1])
    start = verb.i
    parent = tree.parent(verb)
    if cue.reads == "state":
        start = min(c.i for c in tree.children(verb, "cop", "aux:pass"))
    elif verb.dep_ == "acl:relcl" and parent is not None and not tree.children(verb, "obj", "iobj"):
        start = reach(tree, parent)[0]
    return trimmed(tree, start, _until(tree, verb, end), 2)


def around(tree: Tree, governor: Token, phrase: Iterable[int]) -> tuple[int, int] | None:
    """The clause of `governor` beside a phrase, or around it where the phrase stands in its middle."""
    gap = sorted(phrase)
    start, stop = reach(tree, governor)
    left = trimmed(tree, start, gap[0], 1) if gap[0] > start else None
    right = trimmed(tree, gap[-1] + 1, stop, 1) if gap[-1] + 1 < stop else None
    if left and right:
        return trimmed(tree, left[0], right[1])
    found = left or right
    return trimmed(tree, *found) if found else None
