"""Who speaks: the subject of a verb of speech, before it, after it, or behind "according to"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from hrkg import lexicons
from hrkg.extract.clauses import Resolution
from hrkg.extract.noun_phrases import APOSTROPHES, bounds, stops
from hrkg.extract.reading import Phrase, Placed, phrases, placed, usable
from hrkg.model import Document, Mention, Span, TextSentence

_KINDS = frozenset({"person", "organization", "group"})
_WINDOW = 40
"""Tokens that appositions and relative clauses between a speaker and the verb may take."""
_SUBJECTS = frozenset(["he", "she", "it", "they", "we", "i"])


@cache
def senses() -> Mapping[str, tuple[Mapping[str, str], ...]]:
    """Every word of speech with all its rows of `speech-verbs.tsv`."""
    found: dict[str, list[Mapping[str, str]]] = {}
    for row in lexicons.rows("speech-verbs"):
        found.setdefault(row["word"], []).append(row)
    return {word: tuple(rows) for word, rows in found.items()}


@cache
def _titles() -> frozenset[str]:
    return frozenset(w for title in lexicons.words("post-titles") for w in title.split(" "))


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of speech, `doc[start:end]`, and what its rows allow."""

    start: int
    end: int
    rows: tuple[Mapping[str, str], ...]

    def row(self, *frames: str) -> Mapping[str, str] | None:
        """Its row of the first of these frames that it has."""
        return next((row for frame in frames for row in self.rows if row["frame"] == frame), None)


