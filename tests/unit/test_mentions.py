from itertools import pairwise

import pytest

from hrkg.extract.mentions import EXTRACTOR
from hrkg.language import read
from hrkg.model import Article, Mention


def mentions(text: str) -> list[Mention]:
    return list(EXTRACTOR(read(Article("0" * 64, text, "test.txt"))))


def named(text: str, kind: str) -> list[str]:
    return [m.name for m in mentions(text) if m.kind == kind and m.form == "name"]


PEOPLE = [
    ("Police arrested Orvik Tandlehurst, 34, at dawn.", ["Orvik Tandlehurst"]),
    ("“We will appeal,” said Oruba Kelmente, a lawyer.", ["Oruba Kelmente"]),
    ("The court freed Nur Abd al-Vareesi, who runs a bookshop.", ["Nur Abd al-Vareesi"]),
    ("Her husband, Zefir, was not told.", ["Zefir"]),
    ("Mr. Oldenquist declined to comment.", ["Oldenquist"]),
    ("Army spokesman Colonel Bakur Demlaria denied it.", ["Bakur Demlaria"]),
    ("Prime Minister Aldo Verrinchi resigned.", ["Aldo Verrinchi"]),
    ("The poet Tenzin Yulgyal was beaten.", ["Tenzin Yulgyal"]),
    ("Nguyen Van Thuong and Pham Thi Leu were sentenced in May.", ["Nguyen Van Thuong", "Pham Thi Leu"]),
    ("The student Ayşe Kormaz and Drovik Pelstrane were held.", ["Ayşe Kormaz", "Drovik Pelstrane"]),
    ("Maria de la Cruz Olmedo's trial began.", ["Maria de la Cruz Olmedo"]),
    ("Her sons Karim and Zelvio are missing.", ["Karim", "Zelvio"]),
    ("Jean-Baptiste Kolomwe was released.", ["Jean-Baptiste Kolomwe"]),
    ("Wang Meixun was detained. Wang has no lawyer.", ["Wang Meixun", "Wang"]),
    ("When I asked, Grand Canyon tours were sold out.", []),
    ("The Golden Lantern festival opened on Monday in April.", []),
    ("He praised the Universal Declaration of Human Rights.", []),
    ("She was held at Nairobi Central Prison.", []),
]


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_people(text: str, expected: list[str]) -> None:
    assert named(text, "person") == expected


ORGANIZATIONS = [
    ("Human Rights Watch urged a release.", [("Human Rights Watch", "ngo")]),
    ("The Ministry of Justice was silent.", [("Ministry of Justice", "government")]),
    ("Velmia's Foreign Ministry was silent.", [("Foreign Ministry", "government")]),
    (
        "The Vostrava District People's Court ruled on Friday.",
        [("Vostrava District People's Court", "court")],
    ),
    ("She joined the Elmore River Rights Network in May.", [("Elmore River Rights Network", "ngo")]),
    ("It was reported by the Zarova Courier.", [("Zarova Courier", "media")]),
    ("He wrote for the blog Nightlamp Notes.", [("Nightlamp Notes", "media")]),
    ("Nepalese police broke up the march.", [("Nepalese police", "security")]),
    ("The Archdiocese of Bamenda protested.", [("Archdiocese of Bamenda", "religious")]),
    ("The 4th Harbour Guard Regiment was blamed.", [("4th Harbour Guard Regiment", "security")]),
    ("Emily Church spoke.", []),
]


@pytest.mark.parametrize(("text", "expected"), ORGANIZATIONS)
def test_organizations(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(m.name, m.code) for m in mentions(text) if m.kind == "organization" and m.form == "name"]
    assert found == expected


STATES = [
    ("Chinese authorities released nobody.", "Chinese authorities", "cn", "China"),
    ("The government of Chad rejected the report.", "The government of Chad", "td", "Chad"),
    ("Beijing said nothing had happened.", "Beijing", "cn", "China"),
    ("She urged Iran to free them.", "Iran", "ir", "Iran"),
    ("The U.S. government condemned it.", "The U.S. government", "us", "the United States"),
    ("Vietnam has repeatedly jailed bloggers.", "Vietnam", "vn", "Vietnam"),
    ("The flight was ordered by Rwanda.", "Rwanda", "rw", "Rwanda"),
    ("Copenhagen on Monday called for restraint.", "Copenhagen", "dk", "Denmark"),
]


@pytest.mark.parametrize(("text", "words", "code", "country"), STATES)
def test_a_state_that_acts_is_its_government(text: str, words: str, code: str, country: str) -> None:
    [state] = [m for m in mentions(text) if m.kind == "organization" and m.key]
    assert state.span.of(text) == words
    assert (state.name, state.key) == (f"government of {country}", f"organization/government-{code}")
    assert state.code == "government"


