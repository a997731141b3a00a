"""Who says "we" or "I" outside quotation marks: the body that issues a statement, the person who signs or writes.

A letterhead, a byline or a signature names them; an article without one leaves the words to nobody.
"""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from hrkg.extract.clauses import Resolution
from hrkg.extract.reading import placed
from hrkg.model import Document, Mention, Span, TextSentence

_ISSUING = frozenset(
    {"ngo", "movement", "igo", "research", "media", "religious", "education", "party", "other", None}
)
_EDGE = 4
"""Sentences at either end of a text that a letterhead or signature may take."""
_ALONE = 6
"""Words of a line that signs: a name, a post, a body."""


class Issuers:
    """The speakers of a text in the first person."""

    def __init__(self, document: Document, resolution: Resolution, quoted: list[tuple[int, int]]) -> None:
        self._document, self._resolution = document, resolution
        self._plural = self._singular = None
        self.at: dict[int, Mention] = {}
        we = list(self._subjects("we", quoted))
        one = [t for t in self._subjects("i", quoted) if t.text == "I"]
        if we:
            self._plural = self._undersigned(we) or self._body()
            self._tie(we, self._plural)
        if one:
            self._singular = self._author()
            self._tie(one, self._singular)

    @property
    def voice(self) -> Mention | None:
        """Who speaks where the text itself demands something."""
        return self._plural or self._singular

    def _tie(self, tokens: list[Token], issuer: Mention | None) -> None:
        if issuer is not None:
            self.at.update((t.i, issuer) for t in tokens)

    def _subjects(self, word: str, quoted: list[tuple[int, int]]) -> Iterator[Token]:
        for t in self._document.doc:
            if t.lower_ == word and t.dep_ == "nsubj" and not any(a <= t.i < b for a, b in quoted):
                yield t

    def _mentions(self, sentence: TextSentence, *kinds: str) -> list[Mention]:
        found = [p.mention for p in placed(self._document, sentence) if p.mention.kind in kinds]
        return [m for m in found if m.form == "name" or m.kind == "group"]

    def _undersigned(self, we: list[Token]) -> Mention | None:
        """As in "We, the 21 undersigned organizations"."""
        named = {t.i for w in we for c in w.children if c.dep_ == "appos" for t in c.subtree}
        begins = {self._document.doc[i].idx for i in named}
        found = [m for m in self._document.of(Mention) if m.kind in ("group", "organization")]
        return next((m for m in found if m.form != "pronoun" and m.span.begin in begins), None)

    def _body(self) -> Mention | None:
        """The body of the letterhead, else of the signature."""
        sentences = self._document.sentences
        for edge in (sentences[:_EDGE], sentences[-_EDGE:]):
            heads = [s for s in edge if (s.heading or self._alone(s)) and not self._addresses(s)]
            found = [m for s in heads for m in (*self._mentions(s, "organization"), *self._capitals(s))]
            found = [m for m in found if m.code in _ISSUING]
            if found:
                return max(found, key=lambda m: (self._weight(m), -m.span.begin))
        return None

    def _capitals(self, sentence: TextSentence) -> list[Mention]:
        """A body whose name a letterhead writes in other letters."""
        line = sentence.span.of(self._document.text).casefold()
        found = [m for m in self._document.of(Mention) if m.kind == "organization" and m.form == "name"]
        return [m for m in found if " " in m.name and m.name.casefold() in line]

    def _author(self) -> Mention | None:
        """The person of a byline or signature."""
        sentences = self._document.sentences
        for edge in (sentences[:_EDGE], sentences[-_EDGE:]):
            for s in edge:
                people = self._mentions(s, "person")
                words = s.span.of(self._document.text).split()
                lone = (
                    len(people) == 1 and len(words) <= len(people[0].span.of(self._document.text).split()) + 2
                )
                if people and (lone or words[0].lower() == "by" or words[:3] == ["My", "name", "is"]):
                    return people[0]
        return None

    def _addresses(self, sentence: TextSentence) -> bool:
        """A line that names whom a letter is for."""
        words = [t.lower_ for t in self._document.doc[sentence.start : sentence.end]]
        return words[:1] in (["to"], ["dear"]) or any(w == "letter" and n == "to" for w, n in pairwise(words))

    def _alone(self, sentence: TextSentence) -> bool:
        return len(sentence.span.of(self._document.text).split()) <= _ALONE or sentence.paragraph <= 1

    def _weight(self, mention: Mention) -> int:
        root: Span = self._resolution.root(mention.span)
        named = [m for m in self._document.of(Mention) if m.form == "name" and m.kind == mention.kind]
        return sum(
            1 for m in named for t in self._resolution.targets(m.span) if self._resolution.root(t) == root
        )
