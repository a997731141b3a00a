"""Events: what is told as having happened, and what is only urged, planned, promised, feared or denied."""

from collections.abc import Callable

import pytest

from hrkg.extract.dates import EXTRACTOR as DATES
from hrkg.extract.events import EXTRACTOR
from hrkg.extract.sentences import EXTRACTOR as SENTENCES
from hrkg.model import Document, Event, Extracted

REPORTED = [
    # passive and active
    ("{p:Ana Soler} was arrested in {l:Lelu}.", "arrest", {"Ana Soler"}),
    ("{p:Ana Soler} has been detained.", "detention", {"Ana Soler"}),
    ("{p:Ana Soler} was on Monday arrested again.", "arrest", {"Ana Soler"}),
    ("{o.security:Police} arrested {p:Ana Soler}.", "arrest", {"Ana Soler"}),
    ("{o.security:Police} detained journalist {p:Ana Soler} at home.", "detention", {"Ana Soler"}),
    ("{o.security:Police} have arrested {g:three students}.", "arrest", {"three students"}),
    ("{p:Ana Soler}, 41, a teacher, was arrested.", "arrest", {"Ana Soler"}),
    ("{p:Ana Soler}, who lives in {l:Lelu}, was arrested.", "arrest", {"Ana Soler"}),
    ("{p:Ana Soler}, who was arrested in May, is a teacher.", "arrest", {"Ana Soler"}),
    ("{p:Ana Soler}, arrested in May, is a teacher.", "arrest", {"Ana Soler"}),
    ("{p:Ana Soler} left. {p:She=Ana Soler} was arrested.", "arrest", {"She"}),
    (
        "{p:Ana Soler}, {p:Ion Sava} and {p:Mira Kol} were arrested.",
        "arrest",
        {"Ana Soler", "Ion Sava", "Mira Kol"},
    ),
    ("{o.security:Police} arrested {p:Ana Soler} and {p:Ion Sava}.", "arrest", {"Ana Soler", "Ion Sava"}),
    ("{p:Ana Soler} spoke and {p:Ion Sava} was arrested.", "arrest", {"Ion Sava"}),
    ("{p:Ana Soler} was tried and convicted.", "conviction", {"Ana Soler"}),
    ("{o.court:The court} found {p:Ana Soler} guilty of fraud.", "conviction", {"Ana Soler"}),
    ("{p:Ana Soler} was acquitted.", "acquittal", {"Ana Soler"}),
    ("{p:Ana Soler} was formally arrested in May.", "formal-arrest", {"Ana Soler"}),
    ("{p:Ana Soler} was charged with fraud.", "charging", {"Ana Soler"}),
    ("{p:Ana Soler} was held for three days.", "detention", {"Ana Soler"}),
    ("{p:Ana Soler} remains in custody.", "detention", {"Ana Soler"}),
    ("{p:Ana Soler} is behind bars.", "detention", {"Ana Soler"}),
    ("{p:Ana Soler} has been under house arrest since May.", "house-arrest", {"Ana Soler"}),
    ("{p:Ana Soler} spent four months in custody.", "detention", {"Ana Soler"}),
    ("{p:Ana Soler} is serving a six-year term.", "imprisonment", {"Ana Soler"}),
    ("{p:Ana Soler} was jailed for four years.", "sentencing", {"Ana Soler"}),
    ("{o.court:The court} sentenced {p:Ana Soler} to four years in prison.", "sentencing", {"Ana Soler"}),
    ("{p:Ana Soler} disappeared in {l:Lelu} in May.", "enforced-disappearance", {"Ana Soler"}),
    ("{p:Ana Soler} was abducted by {g:masked men}.", "abduction", {"Ana Soler"}),
    ("{p:Ana Soler} was tortured.", "torture", {"Ana Soler"}),
    ("{p:Ana Soler} was shot dead.", "killing", {"Ana Soler"}),
    ("{p:Ana Soler} died in a prison hospital in May.", "death-in-custody", {"Ana Soler"}),
    ("{o.security:Police} searched {p:Ana Soler}'s home.", "raid", {"Ana Soler"}),
    ("{p:Ana Soler} was barred from leaving the country.", "travel-ban", {"Ana Soler"}),
    # nouns and adjectives
    ("The arrest of {p:Ana Soler} shocked many.", "arrest", {"Ana Soler"}),
    ("{p:Ana Soler}'s detention shocked many.", "detention", {"Ana Soler"}),
    ("{p:Ana Soler} left. {p:Her=Ana Soler} arrest shocked many.", "arrest", {"Her"}),
    ("Friends of the jailed lawyer {p:Ana Soler} met.", "imprisonment", {"Ana Soler"}),
    # releases that happened
    ("{p:Ana Soler} was released on bail.", "release", {"Ana Soler"}),
    ("{o:The junta} freed {p:Ana Soler} on Monday.", "release", {"Ana Soler"}),
    ("{p:Ana Soler} walked free from the court.", "release", {"Ana Soler"}),
    ("{p:Ana Soler} was detained in May and released in June.", "release", {"Ana Soler"}),
    ("After {p:Ana Soler}'s release the family left.", "release", {"Ana Soler"}),
    ("{p:Ana Soler} was let go the same evening.", "release", {"Ana Soler"}),
    # who stands before the verb
    (
        "{g:Two editors} — {p:Ana Soler} and {p:Ion Sava} — were arrested.",
        "arrest",
        {"Ana Soler", "Ion Sava"},
    ),
    ("Little changed after {p:Ana Soler} was arrested.", "arrest", {"Ana Soler"}),
    ("{p:Ana Soler} spent nearly nine months in custody.", "detention", {"Ana Soler"}),
    ("{p:Ana Soler} was seized at home.", "detention", {"Ana Soler"}),
    ("{g:Masked men} seized {p:Ana Soler}.", "abduction", {"Ana Soler"}),
    ("{p:Ana Soler} walked out of Lelu prison in May.", "release", {"Ana Soler"}),
    ("{o:Lantern League} wrote of {p:Ion Sava} and freed activist {p:Ana Soler}.", "release", {"Ana Soler"}),
]

