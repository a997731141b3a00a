"""Acts that lie ahead by their own words: auxiliaries, conditions, imperatives and looming penalties."""

from collections.abc import Iterator

from spacy.tokens import Token

from hrkg import lexicons
from hrkg.extract.clauses import closed
from hrkg.extract.prospects.acts import forms, joined, verbal
from hrkg.extract.prospects.asking import Found
from hrkg.extract.syntax import Tree

_OUGHT = frozenset({"should", "must", "ought"})
_WILL = frozenset({"will", "shall", "'ll", "’ll"})
_FACING = frozenset({"face", "risk", "get", "receive", "carry", "bring"})
_PHASES = frozenset({"open", "start", "begin", "resume", "continue", "face"})
_POSSIBLE = frozenset({"could", "may", "might", "can", "would"})


def coming(tree: Tree) -> Iterator[Found]:
    """Acts that no verb above governs."""
    if any(t.text == "?" for t in tree.doc[tree.sentence.end - 2 : tree.sentence.end]):
        return
    for verb in tree.tokens():
        if not verbal(verb) or _denied(tree, verb):
            continue
        auxiliaries = [a for a in tree.children(verb, "aux") if a.tag_ == "MD" or a.lower_ == "ought"]
        if penalty := _penalty(tree, verb):
            yield penalty
        elif cue := condition(tree, verb):
            yield Found(verb, "hypothetical", cue, typed=True)
        elif auxiliaries:
            yield from _modal(tree, verb, auxiliaries[0])
        elif _coming(tree, verb):
            yield Found(verb, "scheduled", tree.doc[verb.i - 1], tree.agent(verb), typed=True)
        elif verb.lemma_ in ("need", "have", "ought") and verb.tag_ in ("VBZ", "VBP"):
            yield from _needed(tree, verb)
        elif _imperative(tree, verb):
            for act in joined(tree, verb):
                yield Found(act, "urged", verb)


def condition(tree: Tree, verb: Token) -> Token | None:
    """The word that makes a clause a condition: "if", "unless", an inverted "should" or "were"."""
    for c in tree.children(verb, "mark", "advmod"):
        if c.lower_ in ("if", "unless"):
            return c
    subject = next(iter(tree.children(verb, "nsubj", "nsubj:pass")), None)
    for c in tree.children(verb, "aux", "aux:pass"):
        if subject is not None and c.i < subject.i and c.lower_ in ("should", "were", "had"):
            return c
    return None


def _denied(tree: Tree, verb: Token) -> bool:
    perfect = any(a.lower_ == "have" for a in tree.children(verb, "aux")) and condition(tree, verb) is None
    return perfect or any(
        c.lower_.replace("’", "'") in closed("negation")
        for c in tree.children(verb, "advmod", "aux", "cc:preconj")
    )


def _penalty(tree: Tree, verb: Token) -> Found | None:
    """A penalty that somebody faces: "could get up to ten years", "faces the death penalty"."""
    words = forms(verb)
    if not _FACING.intersection(words):
        return None
    possible = any(a.lower_ in _POSSIBLE for a in tree.children(verb, "aux"))
    if not possible and not {"face", "risk"}.intersection(words):
        return None
    for thing in tree.children(verb, "obj", "obl:unmarked", "obl"):
        modified = {c.lower_ for c in tree.children(thing, "compound", "amod")}
        unit = {"year", "month", "life", "imprisonment", "sentence", "prison", "jail"}.intersection(
            forms(thing)
        )
        if unit or modified & {"death", "jail", "prison", "life"}:
            return Found(thing, "conditional", verb, penalty=True)
    return None


