"""Official charges: what a prosecutor, court or police hold against whom, in the words of the article.

Somebody else's accusation is no charge. Offences for which somebody was tried, convicted or acquitted were charged, so
they count; "could be charged", "not charged" and "if convicted" do not.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hrkg.extract import syntax
from hrkg.extract.charges import listed, parsed, words
from hrkg.extract.clauses import Clauses, Resolution
from hrkg.extract.entries import entries
from hrkg.extract.reading import placed
from hrkg.model import Charge, Document, Span


class Charges:
    """Find charges sentence by sentence."""

    name = "charges"
    requires = frozenset({"Mention", "Reference", "Moment"})
    provides = frozenset({"Charge"})

    def __call__(self, document: Document) -> Iterator[Charge]:
        """Charges in the order of the text, each person and offence once."""
        resolution = Resolution(document)
        trees = syntax.parsed(document.doc)
        found: list[Charge] = []
        listed_people = entries(document) if trees else {}
        for number, sentence in enumerate(document.sentences):
            clauses = Clauses(document, sentence, resolution)
            if trees:
                tree = syntax.Tree(document, sentence, placed(document, sentence), resolution)
                found += parsed.charges(tree, clauses)
                if number in listed_people:
                    found += listed.charges(tree, clauses, listed_people[number])
            else:
                found += words.charges(clauses)
        yield from _once(found, resolution)


def _once(found: Iterable[Charge], resolution: Resolution) -> Iterator[Charge]:
    """Each offence of a person in its fullest words."""
    kept: dict[tuple[Span, ...], list[Charge]] = {}
    told: list[str] = []
    for charge in found:
        charge = _spelled(replace(charge, offence=_bare(charge.offence)), told)
        told.append(charge.offence)
        who = tuple(sorted({resolution.root(t) for t in resolution.targets(charge.person)}))
        known = kept.setdefault(who, [])
        same = next((i for i, old in enumerate(known) if _alike(old.offence, charge.offence)), None)
        if same is None:
            known.append(charge)
        elif len(_bag(charge.offence)) > len(_bag(known[same].offence)):
            known[same] = charge
    yield from sorted(
        (c for some in kept.values() for c in some),
        key=lambda c: (c.evidence.begin, c.person.begin, c.offence),
    )


def _bare(offence: str) -> str:
    """An offence without the preposition and the quotation marks that its words begin with."""
    found = re.fullmatch(r"(?:for|of|with|on)\s+(.+)", offence, re.IGNORECASE)
    words = found[1] if found else offence
    inner = re.fullmatch(r"[\"“”'‘’]([^\"“”]+)[\"“”'‘’]", words)
    return inner[1] if inner else words


def _spelled(charge: Charge, told: Sequence[str]) -> Charge:
    """An offence of one word in the words that the article told it in before: "membership" of what."""
    if " " in charge.offence:
        return charge
    longer = [
        o for o in told if re.match(rf"{re.escape(charge.offence)} (?:of|in|for|to)\b", o, re.IGNORECASE)
    ]
    return replace(charge, offence=longer[0]) if longer else charge


def _bag(offence: str) -> frozenset[str]:
    return frozenset(w for w in offence.lower().split() if len(w) > 2)


def _alike(a: str, b: str) -> bool:
    """Whether one offence's words are among the other's, or half of all words are common."""
    one, other = _bag(a), _bag(b)
    return one <= other or other <= one or 2 * len(one & other) >= len(one | other)


EXTRACTOR = Charges()
