"""Penalties that courts imposed, and those that were only sought or possible."""

from collections.abc import Callable

import pytest

from hrkg import language
from hrkg.extract.sentences import EXTRACTOR
from hrkg.model import Document

IMPOSED = [
    (
        "{o.court:The court} sentenced {p:Ana Soler} to four years in prison.",
        {("Ana Soler", "imprisonment", "P4Y")},
    ),
    ("{p:Ana Soler} was sentenced to 18 months in prison.", {("Ana Soler", "imprisonment", "P18M")}),
    (
        "{p:Ana Soler} was sentenced to four and a half years in prison.",
        {("Ana Soler", "imprisonment", "P4Y6M")},
    ),
    (
        "{p:Ana Soler} was sentenced to two years and six months in prison.",
        {("Ana Soler", "imprisonment", "P2Y6M")},
    ),
    ("{p:Ana Soler} was given a 12-year prison sentence.", {("Ana Soler", "imprisonment", "P12Y")}),
    ("{p:Ana Soler} received six years in prison.", {("Ana Soler", "imprisonment", "P6Y")}),
    ("{p:Ana Soler} was jailed for ten years.", {("Ana Soler", "imprisonment", "P10Y")}),
    ("{p:Ana Soler} was sentenced to a year in prison.", {("Ana Soler", "imprisonment", "P1Y")}),
    ("{p:Ana Soler} was sentenced to life imprisonment.", {("Ana Soler", "life", None)}),
    ("{p:Ana Soler} was sentenced to death.", {("Ana Soler", "death", None)}),
    (
        "{p:Ana Soler} was given a suspended death sentence by a court.",
        {("Ana Soler", "suspended-death", None)},
    ),
    ("{p:Ana Soler} received a suspended term of two years in court.", {("Ana Soler", "suspended", "P2Y")}),
    ("{p:Ana Soler} was given a two-year suspended sentence.", {("Ana Soler", "suspended", "P2Y")}),
    ("{p:Ana Soler} was sentenced to two years of house arrest.", {("Ana Soler", "house-arrest", "P2Y")}),
    ("{p:Ana Soler} is serving a six-year sentence.", {("Ana Soler", "imprisonment", "P6Y")}),
    ("{p:Ana Soler} left. {p:Her=Ana Soler} four-year sentence stands.", {("Her", "imprisonment", "P4Y")}),
    (
        "{o.court:The court} sentenced {p:Ana Soler} and {p:Ion Sava} to 12 and 14 years in prison respectively.",
        {("Ana Soler", "imprisonment", "P12Y"), ("Ion Sava", "imprisonment", "P14Y")},
    ),
    (
        "{p:Ana Soler} and {p:Ion Sava} were sentenced to four years in prison.",
        {("Ana Soler", "imprisonment", "P4Y"), ("Ion Sava", "imprisonment", "P4Y")},
    ),
    (
        "{p:Ana Soler} was jailed for eight years and {p:Ion Sava} for five years.",
        {("Ana Soler", "imprisonment", "P8Y"), ("Ion Sava", "imprisonment", "P5Y")},
    ),
    (
        "{p:Ana Soler}, who was sentenced to four years in prison, left.",
        {("Ana Soler", "imprisonment", "P4Y")},
    ),
    ("{p:Ana Soler}, sentenced to four years in prison, left.", {("Ana Soler", "imprisonment", "P4Y")}),
    ("{p:Ana Soler} was fined 400 dinars by a court.", {("Ana Soler", "fine", None)}),
    ("{g:Two editors} were sentenced to three years in jail.", {("Two editors", "imprisonment", "P3Y")}),
]

NOT_IMPOSED = [
    "{p:Ana Soler} could be sentenced to four years in prison.",
    "{p:Ana Soler} faces up to ten years in prison.",
    "If convicted, {p:Ana Soler} could face ten years in prison.",
    "{o.government:Prosecutors} asked for ten years for {p:Ana Soler}.",
    "{o.government:Prosecutors} want {p:Ana Soler} to be sentenced to ten years in prison.",
    "{p:Ana Soler} was given four months' pre-trial detention.",
    "{p:Ana Soler} was not sentenced to four years in prison.",
    "{p:Ana Soler} will be sentenced to four years in prison.",
    "{p:Ana Soler} was given four years to finish the film.",
    "{p:Ana Soler} received 40 letters.",
    "{p:Ana Soler} served three years as minister.",
    "{p:Ana Soler} spent four years in prison.",
    "The law threatens offenders with ten years in prison.",
    "{p:Ana Soler} was sentenced on Monday.",
    "The brother of {p:Ana Soler} was sentenced to four years in prison.",
    "{p:Ana Soler} was sentenced to up to four years in prison.",
    "{g:Two editors} were sentenced to five and three years in prison respectively.",
]


def sentences(document: Document) -> set[tuple[str, str, str | None]]:
    return {(s.person.of(document.text), s.type, s.duration) for s in EXTRACTOR(document)}


@pytest.mark.parametrize(("text", "expected"), IMPOSED, ids=[t for t, _ in IMPOSED])
def test_a_penalty_is_read(
    marked: Callable[[str], Document], text: str, expected: set[tuple[str, str, str | None]]
):
    assert sentences(marked(text)) == expected


@pytest.mark.parametrize("text", NOT_IMPOSED)
def test_what_was_not_imposed_is_not_written(marked: Callable[[str], Document], text: str):
    assert sentences(marked(text)) == set()


