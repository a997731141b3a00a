"""Whom a noun is said of in a dependency tree: "Judge Ana Soler", "Ana Soler, a judge", "She was a judge".

Shared by the extractors of occupations, posts, affiliations and ethnicities; no extractor itself. Labels are those of
Universal Dependencies 2.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Token

from hrkg import lexicons
from hrkg.extract import syntax
from hrkg.extract.clauses import Resolution, closed
from hrkg.extract.reading import Phrase, Placed, phrases, placed, span, usable
from hrkg.extract.syntax import Tree, lemmas
from hrkg.model import Document, Span

How = Literal["before", "after", "is", "stands"]
_TITLES = frozenset({"compound", "nmod:desc", "flat", "nmod", "amod"})
_NAMED = frozenset({"appos", "flat", "nmod:desc", "compound"})
_PHRASE = frozenset({"compound", "amod", "nmod:desc", "flat", "punct", "advmod"})
_JOINS = frozenset({"-", "–", "'", "’", "'s", "’s"})
_NAMING = frozenset({"named", "called", "identified", "known"})
_WORKING = frozenset({"work", "serve", "act", "practise", "practice"})
"""Verbs behind which "as a nurse" tells what their subject is."""
_CALLING = frozenset({"identify", "describe", "name", "know", "appoint", "elect", "hire", "employ"})
"""Verbs behind which it tells what their object is."""
_DEEP = 4
"""Nouns of one chain of appositions and coordinations that are followed."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """A noun phrase that a list knows, and the people whom it describes."""

    people: tuple[Span, ...]
    """Mentions of them, each to be taken as it stands."""
    phrase: Phrase
    head: Token
    """The token of the phrase that its modifiers and its body hang on."""
    how: How
    evidence: Span


class Portraits:
    """The descriptions of people in a document that has dependencies."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.resolution = Resolution(document)
        self.allowed = usable(document)

    def trees(self) -> Iterator[Tree]:
        """The tree of each sentence; none where the document was not parsed."""
        if syntax.parsed(self.document.doc):
            for sentence in self.document.sentences:
                yield Tree(self.document, sentence, placed(self.document, sentence), self.resolution)

    def of(self, tree: Tree, name: str) -> Iterator[Portrait]:
        """The people whom nouns of the word list `name` describe in one sentence."""
        for phrase in phrases(tree.doc, tree.sentence.start, tree.sentence.end, name):
            if found := self.portrait(tree, phrase):
                yield found

    def portrait(self, tree: Tree, phrase: Phrase) -> Portrait | None:
        """Whom one phrase describes, if anybody."""
        head = _head(tree, phrase)
        found = self.said(tree, head, phrase.row.get("number") == "plural")
        if found is None:
            return None
        people, how = found
        return Portrait(people, phrase, head, how, self._evidence(tree, people, phrase))

    def said(
        self, tree: Tree, noun: Token, plural: bool, depth: int = 0
    ) -> tuple[tuple[Span, ...], How] | None:
        """The people of whom a noun is said, if of anybody, and in which way."""
        if depth > _DEEP or any(
            c.lower_ in closed("negation") for c in tree.children(noun, "det", "advmod", "amod")
        ):
            return None
        if not plural and (listed := self._listed(tree, noun)):
            return listed, "after"
        found = self._titled(tree, noun, plural) or self._named(tree, noun, plural)
        if found:
            return found, "before"
        if any(c.lower_ in _indefinite() for c in tree.children(noun, "det", "amod")) and noun.dep_ not in (
            "appos",
            "root",
        ):
            return None
        parent = tree.parent(noun)
        if cop := tree.children(noun, "cop"):
            found = self._people(tree, tree.subject(noun), plural) if _told(tree, noun, cop[0]) else ()
            return (found, "is") if found else None
        if parent is None:
            return None
        if noun.dep_ == "appos" and noun.i > parent.i:
            found = self._described(tree, parent, noun, plural)
            return (found, "after") if found else self.said(tree, parent, plural, depth + 1)
        if noun.dep_ == "conj" and parent.pos_ in ("NOUN", "PROPN") and not tree.members(noun):
            if not _determined(tree, noun) and not tree.members(parent):
                return self.said(tree, parent, plural, depth + 1)
            return None
        if tree.case(noun) == "as" and noun.dep_ in ("obl", "advcl", "xcomp"):
            found = self._as(tree, parent, plural)
            return (found, "is") if found else None
        return self._stands(tree, noun)

    def _listed(self, tree: Tree, noun: Token) -> tuple[Span, ...]:
        """Who stands before in a list as "Ana Soler, a nurse, Ion Sava and his cousin": of them, not of the next."""
        article = next((c for c in tree.children(noun, "det") if c.lower_ in ("a", "an")), None)
        if article is None or article.i - 2 < tree.sentence.start or tree.doc[article.i - 1].text != ",":
            return ()
        if noun.i + 1 >= tree.sentence.end or tree.doc[noun.i + 1].text != ",":
            return ()
        before, after = (
            tree.at(tree.doc[article.i - 2]),
            tree.at(tree.doc[min(noun.i + 2, len(tree.doc) - 1)]),
        )
        named = [p for p in (before, after) if p and p.mention.kind == "person" and p.mention.form == "name"]
        return (named[0].mention.span,) if len(named) == 2 and named[0].mention.span in self.allowed else ()

    def _titled(self, tree: Tree, noun: Token, plural: bool) -> tuple[Span, ...]:
        """As in "Judge Ana Soler", "reporters Ana Soler and Bo Lind"."""
        name = tree.parent(noun)
        if name is None or noun.dep_ not in _TITLES or noun.i > name.i:
            return ()
        return self._people(tree, name, plural, names=True)

    def _named(self, tree: Tree, noun: Token, plural: bool) -> tuple[Span, ...]:
        """As in "the lawyer, Ana Soler", "a lawyer named Ana Soler"."""
        for child in tree.children(noun, *_NAMED):
            if child.i > noun.i and (found := self._people(tree, child, plural, names=True)):
                return found
        for verb in tree.children(noun, "acl", "acl:relcl"):
            if verb.lower_ in _NAMING:
                for child in tree.children(verb, "xcomp", "obj", "obl", "advcl", "appos"):
                    if found := self._people(tree, child, plural, names=True):
                        return found
        return ()

    def _described(self, tree: Tree, parent: Token, noun: Token, plural: bool) -> tuple[Span, ...]:
        """The people before an apposition: all of a list for a plural, who is named last for a singular."""
        if plural:
            while parent.dep_ == "conj" and (first := tree.parent(parent)) is not None:
                parent = first
            found = self._people(tree, parent, True)
            return found if len(found) > 1 else ()
        coordinated = [parent, *(c for c in tree.children(parent, "conj") if c.i < noun.i)]
        between = [t for t in tree.doc[parent.i + 1 : noun.i] if t.lower_ == "and"]
        return self._people(tree, coordinated[-1] if len(coordinated) > 1 or not between else None, False)

    def _as(self, tree: Tree, verb: Token, plural: bool) -> tuple[Span, ...]:
        """As in "works as a nurse", "identified him as a nurse"."""
        if verb.pos_ != "VERB" or any(c.lower_ in closed("negation") for c in tree.children(verb, "advmod")):
            return ()
        if _WORKING.intersection(lemmas(verb)):
            return self._people(tree, tree.subject(verb), plural)
        return self._people(tree, tree.object(verb), plural) if _CALLING.intersection(lemmas(verb)) else ()

    def _stands(self, tree: Tree, noun: Token) -> tuple[tuple[Span, ...], How] | None:
        """As in "the lawyer said", "both reporters were held", where the article tells who that is."""
        own = tree.at(noun)
        if own is None or own.mention.form != "nominal":
            return None
        people = self.resolution.targets(own.mention.span)
        if own.mention.kind == "person":
            return ((own.mention.span,), "stands") if len(people) == 1 else None
        named = len(people) > 1 and all(self.resolution.kind(p) == "person" for p in people)
        return (people, "stands") if named and own.mention.kind == "group" else None

    def _people(self, tree: Tree, token: Token | None, plural: bool, names: bool = False) -> tuple[Span, ...]:
        """Mentions of the people at a token, coordinated ones with a plural only."""
        if token is None:
            return ()
        found: list[Placed] = []
        for p in tree.members(token):
            if tree.kind(p) == "person" and (not names or p.mention.form == "name"):
                found.append(p)
            elif not found:
                return ()
        if not plural:
            found = [p for p in found if p.start <= token.i < p.end or len(found) == 1][:1]
        return tuple(p.mention.span for p in found if p.mention.span in self.allowed)

    def people(self, tree: Tree, token: Token | None) -> tuple[Span, ...]:
        """The people at a token: named there, or described by the noun there ("a reporter who works for")."""
        if token is None:
            return ()
        found = self._people(tree, token, True)
        if found:
            return found
        said = self.said(tree, token, token.tag_ == "NNS") if token.pos_ == "NOUN" else None
        return said[0] if said else ()

    def _evidence(self, tree: Tree, people: tuple[Span, ...], phrase: Phrase) -> Span:
        found = span(tree.doc, phrase.start, phrase.end)
        for one in people:
            if tree.sentence.span.covers(one):
                found = found.hull(one)
        return found