TAKING_PART = [
    ("Much changed since {p:Ana Soler} took office in 2012.", "tenure-start", {"Ana Soler"}),
    (
        "In an open letter to {p:Ion Sava}, {o:Lantern League} warned of war.",
        "letter",
        {"Lantern League", "Ion Sava"},
    ),
    ("In a statement, {o:Lantern League} denied it.", "statement", {"Lantern League"}),
    ("{p:Ana Soler} won the Lelu Prize in May.", "award", {"Ana Soler"}),
    ("{o:Lantern League} launched the first campaign of its kind.", "campaign", {"Lantern League"}),
]

URGED = [
    "{o:Lantern League} called for the immediate release of {p:Ana Soler}.",
    "{o:Lantern League} demanded {p:Ana Soler}'s release.",
    "{o:Lantern League} urged {o.government:the government} to release {p:Ana Soler}.",
    "{o:Lantern League} calls on {o.government:the authorities} to free {p:Ana Soler} at once.",
    "{o:Lantern League} called on {o.government:the authorities} to drop the case and free {p:Ana Soler}.",
    "{o:Lantern League} demanded that {p:Ana Soler} be freed.",
    "{o:Lantern League} called for {p:Ana Soler} to be released.",
    "{p:Ana Soler} must be freed, {o:Lantern League} said.",
    "{o.government:The government} should release {p:Ana Soler}.",
    "{o:Lantern League} appealed for the release of {p:Ana Soler}.",
    "Free {p:Ana Soler}!",
]

