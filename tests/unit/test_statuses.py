"""The latest status of liberty that an article reports."""

from collections.abc import Callable

import pytest

from hrkg.extract.dates import EXTRACTOR as DATES
from hrkg.extract.events import EXTRACTOR as EVENTS
from hrkg.extract.sentences import EXTRACTOR as SENTENCES
from hrkg.extract.statuses import EXTRACTOR
from hrkg.model import Document, Extracted

DECIDED = [
    ("{p:Ana Soler} was detained on Monday.", "detained"),
    ("{p:Ana Soler} was arrested in May.", "detained"),
    ("{p:Ana Soler} remains in custody.", "detained"),
    ("{p:Ana Soler} was arrested. {p:She=Ana Soler} was charged with libel.", "charged"),
    ("{p:Ana Soler} was charged with libel. {p:She=Ana Soler} remains in custody.", "detained"),
    ("{p:Ana Soler} was formally arrested in May.", "formally-arrested"),
    ("{p:Ana Soler} is on trial.", "on-trial"),
    ("{p:Ana Soler} was convicted in May.", "convicted"),
    ("{p:Ana Soler} was acquitted.", "acquitted"),
    ("{p:Ana Soler} was acquitted and released.", "acquitted"),
    ("{p:Ana Soler} was sentenced to four years in prison.", "imprisoned"),
    ("{p:Ana Soler} was sentenced in absentia to four years in prison.", "convicted"),
    ("{p:Ana Soler} was given a two-year suspended sentence.", "convicted"),
    ("{p:Ana Soler} was fined 400 dinars by a court.", "convicted"),
    ("{p:Ana Soler} is serving a six-year term.", "imprisoned"),
    ("{p:Ana Soler} is under house arrest.", "house-arrest"),
    ("{p:Ana Soler} disappeared in May.", "disappeared"),
    ("{p:Ana Soler} was detained in May and released in June.", "released"),
    ("{p:Ana Soler} was freed on bail.", "released"),
    ("{p:Ana Soler} was released in March 2020. {p:She=Ana Soler} was arrested in May 2024.", "detained"),
    ("{p:Ana Soler} was arrested in 2023 and died in custody.", "died-in-custody"),
    ("{p:Ana Soler} was executed on Monday.", "executed"),
    ("{p:Ana Soler} was acquitted in 2022. {p:She=Ana Soler} was charged in May 2024.", "charged"),
    ("{o:Lantern League} demanded {p:Ana Soler}'s release.", "detained"),
    ("{o:Lantern League} called for the release of {p:Ana Soler}.", "detained"),
    ("{p:Ana Soler} was arrested in May. {p:She=Ana Soler} will be released in June.", "detained"),
    ("{p:Ana Soler} was arrested in May. {p:She=Ana Soler} has not been released.", "detained"),
]

UNDECIDED = [
    "{p:Ana Soler} spoke.",
    "{p:Ana Soler} will be released.",
    "{p:Ana Soler} may be arrested.",
    "{p:Ana Soler} was not arrested.",
    "{p:Ana Soler} was briefly detained.",
    "{p:Ana Soler} was arrested and spent 47 days in a barracks.",
    "{p:Ana Soler} left town when {p:she=Ana Soler} was detained.",
    "{g:teachers} were detained.",
    "{p:Ana Soler} was held for three days.",
    "{p:Ana Soler} was arrested in 2011.",
    "{o.security:Police} arrested nobody. {p:Ana Soler} left.",
    "{p:Ana Soler} was released. {p:She=Ana Soler} was sentenced to four years in prison.",
]


@pytest.fixture
def statuses(
    document: Callable[..., Document], marked: Callable[[str], Document]
) -> Callable[[str], list[tuple[str, str]]]:
    def read(text: str) -> list[tuple[str, str]]:
        made = marked(text)
        read_again = document(made.text, [x.record for x in made.found], published="2024-06-15")
        for extractor in (DATES, SENTENCES, EVENTS):
            read_again = read_again.adding(Extracted(r, extractor.name) for r in extractor(read_again))
        return [(s.about.of(made.text), s.status) for s in EXTRACTOR(read_again)]

    return read


@pytest.mark.parametrize(("text", "status"), DECIDED, ids=[t for t, _ in DECIDED])
def test_a_status_is_decided(statuses, text: str, status: str):
    assert statuses(text) == [("Ana Soler", status)]


@pytest.mark.parametrize("text", UNDECIDED)
def test_where_it_is_not_clear_none_is_written(statuses, text: str):
    assert statuses(text) == []


def test_each_person_has_one(statuses):
    assert statuses(
        "{p:Ana Soler} and {p:Ion Sava} were arrested. {p:Ana Soler} was released on Monday."
    ) == [
        ("Ana Soler", "released"),
        ("Ion Sava", "detained"),
    ]


def test_the_tables_are_whole():
    assert (len(DECIDED), len(UNDECIDED)) == (27, 12)
