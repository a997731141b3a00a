"""In which body a noun says that somebody is or works: "director of the League", "its editor", "a League researcher".

Reads dependencies; shared by posts and affiliations, no extractor itself.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from hrkg.extract.syntax import Tree
from hrkg.model import Document, Mention, Span

_LINKS = frozenset({"of", "at", "for", "with", "in", "from", "within", "on", "inside"})
_STATE = "government of"
_CHAIN = 4
"""Nouns between an office and its body that are followed: "head of the press service of the Prosecutor's Office"."""
_BACK = 2
"""Sentences in which the body that "its" means is sought."""
_ITS = frozenset({"its"})
_OWNERS = frozenset(
    {"media", "ngo", "party", "movement", "company", "education", "religious", "research", "igo"}
)
"""Kinds of bodies that "its" may mean where no parse or reference tells."""


@dataclass(frozen=True, slots=True)
class Body:
    """A mention of an organization and the token behind which it hangs on the noun (the noun itself, "desk")."""

    mention: Mention
    behind: Token


def body(tree: Tree, noun: Token, document: Document) -> Body | None:
    """The body of an office or occupation, if the sentence or what "its" stands for tells one."""
    for child in tree.children(noun, "nmod:poss"):
        found = _organization(tree, child) or _its(tree, child, document)
        return Body(found, noun) if found else None
    for child in tree.children(noun, "compound", "nmod:desc", "amod", "nmod:unmarked"):
        if child.i < noun.i:
            found = _organization(tree, child) or next(
                (o for c in tree.children(child, "compound", "nmod:poss") if (o := _organization(tree, c))),
                None,
            )
            if found and joinable(found, document.text):
                return Body(found, noun)
    return _complement(tree, noun, 0) or _beside(tree, noun)


def _complement(tree: Tree, noun: Token, depth: int) -> Body | None:
    """As in "of the League", "of the press service of the League"."""
    if depth > _CHAIN:
        return None
    for case, token in tree.obliques(noun):
        if token.i < noun.i or case.split(" ")[-1:] == [] or case.split(" ")[-1] not in _LINKS:
            continue
        if found := _organization(tree, token):
            return Body(found, noun)
        if not tree.members(token) and (deeper := _complement(tree, token, depth + 1)):
            return Body(deeper.mention, deeper.behind)
    return None


def _beside(tree: Tree, noun: Token) -> Body | None:
    """As in "Executive Director, the League": a body in apposition to an office, or behind the name."""
    for child in tree.children(noun, "appos"):
        if found := _organization(tree, child):
            return Body(found, noun)
    return None


def joinable(mention: Mention, text: str) -> bool:
    """Whether people may be told to belong to a body: a state's government only where it is called one."""
    return not mention.name.startswith(_STATE) or "government" in mention.span.of(text).lower()


def _organization(tree: Tree, token: Token) -> Mention | None:
    own = [p for p in tree.members(token) if tree.kind(p) == "organization"]
    return own[0].mention if own else None


def _its(tree: Tree, token: Token, document: Document) -> Mention | None:
    """The body that "its" means: the subject of its sentence or of one before, else the only one named there."""
    if token.lower_ not in _ITS or tree.members(token):
        return None
    number = document.sentences.index(tree.sentence)
    for back in range(number, max(-1, number - 1 - _BACK), -1):
        found = [m for m in _bodies(document, back) if m.span.end <= token.idx]
        acting = [m for m in found if _acts(document, m) and m.code != "court"]
        for some in (acting, [m for m in found if m.code in _OWNERS]):
            if len({m.name for m in some}) == 1:
                return some[0]
        if found:
            return None
    return None


def _acts(document: Document, mention: Mention) -> bool:
    """Whether a mention is the subject of a verb."""
    found = document.doc.char_span(mention.span.begin, mention.span.end, alignment_mode="expand")
    return found is not None and found.root.dep_.startswith("nsubj")


def _bodies(document: Document, number: int) -> list[Mention]:
    sentence = document.sentences[number]
    return [
        m
        for m in document.mentions
        if sentence.span.covers(m.span)
        and m.kind == "organization"
        and m.form == "name"
        and not m.name.startswith(_STATE)
    ]


def covering(tree: Tree, *spans: Span) -> Span:
    """The smallest span over some in one sentence."""
    found = spans[0]
    for one in spans[1:]:
        if tree.sentence.span.covers(one):
            found = found.hull(one)
    return found
