"""The mentions of one article, what each was linked to so far, and where they stand."""

import bisect
import unicodedata
from collections.abc import Iterable
from typing import Any

from hrkg.model import Document, Mention, Reference, Span

_MARKS = frozenset('"“”')


def folded(name: str) -> tuple[str, ...]:
    """The words of a name without accents, case, hyphens and a leading article."""
    text = unicodedata.normalize("NFKD", name.replace("’", "'"))
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    words = text.replace("-", " ").replace("'s", " ").replace(".", "").split()
    return tuple(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


class Chains:
    """The mentions of one article and what each was linked to."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.mentions = sorted(document.of(Mention), key=lambda m: (m.span.begin, -m.span.end))
        self.gender: dict[Span, str] = {}
        """By the head of a person's chain: `female` or `male`, where words state it."""
        self.roles: dict[Span, set[str]] = {}
        """By the head of a chain: the nouns that the article calls it."""
        self.deeds: dict[Span, set[str]] = {}
        """By the head of a person's chain: the nouns that what they do would make them ("taught" → "teacher")."""
        self.told: dict[str, set[Span]] = {"custody": set(), "death": set()}
        """The heads of the chains that were taken into custody or died."""
        self.relatives: dict[tuple[Span, str], set[Span]] = {}
        """By the head of a person's chain and a noun: who is their "brother", "lawyer"."""
        self._to: dict[Span, Mention] = {}
        starts = [s.span.begin for s in document.sentences]
        self._sentence = {m.span: bisect.bisect_right(starts, m.span.begin) - 1 for m in self.mentions}
        self._in: dict[int, list[Mention]] = {}
        for m in self.mentions:
            self._in.setdefault(self._sentence[m.span], []).append(m)
        self._begins = [m.span.begin for m in self.mentions]
        self._quoted = _quotations(document)
        self._quoted_from = [q.begin for q in self._quoted]

    def tokens(self, m: Mention) -> Any:
        """The spaCy span of a mention."""
        return self.document.doc.char_span(m.span.begin, m.span.end, alignment_mode="expand")

    def sentence(self, m: Mention) -> int:
        """Number of the sentence that a mention stands in."""
        return self._sentence[m.span]

    def quotation(self, m: Mention) -> Span | None:
        """The quotation that a mention stands in."""
        return self.quoting(m.span)

    def quoting(self, span: Span) -> Span | None:
        """The quotation that covers a stretch of text."""
        at = bisect.bisect_right(self._quoted_from, span.begin) - 1
        return self._quoted[at] if at >= 0 and self._quoted[at].covers(span) else None

    def head(self, m: Mention) -> Mention:
        """The mention that stands for the whole chain."""
        while m.span in self._to:
            m = self._to[m.span]
        return m

    def linked(self, m: Mention) -> bool:
        """Whether a mention was linked to another."""
        return m.span in self._to

    def link(self, m: Mention, antecedent: Mention) -> None:
        """Put the chain of a mention under the head of another's chain."""
        a, b = self.head(m), self.head(antecedent)
        if a.span != b.span:
            self._to[a.span] = b

    def references(self) -> Iterable[Reference]:
        """One record for each linked mention."""
        for m in self.mentions:
            head = self.head(m)
            if head.span != m.span:
                yield Reference(m.span, head.span)

    def names(self, *kinds: str) -> list[Mention]:
        """Named mentions of some kinds."""
        return [m for m in self.mentions if m.form == "name" and m.kind in kinds]

    def heads(self, mentions: Iterable[Mention]) -> dict[Span, Mention]:
        """The heads of the chains that mentions belong to, each once, in order."""
        return {h.span: h for h in map(self.head, mentions)}

    def ends_name(self, offset: int) -> bool:
        """Whether a name, or the age behind one, ends right before an offset."""
        at = bisect.bisect_right(self._begins, offset) - 1
        return at >= 0 and not self.text[self.mentions[at].span.end : offset].strip(" ,()0123456789aged")

    def covered(self, token: Any) -> bool:
        """Whether a token stands in a name, or in a mention that was linked."""
        m = self.at(token)
        return m is not None and (m.form == "name" or self.linked(m))

    def at(self, token: Any) -> Mention | None:
        """The mention that a token stands in."""
        at = bisect.bisect_right(self._begins, token.idx) - 1
        return self.mentions[at] if at >= 0 and token.idx < self.mentions[at].span.end else None

    def before(self, m: Mention, sentences: int) -> list[Mention]:
        """Mentions before `m` in its own and so many earlier sentences, the nearest last."""
        at = self.sentence(m)
        near = (o for n in range(at - sentences, at + 1) for o in self._in.get(n, ()))
        return [o for o in near if o.span.begin < m.span.begin]

    def inside(self, sentence: int, m: Mention) -> list[Mention]:
        """Mentions of one sentence before `m`."""
        return [o for o in self._in.get(sentence, ()) if o.span.begin < m.span.begin]


def _quotations(document: Document) -> list[Span]:
    """Stretches between quotation marks; a paragraph's end closes one left open."""
    found: list[Span] = []
    begin, paragraph, last = -1, -1, 0
    for sentence in document.sentences:
        if sentence.paragraph != paragraph:
            if 0 <= begin < last:
                found.append(Span(begin, last))
            begin, paragraph = -1, sentence.paragraph
        for token in document.doc[sentence.start : sentence.end]:
            if token.text not in _MARKS:
                continue
            if begin < 0:
                begin = -1 if token.text == "”" else token.idx
            elif token.text != "“":
                found.append(Span(begin, token.idx + 1))
                begin = -1
        last = sentence.span.end
    if 0 <= begin < last:
        found.append(Span(begin, last))
    return found
