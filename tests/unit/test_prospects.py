"""Prospects: what is urged, planned, promised, threatened or feared, as the dependency tree tells it."""

from collections.abc import Callable, Iterator

import pytest

from hrkg import language
from hrkg.extract import claims, dates, events
from hrkg.extract.prospects import EXTRACTOR
from hrkg.model import Document, Event, Extracted, Record


@pytest.fixture(scope="module")
def engine() -> language.Engine:
    """The shipped engine: prospects are read from its trees."""
    return language.Engine()


@pytest.fixture
def found(marked: Callable[[str], Document], engine: language.Engine) -> Callable[[str], list[Event]]:
    """The prospects of a text with marked mentions."""

    def read(text: str) -> list[Event]:
        plain = marked(text)
        document = language.read(plain.article, engine).adding(plain.found)
        for before in (dates.EXTRACTOR, claims.EXTRACTOR, events.EXTRACTOR):
            document = document.adding(Extracted(r, before.name) for r in before(document) if not _ahead(r))
        return list(EXTRACTOR(document))

    def told(text: str) -> list[Event]:
        return list(_seen(read(text)))

    return told


def _ahead(record: Record) -> bool:
    """Whether another extractor tells a prospect: it would not be told twice."""
    return isinstance(record, Event) and record.prospect is not None


def _seen(told: list[Event]) -> Iterator[Event]:
    for event in told:
        assert event.prospect is not None
        yield event


TOLD = [
    # urged: the verb with "to", and what "and" adds
    ("{o.ngo:Open Gate} urged {o.government:the government} to release {p:Ana Soler}.", "release", "urged"),
    (
        "{o.ngo:Open Gate} called on {o.government:the authorities} to free {p:Ana Soler} at once.",
        "release",
        "urged",
    ),
    (
        "{o.ngo:Open Gate} asked {o.government:the ministry} to publish the list and free {p:Ana Soler}.",
        "release",
        "urged",
    ),
    ("{o.ngo:Open Gate} demanded the release of {p:Ana Soler}.", "release", "urged"),
    ("{o.ngo:Open Gate} called for the immediate release of {p:Ana Soler}.", "release", "urged"),
    ("{o.ngo:Open Gate} has called for an independent inquiry.", "review", "urged"),
    (
        "{o.ngo:Open Gate} asked {o.government:the ministry} to secure the release of {p:Ana Soler}.",
        "release",
        "urged",
    ),
    ("{o.ngo:Open Gate} demanded that {p:Ana Soler} be freed.", "release", "urged"),
    ("{o.ngo:Open Gate} urged {o.government:the parliament} to repeal the law.", "legislation", "urged"),
    (
        "{o.ngo:Open Gate} urged {o.security:the police} to protect {p:Ana Soler}.",
        "other",
        "urged",
    ),
    ("“{o.government:The government} should free {p:Ana Soler},” said {p:Ion Sava}.", "release", "urged"),
    # planned, promised, threatened
    ("{p:Ana Soler} said {p:she=Ana Soler} would appeal.", "appeal", "promised"),
    ("{p:Ana Soler} will appeal.", "appeal", "scheduled"),
    ("{p:Ana Soler} is due to appear in court on 3 May.", "trial", "scheduled"),
    ("The trial of {p:Ana Soler} is set for 3 May 2031.", "trial", "scheduled"),
    ("The trial of {p:Ana Soler} was adjourned until 3 May 2031.", "trial", "scheduled"),
    ("{p:Ana Soler} is awaiting trial.", "trial", "scheduled"),
    ("{g:Masked men} threatened to kill {p:Ana Soler}.", "killing", "conditional"),
    ("If convicted, {p:Ana Soler} could face up to ten years in prison.", "sentencing", "conditional"),
    # feared
    ("{o.ngo:Open Gate} fears that {p:Ana Soler} may be tortured.", "torture", "feared"),
    ("{o.ngo:Open Gate} warned that {p:Ana Soler} could be arrested.", "arrest", "feared"),
]

SILENT = [
    "{p:Ana Soler} was released on Monday.",
    "{o.government:The government} has yet to release {p:Ana Soler}.",
    "{o.ngo:Open Gate} did not ask {o.government:the government} to release {p:Ana Soler}.",
    "{o.court:The court} ruled that {p:Ana Soler} must report to {o.security:the police}.",
    "{p:Ana Soler} asked {o.security:the police} how many days {p:she=Ana Soler} could spare.",
    "{p:Ana Soler} had begun to talk to the wall.",
    "No prisoner should leave a cell like that, {p:Ana Soler} said.",
    "{p:Ana Soler} spent six months in prison while awaiting trial.",
    "The trial of {p:Ana Soler} opened on 3 May 2001.",
    "Thank you to all who wrote.",
    "Was {p:Ana Soler} going to appeal?",
]


@pytest.mark.parametrize(("text", "type_", "kind"), TOLD)
def test_what_is_told(found: Callable[[str], list[Event]], text: str, type_: str, kind: str):
    told = [(e.type, e.prospect.kind) for e in found(text) if e.prospect]
    assert (type_, kind) in told


@pytest.mark.parametrize("text", SILENT)
def test_what_is_not(found: Callable[[str], list[Event]], text: str):
    assert found(text) == []


def _words(document: Callable[[str], list[Event]], text: str, role: str, plain: str) -> set[str]:
    return {a.filler.of(plain) for e in document(text) for a in e.arguments if a.role == role}


PARTIES = [
    (
        "{o.ngo:Open Gate} urged {o.government:the government} to release {p:Ana Soler}.",
        "Open Gate urged the government to release Ana Soler.",
        {"advocate": {"Open Gate"}, "affected": {"Ana Soler"}, "addressee": {"the government"}},
    ),
    (
        "{o.ngo:Open Gate} asked {o.security:the police} to find the car.",
        "Open Gate asked the police to find the car.",
        {"advocate": {"Open Gate"}, "affected": {"the police"}, "addressee": {"the police"}},
    ),
    (
        "{p:Ion Sava} was freed, {o.ngo:Open Gate} said, calling on {o.government:the state} to free {p:Ana Soler}.",
        "Ion Sava was freed, Open Gate said, calling on the state to free Ana Soler.",
        {"advocate": {"Open Gate"}, "affected": {"Ana Soler"}},
    ),
]


@pytest.mark.parametrize(("text", "plain", "roles"), PARTIES)
def test_who_takes_part(
    found: Callable[[str], list[Event]], text: str, plain: str, roles: dict[str, set[str]]
):
    for role, names in roles.items():
        assert _words(found, text, role, plain) == names


def test_a_demand_told_twice_is_one(found: Callable[[str], list[Event]]):
    text = (
        "{o.ngo:Open Gate} urged {o.government:the government} to release {p:Ana Soler}. "
        "{o.ngo:Open Gate} again urged {o.government:the government} to free {p:Ana Soler}."
    )
    assert [e.type for e in found(text)].count("release") == 1


def test_a_document_without_trees_has_none(marked: Callable[[str], Document]):
    assert list(EXTRACTOR(marked("{o:Open Gate} urged {o:the state} to free {p:Ana Soler}."))) == []