PROSPECTIVE = [
    ("{p:Ana Soler} will be released on Friday.", "release", "scheduled"),
    ("{p:Ana Soler} is due to be released in June.", "release", "scheduled"),
    ("{o.government:The government} promised to release {p:Ana Soler}.", "release", "promised"),
    ("{p:Ana Soler} may be tortured.", "torture", "hypothetical"),
    ("We fear that {p:Ana Soler} was tortured.", "torture", "feared"),
    ("If {p:Ana Soler} is arrested, we will leave.", "arrest", "conditional"),
    ("{p:Ana Soler} could be arrested.", "arrest", "hypothetical"),
    ("{p:Ana Soler} is due to be tried in June.", "trial", "scheduled"),
    ("{p:Ana Soler} is to be sentenced on Friday.", "sentencing", "scheduled"),
    ("{p:Ana Soler} will appeal.", "appeal", "scheduled"),
    ("The trial of {p:Ana Soler} is due to open in June.", "trial", "scheduled"),
    ("{p:Ana Soler}'s trial opens on Friday.", "trial", "scheduled"),
    ("{o:Lantern League} wants {p:Ana Soler} tried.", "trial", "urged"),
    ("{o.government:The ministry} should publish the list.", "other", "urged"),
]

NOTHING = [
    "{p:Ana Soler} was not arrested.",
    "{p:Ana Soler} was never detained.",
    "{p:Ana Soler} has not been released.",
    "{p:Ana Soler} has never been convicted.",
    "{o.security:Police} denied that {p:Ana Soler} was tortured.",
    "{o.security:Police} did not arrest {p:Ana Soler}.",
    "{o.government:The government} refused to release {p:Ana Soler}.",
    "{o.government:The government} failed to free {p:Ana Soler}.",
    "{o.government:The government} has yet to release a statement on {p:Ana Soler}.",
    "{o:Lantern League} released a statement on {p:Ana Soler}.",
    "{o:Lantern League} released {p:Ana Soler}'s letter.",
    "{o:Lantern League} released the report of {p:Ana Soler}.",
    "{p:Ana Soler}'s film was released in May.",
    "Was {p:Ana Soler} arrested?",
    "{g:Lawyers} are often detained.",
    "{g:Lawyers} are arrested on such grounds.",
    "Without the release of {p:Ana Soler} there is no deal.",
    "The release of {p:Ana Soler} was denied.",
    "A warrant for the arrest of {p:Ana Soler} exists.",
    "An arrest warrant names {p:Ana Soler}.",
    "{p:Ana Soler} visited a detention centre.",
    "{p:Ana Soler} of the Committee on Enforced Disappearances spoke.",
    "{p:Ana Soler} held a meeting.",
    "{p:Ana Soler} was holding a sign.",
    "{o:Lantern League} held {p:Ana Soler} responsible.",
    "{p:Ana Soler} tried to leave.",
    "The wife of {p:Ana Soler} was arrested.",
    "Relatives of {p:Ana Soler} were arrested.",
    "The lawyer for {p:Ana Soler} was detained.",
    "{p:Ana Soler}'s brother was arrested.",
    "{p:he=} was arrested.",
    "{p:Ana Soler} said no one was arrested.",
    "{p:Ana Soler} had served as minister.",
    "{o.security:Police} arrested on Monday.",
    "Whether {p:Ana Soler} was released is unknown.",
    "The failed abduction of {p:Ana Soler} is recalled.",
    "{o.security:Police} detained a plane carrying 40 {g:students}.",
    "{p:Ana Soler} won the election.",
    "{o.security:The Force} has held {l:Lelu} since 2023.",
]


@pytest.fixture
def events(marked: Callable[[str], Document]) -> Callable[[str], tuple[Document, list[Event]]]:
    def read(text: str) -> tuple[Document, list[Event]]:
        document = marked(text)
        for extractor in (DATES, SENTENCES):
            document = document.adding(Extracted(r, extractor.name) for r in extractor(document))
        return document, list(EXTRACTOR(document))

    return read


def fillers(document: Document, event: Event, role: str) -> set[str]:
    return {a.filler.of(document.text) for a in event.arguments if a.role == role}


