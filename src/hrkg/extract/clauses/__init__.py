"""Clauses without a parser: who stands before a verb and who after it, by windows, commas and closed word classes.

A `Clauses` is one sentence with its mentions on their tokens. Nothing here knows a trigger word; extractors ask it for
the verb group around a token, its subject, its object, and what a noun is said to be of.
"""

from hrkg.extract.clauses.coordination import Coordinations
from hrkg.extract.clauses.resolution import Resolution
from hrkg.extract.clauses.words import Phrase, VerbGroup, closed
from hrkg.extract.reading import Placed

__all__ = ["Clauses", "Phrase", "Resolution", "VerbGroup", "closed"]

_DASHES = frozenset({"—", "–"})
_APPOSITION = 30
"""Tokens that a comma-bound apposition or relative clause may have."""
_PHRASE = 14
"""Tokens that a noun phrase with its prepositional tail may have."""


class Clauses(Coordinations):
    """One sentence, its words and the mentions on its tokens."""

    def subject(self, before: int, depth: int = 0) -> Phrase | None:
        """The mentions that are the subject of a verb group beginning at token `before`."""
        i = before - 1
        while i in self.moments and self.adverbial(i) is not None:
            i = self.adverbial(i) or i
        if i < self.start or depth > 3:
            return None
        word = self.word(i)
        if word == ")":
            return self.subject(self._opening(i), depth + 1)
        if self.actor(i):
            return self._headed(i)
        if word in closed("relative"):
            return self._antecedent(i - 1 if self.word(i - 1) != "," else i - 2)
        if word == ",":
            return self._before_comma(i)
        if word in _DASHES:
            return self._before_dash(i, depth)
        if word in closed("conjunction"):
            return self._shared(i, depth)
        return self._headed(i)

    def _antecedent(self, j: int) -> Phrase | None:
        """Who a relative clause after token `j` speaks of: the mention there, or the one that "a teacher" explains."""
        if self.actor(j):
            return self.coordinated_left(j)
        for k in range(j, max(self.start, j - 8), -1):
            if self.finite(k) or self.word(k) in closed("preposition") or self.word(k) in ';:"“”':
                return None
            if self.word(k) == "," and self.word(k + 1) in closed("determiner"):
                # "Ana Soler, 34, a nurse who …": the age stands between the name and what explains it
                aged = self.word(k - 2) == "," and self.document.doc[k - 1].text.isdigit()
                last = self.actor(k - 3 if aged else k - 1)
                return Phrase((last,), last.start, last.end) if last else None
        return None

    def _opening(self, i: int) -> int:
        while i > self.start and self.word(i) != "(":
            i -= 1
        return i

    def _headed(self, i: int) -> Phrase | None:
        """The head of a noun phrase that ends at token `i`, left of its prepositional tail."""
        stop = max(self.start, i - _PHRASE)
        best: Placed | None = None
        j = i
        while j >= stop:
            found = self.actor(j)
            if found:
                if not self.governed(found.start) or (found.end == i + 1 and self._opens(found.start)):
                    best = found
                    break
                j = found.start - 1
                continue
            if self.breaks(j) or self.word(j) in (",", "and", "or", "that"):
                break
            j -= 1
        if best is None:
            return None
        if self.word(best.end) in ("'s", "'"):
            return None
        return self.coordinated_left(best.end - 1)

    def _opens(self, i: int) -> bool:
        """Whether "after", "before", "since" or "until" opens a clause with the noun phrase at token `i`."""
        j = i - 1
        while j > self.start and (self.word(j) in closed("determiner") or self.role(j)):
            if self.word(j) in closed("subordinator") or self.word(j) in closed("preposition"):
                break
            j -= 1
        word = self.word(j)
        return word in closed("subordinator") and word in closed("preposition") and word != "as"

    def _before_comma(self, i: int) -> Phrase | None:
        """The subject before a comma that closes an apposition or a relative clause."""
        found = self.actor(i - 1)
        if found and found.mention.form == "name" and not self.governed(found.start):
            phrase = self.coordinated_left(i - 1)
            if self.word(phrase.start - 1) in (",", "") or self.role(phrase.start - 1):
                return phrase
        j = i - 1
        while j > max(self.start, i - _APPOSITION):
            if self.word(j) in ';:"“”':
                return None
            if self.word(j) == "," and self.actor(j - 1) and not self._list_comma(j):
                if self.word(j + 1) in closed("relative") or not any(self.finite(k) for k in range(j + 1, i)):
                    return self.coordinated_left(j - 1)
                return None
            j -= 1
        return None

    def _before_dash(self, i: int, depth: int) -> Phrase | None:
        """The subject before a pair of dashes; names between them say who a group is."""
        opening = next(
            (j for j in range(i - 1, max(self.start, i - _APPOSITION), -1) if self.word(j) in _DASHES), None
        )
        if opening is None or any(self.finite(k) for k in range(opening, i)):
            return None
        outer = self.subject(opening, depth + 1)
        if outer is None or not self.actor(i - 1):
            return outer
        inner = self.coordinated_left(i - 1)
        if outer.members[-1].mention.kind != "group" or any(
            m.mention.kind != "person" for m in inner.members
        ):
            return outer
        return Phrase((*outer.members[:-1], *inner.members), outer.start, inner.end)

    def _list_comma(self, j: int) -> bool:
        following = self.actor(j + 1)
        return bool(
            following
            and self.word(following.end) in (",", "and")
            and self.word(j + 1) not in closed("relative")
        )

    def _shared(self, i: int, depth: int) -> Phrase | None:
        """The subject that a verb after "and" shares with the verb before."""
        j = i - 1
        while j > self.start:
            word = self.word(j)
            if word in ';:"“”' or word in closed("subordinator"):
                return None
            if word in closed("relative"):
                return self.subject(j + 1, depth + 1)
            if self.finite(j) or self.looks_past(j):
                found = self.subject(self.verb_group(j).start, depth + 1)
                if found:
                    return found
            j -= 1
        return None

    def _carrying(self, i: int) -> bool:
        """Whether a participle after a noun has its own object there: "a plane carrying 40 students"."""
        after = self.word(i + 1)
        own = after in closed("determiner") or after[:1].isdigit()
        return self.word(i).endswith("ing") and self.role(i - 1) and own

    def object(self, after: int) -> Phrase | None:
        """The mentions that are the object of a verb whose last token is before `after`."""
        i, stop = after, min(self.end, after + 9)
        while i < stop:
            found = self.actor(i)
            if found:
                listed = self.listed(found)
                if listed:
                    return listed
                named = self.named(found)
                if self.word(named.end) in ("'s", "'"):
                    i = named.end + 1
                    continue
                return self.coordinated_right(named.start, object_=True)
            word = self.word(i)
            if (
                word in closed("preposition")
                or self.breaks(i)
                or word in (",", ".", "and", "or", "that", "to")
                or (i > after and self._carrying(i))
            ):
                return None
            i += 1
        return None
