"""Official charges, and accusations that are none."""

from collections.abc import Callable

import pytest

from hrkg import language
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


@pytest.fixture(scope="module")
def engine() -> language.Engine:
    """The shipped engine, whose trees most charges are read from."""
    return language.Engine()


@pytest.fixture
def parsed(marked: Callable[[str], Document], engine: language.Engine) -> Callable[[str], Document]:
    """A document with marked mentions and dependencies."""

    def read(text: str) -> Document:
        plain = marked(text)
        return language.read(plain.article, engine).adding(plain.found)

    return read


TREE_CHARGED = [
    (
        "{p:Ana Soler}, a teacher, and her brother, {p:Ion Sava}, were found guilty of “sedition” and given six years.",
        {("Ana Soler", "sedition"), ("Ion Sava", "sedition")},
    ),
    (
        "{o.court:The court} convicted {p:Ana Soler}, former editor of a closed daily, of “membership in a gang”.",
        {("Ana Soler", "membership in a gang")},
    ),
    (
        "{o.court:A court} found {p:Ana Soler} guilty of rioting and “creating panic in the public”.",
        {("Ana Soler", "rioting"), ("Ana Soler", "creating panic in the public")},
    ),
    (
        "{p:Ana Soler} was arrested in May and charged under the Press Act with insulting the king.",
        {("Ana Soler", "insulting the king")},
    ),
    (
        "{p:Ana Soler}, a nurse who is serving six years for “splitting the country”, is ill.",
        {("Ana Soler", "splitting the country")},
    ),
    (
        "Among them are {p:Ana Soler}, sentenced to life in 2013 for espionage, and {p:Ion Sava}, a herder.",
        {("Ana Soler", "espionage")},
    ),
    (
        "{o.court:The court} upheld the conviction of the former customs chief {p:Ana Soler} for fraud.",
        {("Ana Soler", "fraud")},
    ),
    ("The list names {p:Ana Soler}, whose trial for arson starts on Monday.", {("Ana Soler", "arson")}),
    ("{p:Ana Soler} is accused of tax evasion.", {("Ana Soler", "tax evasion")}),
    (
        "{p:Ana Soler} and {p:Ion Sava}, both drivers, pleaded not guilty to rioting.",
        {("Ana Soler", "rioting"), ("Ion Sava", "rioting")},
    ),
    (
        "An investigating judge ordered {p:Ana Soler} held on suspicion of “conspiracy against the state”.",
        {("Ana Soler", "conspiracy against the state")},
    ),
    ("{p:Ana Soler} was given a suspended sentence for bribery.", {("Ana Soler", "bribery")}),
    (
        "{p:Ana Soler} was sentenced in May to three years under Section 50(j) of the Press Law.",
        {("Ana Soler", "Section 50(j) of the Press Law")},
    ),
    (
        "1. {p:Ana Soler}, 22, student\nHeld since: May. Charge: “illegal assembly”.",
        {("Ana Soler", "illegal assembly")},
    ),
    (
        "{p:Ana Soler}, 26, courier, and {p:Ion Sava}, 24, student. 12 and 14 years, for setting fire to a post.",
        {("Ana Soler", "setting fire to a post"), ("Ion Sava", "setting fire to a post")},
    ),
    (
        "3 | {p:Ana Soler} | student | s. 50(j), financing terrorism | On trial",
        {("Ana Soler", "financing terrorism")},
    ),
    (
        "{p:Ana Soler} was charged with sedition. {p:Ana Soler} denies sedition charges and sedition.",
        {("Ana Soler", "sedition")},
    ),
]

TREE_NOT_CHARGED = [
    "{p:Ion Sava} accused {p:Ana Soler} of treason.",
    "{p:Ana Soler} was accused of lying.",
    "{p:Ana Soler} was accused by {p:Ion Sava} of treason.",
    "{p:Ana Soler} was cleared of all charges for lack of evidence.",
    "{p:Ana Soler} was jailed for ten years and {p:Ion Sava} for five.",
    "{p:Ana Soler} could be charged with sedition.",
    "{o.government:Prosecutors} want {p:Ana Soler} to be charged with sedition.",
    "{p:Ana Soler} was arrested for the third time.",
    "{p:Ana Soler} was held for two hours.",
    "One of {g:the officials}, whom nobody named, was convicted of fraud.",
    "1. {p:Ana Soler}, 22, student\nHeld since: May. Charge: none announced.",
    "{p:Ana Soler} received an award for reporting.",
]


@pytest.mark.parametrize(("text", "expected"), TREE_CHARGED, ids=[t for t, _ in TREE_CHARGED])
def test_a_charge_is_read_from_the_tree(
    parsed: Callable[[str], Document], text: str, expected: set[tuple[str, str]]
):
    assert charges(parsed(text)) == expected


@pytest.mark.parametrize("text", TREE_NOT_CHARGED)
def test_what_is_no_charge_is_not_read_from_the_tree(parsed: Callable[[str], Document], text: str):
    assert charges(parsed(text)) == set()


@pytest.mark.parametrize("text", NOT_CHARGED)
def test_the_tree_adds_no_charge_that_words_refuse(parsed: Callable[[str], Document], text: str):
    assert charges(parsed(text)) == set()
