"""Who says what by the dependency trees: cues, contents, speakers named before or late, stances and targets."""

from collections.abc import Callable

import pytest

from hrkg import extract, language
from hrkg.extract.reading import names
from hrkg.model import Article, Claim, Document

Read = Callable[[str], Document]

SAID = [
    (
        "Ana Soler said that the road was closed and that nobody was hurt.",
        {("Ana Soler", "the road was closed"), ("Ana Soler", "nobody was hurt")},
    ),
    (
        "The road, Ana Soler said, was closed for weeks.",
        {("Ana Soler", "The road, Ana Soler said, was closed for weeks")},
    ),
    (
        "The trial had been unfair from the start, argued Ana Soler.",
        {("Ana Soler", "The trial had been unfair from the start")},
    ),
    ("According to Ana Soler, the road was closed.", {("Ana Soler", "the road was closed")}),
    (
        "By the count of the Lantern League, 14 people are in prison.",
        {("Lantern League", "14 people are in prison")},
    ),
    (
        "The trial was unfair, according to a report published in May by the Lantern League.",
        {("Lantern League", "The trial was unfair")},
    ),
    (
        "A statement by the Lantern League said that the trial was unfair.",
        {("Lantern League", "the trial was unfair")},
    ),
    (
        "A local group, the Lantern League, said that the trial was unfair.",
        {("Lantern League", "the trial was unfair")},
    ),
    (
        "Ana Soler spoke in Lima on Monday. She said the trial had been unfair.",
        {("Ana Soler", "the trial had been unfair")},
    ),
    ("The Lantern League does not believe this account.", {("Lantern League", "believe this account")}),
    (
        "The Lantern League was told by Ana Soler that the road was closed.",
        {("Ana Soler", "the road was closed")},
    ),
    ("Ana Soler might say that the road was closed.", set()),
    ("Ana Soler did not say that the road was closed.", set()),
    ("Ana Soler was told that the road was closed.", set()),
    ("Ana Soler was denied bail on Monday.", set()),
    ("The ministry rejected the appeal of Ana Soler.", set()),
    ("Ana Soler defended Ion Sava before the High Court.", set()),
    ("Ana Soler asked for a glass of water.", set()),
    ("If Ana Soler says that the road was closed, the driver will turn back.", set()),
    ("A man calling himself Commander Sava called her.", set()),
    ("The number of prisoners was put at 14.", set()),
]
STANCES = [
    ("Ana Soler denied that anybody had been beaten.", "deny"),
    ("The Lantern League warned that more arrests would follow.", "warn"),
    ("The Lantern League expressed deep concern over the raid.", "concern"),
    ("The Lantern League fears that Ion Sava will be tortured.", "concern"),
    ("Ana Soler said that officers beat him with sticks.", "accuse"),
    ("Ana Soler said that the court should release him.", "urge"),
    ("Ana Soler said that he should never have been arrested.", "criticise"),
    ('"If they convict him, every reporter will be on trial," Ana Soler said.', "warn"),
    ('"Please let my brother come home," Ana Soler said.', "urge"),
    ('"We condemn the raid on the paper," Ana Soler said.', "criticise"),
    ("Ana Soler said that she would appeal against the ruling.", "promise"),
    ('Ana Soler called the report "a fabrication".', "reject"),
    ("The police said that the search was lawful.", "defend"),
    ("The police said that nobody had been mistreated.", "deny"),
    ("Ana Soler said that 14 people were killed in the storm.", "report"),
    ("Ana Soler said that the hearing was moved to Friday.", "report"),
]
TARGETS = [
    ("The Lantern League urged the police to free Ana Soler.", "police"),
    ("Ana Soler said that the police had beaten her brother.", "police"),
    ("Ana Soler said that the police should free her brother.", "police"),
    ("Ana Soler said that her brother had been beaten by soldiers.", "soldiers"),
    ("The Lantern League condemned the killing of Ana Soler.", None),
    ("Ana Soler said that prisoners should not be tried by soldiers.", None),
    ("Ana Soler denied that the police had beaten anybody.", None),
]
ISSUED = [
    ("LANTERN LEAGUE\n\nWe urge the police to free Ana Soler.", {"Lantern League"}),
    ("Open letter to the Lantern League\n\nDear friends,\n\nWe urge you to free Ana Soler.", set()),
    ("We urge the police to free Ana Soler.", set()),
]


@pytest.fixture(scope="module")
def engine() -> language.Engine:
    return language.Engine()


@pytest.fixture
def whole(engine: language.Engine, article: Callable[..., Article]) -> Read:
    return lambda text: extract.extract(language.read(article(text), engine))[0]


@pytest.mark.parametrize(("text", "wanted"), SAID)
def test_said(whole: Read, text: str, wanted: set[tuple[str, str]]) -> None:
    assert {(who, words) for who, words, _, _ in claims(whole(text))} == wanted


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_stance(whole: Read, text: str, stance: str) -> None:
    assert [taken for _, _, taken, _ in claims(whole(text))] == [stance]


@pytest.mark.parametrize(("text", "target"), TARGETS)
def test_target(whole: Read, text: str, target: str | None) -> None:
    assert [aim for *_, aim in claims(whole(text))] == [target]


@pytest.mark.parametrize(("text", "speakers"), ISSUED)
def test_issuer(whole: Read, text: str, speakers: set[str]) -> None:
    assert {who.title() for who, *_ in claims(whole(text))} == speakers


def claims(document: Document) -> list[tuple[str, str, str, str | None]]:
    called = names(document)
    return [
        (
            called[c.speaker] if c.speaker else "",
            c.content.of(document.text),
            c.stance,
            called[c.target] if c.target else None,
        )
        for c in document.of(Claim)
    ]
