"""Penalties that a noun tells: "his four-year sentence", "serving a life term", "the fifth year of a ten-year term"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from hrkg import lexicons
from hrkg.extract.accused import owners, people, subject, tied
from hrkg.extract.clauses import Clauses
from hrkg.extract.inflections import verb as verb_of
from hrkg.extract.penalties import Term, terms
from hrkg.extract.reading import Placed
from hrkg.extract.sentences.sharing import sentences
from hrkg.extract.syntax import Tree, judge
from hrkg.model import Sentence

_NOUNS = frozenset({"sentence", "sentences", "term", "terms", "punishment", "penalty"})
_PARTS = frozenset(
    {"year", "years", "month", "months", "rest", "remainder", "part", "half", "end", "appeal", "total"}
)
_UNREAL = frozenset(
    (
        "possible",
        "potential",
        "maximum",
        "minimum",
        "likely",
        "longest",
        "mandatory",
        "heavier",
        "longer",
        "lighter",
    )
)
_HIGHEST = 4


def penalties(tree: Tree, clauses: Clauses) -> Iterator[Sentence]:
    """The penalties of one sentence that belong to a noun."""
    for term in terms(tree.doc, tree.sentence.start, tree.sentence.end):
        noun = _noun(tree, term)
        if noun is None or any(c.lower_ in _UNREAL for c in noun.children):
            continue
        whose, cue = _whose(tree, noun, 0)
        if len(whose) > 1 and any(t.lower_ == "respectively" for t in tree.tokens()):
            continue
        for member in whose:
            begin = member.start if member.mention.form == "pronoun" and member.start < cue else cue
            yield from sentences(clauses, member, term, min(begin, term.start))


def _noun(tree: Tree, term: Term) -> Token | None:
    """The noun of a penalty: "a two-year sentence", "a sentence of two years"."""
    doc: Doc = tree.doc
    inside = doc[term.start : term.end]
    if any(t.lower_ == "into" for t in inside):
        return None  # "four years into a sentence"
    last = term.end if term.end < tree.sentence.end else term.end - 1
    found: list[Token] = [t for t in (*inside, doc[last]) if t.lower_ in _NOUNS]
    if found:
        return found[0]
    before = term.start - 1
    if before - 1 >= tree.sentence.start and doc[before].lower_ == "of" and doc[before - 1].lower_ in _NOUNS:
        return next(iter(doc[before - 1 : before]))
    return None


def _whose(tree: Tree, noun: Token, depth: int) -> tuple[list[Placed], int]:
    """Whose penalty a noun is, and the token that tells so: the verb of serving, or the noun."""
    own = [m for c in tree.children(noun, "nmod:poss") for m in owners(tree, noun, c)]
    for case, t in tied(tree, noun):
        if not own and case in ("of", "against", "for", "on"):
            own = people(tree, t)
    if own or depth > _HIGHEST:
        return own, noun.i
    if tree.children(noun, "cop"):
        return subject(tree, noun) if depth or tree.case(noun) else [], noun.i
    parent = tree.parent(noun)
    if parent is None:
        return [], noun.i
    if parent.pos_ == "VERB" and noun.dep_ in ("obj", "obl:unmarked"):
        serving = verb_of(parent.lower_, lexicons.words("serving-verbs", "lemma"))
        told = serving and judge(tree, parent, stative=True).reported
        return subject(tree, parent) if told else [], parent.i
    if parent.lower_ in _PARTS and noun.dep_ in ("nmod", "obl"):
        return _whose(tree, parent, depth + 1)
    return [], noun.i


def suspended(tree: Tree) -> list[Placed]:
    """Whose term is told to have been suspended: "Soler's term was suspended for two years"."""
    for verb in tree.tokens():
        if verb_of(verb.lower_, frozenset({"suspend", "defer"})) and tree.passive(verb):
            noun = tree.object(verb)
            if noun is not None and noun.lower_ in _NOUNS and judge(tree, verb).reported:
                return [m for c in tree.children(noun, "nmod:poss") for m in owners(tree, noun, c)]
    return []
