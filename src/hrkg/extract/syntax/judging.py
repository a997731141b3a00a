"""Whether a tree tells an act as having happened, or only urges, plans, promises, denies or imagines it.

The words that govern an act decide, from the nearest upwards: its auxiliaries and negations, the clause that it
stands in, and the verbs and nouns above. Where something unknown governs an infinitive, nothing is reported: silence
is safer than a false release.

Source: as in `hrkg.extract.factuality`, whose list of cues this reads by lemma.
"""

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Token

from hrkg import lexicons
from hrkg.extract.clauses import closed
from hrkg.extract.factuality import NOTHING, REPORTED, Verdict
from hrkg.extract.reading import span
from hrkg.extract.syntax.denials import inverted, negated
from hrkg.extract.syntax.tree import Tree, lemmas
from hrkg.model import Prospect

_HIGHEST = 8
"""Governors above an act that are asked, at most."""
_CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "acl", "csubj", "advcl:relcl"})


@cache
def _effects(scope: str) -> Mapping[str, str]:
    """Single-word cues of one scope → effect, by each form in the list."""
    rows = lexicons.rows("factuality-cues")
    return {r["word"]: r["effect"] for r in rows if r["scope"] == scope and " " not in r["word"]}


@cache
def _marks() -> Mapping[str, str]:
    """Conjunctions → effect on the clause that they open."""
    return lexicons.mapping("clause-marks", "word", "effect")


def judge(tree: Tree, token: Token, *, stative: bool = False) -> Verdict:
    """Judge the act that a verb or a noun tells.

    Args:
        tree: The sentence.
        token: The verb, or the noun for an act.
        stative: Whether its present tense tells a state that lasts ("is held"), not a habit ("is arrested").
    """
    if any(t.text == "?" for t in tree.doc[token.i : tree.sentence.end]):
        return NOTHING
    return _verb(tree, token, stative) if token.pos_ in ("VERB", "AUX", "ADJ") else _noun(tree, token)


def _verb(tree: Tree, verb: Token, stative: bool, depth: int = 0) -> Verdict:
    own = _own(tree, verb)
    if own is not None:
        return own
    if depth == 0 and not stative and _habitual(tree, verb):
        return NOTHING
    parent = tree.parent(verb)
    if parent is None or depth > _HIGHEST:
        return _root(tree, verb)
    if verb.dep_ in ("conj", "parataxis"):
        if verb.dep_ == "conj" and parent.pos_ in ("VERB", "AUX", "ADJ") and not _finite(tree, verb):
            return _verb(tree, parent, True, depth + 1)
        if verb.dep_ == "conj" and _shares(tree, verb, parent):
            return _verb(tree, parent, True, depth + 1)
        return REPORTED
    if verb.dep_ in _CLAUSAL:
        return _governed(tree, verb, parent, depth)
    if verb.dep_ == "amod":
        return REPORTED
    return REPORTED


def _shares(tree: Tree, verb: Token, first: Token) -> bool:
    """Whether a coordinated verb shares the mark or subject of the first, so that its governor rules both."""
    return not tree.children(verb, "nsubj", "nsubj:pass") and first.dep_ in _CLAUSAL


def _own(tree: Tree, verb: Token) -> Verdict | None:
    """What a verb's own auxiliaries, negations and conjunction make of it; None where they leave it told."""
    if negated(tree, verb) or inverted(tree, verb):
        return NOTHING
    if any(c.lower_ in _effects("auxiliary") for c in tree.children(verb, "advmod")):
        return NOTHING
    for c in tree.children(verb, "mark", "advmod"):
        effect = _marks().get(c.lower_)
        if effect == "hypothetical":
            return NOTHING
        if effect in ("conditional", "feared", "scheduled"):
            return _prospect(tree, c, effect)
    auxiliaries = tree.children(verb, "aux")
    perfect = any(c.lower_ in ("have", "been") for c in auxiliaries + tree.children(verb, "aux:pass"))
    for c in auxiliaries:
        effect = _effects("auxiliary").get(c.lower_)
        if effect is not None:
            if c.i == tree.sentence.start or (perfect and effect != "scheduled"):
                return NOTHING  # "Had he been", "should have been", "may have been"
            if effect == "conditional" and _quoted_future(tree, verb):
                effect = "promised"
            return _prospect(tree, c, effect)
    return None


