"""Link two names where the text says that they are one's: "Ana Soler, better known as Tia"."""

import re
from functools import cache
from itertools import pairwise

from hrkg import lexicons
from hrkg.extract.reference.chains import Chains
from hrkg.model import Mention

_LONGEST = 60
_MARKS = " ,(\"“”‘'\n"
_AGE = re.compile(r"^, (?:aged )?\d{1,3}\b|^ \(\d{1,3}\)")


@cache
def _phrases() -> frozenset[str]:
    return lexicons.words("alias-phrases")


def link(chains: Chains) -> None:
    """Link each name to the one that stands right before such a phrase."""
    people = chains.names("person", "organization")
    for one, other in pairwise(people):
        if one.kind == other.kind and _tied(chains, one, other):
            first, second = chains.head(one), chains.head(other)
            if len(second.name.split()) > len(first.name.split()) + 1:
                first, second = second, first
            chains.link(second, first)


def _tied(chains: Chains, one: Mention, other: Mention) -> bool:
    between = chains.text[one.span.end : other.span.begin]
    if len(between) > _LONGEST or chains.sentence(one) != chains.sentence(other):
        return False
    return _AGE.sub("", between).strip(_MARKS).lower() in _phrases()
