"""Official charges, and accusations that are none."""

from collections.abc import Callable

import pytest

from hrkg.extract.charges import EXTRACTOR
from hrkg.model import Document

CHARGED = [
    ("{p:Ana Soler} was charged with sedition.", {("Ana Soler", "sedition")}),
    (
        "{p:Ana Soler} is charged with inciting hatred of the system.",
        {("Ana Soler", "inciting hatred of the system")},
    ),
    ("{p:Ana Soler} was charged with “insulting the king”.", {("Ana Soler", "insulting the king")}),
    (
        "{p:Ana Soler} was charged with “sedition” and “libel”.",
        {("Ana Soler", "sedition"), ("Ana Soler", "libel")},
    ),
    ("{o.government:Prosecutors} charged {p:Ana Soler} with fraud on Monday.", {("Ana Soler", "fraud")}),
    (
        "{o.court:The court} convicted {p:Ana Soler} of spreading false news.",
        {("Ana Soler", "spreading false news")},
    ),
    ("{p:Ana Soler} was convicted of libel in May.", {("Ana Soler", "libel")}),
    ("{o.court:The court} found {p:Ana Soler} guilty of libel.", {("Ana Soler", "libel")}),
    ("{p:Ana Soler} was found guilty of “libel”.", {("Ana Soler", "libel")}),
    ("{p:Ana Soler} was acquitted of libel.", {("Ana Soler", "libel")}),
    ("{p:Ana Soler} was sentenced to four years in prison for “libel”.", {("Ana Soler", "libel")}),
    ("{o.court:The court} jailed {p:Ana Soler} for ten years for “libel”.", {("Ana Soler", "libel")}),
    ("{p:Ana Soler} was arrested on charges of tax evasion.", {("Ana Soler", "tax evasion")}),
    ("{p:Ana Soler} faces charges of tax evasion.", {("Ana Soler", "tax evasion")}),
    ("{p:Ana Soler} pleaded not guilty to rioting.", {("Ana Soler", "rioting")}),
    ("{p:Ana Soler} was accused by {o.government:prosecutors} of “libel”.", {("Ana Soler", "libel")}),
    ("{o.security:Police} accused {p:Ana Soler} of arson.", {("Ana Soler", "arson")}),
    (
        "{p:Ana Soler} and {p:Ion Sava} were charged with libel.",
        {("Ana Soler", "libel"), ("Ion Sava", "libel")},
    ),
    ("{p:Ana Soler}, who was charged with libel, left.", {("Ana Soler", "libel")}),
    ("{g:Four editors} were charged with libel.", {("Four editors", "libel")}),
    ("{p:Ana Soler} left. {p:She=Ana Soler} was charged with libel.", {("She", "libel")}),
    (
        "{p:Ana Soler} was convicted of “membership in a gang”, a court said.",
        {("Ana Soler", "membership in a gang")},
    ),
]

NOT_CHARGED = [
    "{p:Ana Soler} was not charged with libel.",
    "{p:Ana Soler} has never been charged with libel.",
    "{p:Ana Soler} could be charged with libel.",
    "If {p:Ana Soler} is charged with libel, we will leave.",
    "{p:Ion Sava} accused {p:Ana Soler} of lying.",
    "{p:Ana Soler} was accused of lying.",
    "{o:Lantern League} accused {o.government:the government} of torture.",
    "{p:Ana Soler} was held without charge.",
    "{p:Ana Soler} is in charge of the office.",
    "{p:Ana Soler} was jailed for ten years.",
    "The wife of {p:Ana Soler} was charged with libel.",
    "{o.government:Prosecutors} may charge {p:Ana Soler} with libel.",
    "{p:Ana Soler} dismissed charges of libel.",
    "Was {p:Ana Soler} charged with libel?",
    "{p:Ana Soler} was acquitted for want of evidence.",
    "{o:The bank} was charged with fraud.",
]


def charges(document: Document) -> set[tuple[str, str]]:
    return {(c.person.of(document.text), c.offence) for c in EXTRACTOR(document)}


@pytest.mark.parametrize(("text", "expected"), CHARGED, ids=[t for t, _ in CHARGED])
def test_a_charge_is_read(marked: Callable[[str], Document], text: str, expected: set[tuple[str, str]]):
    assert charges(marked(text)) == expected


@pytest.mark.parametrize("text", NOT_CHARGED)
def test_what_is_no_official_charge_is_not_written(marked: Callable[[str], Document], text: str):
    assert charges(marked(text)) == set()


def test_an_offence_has_at_most_twelve_words(marked: Callable[[str], Document]):
    document = marked("{p:Ana Soler} was charged with " + "very " * 20 + "bad things.")
    assert [len(c.offence.split()) for c in EXTRACTOR(document)] == [12]


def test_the_evidence_holds_the_offence(marked: Callable[[str], Document]):
    document = marked(CHARGED[3][0])
    found = list(EXTRACTOR(document))
    assert len(found) == 2
    assert all(c.offence in c.evidence.of(document.text) for c in found)
