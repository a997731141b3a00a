"""The words that name an offence, in a dependency tree: a quotation, or a noun or gerund with what belongs to it."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from hrkg import lexicons
from hrkg.extract.clauses import Clauses
from hrkg.extract.inflections import verb
from hrkg.extract.syntax import Tree, lemmas

_LONGEST = 14
"""Words of an offence without quotation marks, at most."""
_LONGEST_QUOTED = 24
_LEFT = frozenset({"compound", "amod", "nummod", "nmod:poss", "nmod:desc"})
_RIGHT = frozenset({"nmod", "obj", "xcomp", "flat", "compound", "fixed", "obl", "acl", "advmod", "conj"})
_ASIDE = frozenset(
    (
        "after",
        "amid",
        "before",
        "during",
        "following",
        "over",
        "since",
        "under",
        "until",
        "via",
        "despite",
        "from",
    )
)
"""Prepositions of the occasion, which is no part of an offence's name."""
_PAIRS = {"“": "”", "‘": "’", '"': '"', "'": "'"}

_LEADING = frozenset({"include", "relate", "range", "stem", "comprise"})

Words = tuple[int, int]


class Offences:
    """Offences of one sentence."""

    def __init__(self, tree: Tree, clauses: Clauses) -> None:
        self.tree = tree
        self.clauses = clauses
        self.quotations = tuple(_quotations(tree))

    def named(self, head: Token) -> Iterator[Words]:
        """The tokens of each offence that a nominal or gerund after a preposition names."""
        whole = self._quoted(head)
        if not whole and self.lead(head):
            inner = [i for t in self._behind_lead(head) for i in self.named(t)]
            before = self.before(head) if not inner else None
            yield from inner or ([before] if before else [])
            return
        yield whole or self._unquoted(head)
        for other in self.tree.children(head, "conj"):
            inside = whole and whole[0] <= other.i < whole[1]
            if (
                not inside
                and (other.pos_ in ("NOUN", "PROPN") or other.tag_ == "VBG")
                and not self._shared(head)
            ):
                yield from self.named(other)

    def lead(self, token: Token) -> bool:
        """Whether a noun stands before the name of an offence: "charges of"."""
        return any(lexicons.mapping("offence-leads", "word", "use").get(f) == "lead" for f in _forms(token))

    def statute(self, token: Token) -> bool:
        """Whether a noun names a part of a law: "Article 353"."""
        return any(
            lexicons.mapping("offence-leads", "word", "use").get(f) == "statute" for f in _forms(token)
        )

    def legal(self, words: Words) -> bool:
        """Whether words are a quotation, or can be told to name an offence by a word of theirs."""
        start, end = words
        if any(q == words for q in self.quotations):
            return True
        doc = self.tree.doc
        verbs, nouns = lexicons.words("offence-verbs"), lexicons.words("offence-nouns")
        first = next((doc[i] for i in range(start, end) if doc[i].tag_ != "RB"), doc[start])
        return first.lower_ in verbs or any(
            form in nouns
            for i in range(start, end)
            for form in _forms(doc[i])
            if doc[i].pos_ in ("NOUN", "PROPN", "VERB")
        )

    def near(self, verb: Token, before: frozenset[str]) -> Iterator[Token]:
        """Heads of what certainly names an offence, after a verb and a preposition that the tree ties elsewhere."""
        doc, i = self.tree.doc, verb.i + 1
        while i < self.tree.sentence.end - 1 and doc[i].text not in (";", ":", "—"):
            token = doc[i]
            if (
                token.lower_ in before
                and token.dep_ in ("case", "mark")
                and token.head.i > i
                and self.tree.inside(token.head)
                and any(self.legal(words) for words in self.named(token.head))
            ):
                yield token.head
                return
            i += 1

    def statute_after(self, verb: Token) -> Words | None:
        """The provision under which somebody was tried, where no offence is named: "under Section 50(j)"."""
        for i in range(verb.i + 1, self.tree.sentence.end - 1):
            token = self.tree.doc[i]
            if token.text == ";":
                return None
            head = self.tree.doc[i + 1]
            if token.lower_ == "under" and self.statute(head) and re.search(r"\d", self.tree.doc[i + 2].text):
                return head.i, max(self._last(head), i + 3)
        return None

    def before(self, noun: Token) -> Words | None:
        """The offence that modifies a noun: "terrorism charges", "the cyber libel case"."""
        modifiers = [c for c in self.tree.children(noun, "compound", "amod") if c.i < noun.i]
        if not modifiers:
            return None
        words = self._stripped(min(self._first(c) for c in modifiers), noun.i)
        return words if self.legal(words) else None

    def _behind_lead(self, lead: Token) -> Iterator[Token]:
        """What "charges of", "a count of", "charges that include", "charges related to" lead to."""
        for c in self.tree.children(lead, "nmod", "acl", "acl:relcl", "obl", "advcl"):
            marks = {m.lower_ for m in self.tree.children(c, "case", "mark")}
            if marks & {"of", "including"}:
                yield c
                return
            inner = self.tree.children(c, "obj", "obl", "nmod")
            if inner and verb(c.lower_, _LEADING):
                yield inner[0]
                return
        yield from (c for c in self.tree.children(lead, "appos") if c.i > lead.i)

    def _quoted(self, head: Token) -> Words | None:
        for start, end in self.quotations:
            if start <= head.i < end and end - start <= _LONGEST_QUOTED:
                longer = self._last(head) if end - start == 1 and end < self.tree.sentence.end else end
                return start, max(end, longer)  # "“fakes” about the army"
        return None

    def _unquoted(self, head: Token) -> Words:
        end = self._last(head)
        start = self._first(head)
        return self._stripped(start, min(end, start + _LONGEST))

    def _first(self, token: Token) -> int:
        left = [c for c in self.tree.children(token, *_LEFT) if c.i < token.i]
        return min([token.i, *(self._first(c) for c in left)])

    def _last(self, token: Token) -> int:
        """One past the last token that belongs to the name."""
        end = token.i + 1
        for c in token.children:
            if c.i < token.i or not self.tree.inside(c) or c.dep_ == "punct":
                continue
            if c.dep_ not in _RIGHT or self._aside(token, c):
                break
            end = max(end, self._last(c))
        return end

    def _aside(self, head: Token, c: Token) -> bool:
        """Whether a dependent tells the occasion: a date, a place, a victim, a reason."""
        if c.dep_ == "conj":
            return not self._shared(head)
        case = {m.lower_ for m in self.tree.children(c, "case", "mark")}
        if c.dep_ == "acl":
            return "to" not in case
        if c.i in self.clauses.moments or case & _ASIDE or "," in self.tree.doc[head.i : c.i].text:
            return True
        mention = self.clauses.at.get(c.i)
        kind = mention.mention.kind if mention else ""
        if "in" in case and kind == "place":
            return True
        if case & {"of", "against"} and kind in ("person", "group") and head.pos_ == "NOUN":
            return lexicons.mapping("offence-nouns", "word", "victim").get(head.lower_) == "apart"
        return c.dep_ == "obl" and bool(case & {"for", "on", "at"}) and head.tag_ != "VBG"

    def _shared(self, head: Token) -> bool:
        """Whether a gerund shares the object of the one after it: "making and spreading propaganda"."""
        if head.lower_ in lexicons.words("offence-nouns"):
            return False
        return (
            head.tag_ == "VBG"
            and not self.tree.children(head, "obj", "obl", "xcomp", "nmod")
            and bool([c for c in self.tree.children(head, "conj") if self.tree.children(c, "obj")])
        )

    def _stripped(self, start: int, end: int) -> Words:
        doc = self.tree.doc
        while start < end - 1 and (
            doc[start].lower_ in ("alleged", "allegedly") or doc[start].is_punct or doc[start].pos_ == "DET"
        ):
            start += 1
        while end - 1 > start and (doc[end - 1].is_punct or doc[end - 1].tag_ in ("IN", "CC", "DT")):
            end -= 1
        return start, end


def _forms(token: Token) -> tuple[str, ...]:
    lower = token.lower_
    return (*lemmas(token), lower.removesuffix("s"))


def _quotations(tree: Tree) -> Iterator[Words]:
    """The words between each pair of quotation marks."""
    i, stop = tree.sentence.start, tree.sentence.end
    while i < stop:
        close = _PAIRS.get(tree.doc[i].text)
        if close and not (tree.doc[i].text == "'" and (tree.doc[i].tag_ == "POS" or tree.doc[i].whitespace_)):
            j = next((k for k in range(i + 1, stop) if tree.doc[k].text == close), None)
            if j is not None:
                end = j
                while end > i + 1 and tree.doc[end - 1].text in (",", "."):
                    end -= 1
                if end > i + 1:
                    yield i + 1, end
                i = j
        i += 1
