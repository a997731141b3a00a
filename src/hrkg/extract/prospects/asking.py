"""Verbs, nouns and adjectives that govern an act which has not happened: "urged X to", "fears that", "due to"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from hrkg import lexicons
from hrkg.extract.clauses import closed
from hrkg.extract.prospects.acts import forms, infinitives, joined, verbal
from hrkg.extract.syntax import Tree

_POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adj"}
_ASKED = ("on", "upon", "to", "with", "for")
_DOUBTING = frozenset({"if", "whether", "unless"})


@dataclass(frozen=True, slots=True)
class Found:
    """An act that something governs."""

    act: Token
    kind: str
    """Code of `prospect-kind`."""
    cue: Token
    by: Token | None = None
    """The head of who urges, plans, promises or fears."""
    asked: Token | None = None
    """The head of who is asked to act."""
    penalty: bool = False
    """The act is a penalty that somebody faces."""
    typed: bool = False
    """The words are too weak to tell an act of unknown type: "will", "if"."""
    hearing: bool = False
    """The act is a hearing, whatever noun tells it ("the case was adjourned")."""


@cache
def _governors() -> Mapping[tuple[str, str], tuple[tuple[str, str], ...]]:
    """(lemma, part of speech) → (pattern, kind)."""
    index: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in lexicons.rows("prospect-governors"):
        index.setdefault((row["lemma"], row["pos"]), []).append((row["pattern"], row["kind"]))
    return {key: tuple(found) for key, found in index.items()}


def governed(tree: Tree) -> Iterator[Found]:
    """What each governor of a sentence governs, in the order of the text."""
    for token in tree.tokens():
        pos = _POS.get(token.pos_)
        if pos is None or not token.is_alpha:
            continue
        entries = next((e for w in (token.lower_, *forms(token)) if (e := _governors().get((w, pos)))), ())
        if entries and _stated(token):
            for pattern, kind in entries:
                yield from _matched(tree, token, pattern, kind)


def _stated(token: Token) -> bool:
    """Whether the governor itself is told: neither denied nor a condition."""
    for c in token.children:
        if c.dep_ in ("advmod", "det", "aux") and c.lower_.replace("’", "'") in closed("negation") | {"no"}:
            return False
        if c.dep_ == "mark" and c.lower_ in _DOUBTING:
            return False
    return True


def _matched(tree: Tree, token: Token, pattern: str, kind: str) -> Iterator[Found]:
    by = _holder(tree, token)
    match pattern:
        case "to" | "passive to":
            yield from _to(tree, token, pattern, kind, by)
        case "that" | "warn":
            for c in tree.children(token, "ccomp", "acl", "xcomp"):
                if pattern == "warn" and not any(a.tag_ == "MD" for a in tree.children(c, "aux")):
                    continue
                said = c.i > token.i or token.tag_ != "VBG"
                infinitive = any(m.lower_ in _DOUBTING | {"to"} for m in tree.children(c, "mark", "advmod"))
                if said and verbal(c) and not infinitive and _clause(tree, c, kind):
                    for act in joined(tree, c):
                        yield Found(act, kind, token, by)
        case "for" | "of":
            for case, t in tree.obliques(token):
                if case == pattern and t.pos_ == "NOUN" and t.i > token.i:
                    for act in joined(tree, t):
                        yield Found(act, kind, token, by)
        case "object":
            for t in tree.children(token, "obj", "nsubj:pass"):
                if t.pos_ == "NOUN":
                    for act in joined(tree, t):
                        yield Found(act, kind, token, by)
        case "want":
            for c in tree.children(token, "xcomp", "ccomp"):
                heads = tree.children(token, "obj") + tree.children(c, "nsubj", "nsubj:pass")
                whom = next(iter(heads), None)
                if whom is not None and whom.i < c.i and verbal(c) and not tree.children(c, "aux"):
                    yield Found(c, "urged", token, by, None if c.tag_ == "VBN" else whom)
        case "gerund":
            for c in tree.children(token, "xcomp", "ccomp"):
                if c.tag_ == "VBG":
                    yield Found(c, kind, token, by)


def _clause(tree: Tree, verb: Token, kind: str) -> bool:
    """Whether a complement tells what is demanded, feared or promised, and not what is said to be so."""
    auxiliaries = {a.lower_ for a in tree.children(verb, "aux")}
    if kind != "urged":
        return bool(auxiliaries) or kind == "feared"
    if auxiliaries - {"should", "must", "ought"}:
        return False
    bare = verb.tag_ == "VB" or any(c.lower_ == "be" for c in tree.children(verb, "aux:pass", "cop"))
    return (
        bare
        or bool(auxiliaries & {"should", "must", "ought"})
        or (verb.tag_ in ("VBP", "VBN") and "Past" not in verb.morph.get("Tense", []))
    )


def subject(tree: Tree, verb: Token, depth: int = 0) -> Token | None:
    """Who does what an active verb tells, also where it shares the subject of the verb before."""
    parent = tree.parent(verb)
    own = tree.children(verb, "nsubj", "nsubj:pass")
    if own or parent is None or depth > 3:
        return tree.subject(verb)
    if verb.dep_ == "conj" and parent.pos_ in ("VERB", "AUX", "ADJ"):
        return subject(tree, parent, depth + 1)
    if verb.dep_ == "advcl" and verb.tag_ == "VBG":
        above = tree.parent(parent) if parent.dep_ == "ccomp" else None
        for said in (above, *tree.children(parent, "parataxis")):
            if said is not None and parent.i < said.i < verb.i:
                return tree.subject(said)  # "X was freed, Amnesty said, calling on": not X, who was freed
    return tree.subject(verb)


def passive(tree: Tree, verb: Token) -> bool:
    """Whether a verb shows that it is passive: a participle alone may be a past tense that the tagger mistook."""
    if tree.children(verb, "aux:pass", "obl:agent"):
        return True
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and not tree.children(verb, "nsubj", "nsubj:pass")


def _to(tree: Tree, token: Token, pattern: str, kind: str, by: Token | None) -> Iterator[Found]:
    suffers = token.pos_ == "VERB" and passive(tree, token)
    if pattern == "passive to" and not suffers:
        return
    if suffers and kind != "scheduled":
        by = tree.agent(token)
    asked: Token | None = None
    before: list[Token] = []
    if kind == "urged":
        before += tree.children(token, "obj", "iobj")
        before += [t for case, t in tree.obliques(token) if case in _ASKED and not verbal(t)]
        before += [c for o in before for c in tree.children(o, "conj") if tree.case(c)]
        asked = tree.subject(token) if suffers else next(iter(before), None)
    elif pattern == "passive to" or token.pos_ == "ADJ":
        by = None
    for act in infinitives(tree, token):
        if token.pos_ == "NOUN" and tree.children(act, "aux:pass"):
            continue  # "an appeal, to be heard in May"
        later = [o for o in before if o.i < act.i and tree.case(o)]
        whom = later[-1] if len(later) > 1 else asked if asked is not None and asked.i < act.i else None
        yield Found(act, kind, token, by, whom)


def _holder(tree: Tree, token: Token) -> Token | None:
    """Who urges, plans or fears: a verb's agent, or whose a noun is ("his plea", "a call by X")."""
    if token.pos_ in ("VERB", "AUX", "ADJ"):
        return tree.agent(token) if passive(tree, token) else subject(tree, token)
    own = tree.children(token, "nmod:poss")
    if own:
        return own[0]
    by = [t for case, t in tree.obliques(token) if case in ("by", "from")]
    if by:
        return by[0]
    parent = tree.parent(token)
    light = parent is not None and parent.pos_ == "VERB" and token.dep_ == "obj"
    return tree.agent(parent) if parent is not None and light else None