def test_the_evidence_holds_verb_and_term(marked: Callable[[str], Document]):
    document = marked(IMPOSED[0][0])
    (found,) = EXTRACTOR(document)
    assert found.evidence.of(document.text) == "sentenced Ana Soler to four years in prison"


@pytest.fixture(scope="module")
def engine() -> language.Engine:
    """The shipped engine, whose trees most penalties are read from."""
    return language.Engine()


@pytest.fixture
def parsed(marked: Callable[[str], Document], engine: language.Engine) -> Callable[[str], Document]:
    """A document with marked mentions and dependencies."""

    def read(text: str) -> Document:
        plain = marked(text)
        return language.read(plain.article, engine).adding(plain.found)

    return read


TREE_IMPOSED = [
    (
        "{o.court:The court} cut the sentence of {p:Ana Soler} from five years to three.",
        {("Ana Soler", "imprisonment", "P3Y")},
    ),
    (
        "{p:Ana Soler} was found guilty of libel and given six years.",
        {("Ana Soler", "imprisonment", "P6Y")},
    ),
    (
        "{p:Ana Soler} had served three years of a nine-year sentence for espionage.",
        {("Ana Soler", "imprisonment", "P9Y")},
    ),
    (
        "{p:Ana Soler} was in the eighth year of a fifteen-year term.",
        {("Ana Soler", "imprisonment", "P15Y")},
    ),
    (
        "{p:Ana Soler} is already serving eleven years in the north.",
        {("Ana Soler", "imprisonment", "P11Y")},
    ),
    (
        "{p:Ana Soler} and {p:Ion Sava} received suspended terms of three years and eighteen months respectively.",
        {("Ana Soler", "suspended", "P3Y"), ("Ion Sava", "suspended", "P18M")},
    ),
    (
        "{p:Ana Soler} and {p:Ion Sava} will have to serve nine and seven years respectively.",
        {("Ana Soler", "imprisonment", "P9Y"), ("Ion Sava", "imprisonment", "P7Y")},
    ),
    (
        "{p:Ana Soler} will spend the next nine years in a penal colony.",
        {("Ana Soler", "imprisonment", "P9Y")},
    ),
    (
        "{p:Ana Soler} was stripped of her political rights for three years.",
        {("Ana Soler", "deprivation-of-political-rights", "P3Y")},
    ),
    (
        "{o.court:A court} sent {p:Ana Soler} to prison for 12 years.",
        {("Ana Soler", "imprisonment", "P12Y")},
    ),
    (
        "{p:Ana Soler} was sentenced to three years, suspended for four.",
        {("Ana Soler", "suspended", "P3Y")},
    ),
    (
        "{o.court:The court} commuted the death sentence of {p:Ana Soler} to life imprisonment.",
        {("Ana Soler", "life", None), ("Ana Soler", "death", None)},
    ),
    (
        "{o.court:The court} sentenced {p:Ana Soler} to two years in prison. {p:Ana Soler}'s term was suspended.",
        {("Ana Soler", "suspended", "P2Y")},
    ),
    (
        "1. {p:Ana Soler}, 22, student\nHeld since: May. Verdict: 6 June, First Court: two years.",
        {("Ana Soler", "imprisonment", "P2Y")},
    ),
    (
        "{p:Ana Soler}, 26, courier, and {p:Ion Sava}, 24, student. 12 and 14 years respectively.",
        {("Ana Soler", "imprisonment", "P12Y"), ("Ion Sava", "imprisonment", "P14Y")},
    ),
    ("{p:Ana Soler}, 38, priest. Fine of 200 roubles for libel.", {("Ana Soler", "fine", None)}),
    ("{p:Ana Soler} paid a fine of 60 soms and went home.", {("Ana Soler", "fine", None)}),
]

TREE_NOT_IMPOSED = [
    "{p:Ana Soler} faces a sentence of ten years.",
    "{p:Ana Soler}'s lawyer asked for a sentence of two years.",
    "{p:Ana Soler} faces a possible ten-year sentence.",
    "{p:Ana Soler} spent eight years in the condemned cells of the jail.",
    "{p:Ana Soler} served 14 months before the court freed her.",
    "{p:Ana Soler} served two years as mayor.",
    "{p:Ana Soler} is in prison. She was given two weeks to appeal.",
    "The prosecutor had wanted seven years in prison for {p:Ana Soler}.",
    "{p:Ana Soler} was held for 15 days before the court met.",
    "{p:Cleiton Sava} was jailed for 19 and 22 years.",
    "1. {p:Ana Soler}, 22, student\nProsecutor wanted seven years.",
    "The offence carries a sentence of ten years, {p:Ana Soler} said.",
]


@pytest.mark.parametrize(("text", "expected"), TREE_IMPOSED, ids=[t for t, _ in TREE_IMPOSED])
def test_a_penalty_is_read_from_the_tree(
    parsed: Callable[[str], Document], text: str, expected: set[tuple[str, str, str | None]]
):
    assert sentences(parsed(text)) == expected


@pytest.mark.parametrize("text", TREE_NOT_IMPOSED)
def test_what_was_not_imposed_is_not_read_from_the_tree(parsed: Callable[[str], Document], text: str):
    assert sentences(parsed(text)) == set()


@pytest.mark.parametrize("text", [t for t in NOT_IMPOSED if not t.startswith("The brother")])
def test_the_tree_adds_no_penalty_that_words_refuse(parsed: Callable[[str], Document], text: str):
    assert sentences(parsed(text)) == set()
