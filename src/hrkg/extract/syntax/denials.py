"""Words at an act that take it back: negations, inverted conditions, scare quotes."""

from spacy.tokens import Token

from hrkg.extract.clauses import closed
from hrkg.extract.syntax.tree import Tree

_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’"})


def denied(tree: Tree, token: Token) -> bool:
    """Whether the words at an act say that it did not happen, or that it is only called so.

    "summoned but not arrested", "nor was he freed", "had she been freed", "held that the charge was void", the
    so-called "disappearance", was "released".
    """
    doc, first, last = tree.doc, tree.sentence.start, tree.sentence.end - 1
    if first < token.i < last and doc[token.i - 1].text in _QUOTES and doc[token.i + 1].text in _QUOTES:
        return True
    if token.pos_ in ("VERB", "AUX"):
        return negated(tree, token) or inverted(tree, token) or _holds_that(tree, token)
    before = [t.lower_ for t in doc[max(first, token.i - 5) : token.i]]
    return {"so", "called"} <= set(before) or "so-called" in before


def negated(tree: Tree, verb: Token) -> bool:
    """Whether a verb or its subject is negated: "nor was X freed", "not one of them was acquitted"."""
    negations = closed("negation") | {"nor", "neither", "none", "nobody"}
    if any(c.lower_ in negations for c in tree.children(verb, "advmod", "cc", "cc:preconj")):
        return True
    subject = next(iter(tree.children(verb, "nsubj", "nsubj:pass")), None)
    if subject is None:
        return False
    left = tree.children(subject, "det", "cc:preconj", "advmod", "cc")
    return subject.lower_ in negations or any(c.lower_ in negations | {"no"} for c in left if c.i < subject.i)


def inverted(tree: Tree, verb: Token) -> bool:
    """A condition without "if": "Had X been released, ..."."""
    subject = next(iter(tree.children(verb, "nsubj", "nsubj:pass")), None)
    helpers = tree.children(verb, "aux", "aux:pass", "cop")
    return subject is not None and any(
        h.lower_ in ("had", "were", "should") and h.i < subject.i and verb.dep_ != "root" for h in helpers
    )


def _holds_that(tree: Tree, verb: Token) -> bool:
    """A court "held that", "found that": a verb of opinion."""
    clause = any(
        c.dep_ == "ccomp" and any(m.lower_ == "that" for m in tree.children(c, "mark")) for c in verb.children
    )
    return clause and not tree.passive(verb) and verb.lower_ not in closed("speech")
