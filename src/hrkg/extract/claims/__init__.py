"""Claims: who says what, quoted or reported, in which stance and against or for whom."""

from collections.abc import Iterable

from hrkg.extract import syntax
from hrkg.extract.claims import parsed, targets
from hrkg.extract.claims.direct import direct
from hrkg.extract.claims.indirect import indirect
from hrkg.extract.claims.issuers import Issuers
from hrkg.extract.claims.narrators import Narrators
from hrkg.extract.claims.quotes import quotes
from hrkg.extract.claims.speakers import lines
from hrkg.extract.clauses import Resolution
from hrkg.extract.reading import placed, tokens
from hrkg.model import Claim, Document, Mention, Record, Span


class Claims:
    """Claims of named speakers, unnamed groups and bodies; verbs of speech stand in `speech-verbs.tsv`.

    Headings make no claims, nor do words put in quotation marks as terms. What the author says is nobody's claim here.
    """

    name = "claims"
    requires = frozenset({"Mention", "Reference", "Attribute", "Post"})
    provides = frozenset({"Claim"})

    def __call__(self, document: Document) -> Iterable[Record]:
        """The claims that the text reports, in its order."""
        found = quotes(document)
        quoted = [tokens(document.doc, q.outer) for q in found if q.whole]
        resolution = Resolution(document)
        trees = syntax.parsed(document.doc)
        others: dict[int, Mention] = {}
        if trees:
            others.update(Narrators(document, resolution, quoted).at)
            others.update(Issuers(document, resolution, quoted).at)
        states = targets.governments(document)
        read = lines(document, resolution, others)
        claims: list[Claim] = []
        cues: list[Span] = []
        for quote, voice, said in direct(read, found):
            if any(
                at.sentence.span.covers(voice.cue) and at.sentence.span.overlaps(quote.outer) for at in read
            ):
                cues.append(voice.cue)
            claims += said
        for line in read:
            if not line.sentence.heading:
                near = [(a, b) for a, b in quoted if a < line.end and b > line.start]
                voiced = [cue for cue in cues if line.sentence.span.covers(cue)]
                if trees:
                    tree = syntax.Tree(document, line.sentence, placed(document, line.sentence), resolution)
                    claims = [
                        targets.quoted(tree, line, c, states)
                        if c.direct and line.sentence.span.overlaps(c.content)
                        else c
                        for c in claims
                    ]
                    told = list(parsed.read(tree, line, near, voiced, states))
                    claims += joined(tree, told, indirect(line, near, voiced))
                else:
                    claims += indirect(line, near, voiced)
        claims.sort(key=lambda c: (c.content.begin, c.content.end))
        return targets.answered(document, claims, resolution)


def joined(tree: syntax.Tree, told: list[Claim], words: Iterable[Claim]) -> list[Claim]:
    """The claims of the tree, and those that only the words tell: of other cues and words, with a verb in them."""
    more = [w for w in words if not any(w.cue.overlaps(t.cue) or w.content.overlaps(t.content) for t in told)]
    return [*told, *(w for w in more if _verbal(tree, w) and not parsed.refused(tree, w.cue))]


def _verbal(tree: syntax.Tree, claim: Claim) -> bool:
    return any(t.pos_ in ("VERB", "AUX") for t in tree.doc[slice(*tokens(tree.doc, claim.content))])


EXTRACTOR = Claims()
