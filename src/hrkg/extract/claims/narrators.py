"""Whom "she", "it", "the network" and "his lawyer" stand for where they speak and no reference ties them.

Reported speech keeps its speaker: who spoke last in this paragraph or the one before goes on speaking, until
somebody else is named. Role nouns stand for the one person or body of whom the article says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from hrkg.extract.claims.cues import bases, speech
from hrkg.extract.clauses import Resolution
from hrkg.extract.reading import Placed, placed
from hrkg.model import Attribute, Document, Mention, Post, Span, TextSentence

_GENDERS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
_DEFINITE = frozenset({"the", "his", "her", "its", "their", "'s", "’s", "’", "'"})
_ONE = frozenset({"he", "she"})


@dataclass(frozen=True, slots=True)
class _Told:
    """Somebody who was the subject of a sentence."""

    span: Span
    kind: str
    speaks: bool
    paragraph: int
    sentence: int


class Narrators:
    """Speakers of a document by the token at which they stand; only those that references leave open."""

    def __init__(self, document: Document, resolution: Resolution, quoted: list[tuple[int, int]]) -> None:
        self.document = document
        self.resolution = resolution
        self.mentions = {m.span: m for m in document.of(Mention)}
        self._genders = self._known()
        self._called = self._roles()
        self._told: list[_Told] = []
        self.at: dict[int, Mention] = {}
        for number, sentence in enumerate(document.sentences):
            if not sentence.heading:
                self._pass(sentence, number, quoted)

    def _pass(self, sentence: TextSentence, number: int, quoted: list[tuple[int, int]]) -> None:
        on = {i: p for p in reversed(placed(self.document, sentence)) for i in range(p.start, p.end)}
        for token in self.document.doc[sentence.start : sentence.end]:
            if token.dep_ not in _SUBJECTS or any(a <= token.i < b for a, b in quoted):
                continue
            speaks = speech(token.head)
            found = self._named(token, on)
            if found is None and speaks:
                found = self._open(token, on.get(token.i), sentence, number)
                if found is not None:
                    self.at[token.i] = self.mentions[found]
            if found is not None:
                kind = self.mentions[found].kind
                self._told.append(_Told(found, kind, speaks, sentence.paragraph, number))

    def _named(self, token: Token, on: Mapping[int, Placed]) -> Span | None:
        """The first mention that a subject, or the name beside it, is known to stand for."""
        near = [token, *(c for c in token.children if c.dep_ in ("appos", "flat", "nmod:desc"))]
        for t in near:
            p = on.get(t.i)
            if (
                p is not None
                and p.mention.kind != "place"
                and (known := self.resolution.targets(p.mention.span))
            ):
                return known[0]
        return None

    def _open(self, token: Token, p: Placed | None, sentence: TextSentence, number: int) -> Span | None:
        word = token.lower_
        if word in _ONE:
            return self._last("person", sentence.paragraph, number, _GENDERS[word])
        if word == "it":
            return self._last("organization", sentence.paragraph, number)
        if word == "they":
            return self._last("group", sentence.paragraph, number)
        if token.pos_ != "NOUN" or not any(
            c.lower_ in _DEFINITE or c.dep_ == "nmod:poss" for c in token.children
        ):
            return None
        if p is not None and p.mention.kind == "organization":
            return self._body(token, sentence.paragraph, number)
        if p is None or p.mention.kind == "person":
            return self._role(token)
        return None

    def _last(self, kind: str, paragraph: int, number: int, gender: str = "") -> Span | None:
        """The last of a kind that was a subject near by; of groups, the last that spoke."""
        near = [
            t for t in self._told if t.kind == kind and t.paragraph >= paragraph - 1 and t.sentence != number
        ]
        near = [t for t in near if not gender or self._genders.get(t.span, gender) == gender]
        near = [t for t in near if t.speaks or kind != "group"]
        return near[-1].span if near else None

    def _body(self, token: Token, paragraph: int, number: int) -> Span | None:
        """The organization whose name has the noun ("the network"), else the one that spoke last."""
        named = [
            m
            for m in self.mentions.values()
            if m.kind == "organization"
            and m.form == "name"
            and m.span.begin < token.idx
            and token.lower_ in m.name.lower().split()
        ]
        if named:
            return max(named, key=lambda m: m.span.begin).span
        return self._last("organization", paragraph, number)

    def _role(self, token: Token) -> Span | None:
        """The one person of whom the article says what the noun says; the nearest before it if there are several."""
        found = {s for base in bases(token) for s in self._called.get(base, ())}
        before = [s for s in found if s.begin < token.idx]
        names = {self.mentions[s].name for s in found}
        if len(names) == 1:
            return min(found)
        return max(before) if before else None

    def _known(self) -> Mapping[Span, str]:
        """Gender of those for whom a resolved "he" or "she" stands."""
        text = self.document.text
        found: dict[Span, str] = {}
        for m in self.mentions.values():
            gender = _GENDERS.get(m.span.of(text).lower())
            if gender:
                for target in self.resolution.targets(m.span):
                    for span in (
                        o.span for o in self.mentions.values() if o.name == self.mentions[target].name
                    ):
                        found.setdefault(span, gender)
        return found

    def _roles(self) -> Mapping[str, list[Span]]:
        """Last words of occupations and posts → mentions of those who have them."""
        found: dict[str, list[Span]] = {}
        for a in self.document.of(Attribute):
            if a.predicate == "occupation":
                self._call(found, a.subject, a.value)
        for post in self.document.of(Post):
            self._call(found, post.holder, post.title)
        return found

    def _call(self, found: dict[str, list[Span]], at: Span, words: str) -> None:
        for target in self.resolution.targets(at):
            if self.mentions[target].kind == "person":
                for word in words.lower().split():
                    found.setdefault(word, []).append(target)
