"""The words of one sentence with the mentions and dates on them, and what closed word classes tell of each token."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from hrkg import lexicons
from hrkg.extract.clauses.resolution import Resolution
from hrkg.extract.reading import Placed, placed, span, tokens
from hrkg.model import Document, Moment, Span, TextSentence

_ACTORS = frozenset({"person", "group", "organization"})


@cache
def closed(kind: str) -> frozenset[str]:
    """Words of one closed class of the list `function-words`, e.g. `be`, `modal` or `preposition`."""
    return frozenset(row["word"] for row in lexicons.rows("function-words") if row["class"] == kind)


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries and adverbs, `doc[start:end]`."""

    start: int
    end: int
    helpers: tuple[str, ...]
    """Auxiliaries, negations and adverbs before the verb, in lower case and in order."""

    def has(self, kind: str) -> bool:
        """Whether a helper belongs to a closed class."""
        return any(word in closed(kind) for word in self.helpers)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Coordinated mentions and the tokens `doc[start:end]` that they and their appositions take."""

    members: tuple[Placed, ...]
    start: int
    end: int


class Words:
    """One sentence, its words and the mentions on its tokens."""

    def __init__(self, document: Document, sentence: TextSentence, resolution: Resolution) -> None:
        self.document, self.sentence, self.resolution = document, sentence, resolution
        self.doc, self.start, self.end = document.doc, sentence.start, sentence.end
        self.words: Mapping[int, str] = {i: self._normal(i) for i in range(self.start, self.end)}
        self.at: dict[int, Placed] = {}
        self.pronouns: dict[int, Placed] = {}
        for found in placed(document, sentence):
            if found.mention.form == "pronoun" and found.end - found.start == 1:
                self.pronouns[found.start] = found
            if found.start not in self.at and found.end - 1 not in self.at:
                self.at.update(dict.fromkeys(range(found.start, found.end), found))
        self.moments: dict[int, Moment] = {}
        for moment in document.of(Moment):
            if sentence.span.covers(moment.span):
                first, last = tokens(self.doc, moment.span)
                self.moments.update(dict.fromkeys(range(first, last), moment))

    def _normal(self, i: int) -> str:
        """Lower case, straight apostrophes, and "is" for the "'s" that is one."""
        word: str = self.doc[i].lower_.replace("’", "'")
        contracted = word == "'s" and i > self.start and self.doc[i - 1].lower_ in closed("contraction")
        return "is" if contracted else word

    def word(self, i: int) -> str:
        """The lower-case word at a token, empty outside the sentence."""
        return self.words.get(i, "")

    def actor(self, i: int) -> Placed | None:
        """The person, group or organization on a token."""
        found = self.at.get(i)
        if not found or found.mention.kind not in _ACTORS:
            return None
        return None if found.mention.form == "pronoun" and self._possessive(i) else found

    def _possessive(self, i: int) -> bool:
        """Whether a pronoun only says whose: "his two co-accused"; "her" does before a plain word."""
        if self.word(i) != "her":
            return self.word(i) in closed("possessive")
        after = self.word(i + 1)
        ends = any(
            after in closed(k)
            for k in ("preposition", "conjunction", "adverb", "to", "relative", "subordinator")
        )
        return after.isalpha() and not ends and i + 1 not in self.moments

    def span(self, start: int, end: int) -> Span:
        """Characters of `doc[start:end]`."""
        return span(self.doc, start, end)

    def governed(self, i: int) -> bool:
        """Whether a preposition governs the noun phrase that begins at token `i`."""
        j = i - 1
        while j >= max(self.start, i - 5):
            if self.word(j) in closed("preposition"):
                return True
            if (
                self.actor(j)
                or j in self.moments
                or self.breaks(j)
                or self.word(j) in (",", "and", "or", "that", ")")
            ):
                return False
            j -= 1
        return False

    def breaks(self, i: int) -> bool:
        """Whether a token cannot stand inside a noun phrase: a verb form of a closed class, a bracket, a quote."""
        word = self.word(i)
        return (
            any(
                word in closed(kind)
                for kind in ("be", "have", "do", "modal", "speech", "subordinator", "relative")
            )
            or word in ';:—–()"“”…'
            or not word
        )

    def finite(self, i: int) -> bool:
        """Whether a finite verb of a closed class stands there: a form of be or have, a modal, a verb of speech."""
        word = self.word(i)
        return (
            word in closed("be")
            or word in closed("have")
            or word in closed("modal")
            or word in closed("speech")
        )

    def looks_past(self, j: int) -> bool:
        """Whether a lower-case word outside every mention has the form of a past tense or participle."""
        word = self.word(j)
        return (
            self.doc[j].text.islower()
            and (word.endswith("ed") or word in closed("past"))
            and not self.at.get(j)
        )

    def role(self, i: int) -> bool:
        """Whether a plain lower-case noun stands there, as in "lawyer Ana Soler"."""
        return (
            bool(self.word(i)) and self.doc[i].text.islower() and self.doc[i].is_alpha and not self.breaks(i)
        )

    def verb_group(self, verb: int) -> VerbGroup:
        """The auxiliaries and adverbs just before a verb."""
        i, helpers = verb - 1, []
        while i >= self.start:
            word = self.word(i)
            if i in self.moments and self.adverbial(i) is not None:
                i = self.adverbial(i) or i
                continue
            if self.actor(i) or not (
                any(
                    word in closed(kind) for kind in ("be", "have", "do", "modal", "negation", "adverb", "to")
                )
                or (word.endswith("ly") and len(word) > 4)
            ):
                break
            helpers.append(word)
            i -= 1
        start = i + 1
        while start < verb and self.word(start) in closed("adverb"):
            start += 1
        return VerbGroup(min(start, verb), verb + 1, tuple(reversed(helpers)))

    def adverbial(self, i: int) -> int | None:
        """The token before a date with its preposition that ends at token `i` and stands before a verb."""
        moment = self.moments[i]
        while i >= self.start and self.moments.get(i) is moment:
            i -= 1
        if self.word(i) in closed("preposition"):
            return i - 1
        return i if self.actor(i) or self.word(i) in closed("be") | closed("have") else None
