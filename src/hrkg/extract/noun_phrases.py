"""Noun phrases around mentions without a parser: left edges, lists of names, ends of appositions, subjects.

Closed classes of words (`phrase-bounds.tsv`) bound them. Shared by the extractors that read the words around names.
"""

from functools import cache

from spacy.tokens import Doc

from hrkg import lexicons
from hrkg.extract.reading import Placed, phrases, placed
from hrkg.model import Document, Span, TextSentence

APOSTROPHES = frozenset({"'s", "’s", "'", "’"})
OPENERS = frozenset({",", "(", "—", "–", "|"})
CLOSERS = frozenset({",", ".", ";", ":", ")", "(", "—", "–", "…", "?", "!", '"', "“", "”", "|"})
JOINS = frozenset({",", "and", "&"})
_HYPHENS = frozenset({"-", "–", "‑"})
_REACH = 8
"""Tokens that may stand between the head of a phrase and its determiner."""
_BEHIND = 14
"""Tokens that may stand between the head of a phrase and a name behind "of …,"."""
_LINKING = frozenset({"'s", "’s", "'", "’", "-", "–", "."})


@cache
def bounds(kind: str) -> frozenset[str]:
    """Words of one class of `phrase-bounds.tsv`, such as `determiner` or `preposition`."""
    return frozenset(row["word"] for row in lexicons.rows("phrase-bounds") if row["class"] == kind)


@cache
def stops() -> frozenset[str]:
    """All words that cannot stand inside a noun phrase before its head."""
    kinds = ("determiner", "preposition", "conjunction", "pronoun", "auxiliary")
    return frozenset(word for kind in kinds for word in bounds(kind))