@pytest.mark.parametrize(("text", "type_", "affected"), REPORTED, ids=[t for t, _, _ in REPORTED])
def test_what_happened_is_an_event(events, text: str, type_: str, affected: set[str]):
    document, found = events(text)
    told = [e for e in found if e.type == type_ and e.prospect is None]
    assert [fillers(document, e, "affected") for e in told] == [affected]


@pytest.mark.parametrize("text", URGED)
def test_an_urged_release_is_urged_and_presupposes_a_detention(events, text: str):
    document, found = events(text)
    found = [e for e in found if e.type != "other"]
    assert [(e.type, e.prospect and e.prospect.kind, e.modality == "presupposed") for e in found] == [
        ("release", "urged", False),
        ("detention", None, True),
    ]
    assert all(fillers(document, e, "affected") == {"Ana Soler"} for e in found)


@pytest.mark.parametrize(("text", "type_", "kind"), PROSPECTIVE, ids=[t for t, _, _ in PROSPECTIVE])
def test_what_lies_ahead_is_a_prospect(events, text: str, type_: str, kind: str):
    _, found = events(text)
    assert [(e.type, e.prospect and e.prospect.kind) for e in found] == [(type_, kind)]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_not_told_is_not_written(events, text: str):
    _, found = events(text)
    assert [(e.type, e.arguments) for e in found if e.type not in ("statement", "report")] == []


@pytest.mark.parametrize(("text", "type_", "who"), TAKING_PART, ids=[t for t, _, _ in TAKING_PART])
def test_who_takes_part(events, text: str, type_: str, who: set[str]):
    document, found = events(text)
    told = [e for e in found if e.type == type_ and e.prospect is None]
    assert [fillers(document, e, "agent") | fillers(document, e, "participant") for e in told] == [who]


def test_and_adds_a_second_demand(events):
    document, found = events(
        "{o:Lantern League} urged {o.government:the ministry} to publish the list and lift the ban to calm the town."
    )
    assert [e.trigger.of(document.text) for e in found] == ["publish", "lift"]


def test_who_urges_and_who_is_asked(events):
    document, found = events(
        "{o:Lantern League} urged {o.government:the government} to release {p:Ana Soler}."
    )
    assert fillers(document, found[0], "advocate") == {"Lantern League"}
    assert fillers(document, found[0], "addressee") == {"the government"}
    assert fillers(document, found[0], "agent") == set()


def test_other_demands_are_prospective_too(events):
    document, (event,) = events("{o:Lantern League} urged {o.government:the ministry} to publish the list.")
    assert (event.type, event.prospect and event.prospect.kind) == ("other", "urged")
    assert fillers(document, event, "affected") == {"the ministry"}
    assert fillers(document, event, "advocate") == {"Lantern League"}


def test_agent_place_and_date(events):
    document, (event,) = events(
        "{p:Ana Soler} was arrested by {o.security:police} in {l:Lelu} on 3 May 2024."
    )
    assert fillers(document, event, "agent") == {"police"}
    assert fillers(document, event, "place") == {"Lelu"}
    assert event.when is not None
    assert event.when.edtf == "2024-05-03"


def test_an_urged_release_of_somebody_whose_arrest_is_told_presupposes_nothing_more(events):
    _, found = events("{p:Ana Soler} was arrested. {o:Lantern League} demanded {p:her=Ana Soler} release.")
    assert [(e.type, e.modality) for e in found] == [("arrest", "asserted"), ("release", "asserted")]


def test_every_span_lies_in_the_text(events):
    document, found = events(
        "{o.security:Police} arrested {p:Ana Soler} and {p:Ion Sava} in {l:Lelu} in May."
    )
    spans = [
        s
        for e in found
        for s in (e.trigger, *(a.filler for a in e.arguments), *(a.evidence for a in e.arguments))
    ]
    assert spans
    assert all(s.of(document.text).strip() for s in spans)


def test_the_tables_are_whole():
    assert len(TAKING_PART) == 5
    assert (len(REPORTED), len(URGED), len(PROSPECTIVE), len(NOTHING)) == (51, 11, 14, 39)