class Line:
    """One sentence read for speakers: the mentions on its tokens and its verbs of speech."""

    def __init__(
        self,
        document: Document,
        sentence: TextSentence,
        allowed: frozenset[Span],
        others: Mapping[int, Mention] | None = None,
        resolution: Resolution | None = None,
    ) -> None:
        self.doc, self.sentence, self.text = document.doc, sentence, document.text
        self.start, self.end = sentence.start, sentence.end
        self.placed = [p for p in placed(document, sentence) if p.mention.kind in _KINDS and self._subject(p)]
        self.allowed = allowed
        self.others = others or {}
        self._resolution = resolution
        self.starting: dict[int, Placed] = {}
        self.ending: dict[int, Placed] = {}
        for p in self.placed:
            self.starting.setdefault(p.start, p)
            if p.end not in self.ending or p.start < self.ending[p.end].start:
                self.ending[p.end] = p

    def _subject(self, p: Placed) -> bool:
        """Whether a mention may be a subject: not "his", "its" or "them"."""
        return p.mention.form != "pronoun" or self.doc[p.start].lower_ in _SUBJECTS

    def word(self, i: int) -> str:
        """The lower-case word at a token, empty outside the sentence."""
        return self.doc[i].lower_ if self.start <= i < self.end else ""

    def verbs(self, start: int, end: int) -> Iterator[Verb]:
        """The verbs of speech in `doc[start:end]` that report speech as done: not denied, not planned, not passive."""
        inside = {i for p in self.placed if p.mention.form == "name" for i in range(p.start, p.end)}
        for found in phrases(self.doc, start, end, "speech-verbs"):
            if found.start not in inside and self._real(found):
                yield Verb(found.start, found.end, senses()[found.row["word"]])

    def _real(self, found: Phrase) -> bool:
        i = found.start
        steps = 0
        while steps < 4 and (self.word(i - 1) in bounds("helper") or self.word(i - 1).endswith("ly")):
            i, steps = i - 1, steps + 1
        before = self.word(i - 1)
        if (
            before in bounds("negation")
            or before in bounds("unreal")
            or self.word(i - 2) in bounds("negation")
        ):
            return False
        passive = before in {"is", "are", "was", "were", "be", "been", "being", "'s", "’s", "get", "got"}
        if passive and not found.row["word"].startswith(("is ", "are ")):
            return False
        return before not in {
            "a",
            "an",
            "the",
            "his",
            "her",
            "its",
            "their",
            "this",
            "that",
            "no",
            "of",
            "any",
            "such",
        }

    def usable(self, p: Placed | None) -> Placed | None:
        """The mention, or the one that it stands for where it speaks, if a record may point at it."""
        if p is None or p.mention.span in self.allowed:
            return p
        other = next((self.others[i] for i in range(p.start, p.end) if i in self.others), None)
        return Placed(other, p.start, p.end) if other else None

    def token(self, i: int) -> Mention | None:
        """The mention that a token belongs to, or for whom it speaks."""
        return self.others.get(i) or next((p.mention for p in self.placed if p.start <= i < p.end), None)

    def roots(self, mention: Mention) -> frozenset[Span]:
        """One span for each thing that a mention stands for."""
        if self._resolution is None:
            return frozenset()
        return frozenset(self._resolution.root(t) for t in self._resolution.targets(mention.span))

    def before(self, verb: int, low: int) -> Placed | None:
        """The subject that stands before the verb at a token, not left of token `low`."""
        i = verb
        while i > low and (
            self.word(i - 1) in bounds("helper") or self.word(i - 1).endswith("ly") or self._time(i)
        ):
            i = self._time(i) or i - 1
        if self.word(i - 1) in ("who", "which", "that") and i - 1 > low:
            i -= 1 + (self.word(i - 2) == ",")
            return self._head(i, low)
        if self.word(i - 1) in (",", ")", "—", "–") and i - 1 > low:
            return self._over(i, low)
        return self._head(i, low)

    def _time(self, i: int) -> int | None:
        """Where "on Tuesday" or "Tuesday" begins that ends right before token `i`."""
        if self.word(i - 1) in bounds("day"):
            return i - 2 if self.word(i - 2) == "on" else i - 1
        return None

    def _head(self, i: int, low: int) -> Placed | None:
        """The head of the noun phrase that ends right before token `i`."""
        found = self.ending.get(i)
        k = i
        if found is None:
            k = i - 1
            while k > low and i - k < 9 and self.ending.get(k) is None:
                if not (self.doc[k].is_alpha or self.word(k) in ("-", "'s", "’s")) or self.word(k) in bounds(
                    "auxiliary"
                ):
                    return None
                if self.word(k) in bounds("conjunction") | bounds("pronoun"):
                    return None
                k -= 1
            found = self.ending.get(k)
            if found is None or self.word(found.end) not in bounds("preposition"):
                return None
        for _ in range(3):
            governor = self._governor(found.start, low)
            if governor is None:
                return None if self._possessive(found) or found.start < low else found
            outer = self._left_of(governor, low)
            if outer is None:
                return None
            found = outer
        return None

    def _left_of(self, preposition: int, low: int) -> Placed | None:
        found = self.ending.get(preposition)
        if found is not None or preposition <= low:
            return found
        k = preposition - 1
        while k > low and preposition - k < 5 and self.doc[k].is_alpha and self.word(k) not in stops():
            if self.ending.get(k):
                return None
            k -= 1
        return None

    def _governor(self, i: int, low: int) -> int | None:
        """The preposition that governs the noun phrase beginning at token `i`."""
        k = i - 1
        while k >= low and i - k < 5:
            word = self.word(k)
            if word in bounds("preposition"):
                return k
            if not (self.doc[k].is_alpha and (word in bounds("determiner") or word not in stops())):
                return None
            if self.ending.get(k + 1) or any(p.start <= k < p.end for p in self.placed):
                return None
            k -= 1
        return None

    def _possessive(self, p: Placed) -> bool:
        return self.word(p.end) in APOSTROPHES or (
            p.end - p.start > 1 and self.word(p.end - 1) in APOSTROPHES
        )

    def _over(self, i: int, low: int) -> Placed | None:
        """The subject before a comma that closes an apposition or a relative clause."""
        last = self.ending.get(i - 1)
        if last and self.word(i - 1) == "," and last.mention.form == "name" and last.mention.kind == "person":
            k = last.start
            while k > low and (
                self.word(k - 1) in _titles() or self.doc[k - 1].text in ("Mr.", "Ms.", "Dr.", "Mrs.")
            ):
                k -= 1
            if self.word(k - 1) == "," or k == low:
                return last
        opening = {")": "(", "—": "—", "–": "–"}.get(self.word(i - 1), ",")
        k = i - 2
        while k > low and i - k < _WINDOW:
            if self.word(k) == opening:
                found = self.ending.get(k)
                if found and found.mention.kind in _KINDS and not self._possessive(found):
                    head = self._head(k, low)
                    if head:
                        return head
                elif opening != ",":
                    return self._head(k, low)
            k -= 1
        if last and self.word(i - 1) == "," and last.start == low and last.mention.form == "name":
            return last
        return None

    def after(self, i: int, stop: int) -> Placed | None:
        """The subject that stands after the verb ending before token `i` (", said Ana Soler, a lawyer")."""
        k = i
        while k < min(stop, i + 16):
            found = self.starting.get(k)
            if found:
                if not self._possessive(found):
                    named = self.starting.get(found.end + (self.word(found.end) == ","))
                    if found.mention.form != "name" and named and named.mention.form == "name":
                        return named if named.mention.kind == "person" else found
                    follows = self._introduces(found, stop)
                    return follows or found
                k = found.end
                continue
            word = self.word(k)
            if (
                word in bounds("preposition") - {"for", "of", "at"}
                or word in bounds("auxiliary")
                or word in (".", ";", '"', "“")
            ):
                return None
            if word in bounds("preposition"):
                k = self._skip(k + 1)
                continue
            if word in bounds("pronoun"):
                return None
            k += 1
        return None

    def _introduces(self, found: Placed, stop: int) -> Placed | None:
        """The person whom "Justice Ministry spokesman" introduces, where the first mention is the ministry."""
        if found.mention.kind == "person":
            return None
        k = found.end
        while k < min(stop, found.end + 6) and (self.doc[k].is_alpha or self.word(k) in ("-", ",")):
            person = self.starting.get(k)
            if person and person.mention.kind == "person" and person.mention.form == "name":
                return person
            if self.word(k) in stops():
                return None
            k += 1
        return None

    def _skip(self, k: int) -> int:
        """The token after the noun phrase of a preposition."""
        while self.word(k) in bounds("determiner"):
            k += 1
        found = self.starting.get(k)
        return found.end if found else k + 1


def lines(
    document: Document, resolution: Resolution | None = None, others: Mapping[int, Mention] | None = None
) -> list[Line]:
    """Every sentence of the content read for speakers; `others` are those that no reference ties, by their tokens."""
    allowed: frozenset[Span] = usable(document)
    return [Line(document, sentence, allowed, others, resolution) for sentence in document.sentences]