@cache
def _indefinite() -> frozenset[str]:
    """Determiners of nouns that are said of nobody in particular."""
    return frozenset({"any", "every", "each", "another", "no"})


@cache
def _plain() -> frozenset[str]:
    """Verbs of saying that neither deny nor blame."""
    return frozenset(r["word"] for r in lexicons.rows("speech-verbs") if r["stance"] == "report")


def _determined(tree: Tree, noun: Token) -> bool:
    """Whether a coordinated noun brings in somebody else ("the lawyer and his client")."""
    return any(c.lower_ not in ("a", "an") for c in tree.children(noun, "det", "nmod:poss", "nummod"))


def _head(tree: Tree, phrase: Phrase) -> Token:
    """The token of a phrase whose head lies outside, the last where several do."""
    tokens: list[Token] = list(tree.doc[phrase.start : phrase.end])
    tops = [t for t in tokens if not phrase.start <= t.head.i < phrase.end or t.head.i == t.i]
    return tops[-1] if tops else tokens[-1]


def _told(tree: Tree, noun: Token, copula: Token) -> bool:
    """Whether a clause says that somebody is something, without denying, asking, supposing or planning it."""
    auxiliary = tree.children(noun, "aux", "advmod", "mark")
    if any(
        t.tag_ == "MD" or t.lower_ in closed("negation") or t.lower_ in ("if", "whether") for t in auxiliary
    ):
        return False
    if copula.lower_ in ("be", "being") or tree.doc[tree.sentence.end - 1].text == "?":
        return False
    governor = tree.parent(noun)
    if noun.dep_ == "ccomp" and governor is not None:
        return any(form in _plain() for form in lemmas(governor))
    return True


def own_words(tree: Tree, portrait: Portrait) -> tuple[str, frozenset[str]]:
    """The nouns that narrow a listed phrase ("coca growers'"), in small letters, and all words of its phrase before it.

    Names of bodies and places are left out, and adjectives, which mostly say something else ("prominent").
    """
    first = portrait.phrase.start
    while first > tree.sentence.start:
        token = tree.doc[first - 1]
        inside = (
            portrait.phrase.start <= token.head.i < portrait.phrase.end
            or first <= token.head.i <= portrait.head.i
        )
        if not inside or token.dep_ not in _PHRASE or tree.members(token):
            break
        first -= 1
    start = portrait.phrase.start
    while start > first and (tree.doc[start - 1].dep_ == "compound" or tree.doc[start - 1].lower_ in _JOINS):
        if tree.doc[start - 2].text == "-" and start - 2 >= tree.sentence.start:
            break  # "second-year student"
        start -= 1
    while start < portrait.phrase.start and not tree.doc[start].is_alpha:
        start += 1
    text = tree.doc[start : portrait.phrase.start].text.lower() if start < portrait.phrase.start else ""
    return text, frozenset(t.lower_ for t in tree.doc[first : portrait.phrase.start])
