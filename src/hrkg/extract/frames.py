"""Match verbs and nouns of a tree against `data/lexicons/event-frames.tsv`.

A frame names a lemma, what must stand with it, the event type, and the roles of who acts and whom the act befalls.
Conditions, parted by ";", each with alternatives parted by "|":

| condition | holds if                                                                      |
|-----------|-------------------------------------------------------------------------------|
| `prt`     | a particle or adverb of these hangs on the verb ("picked up")                 |
| `pp`      | a preposition with these words or, as `@list`, a noun of a word list          |
| `obj`     | the logical object's head, or its last two words, is one of these             |
| `adj`     | one of these words hangs on the verb ("walked free", "found guilty")          |
| `adv`     | an adverb of these hangs on it                                                |
| `comp`    | a complement verb of these ("barred from leaving")                            |
| `person`  | the logical object is a person or a group of people                           |
| `org`     | the logical object is an organization                                         |
| `subj`    | the subject's head is one of these                                            |
| `governor` | the word that governs a noun is one of these; then the noun is taken for true |
| `passive` | the verb is passive                                                           |
| `neg`     | the verb is negated; without this condition a negated verb tells nothing      |

Source: the idea of frames with core elements is Fillmore's (FrameNet); the list is our own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from hrkg import lexicons
from hrkg.extract.clauses import closed
from hrkg.extract.syntax import Tree, lemmas

_LISTS = {
    "custody": "custody-places",
    "prison": "custody-places",
    "court": "court-words",
    "captor": "captors",
    "award": "award-words",
    "term": "penalty-units",
}
_POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "verb"}
_KINDS = {"person": ("person", "group"), "org": ("organization",)}


@dataclass(frozen=True, slots=True)
class Frame:
    """One line of the list."""

    type: str
    conditions: tuple[tuple[str, tuple[str, ...]], ...]
    subject: str
    object: str

    def has(self, condition: str) -> bool:
        """Whether the frame states a condition of this name."""
        return any(name == condition for name, _ in self.conditions)


@cache
def _frames() -> Mapping[tuple[str, str], Sequence[Frame]]:
    """(lemma, part of speech) → frames, those with most conditions first."""
    index: dict[tuple[str, str], list[Frame]] = {}
    for row in lexicons.rows("event-frames"):
        conditions = []
        for part in filter(None, row["with"].split("; ")):
            name, _, rest = part.partition(" ")
            conditions.append((name, tuple(rest.split("|")) if rest else ()))
        frame = Frame(row["type"], tuple(conditions), row["subject"], row["object"])
        index.setdefault((row["lemma"], row["pos"]), []).append(frame)
    return {key: sorted(found, key=_breadth) for key, found in index.items()}


def _breadth(frame: Frame) -> tuple[int, bool]:
    """Frames with more conditions come first, and of those the ones that name their words."""
    return -len(frame.conditions), any(o.startswith("@") for _, options in frame.conditions for o in options)


def match(tree: Tree, token: Token) -> Frame | None:
    """The most specific frame that a token's surroundings fulfil."""
    pos = _POS.get(token.pos_)
    if pos is None:
        return None
    keys = lemmas(token)
    if tree.children(token, "cop") and tree.case(token):
        pos, keys = "verb", ("be",)  # "is behind bars": in UD the noun heads the clause
    if pos == "noun":
        modifiers = [c.lower_ for c in tree.children(token, "compound", "amod")]
        keys = (*(f"{m} {k}" for m in modifiers[-1:] for k in keys), *keys)
    for key in dict.fromkeys(keys):
        for frame in _frames().get((key, pos), ()):
            if all(_holds(tree, token, name, options) for name, options in frame.conditions):
                return frame
    return None


def _holds(tree: Tree, token: Token, name: str, options: tuple[str, ...]) -> bool:
    match name:
        case "prt":
            return any(
                c.lower_ in options
                for c in tree.children(token, "compound:prt", "advmod", "obl", "xcomp", "case")
            )
        case "pp":
            if tree.children(token, "cop") and _prepositional(tree, tree.case(token), token, options):
                return True
            return any(_prepositional(tree, case, t, options) for case, t in tree.obliques(token))
        case "obj":
            found = tree.object(token)
            return found is not None and _is(tree, found, options)
        case "adj":
            near = tree.children(token, "xcomp", "advmod", "amod", "acl", "obj", "ccomp", "advcl", "obl")
            return any(c.lower_ in options for c in near)
        case "adv":
            return any(
                c.lower_ in options for c in tree.children(token, "advmod", "obl", "obl:unmarked", "obj")
            )
        case "comp":
            return any(
                o in lemmas(c) for c in tree.children(token, "xcomp", "advcl", "ccomp") for o in options
            )
        case "person" | "org":
            members = tree.members(tree.object(token))
            return any(tree.kind(m) in _KINDS[name] for m in members)
        case "subj":
            found = tree.subject(token)
            return found is not None and _is(tree, found, options)
        case "governor":
            parent = tree.parent(token)
            return parent is not None and any(o in lemmas(parent) for o in options)
        case "passive":
            return tree.passive(token)
        case "neg":
            return any(c.lower_ in closed("negation") for c in tree.children(token, "advmod", "aux"))
    return False


def _prepositional(tree: Tree, case: str, noun: Token, options: tuple[str, ...]) -> bool:
    for option in options:
        if option == case:
            return True
        start = f"{case} "
        if case and option.startswith(start) and _is(tree, noun, (option.removeprefix(start),)):
            return True
    return False


def _is(tree: Tree, noun: Token, options: tuple[str, ...]) -> bool:
    """Whether a nominal is one of some words, or of the words of a list."""
    heads = lemmas(noun)
    before = [c.lower_ for c in tree.children(noun, "compound", "amod") if c.i < noun.i]
    for option in options:
        if option.startswith("@"):
            words = lexicons.words(_LISTS[option[1:]])
            if any(h in words for h in heads) or any(b in words for b in before):
                return True
        elif option in heads or any(f"{b} {h}" == option for b in before for h in heads):
            return True
    return False