PLACES = [
    ("He was held in China.", [("China", "country", "place/cn")]),
    ("They fled to Ghana.", [("Ghana", "country", "place/gh")]),
    ("She lives in Xinjiang.", [("Xinjiang", "region", None)]),
    ("He was moved to Evin prison.", [("Evin prison", "facility", None)]),
    ("The march reached Rasht.", [("Rasht", "city", None)]),
    ("Soldiers burnt the village of Ostrelka.", [("Ostrelka", "city", None)]),
    ("It happened in Qinghai province.", [("Qinghai", "region", None)]),
    ("He grew up in Belgrave Province.", [("Belgrave Province", "region", None)]),
    ("NAIROBI, Kenya - Nobody came.", [("Nairobi", "city", None), ("Kenya", "country", "place/ke")]),
    ("The Iranian film won a prize.", []),
    ("It opens in March.", []),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_places(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(m.name, m.code, m.key) for m in mentions(text) if m.kind == "place"] == expected


GROUPS = [
    ("More than 40 students were detained.", "students", (40, None, "more-than")),
    ("At least three journalists fled.", "journalists", (3, None, "at-least")),
    ("Dozens of lawyers signed it.", "lawyers", (24, None, "about")),
    ("Hundreds of protesters marched.", "protesters", (200, None, "about")),
    ("About 60 families lost their land.", "families", (60, 60, "about")),
    ("Twenty-two rural workers were killed.", "rural workers", (22, 22, "exact")),
    ("Up to five asylum seekers were deported.", "asylum seekers", (None, 5, "at-most")),
    ("They freed 1,200 female political prisoners.", "female political prisoners", (1200, 1200, "exact")),
    ("Guards beat two Tibetan monks.", "Tibetan monks", (2, 2, "exact")),
    ("Two thousand garment workers struck.", "garment workers", (2000, 2000, "exact")),
]


@pytest.mark.parametrize(("text", "label", "bounds"), GROUPS)
def test_groups_carry_their_count(text: str, label: str, bounds: tuple[int | None, int | None, str]) -> None:
    [group] = [m for m in mentions(text) if m.kind == "group" and m.count]
    assert group.count is not None
    assert group.name == label
    assert (group.count.minimum, group.count.maximum, group.count.qualifier) == bounds
    assert group.span.covers(group.count.span)


def test_a_year_counts_nobody() -> None:
    assert not [m for m in mentions("In 2020 soldiers raided the town.") if m.count]


def test_bodies_without_a_name_act_or_are_named_by_the() -> None:
    found = [
        (m.name, m.code)
        for m in mentions("Riot police fired at the crowd. The court acquitted him. A police station burnt.")
        if m.kind == "organization"
    ]
    assert found == [("riot police", "security"), ("court", "court")]


def test_the_authorities_of_the_one_country_of_an_article() -> None:
    text = "Kenya is preparing a vote. Critics called on the authorities to hold it soon."
    assert "government of Kenya" in [m.name for m in mentions(text) if m.form == "nominal"]
    abroad = "A film about Zarova was shown in London. Critics called on the authorities to show it at home."
    assert "authorities" in [m.name for m in mentions(abroad) if m.form == "nominal"]


def test_pronouns_and_nouns_for_one_person() -> None:
    found = [
        (m.name, m.form) for m in mentions("She said the lawyer had met them.") if m.kind != "organization"
    ]
    assert found == [("she", "pronoun"), ("lawyer", "nominal"), ("them", "pronoun")]


def test_spans_do_not_overlap_and_carry_their_words() -> None:
    text = (
        "Police in Vinh arrested Le Van Oanh, 41, a former teacher, and ten other activists, the Ministry of Public "
        "Security said. China's ambassador praised Hanoi. Her brother, Le Minh Oanh, told Radio Free Asia that "
        "Vietnamese authorities had moved her to Nam Dinh Prison."
    )
    found = mentions(text)
    assert len(found) > 10
    assert all(a.span.end <= b.span.begin for a, b in pairwise(found))
    assert found == mentions(text)


def test_a_headline_alone_names_nobody() -> None:
    assert (
        named("Brave Poet Wins Golden Prize at Festival\n\nNobody came to see it this year.", "person") == []
    )
    assert (
        named("Poet Orla Vandremoor Freed\n\nThe poet Orla Vandremoor was freed.", "person")
        == ["Orla Vandremoor"] * 2
    )