def _modal(tree: Tree, verb: Token, auxiliary: Token) -> Iterator[Found]:
    word = auxiliary.lower_
    if word in _OUGHT:
        subject = tree.subject(verb)
        above = tree.parent(verb)
        if (
            verb.dep_ == "ccomp"
            and above is not None
            and not any(w in closed("speech") for w in forms(above))
        ):
            return  # "ruled that they must stay in prison"
        if subject is not None and (subject.lower_ in ("i", "we", "nobody", "what") or _none(tree, subject)):
            return
        for act in joined(tree, verb):
            yield Found(act, "urged", auxiliary, None, None if tree.passive(verb) else subject)
        return
    if word not in _WILL and word != "would":
        return
    parent = tree.parent(verb)
    said = parent is not None and verb.dep_ == "ccomp" and any(w in closed("speech") for w in forms(parent))
    kind = "promised" if said else "scheduled"
    if any(condition(tree, c) for c in tree.children(verb, "advcl")):
        kind = "conditional"
    elif word == "would" and not said:
        return
    for act in joined(tree, verb):
        yield Found(act, kind, auxiliary, tree.agent(act), typed=True)


def _none(tree: Tree, subject: Token) -> bool:
    return any(c.lower_ == "no" for c in tree.children(subject, "det"))


def _coming(tree: Tree, verb: Token) -> bool:
    """Whether it is said that an act comes: "is to", "is due to", "are set to"."""
    i = verb.i - 1
    while i > tree.sentence.start and (tree.doc[i].lower_ == "be" or tree.doc[i].pos_ == "ADV"):
        i -= 1
    if tree.doc[i].lower_ != "to":
        return False
    due = tree.doc[i - 1].lower_ in ("due", "set", "scheduled", "slated")
    return due or tree.doc[i - 1].lower_ in ("is", "are", "'s")


def _needed(tree: Tree, verb: Token) -> Iterator[Found]:
    subject = tree.subject(verb)
    if any(c.lower_ == "yet" for c in tree.children(verb, "advmod")) or (
        verb.lemma_ == "have" and subject is None
    ):
        return
    for c in tree.children(verb, "xcomp"):
        if any(m.lower_ == "to" for m in tree.children(c, "mark")):
            for act in joined(tree, c):
                yield Found(act, "urged", verb, None, None if tree.passive(act) else subject)


def _imperative(tree: Tree, verb: Token) -> bool:
    """A root in its base form without a subject: "Release X immediately"."""
    if (
        verb.dep_ != "root"
        or verb.tag_ not in ("VB", "VBP")
        or tree.children(verb, "nsubj", "aux", "expl", "cop")
    ):
        return False
    first = verb.left_edge if not tree.sentence.heading else verb
    return bool(tree.children(verb, "obj", "xcomp")) and verb.i - first.i <= 3


def hearings(tree: Tree) -> Iterator[Found]:
    """Hearings that are set, put off or awaited: the noun, and the word that says so."""
    nouns = lexicons.mapping("hearing-nouns", "word", "type")
    verbs = lexicons.mapping("hearing-verbs", "lemma", "needs")
    for noun in tree.tokens():
        if noun.pos_ != "NOUN" or _none(tree, noun) or not any(w in nouns for w in forms(noun)):
            continue
        if tree.case(noun) == "pending":
            yield Found(noun, "scheduled", noun, hearing=True)
            continue
        due = next((c for c in noun.children if c.lower_ == "due"), None)
        if due is not None and tree.children(noun, "nsubj"):
            yield Found(
                noun, "scheduled", due, hearing=True
            )  # "is due to stand trial", "trial" taken for the verb
            continue
        head = tree.parent(noun)
        if head is None or noun.dep_ not in ("nsubj", "nsubj:pass", "obj"):
            continue
        if "await" in forms(head) and not _now(tree, head):
            continue
        if _PHASES.intersection(forms(head)) and tree.past(head):
            continue
        needs = next((verbs[w] for w in forms(head) if w in verbs), None)
        if needs is not None and (needs == "" or noun.dep_.startswith(needs)):
            yield Found(noun, "scheduled", head, hearing=True)


def _now(tree: Tree, verb: Token) -> bool:
    """Whether a state is told as lasting: "is awaiting", "editors awaiting", not "while awaiting", "had awaited"."""
    if verb.tag_ in ("VBZ", "VBP") or verb.dep_ == "acl":
        return True
    return any(a.lower_ in ("is", "are", "'s", "remain", "remains") for a in tree.children(verb, "aux"))
