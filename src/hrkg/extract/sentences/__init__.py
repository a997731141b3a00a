"""Penalties that courts imposed: of whom, which kind, how long.

Only what is told as imposed: what prosecutors seek, what a law threatens ("could face up to ten years") and what is
said under a condition gives none.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hrkg import lexicons
from hrkg.extract import syntax
from hrkg.extract.clauses import Clauses, Resolution
from hrkg.extract.entries import entries
from hrkg.extract.reading import Placed, placed
from hrkg.extract.sentences import listed, nouns, parsed, words
from hrkg.model import Document, Sentence, Span, TextSentence


class Sentences:
    """Find penalties sentence by sentence."""

    name = "sentences"
    requires = frozenset({"Mention", "Reference", "Moment"})
    provides = frozenset({"Sentence"})

    def __call__(self, document: Document) -> Iterator[Sentence]:
        """Penalties in the order of the text, each of a person once."""
        resolution = Resolution(document)
        trees = syntax.parsed(document.doc)
        listed_people = entries(document) if trees else {}
        found: list[Sentence] = []
        for number, sentence in enumerate(document.sentences):
            clauses = Clauses(document, sentence, resolution)
            court = _of_court(document, document.sentences[max(0, number - 2) : number + 1])
            if not trees:
                found += words.penalties(clauses, court)
                continue
            tree = syntax.Tree(document, sentence, placed(document, sentence), resolution)
            told = [*parsed.penalties(tree, clauses, court), *nouns.penalties(tree, clauses)]
            told = told or list(words.penalties(clauses, court))
            if not told and number in listed_people:
                told = list(listed.penalties(clauses, listed_people[number]))
            found += told
            found = _suspended(found, nouns.suspended(tree), resolution)
        yield from _once(found, resolution)


def _of_court(document: Document, sentences: Sequence[TextSentence]) -> bool:
    """Whether the passage speaks of a court, a prison or a verdict."""
    words = lexicons.words("court-words")
    return any(document.doc[i].lower_ in words for s in sentences for i in range(s.start, s.end))


def _suspended(found: list[Sentence], people: Sequence[Placed], resolution: Resolution) -> list[Sentence]:
    """The terms told so far, those of some people as suspended where they have one term alone."""
    for member in people:
        who = set(resolution.targets(member.mention.span))
        roots = {resolution.root(t) for t in who}
        theirs = [
            s
            for s in found
            if s.type == "imprisonment"
            and roots == {resolution.root(t) for t in resolution.targets(s.person)}
        ]
        if len(theirs) == 1:
            evidence = theirs[0].evidence.hull(member.mention.span)
            new = replace(theirs[0], type="suspended", evidence=evidence)
            found = [new if s is theirs[0] else s for s in found]
    return found


def _once(found: Iterable[Sentence], resolution: Resolution) -> Iterator[Sentence]:
    """The first of those of one person, kind and length."""
    seen: set[tuple[tuple[Span, ...], str, str | None]] = set()
    for sentence in sorted(found, key=lambda s: (s.evidence.begin, s.evidence.end, s.person.begin)):
        who = tuple(sorted({resolution.root(t) for t in resolution.targets(sentence.person)}))
        key = (who, sentence.type, sentence.duration)
        if key not in seen:
            seen.add(key)
            yield sentence


EXTRACTOR = Sentences()
