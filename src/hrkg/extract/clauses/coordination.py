"""Coordinated mentions: "A, 41, a teacher, B and C" is three of them."""

from hrkg.extract.clauses.words import Phrase, Words, closed
from hrkg.extract.reading import Placed


class Coordinations(Words):
    """A sentence whose lists of people can be read to the left and to the right."""

    def coordinated_left(self, i: int) -> Phrase:
        """All members of "A, B and C" whose last member's last token is `i`; their appositions are skipped."""
        last = self.actor(i)
        assert last is not None
        members, start = [last], last.start
        joined = False
        while True:
            j, link = self._link_left(start - 1)
            if j is None or (not joined and link != "and"):
                break
            joined = True
            found = self.actor(j)
            if found is None:
                break
            members.append(found)
            start = found.start
        return Phrase(tuple(reversed(members)), start, last.end)

    def _link_left(self, j: int) -> tuple[int | None, str]:
        """From the token before a member to the last token of the member before it, and what links them."""
        k = j
        while k > max(self.start, j - 4) and (self.role(k) or self.word(k) in closed("determiner")):
            if self.word(k) in ("and", "or", "&") or self.word(k) in closed("preposition"):
                break
            k -= 1
        if self.word(k) in ("and", "&", "or"):
            m = k - 1 if self.word(k - 1) != "," else k - 2
            return (m, "and") if self.actor(m) else self._over_apposition(k - 1, "and")
        if self.word(k) == ",":
            return (k - 1, ",") if self.actor(k - 1) else self._over_apposition(k, ",")
        return None, ""

    def _over_apposition(self, k: int, link: str) -> tuple[int | None, str]:
        """Skip ", 41, a former teacher," before a link; only without a verb inside."""
        j = k - 1 if self.word(k) == "," else k
        while j > max(self.start, k - 12):
            if self.finite(j) or self.word(j) in ';:"“”' or self.word(j) in closed("relative"):
                return None, ""
            if self.word(j) == "," and self.actor(j - 1):
                return j - 1, link
            j -= 1
        return None, ""

    def coordinated_right(self, i: int, *, object_: bool = False) -> Phrase:
        """All members of "A, B and C" whose first member's first token is `i`.

        With `object_`, a last member before a finite verb belongs to the next clause and is left out.
        """
        first = self.actor(i)
        assert first is not None
        pending: list[Placed] = []
        members, end = [first], first.end
        j = first.end
        while True:
            link, k = self._link_right(j)
            found = self.actor(k) if k is not None else None
            if not link or found is None:
                break
            if link == "and":
                members += [*pending, found]
                pending, end = [], found.end
                break
            pending.append(found)
            j = found.end
        if object_ and len(members) > 1 and (self.finite(end) or self.looks_past(end)):
            members.pop()
            end = members[-1].end
        return Phrase(tuple(members), first.start, end)

    def _link_right(self, j: int) -> tuple[str, int | None]:
        link, k = "", j
        if self.word(k) == ",":
            link, k = ",", k + 1
        if self.word(k) in ("and", "&", "or"):
            link, k = "and", k + 1
        if not link:
            return "", None
        for m in range(k, k + 5):
            if self.actor(m):
                return link, m
            if not (self.role(m) or self.word(m) in closed("determiner")) or self.word(m) in closed(
                "preposition"
            ):
                break
        return "", None

    def listed(self, found: Placed) -> Phrase | None:
        """The names after a group: "two editors of the weekly — Ana Soler and Ion Sava — ..."."""
        if found.mention.kind != "group":
            return None
        for k in range(found.end, min(self.end, found.end + 10)):
            name = self.actor(k + 1)
            if self.word(k) in (",", "—", "–", ":") and name and name.mention.kind == "person":
                phrase = self.coordinated_right(k + 1)
                return (
                    phrase
                    if len(phrase.members) > 1 and self.word(phrase.end) in (",", "—", "–", ".", "")
                    else None
                )
            if self.finite(k) or self.word(k) in (",", ";", "and", "to"):
                return None
        return None

    def named(self, found: Placed) -> Placed:
        """The name right after a nominal: "the headmistress Ana Soler", "her brother, Luis Soler"."""
        j = found.end + (self.word(found.end) == ",")
        after = self.actor(j)
        if (
            found.mention.form != "name"
            and after
            and after.mention.form == "name"
            and after.mention.kind == "person"
        ):
            return after
        return found
