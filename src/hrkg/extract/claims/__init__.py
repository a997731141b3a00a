"""Claims: who says what, quoted or reported, in which stance and against or for whom."""

from collections.abc import Iterable

from hrkg.extract.claims.direct import direct
from hrkg.extract.claims.indirect import indirect
from hrkg.extract.claims.quotes import quotes
from hrkg.extract.claims.speakers import lines
from hrkg.extract.reading import tokens
from hrkg.model import Claim, Document, Record, Span


class Claims:
    """Claims of named speakers, unnamed groups and bodies; verbs of speech stand in `speech-verbs.tsv`.

    Headings make no claims, nor do words put in quotation marks as terms. What the author says is nobody's claim here.
    """

    name = "claims"
    requires = frozenset({"Mention", "Reference"})
    provides = frozenset({"Claim"})

    def __call__(self, document: Document) -> Iterable[Record]:
        """The claims that the text reports, in its order."""
        read = lines(document)
        found = quotes(document)
        claims: list[Claim] = []
        cues: list[Span] = []
        for quote, voice, said in direct(read, found):
            if any(
                at.sentence.span.covers(voice.cue) and at.sentence.span.overlaps(quote.outer) for at in read
            ):
                cues.append(voice.cue)
            claims += said
        quoted = [tokens(document.doc, q.outer) for q in found if q.whole]
        for line in read:
            if not line.sentence.heading:
                near = [(a, b) for a, b in quoted if a < line.end and b > line.start]
                voiced = [cue for cue in cues if line.sentence.span.covers(cue)]
                claims += indirect(line, near, voiced)
        return sorted(claims, key=lambda c: (c.content.begin, c.content.end))


EXTRACTOR = Claims()
