"""Acts that are urged, planned or feared: of which type, whom they befall, and those that "and" adds to them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from spacy.tokens import Token

from hrkg import lexicons
from hrkg.extract.frames import match
from hrkg.extract.reading import Placed
from hrkg.extract.syntax import Tree, lemmas

_BEFALLING = ("against", "of", "for", "on", "to", "into", "with", "from", "over", "about")
_SILENT = frozenset(
    {"appeal", "raid", "tenure-start", "award", "statement", "travel-ban", "assault", "other"}
)
"""Types of frames that words of demands ("quash the verdict", "search for X") do not tell as such."""
_VERBAL = ("VERB", "AUX", "ADJ")
_DEEP = 4


@cache
def _types() -> Mapping[tuple[str, str], Sequence[tuple[frozenset[str], str]]]:
    """(lemma, part of speech) → (heads of the object that it needs, type), those that need one first."""
    index: dict[tuple[str, str], list[tuple[frozenset[str], str]]] = {}
    for row in lexicons.rows("prospect-acts"):
        heads = frozenset(filter(None, row["with"].removeprefix("obj ").split("|")))
        index.setdefault((row["lemma"], row["pos"]), []).append((heads, row["type"]))
    return {key: sorted(found, key=lambda f: -len(f[0])) for key, found in index.items()}


def forms(token: Token) -> tuple[str, ...]:
    """The lemma as predicted, and as it is where an ending slipped in ("warne", "convicte")."""
    found = lemmas(token)
    return (*found, found[0][:-1]) if found[0].endswith("e") else found


def verbal(token: Token) -> bool:
    """Whether a token tells its act as a verb."""
    return token.pos_ in _VERBAL


def type_of(tree: Tree, token: Token) -> str:
    """The event type of an act, `other` where no list knows it."""
    thing = tree.object(token) if verbal(token) else None
    for word in _keys(tree, token):
        for heads, found in _types().get((word, "verb" if verbal(token) else "noun"), ()):
            if not heads or (thing is not None and _fits(tree, thing, heads)):
                return found
    frame = match(tree, token)
    if frame is None or frame.type in _SILENT or frame.has("neg"):
        return "other"
    return frame.type


def _fits(tree: Tree, thing: Token, heads: frozenset[str]) -> bool:
    if "@person" in heads and any(tree.kind(m) == "person" for m in tree.members(thing)):
        return True
    return bool(heads.intersection(forms(thing)))


def _keys(tree: Tree, token: Token) -> Iterator[str]:
    """The lemma with each word that hangs on it ("let go", "send home", "bring to trial"), then alone."""
    if verbal(token):
        beside = [c.lower_ for c in tree.children(token, "compound:prt", "advmod", "xcomp", "ccomp")]
        beside += [
            g.lower_ for c in tree.children(token, "obj") for g in tree.children(c, "advmod") if g.i > c.i
        ]
        beside += [f"{case} {w}" for case, t in tree.obliques(token) if case for w in forms(t)]
        yield from (f"{w} {b}" for w in forms(token) for b in beside)
    yield from forms(token)


def infinitives(tree: Tree, governor: Token) -> Iterator[Token]:
    """Verbs with "to" under a governor or its object, and those joined to them."""
    hosts = [governor, *tree.children(governor, "obj", "iobj", "obl", "nsubj:pass", "nmod")]
    for host in hosts:
        for c in tree.children(host, "xcomp", "advcl", "ccomp", "acl"):
            marked = any(m.lower_ == "to" for m in tree.children(c, "mark"))
            if marked and c.i > governor.i and verbal(c):
                yield from joined(tree, c)


def joined(tree: Tree, act: Token, depth: int = 0) -> Iterator[Token]:
    """An act and those that a comma or "and" adds: "to free X, to open an inquiry and lift the ban"."""
    yield act
    if depth > _DEEP:
        return
    for thing in tree.children(act, "obj"):
        for c in tree.children(
            thing, "conj"
        ):  # "quash the verdicts and free X", with "free" taken for an adjective
            yield from (a for a in tree.children(c, "amod") if a.lower_ == "free" and _after_and(tree, a))
    for c in tree.children(act, "conj", "advcl", "parataxis"):
        if c.i < act.i or verbal(c) != verbal(act):
            continue
        if not verbal(c) and c.dep_ == "conj":
            yield from joined(tree, c, depth + 1)
        own = tree.children(c, "nsubj", "nsubj:pass", "aux")
        listed = c.dep_ == "conj" or (tree.doc[c.left_edge.i - 1].text == "," and _to(tree, c))
        if verbal(c) and listed and not own and c.tag_ in ("VB", "VBN", act.tag_):
            yield from joined(tree, c, depth + 1)


def _after_and(tree: Tree, token: Token) -> bool:
    return tree.doc[token.i - 1].lower_ in ("and", "or")


def _to(tree: Tree, verb: Token) -> bool:
    return any(m.lower_ == "to" for m in tree.children(verb, "mark"))


def patients(tree: Tree, act: Token) -> list[Placed]:
    """Whom an act befalls: its object, else who its object or its prepositions tell of."""
    heads: list[Token] = []
    if act.dep_ == "amod" and (parent := tree.parent(act)) is not None:
        return tree.members(parent)
    if verbal(act):
        thing = tree.object(act)
        if thing is not None:
            if found := tree.members(thing):
                return found
            heads.append(thing)
    heads.append(act)
    for head in heads:
        if found := told_of(tree, head):
            return found
    return []


def told_of(tree: Tree, head: Token, depth: int = 0) -> list[Placed]:
    """Whose a thing is, or of whom or against whom."""
    owners = [m for c in tree.children(head, "nmod:poss") for m in tree.members(_whose(tree, head, c))]
    if owners:
        return owners
    for case, t in tree.obliques(head):
        if case in _BEFALLING and not verbal(t):
            if found := [m for m in tree.members(t) if tree.kind(m) != "place"]:
                return found
            if depth < 2 and (found := told_of(tree, t, depth + 1)):
                return found
    return []


def _whose(tree: Tree, head: Token, owner: Token) -> Token:
    """The owner, or what "whose" stands for."""
    at: Token | None = head
    while owner.lower_ == "whose" and at is not None:
        if at.dep_ == "acl:relcl":
            return tree.parent(at) or owner
        at = tree.parent(at)
    return owner
