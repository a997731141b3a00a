"""Who urges, warns or promises: the subject, the speaker of a claim around the words, or who issues the article."""

from collections import Counter

from spacy.tokens import Token

from hrkg.extract.clauses import Resolution, closed
from hrkg.extract.prospects.acts import forms
from hrkg.extract.syntax import Tree
from hrkg.model import Claim, Document, Mention, Span

_SELF = frozenset({"we", "us"})
_ISSUING = frozenset({"ngo", "nhri", "movement", "igo", None})
_DEEP = 8


class Voices:
    """The speakers of one document."""

    def __init__(self, document: Document, resolution: Resolution) -> None:
        self._document, self._resolution = document, resolution
        self._claims = [c for c in document.of(Claim) if c.speaker is not None]
        self.issuer = self._issuing()

    def _issuing(self) -> Span | None:
        """The organization that speaks in most claims, if it also stands in the first lines."""
        self._named: list[Span] = []
        early = self._document.sentences[:6]
        if not early:
            return None
        end = early[-1].span.end
        kinds = {m.span: m for m in self._document.of(Mention)}
        counted: Counter[Span] = Counter()
        for claim in self._claims:
            for target in self._resolution.targets(claim.speaker) if claim.speaker else ():
                counted[self._resolution.root(target)] += 1
        named = [
            m.span
            for m in self._document.mentions
            if m.kind == "organization" and m.form == "name" and m.code in _ISSUING and m.span.end <= end
        ]
        self._named += [m for m in named if len(m.of(self._document.text).split()) > 1]
        roots = {self._resolution.root(s) for s in named}
        told = [(n, -s.begin, s) for s, n in counted.items() if s in roots and s in kinds]
        return max(told)[2] if told else None

    def of(self, tree: Tree, token: Token) -> tuple[Span, ...]:
        """The fillers for who says the words at a token; none if the text does not tell."""
        at = token.idx
        around = [c for c in self._claims if c.content.begin <= at < c.content.end and c.speaker]
        if around:
            best = min(around, key=lambda c: c.content.end - c.content.begin)
            assert best.speaker is not None
            return self._resolution.targets(best.speaker)
        above: Token | None = token
        for _ in range(_DEEP):
            above = tree.parent(above) if above is not None else None
            if above is None:
                break
            if any(w in closed("speech") for w in forms(above)):
                found = [
                    s for m in tree.members(tree.subject(above)) for s in self._resolution.fillers(m.mention)
                ]
                if found:
                    return tuple(found)
        return self._quoted(tree, token)

    def _quoted(self, tree: Tree, token: Token) -> tuple[Span, ...]:
        """Inside quotation marks, who is quoted in the same paragraph, if it is one only."""
        here = [s.span for s in self._document.sentences if s.paragraph == tree.sentence.paragraph]
        first = min(s.begin for s in here)
        before = self._document.text[first : token.idx]
        straight = before.count('"') % 2
        if not straight and before.count("“") <= before.count("”"):
            return ()
        end = max(s.end for s in here)
        said = {
            self._resolution.targets(c.speaker)
            for c in self._claims
            if c.direct and c.speaker and first <= c.content.begin < end
        }
        return said.pop() if len(said) == 1 else ()

    def issuing(self, plural: bool) -> tuple[Span, ...]:
        """Who issues the article, where that is told; outside quotations "we" is the body named first."""
        if self.issuer is not None:
            return (self.issuer,)
        return (self._named[0],) if plural and self._named else ()


def own(token: Token | None) -> bool:
    """Whether a subject is "we"."""
    return token is not None and token.lower_ in _SELF


def personal(token: Token | None) -> bool:
    """Whether a subject is a personal pronoun."""
    return token is not None and token.pos_ == "PRON"
