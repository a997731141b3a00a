"""Find which mentions of one article stand for the same thing, from the surest evidence to the weaker.

Exact names, keys, acronyms and stated aliases first, then shorter forms of one fuller name, then nouns ("the group",
"the lawyer"), pronouns, relatives ("her brother") and what opens an article before the name does. Where two would do,
nothing is linked. Every mention is linked directly to the fullest name of its chain.

Source: the order of sieves follows Lee et al., "Deterministic coreference resolution based on entity-centric,
precision-ranked rules" (Computational Linguistics 39(4), 2013).
"""

from collections.abc import Iterable

from hrkg.extract.reference import aliases, bodies, naming, nouns, openings, pronouns, relations, stated
from hrkg.extract.reference.chains import Chains
from hrkg.model import Document, Reference

_SIEVES = (
    naming.equal,
    naming.acronyms,
    aliases.link,
    naming.shorter,
    bodies.link,
    stated.note,
    nouns.link,
    pronouns.link,
    stated.note_of_pronouns,
    relations.note,
    naming.titled,
    relations.link,
    openings.link,
    nouns.link,
    pronouns.link,
)
"""In order; those that later ones help come twice and take up what is not linked yet."""


class References:
    """Reads the mentions of a document and returns which of them stand for one thing."""

    name = "reference"
    requires: frozenset[str] = frozenset({"Mention"})
    provides: frozenset[str] = frozenset({"Reference"})

    def __call__(self, document: Document) -> Iterable[Reference]:
        """One record for each mention that stands for what a fuller or earlier one names."""
        chains = Chains(document)
        for sieve in _SIEVES:
            sieve(chains)
        return list(chains.references())


EXTRACTOR = References()
