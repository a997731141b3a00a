"""To which organizations people belong."""

from collections.abc import Callable

import pytest

from hrkg.extract.affiliations import EXTRACTOR
from hrkg.model import Document, Relation

TOLD = [
    "{p:Ana Soler} of the {o:Lantern League} spoke.",
    "{p:Ana Soler} from the {o:Lantern League} spoke.",
    "{p:Ana Soler} of the legal aid group {o:Lantern League} spoke.",
    "The {o:Lantern League}'s {p:Ana Soler} spoke.",
    "{o:Lantern League} photographer {p:Ana Soler} was held.",
    "{p:Ana Soler}, a student at {o:Lantern League}, was held.",
    "{p:Ana Soler}, a lawyer with the {o:Lantern League}, was held.",
    "The {o:Lantern League}'s lawyer, {p:Ana Soler}, was held.",
    "{p:Ana Soler}, who works for the {o:Lantern League}, was held.",
    "{p:Ana Soler} teaches at {o:Lantern League}.",
    "{p:Ana Soler} is a member of the {o:Lantern League}.",
]

UNTOLD = [
    "{p:Ana Soler} wrote to the {o:Lantern League}.",
    "{p:Ana Soler} praised the work of the {o:Lantern League}.",
    "{p:Ana Soler} of {o.court:High Court} fame spoke.",
    "Police took {p:Ana Soler} from the {o.security:Lelu Police}.",
    "The {o:Lantern League} wrote of {p:Ana Soler}.",
    "{p:Ana Soler} of {l:Lelu} spoke.",
    "{p:Ana Soler}, a critic of the {o:Lantern League}, spoke.",
    "{p:Ana Soler} was held at the {o:Lantern League}.",
    "{p:Ana Soler} and the {o:Lantern League} spoke.",
    "The {o:Lantern League} and the lawyer {p:Ana Soler} spoke.",
    "A lawyer at the {o:Lantern League} met {p:Ana Soler}.",
    "{p:Ana Soler} of the {o:government of Lelu} spoke.",
]


def ties(document: Document) -> set[tuple[str, str, str]]:
    text = document.text
    found = [r for r in EXTRACTOR(document) if isinstance(r, Relation)]
    return {(r.subject.of(text), r.predicate, r.object.of(text)) for r in found}


@pytest.mark.parametrize("text", TOLD)
def test_told(marked: Callable[[str], Document], text: str) -> None:
    assert ties(marked(text)) == {("Ana Soler", "affiliatedWith", "Lantern League")}


@pytest.mark.parametrize("text", UNTOLD)
def test_untold(marked: Callable[[str], Document], text: str) -> None:
    assert ties(marked(text)) == set()