def _quoted_future(tree: Tree, verb: Token) -> bool:
    """The future of reported speech: "he said that he would"."""
    parent = tree.parent(verb)
    would = any(c.lower_ == "would" for c in tree.children(verb, "aux"))
    return would and parent is not None and verb.dep_ == "ccomp" and parent.lower_ in closed("speech")


def _finite(tree: Tree, verb: Token) -> bool:
    return "Fin" in verb.morph.get("VerbForm", []) or any(
        "Fin" in c.morph.get("VerbForm", []) for c in tree.children(verb, "aux", "aux:pass", "cop")
    )


def _habitual(tree: Tree, verb: Token) -> bool:
    """A plain present tense outside headings tells habits and laws ("lawyers are arrested", "the law bans")."""
    if tree.sentence.heading:
        return False
    helpers = tree.children(verb, "aux", "aux:pass", "cop")
    if any(h.lower_ in closed("have") or h.lower_ == "being" or h.tag_ in ("VBD", "VBN") for h in helpers):
        return False
    if verb.tag_ == "VBG":
        return False
    if helpers:
        return any(h.lower_ in ("is", "are", "'s", "'re", "am") for h in helpers)
    return verb.tag_ in ("VBZ", "VBP")


def _root(tree: Tree, verb: Token) -> Verdict:
    """A root: an imperative asks, anything else tells."""
    if verb.tag_ == "VB" and not tree.children(verb, "aux", "nsubj") and not tree.sentence.heading:
        return _prospect(tree, verb, "urged")
    if verb.tag_ in ("VB", "VBP") and tree.sentence.heading and not tree.children(verb, "nsubj", "aux"):
        return _prospect(tree, verb, "urged")
    return REPORTED


def _governed(tree: Tree, verb: Token, parent: Token, depth: int) -> Verdict:
    """What the word above makes of a clause."""
    to = any(c.lower_ == "to" for c in tree.children(verb, "mark"))
    if to:
        return _infinitive(tree, parent, depth)
    if verb.dep_ == "acl" and not tree.children(verb, "mark"):
        return REPORTED  # "men arrested in May"
    if verb.dep_ in ("acl", "ccomp") and parent.pos_ == "NOUN":
        return _retold(tree, parent)
    if verb.dep_ == "advcl":
        above = _own(tree, parent)
        gerund = verb.tag_ == "VBG" and not tree.children(verb, "mark", "nsubj")
        return above if gerund and above is not None else REPORTED
    if verb.dep_ in ("ccomp", "xcomp", "acl", "csubj"):
        for scope in ("participle", "clause") if verb.tag_ == "VBN" and verb.dep_ != "ccomp" else ("clause",):
            effect = _effect(parent, scope)
            if effect == "urged" or effect in ("feared", "promised", "scheduled"):
                return _prospect(tree, parent, effect)
            if effect in ("negated", "hypothetical", "conditional"):
                return NOTHING
        subjunctive = verb.tag_ == "VB" or any(
            c.lower_ == "be" for c in tree.children(verb, "aux:pass", "cop")
        )
        if subjunctive and not tree.children(verb, "aux"):
            return _prospect(tree, parent, "urged") if _effect(parent, "infinitive") == "urged" else NOTHING
        if verb.tag_ == "VBG" and verb.dep_ != "ccomp":
            return _gerund(tree, verb, parent, depth)
        if parent.pos_ in ("VERB", "ADJ", "AUX"):
            above = _own(tree, parent)
            if above is not None:
                return NOTHING if not above.reported and above.prospect is None else above
            if parent.tag_ == "VBN" or parent.pos_ == "VERB":
                return _above(tree, parent, depth)
    return REPORTED


