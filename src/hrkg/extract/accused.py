"""Whom a noun of accusation, trial or punishment concerns: "her trial", "charges against Soler", "faces a sentence"."""

from collections.abc import Iterator

from spacy.tokens import Token

from hrkg import lexicons
from hrkg.extract import predicates
from hrkg.extract.clauses import Clauses
from hrkg.extract.inflections import verb as verb_of
from hrkg.extract.reading import Placed
from hrkg.extract.syntax import Tree

_HIGHEST = 4
"""Nouns above that are asked, at most."""


def people(tree: Tree, token: Token | None) -> list[Placed]:
    """The people and unnamed groups among the mentions of a nominal, of what it explains or is a part of."""
    if token is None:
        return []
    found = [m for m in _coordinated(tree, token) if tree.kind(m) in ("person", "group")]
    if not found and token.dep_ in ("appos", "flat") and token.head.i < token.i:
        return people(tree, tree.parent(token))  # "Soler, a teacher who was tried"
    if not found and (token.pos_ in ("NUM", "DET", "PRON") or token.lower_ == "one"):
        # "two of her friends, Soler and Sava": the names alone, since two of a group are not the group
        parts = [t for case, t in tree.obliques(token) if case == "of"]
        named = [m for t in parts for c in tree.children(t, "appos") for m in people(tree, c)]
        return [m for m in named if m.mention.form == "name"]
    return found


def _coordinated(tree: Tree, token: Token) -> list[Placed]:
    """The mentions of a nominal, of a name right behind it, and those coordinated with a name of theirs."""
    found = tree.members(token)
    if not found and tree.doc[token.i].pos_ == "NOUN" and token.i + 1 < tree.sentence.end:
        found = [m for m in tree.members(tree.doc[token.i + 1]) if m.mention.form == "name"]
    others = [
        o
        for m in found
        if m.mention.form == "name"
        for i in range(m.start, m.end)
        for c in tree.children(tree.doc[i], "conj")
        for o in tree.members(c)
    ]
    return list(dict.fromkeys([*found, *others]))


def subject(tree: Tree, verb: Token) -> list[Placed]:
    """The people who are a verb's subject."""
    return _before(verb, tree.subject(verb), tree)


def _before(verb: Token, token: Token | None, tree: Tree) -> list[Placed]:
    """Of "Soler, who was tried, and Sava", a clause before "and" tells of the first alone."""
    found = people(tree, token)
    return [m for m in found if m.start < verb.i] if token is not None and token.i < verb.i else found


def patient(tree: Tree, clauses: Clauses, verb: Token) -> list[Placed]:
    """Whom the act of a verb befalls; a transitive verb without an object is a participle whose tag slipped."""
    indirect = [] if tree.passive(verb) else tree.children(verb, "iobj")
    found = _before(verb, indirect[0] if indirect else tree.object(verb), tree)
    if not found and not tree.children(verb, "obj", "iobj", "nsubj:pass"):
        found = subject(tree, verb)
    first = _continued(tree, verb) if not found else None
    if first is not None:
        found = _before(first, tree.object(first), tree) or subject(tree, verb)
    if found or tree.children(verb, "nsubj:pass"):
        return found
    named = clauses.actor(verb.i - 2) if verb.tag_ == "VBN" and clauses.word(verb.i - 1) == "," else None
    if named and named.mention.form == "name" and named.mention.kind == "person":
        return [named]  # "Soler, convicted of libel"
    read = predicates.read(clauses, verb.i, verb.i + 1, "past", stative=True)
    members = read.patient.members if read and read.patient and read.verdict.reported else ()
    return [m for m in members if tree.kind(m) in ("person", "group")]


def _continued(tree: Tree, verb: Token) -> Token | None:
    """The passive that a participle continues: "was found guilty, and given six years"."""
    parent = tree.parent(verb)
    if verb.dep_ != "conj" or parent is None or tree.children(verb, "nsubj", "aux", "iobj"):
        return None
    first = tree.parent(parent) if parent.lower_ == "guilty" else parent
    return first if first is not None and tree.passive(first) else None


def facing(verb: Token) -> bool:
    """Whether a verb's subject is the accused where its object is a charge, trial or sentence."""
    return verb_of(verb.lower_, lexicons.words("accused-verbs", "lemma")) is not None


def tied(tree: Tree, token: Token) -> Iterator[tuple[str, Token]]:
    """Prepositions and nominals that depend on a token; a title may carry the preposition of the name behind it."""
    for case, t in tree.obliques(token):
        titles = tree.children(t, "nmod:desc", "compound")
        yield case or next((c for title in titles if (c := tree.case(title))), ""), t


def concerned(tree: Tree, noun: Token, *, of: bool = True, depth: int = 0) -> tuple[list[Placed], Token]:
    """Whom a noun concerns, and the word that tells it: the noun itself or the verb above.

    Args:
        tree: The sentence.
        noun: Its token.
        of: Whether "of" names the person ("the trial of Soler"), not the offence ("charges of libel").
        depth: Nouns already asked.
    """
    own = [m for c in tree.children(noun, "nmod:poss") for m in owners(tree, noun, c)]
    cases = ("of", "against", "for") if of else ("against",)
    for case, t in tied(tree, noun):
        if not own and case in cases:
            own = people(tree, t)
    if own:
        return own, noun
    if tree.children(noun, "cop"):
        return people(tree, tree.subject(noun)), noun
    parent = tree.parent(noun)
    if parent is None or depth > _HIGHEST:
        return [], noun
    if parent.pos_ in ("VERB", "AUX", "ADJ"):
        return _of_verb(tree, noun, parent), parent
    if noun.dep_ in ("nmod", "obl", "appos", "conj", "acl", "advcl") or parent.pos_ in ("NOUN", "PROPN"):
        if noun.dep_ == "nmod" and (found := people(tree, parent)):
            return found, parent
        return concerned(tree, parent, depth=depth + 1)
    return [], noun


def owners(tree: Tree, noun: Token, owner: Token) -> list[Placed]:
    """Whose something is: "her trial", "Soler, whose trial opened"."""
    if owner.lower_ != "whose":
        return people(tree, owner)
    above = next((a for a in (noun, *noun.ancestors) if a.dep_ == "acl:relcl"), None)
    found = _before(owner, tree.parent(above), tree) if above is not None else []
    last = owner.i - 1 - (tree.doc[owner.i - 1].text == ",")
    if found or last < tree.sentence.start:
        return found
    token = tree.doc[last]
    while token.dep_ in ("flat", "conj", "punct") and tree.parent(token) is not None:
        token = token.head
    return people(tree, token)


def _of_verb(tree: Tree, noun: Token, verb: Token) -> list[Placed]:
    against = [m for case, t in tree.obliques(verb) if case == "against" for m in people(tree, t)]
    if noun.dep_ in ("nsubj", "nsubj:pass"):
        return against
    if noun.dep_ in ("obj", "xcomp"):
        return subject(tree, verb) if facing(verb) else against
    if tree.passive(verb):
        return people(tree, tree.object(verb))
    return people(tree, tree.object(verb)) or subject(tree, verb)
