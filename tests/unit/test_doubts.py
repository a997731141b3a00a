"""Whole readings in which a status would wrong somebody: it must not come out."""

import pytest

from hrkg import extract, language, resolve
from hrkg.model import Event, Status


@pytest.fixture(scope="module")
def engine():
    return language.Engine()


def read(article, text, engine):
    document, _ = extract.extract(language.read(article(text, published="2024-03-14"), engine))
    gathered = resolve.gather(document)
    names = {span: e.label for e in gathered.entities for span in e.mentions}
    found = [x.record for x in gathered.found]
    statuses = {names.get(s.about): s.status for s in found if isinstance(s, Status)}
    return statuses, [e for e in found if isinstance(e, Event)]


@pytest.mark.parametrize(
    ("text", "who", "never"),
    [
        (
            "A messaging channel reported on 27 October that Kamran Nia had been freed. His brother disputes it.",
            "Kamran Nia",
            "released",
        ),
        (
            "In 2019, Karim Oubella was sentenced to six months in prison; the sentence was overturned in 2020.",
            "Karim Oubella",
            "imprisoned",
        ),
        (
            "Anwar Mollik, 24, was picked up on Friday. He was released on bail on Monday.",
            "Anwar Mollik",
            "detained",
        ),
        (
            "The inquiry into the death of Barasa Wekoye opened on Monday. Barasa Wekoye was arrested on 4 March.",
            "Barasa Wekoye",
            "detained",
        ),
        ("She spoke of ways of getting Ana Soler freed.", "Ana Soler", "released"),
        ("Officials hope to see Ana Soler released.", "Ana Soler", "released"),
        (
            "The files that Leda Voss passed on and Ivo Brand printed were genuine, released for the public good.",
            "Ivo Brand",
            "released",
        ),
    ],
)
def test_a_doubtful_status_is_not_told(article, engine, text, who, never):
    statuses, _ = read(article, text, engine)
    assert statuses.get(who) != never


@pytest.mark.parametrize(
    ("text", "who", "status"),
    [
        ("Ana Soler was released on Friday after two years in prison.", "Ana Soler", "released"),
        ("Karim Oubella was sentenced on Monday to six years in prison.", "Karim Oubella", "imprisoned"),
        ("Police arrested Anwar Mollik on Friday.", "Anwar Mollik", "detained"),
        (
            "The vigil was held for Ana Soler, 20, a student who was expelled and has been in custody since June.",
            "Ana Soler",
            "detained",
        ),
    ],
)
def test_what_is_plain_is_told(article, engine, text, who, status):
    statuses, _ = read(article, text, engine)
    assert statuses.get(who) == status


def test_a_release_of_hearsay_is_attributed_and_without_the_day_of_the_hearsay(article, engine):
    _, events = read(article, "A channel reported on 27 October that Kamran Nia had been freed.", engine)
    assert [(e.modality, e.when) for e in events if e.type == "release"] == [("attributed", None)]


def test_the_date_of_an_aside_is_not_the_events(article, engine):
    _, events = read(
        article, "Sarah Akello, who was jailed for two years in 2019, has been released.", engine
    )
    assert [e.when for e in events if e.type == "release"] == [None]


def test_reasons_of_politics_are_no_charge(article, engine):
    document, _ = extract.extract(
        language.read(article("Ana Soler was imprisoned for political reasons in May."), engine)
    )
    assert not [x for x in document.found if type(x.record).__name__ == "Charge"]