class Reading:
    """One sentence, its mentions on their tokens, and ways of asking for the phrases around them."""

    def __init__(self, document: Document, sentence: TextSentence, allowed: frozenset[Span]) -> None:
        self.doc: Doc = document.doc
        self.sentence = sentence
        self.placed = [p for p in placed(document, sentence) if p.mention.span in allowed]
        self.starting: dict[int, Placed] = {}
        self.ending: dict[int, Placed] = {}
        for p in self.placed:
            self.starting.setdefault(p.start, p)
            if p.end not in self.ending or p.start < self.ending[p.end].start:
                self.ending[p.end] = p

    def word(self, i: int) -> str:
        """The lower-case word at a token, empty outside the sentence."""
        return self.doc[i].lower_ if self.sentence.start <= i < self.sentence.end else ""

    def person(self, i: int) -> Placed | None:
        """The named person whose mention begins at a token."""
        found = self.starting.get(i)
        return found if found and found.mention.kind == "person" and found.mention.form == "name" else None

    def before(self, i: int) -> Placed | None:
        """The mention that ends right before token `i`, a possessive ending that it covers not counted."""
        return self.ending.get(i) or (self.ending.get(i + 1) if self.word(i) in APOSTROPHES else None)

    def skip_age(self, i: int) -> int:
        """The token after ", 41," or ", aged 24," that begins at token `i`; `i` itself where there is none."""
        if self.word(i) == "(" and self.doc[i + 1].is_digit and self.word(i + 2) == ")":
            return i + 3
        if self.word(i) != ",":
            return i
        k = i + 1 + (self.word(i + 1) in ("aged", "age"))
        if k < self.sentence.end and self.doc[k].is_digit and len(self.doc[k].text) < 4:
            return k + 1
        return i

    def skip_age_back(self, i: int) -> int:
        """The token that ends what stands before ", 41" which ends right before token `i`."""
        k = i - 1
        if k > self.sentence.start and self.doc[k].is_digit and len(self.doc[k].text) < 4:
            k -= 1 + (self.word(k - 1) in ("aged", "age"))
            if self.word(k) == ",":
                return k
        if self.word(k) == ")" and self.doc[k - 1].is_digit and self.word(k - 2) == "(":
            return k - 2
        return i

    def listed(self, i: int) -> tuple[list[Placed], int]:
        """The people of "A, 41, B and C" whose first begins at token `i`, and the token after the last."""
        people: list[Placed] = []
        end = i
        while person := self.person(i):
            people.append(person)
            end = person.end
            i = self.skip_age(end)
            joined = i
            while self.word(i) in JOINS:
                i += 1
            if i == joined:
                break
        return people, end

    def listed_back(self, i: int) -> list[Placed]:
        """The people of a list that ends right before token `i`, from left to right."""
        people: list[Placed] = []
        while True:
            k = self.skip_age_back(i)
            found = self.ending.get(k)
            if not (found and found.mention.kind == "person" and found.mention.form == "name"):
                return people[::-1]
            people.append(found)
            i = found.start
            joined = i
            while self.word(i - 1) in JOINS:
                i -= 1
            if i == joined:
                return people[::-1]

    def left(self, head: int) -> tuple[int, str, Placed | None, tuple[Placed, ...]]:
        """The left edge of the noun phrase whose head begins at token `head`.

        Returns:
            Its first token, its determiner ("" where it has none), its possessor and the mentions inside.
        """
        i, sure = head, head
        within: list[Placed] = []
        while head - i < _REACH + sum(p.end - p.start for p in within) and i > self.sentence.start:
            word = self.word(i - 1)
            if word in APOSTROPHES:
                owner = self.before(i - 1) or self.ending.get(i)
                if owner is None:
                    return i - 1, "'s", None, tuple(within)
                return (
                    owner.start - (self.word(owner.start - 1) in ("the", "a", "an")),
                    "'s",
                    owner,
                    tuple(within),
                )
            inside = self.ending.get(i)
            if inside and inside.mention.form == "pronoun":
                return inside.start, word, inside, tuple(within)
            if inside and inside.mention.kind == "person":
                break
            if inside:
                within.insert(0, inside)
                sure = i = inside.start
            elif word in bounds("determiner"):
                return i - 1, word, None, tuple(within)
            elif word in _HYPHENS and i - 1 > self.sentence.start:
                i -= 1
            elif (self.doc[i - 1].is_alpha and word not in stops()) or word in ("-based", "u.s.", "u.n."):
                i -= 1
                if word in lexicons.words("title-modifiers") or self.doc[i].text[0].isupper():
                    sure = i
            else:
                break
        return sure, "", None, tuple(within)

    def closes(self, i: int, *, clause: bool = False, participle: bool = False) -> bool:
        """Whether a noun phrase may end before token `i`.

        With `clause` a clause of time may follow, with `participle` a short relative clause ("a lawyer detained in").
        """
        word = self.word(i)
        if participle and (
            word in ("last", "now", "both")
            or (word.endswith("ed") and self.word(i + 1) in bounds("preposition"))
        ):
            return True
        if not word or word in CLOSERS or word in bounds("tail"):
            return True
        if word in ("and", "or"):
            return self._bare_noun(i + 1)
        return (clause and word in ("when", "while", "before", "after", "during")) or (
            word.endswith("ing") and self.doc[i].is_alpha
        )

    def _bare_noun(self, i: int) -> bool:
        """Whether what follows "and" carries the description on ("a lawyer and activist") and starts no new thing."""
        return not (
            not self.word(i)
            or self.word(i) in bounds("determiner")
            or self.doc[i].is_digit
            or self.starting.get(i) is not None
            or self.word(i).endswith("ed")
        )

    def name_after(self, i: int) -> tuple[Placed | None, bool]:
        """The name that a phrase ending before token `i` introduces, and whether a comma stands between."""
        comma = False
        for _ in range(5):
            person = self.person(i)
            if person:
                return person, comma
            if self.word(i) == "," and not comma:
                comma, i = True, i + 1
                i += self.word(i) == "the"
                continue
            step = i + 1 if self.word(i) == "and" and not comma else i
            if self.word(step) in lexicons.words("title-modifiers") and not self._title(step):
                i = step + 1
                continue
            title = self._title(step)
            if title is None:
                return None, comma
            i = title
        return None, comma

    def _title(self, i: int) -> int | None:
        """The token after the title or occupation that begins at a token."""
        for name in ("post-titles", "occupations"):
            for found in phrases(self.doc, i, min(i + 5, self.sentence.end), name):
                if found.start == i:
                    return found.end
        return None

    def named_behind(self, i: int) -> Placed | None:
        """The name after "of the League," where that follows the head of a phrase at token `i`."""
        if self.word(i) not in ("of", "for", "at", "with", "in", "to"):
            return None
        for k in range(i + 1, min(i + _BEHIND, self.sentence.end)):
            if self.word(k) == ",":
                person, comma = self.name_after(k)
                return person if comma else None
            if self.word(k) in bounds("auxiliary") | bounds("pronoun") or not (
                self.doc[k].is_alpha or self.word(k) in _LINKING
            ):
                return None
        return None

    def body(self, i: int) -> Placed | None:
        """The organization at token `i`, an article and nouns as in "the aid group Lantern" skipped."""
        found = self.starting.get(i)
        if found or self.word(i) not in ("the", "a", "an", "this"):
            return found if found and found.mention.kind == "organization" else None
        for k in range(i + 1, min(i + 7, self.sentence.end)):
            if (found := self.starting.get(k)) and (k == i + 1 or found.mention.kind == "organization"):
                return found if found.mention.kind == "organization" else None
            if found is None and not (
                (self.word(k).isalpha() and self.doc[k].text.islower()) or self.word(k) in _HYPHENS
            ):
                return None
            if self.word(k) in stops():
                return None
        return None

    def subject(self, i: int) -> Placed | None:
        """The person who is the subject of a verb at token `i`: right before it, or before ", who" or ", 41,"."""
        k = i
        while self.word(k - 1) in bounds("adverb"):
            k -= 1
        relative = self.word(k - 1) == "who"
        if relative:
            k -= 1
        if self.word(k - 1) == ",":
            aged = self.skip_age_back(k - 1)
            if not relative and aged == k - 1:
                return None
            k = aged if aged != k - 1 else k - 1
        found = self.ending.get(k)
        if found is None or found.mention.kind != "person":
            return None
        if not relative and not self._clause_begins(found.start):
            return None
        return found

    def _clause_begins(self, i: int) -> bool:
        word = self.word(i - 1)
        return word in (
            "",
            ",",
            "and",
            "but",
            "that",
            "because",
            "while",
            "when",
            "said",
            ":",
            ";",
            '"',
            "“",
            "—",
            "–",
            "where",
        )