def _retold(tree: Tree, noun: Token) -> Verdict:
    """What becomes of "reports that", "evidence that": denied, missing, unsure and feared ones tell nothing."""
    if any(c.lower_ == "no" for c in tree.children(noun, "det")):
        return NOTHING
    if _effect(noun, "retold") == "unsure" or any(
        _effect(c, "retold") == "unsure" for c in tree.children(noun, "amod")
    ):
        return NOTHING
    for scope in ("clause", "noun", "participle"):
        if _effect(noun, scope) in ("feared", "conditional"):
            return NOTHING
    governor = tree.parent(noun)
    if governor is None or noun.dep_ not in ("obj", "nsubj:pass", "obl", "nsubj"):
        return REPORTED
    if _effect(governor, "clause") in ("negated", "hypothetical") or _own(tree, governor) is not None:
        return NOTHING
    return NOTHING if _effect(governor, "noun") == "hypothetical" else REPORTED


def _above(tree: Tree, verb: Token, depth: int) -> Verdict:
    """Whether the clause of a verb of saying is itself told."""
    parent = tree.parent(verb)
    if parent is None or verb.dep_ not in _CLAUSAL or depth > _HIGHEST:
        return REPORTED
    return _governed(tree, verb, parent, depth + 1)


def _gerund(tree: Tree, verb: Token, parent: Token, depth: int) -> Verdict:
    effect = _effect(parent, "gerund") or _effect(parent, "infinitive")
    cases = {c.lower_ for c in tree.children(verb, "mark", "case")}
    if any(_effects("gerund").get(c) == "factual" for c in cases) or effect == "factual":
        return _above(tree, parent, depth)
    if effect == "urged":
        return _prospect(tree, parent, "urged")
    modal = [c for c in tree.children(parent, "aux") if _effects("auxiliary").get(c.lower_)]
    if modal and verb.dep_ in ("csubj", "xcomp"):
        return _prospect(tree, modal[0], "hypothetical")  # "Releasing X would be a step"
    return NOTHING


def _infinitive(tree: Tree, parent: Token, depth: int) -> Verdict:
    effect = _effect(parent, "infinitive")
    if effect is None or effect == "negated":
        return NOTHING
    if effect == "factual":
        return _verb(tree, parent, True, depth + 1)
    own = _own(tree, parent)
    if own is not None and not own.reported and own.prospect is None:
        return NOTHING
    return _prospect(tree, parent, effect)


def _effect(token: Token, scope: str) -> str | None:
    found = _effects(scope)
    return next((found[form] for form in (token.lower_, *lemmas(token)) if form in found), None)


def _noun(tree: Tree, noun: Token, depth: int = 0) -> Verdict:
    """Judge an act that a noun tells: definite ones are taken to have happened, unless what governs them denies it."""
    if any(c.lower_ == "no" for c in tree.children(noun, "det")):
        return NOTHING
    if any(_effect(c, "noun") in ("hypothetical", "negated") for c in tree.children(noun, "amod")):
        return NOTHING
    case = tree.case(noun)
    for word in case.split():
        effect = _effects("noun").get(word)
        if effect == "factual":
            return REPORTED
        if effect in ("hypothetical", "negated"):
            return NOTHING
    parent = tree.parent(noun)
    if parent is None or depth > _HIGHEST:
        return REPORTED if tree.sentence.heading or noun.dep_ == "root" else NOTHING
    effect = _effect(parent, "noun")
    if effect is not None and effect != "factual" and noun.dep_ in ("obj", "nmod", "obl", "ccomp", "xcomp"):
        return NOTHING if effect in ("hypothetical", "negated") else _prospect(tree, parent, effect)
    if case and noun.dep_ in ("obl", "nmod") and not set(case.split()) & _effects("noun at").keys():
        return NOTHING  # "marched for the release", "opposition to the execution"
    if noun.dep_ in ("conj", "appos", "nmod:poss"):
        return _noun(tree, parent, depth + 1) if parent.pos_ in ("NOUN", "PROPN") else REPORTED
    if parent.pos_ in ("VERB", "AUX", "ADJ"):
        if noun.dep_ in ("obj", "obl", "nsubj", "nsubj:pass", "obl:unmarked"):
            return _verb(tree, parent, True, depth + 1)
        return NOTHING
    if noun.dep_ == "nmod" and parent.pos_ in ("NOUN", "PROPN"):
        return REPORTED if effect == "factual" else _noun(tree, parent, depth + 1)
    return NOTHING


def _prospect(tree: Tree, cue: Token, kind: str) -> Verdict:
    return Verdict(False, Prospect(kind, span(tree.doc, cue.i, cue.i + 1)), (cue.i, cue.i + 1))
