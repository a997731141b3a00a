"""Where articles put places, which rows of the gazetteer these are, and what is shared over articles."""

import re

import pytest

from hrkg import extract, pipeline, resolve, vocab
from hrkg.model import Location, Whole

STATED = [
    ("VINH, Vietnam - Nobody came.", {("VINH", "Vietnam")}),
    ("Police held her in Vinh, Vietnam.", {("Vinh", "Vietnam")}),
    ("Police held her in Vinh, Nghe An province, Vietnam.", {("Vinh", "Nghe An"), ("Vinh", "Vietnam")}),
    ("Police held her in Vinh in Nghe An province.", {("Vinh", "Nghe An")}),
    ("She fled to the Turkish city of Izmir.", {("Izmir", "=Turkey")}),
    ("She fled to the Turkish port city of Izmir.", {("Izmir", "=Turkey")}),
    ("She was seized in Vietnam's Nghe An province.", {("Nghe An", "Vietnam")}),
    ("They met in the Libyan capital, Tripoli.", {("Tripoli", "=Libya")}),
    ("They met in Tripoli in northern Lebanon.", {("Tripoli", "Lebanon")}),
    ("She was held in Zarova, Kenya.", {("Zarova", "Kenya")}),
    ("He spoke in Atlanta, Georgia.", {("Atlanta", "Georgia")}),
]
UNSTATED = [
    "They came from Warsaw, Lithuania and Germany.",
    "She raised Tibet in Germany.",
    "They met in Paris, Kenya and Uganda were told.",
    "She left Vietnam for Vinh.",
    "The visit to China began in Geneva.",
    "He spoke in Vinh. Vietnam denied it.",
]


def read(document, text):
    return extract.extract(document(text))[0]


def named(span, text):
    return re.sub(r"\s+(?:province|region)$", "", span.of(text))


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_what_the_article_says(document, text, expected):
    found = read(document, text)
    told = {
        (
            named(r.place, text),
            f"={r.whole.label}" if isinstance(r.whole, Whole) else named(r.whole, text),
        )
        for r in found.of(Location)
    }
    assert expected <= told
    assert {place for place, _ in told} <= {place for pair in expected for place in pair}
    assert all(r.place.of(text) in r.evidence.of(text) for r in found.of(Location))


@pytest.mark.parametrize("text", UNSTATED)
def test_what_the_article_does_not_say(document, text):
    assert read(document, text).of(Location) == ()


IDENTIFIED = [
    ("VINH, Vietnam - Nobody came.", "VINH", "Vinh", {"Nghệ An Province", "Vietnam"}),
    ("Vietnam denied it. Police held her in Vinh.", "Vinh", "Vinh", {"Nghệ An Province", "Vietnam"}),
    ("Turkish police held her in Izmir.", "Izmir", "İzmir", {"İzmir Province", "Turkey"}),
    ("She was held in San José, Costa Rica.", "San José", "San José", {"San José", "Costa Rica"}),
    ("They met in the Libyan capital, Tripoli.", "Tripoli", "Tripoli", {"Tripoli", "Libya"}),
    ("They met in Tripoli, Lebanon.", "Tripoli", "Tripoli", {"Liban-Nord", "North Governorate", "Lebanon"}),
    ("They met in Hyderabad, Pakistan.", "Hyderabad", "Hyderabad", {"Sindh", "Pakistan"}),
    (
        "Chile denied it. She was held in Santiago.",
        "Santiago",
        "Santiago",
        {"Santiago Metropolitan", "Chile"},
    ),
    ("She was held in Diyarbakir, Turkey.", "Diyarbakir", "Diyarbakır", {"Diyarbakır Province", "Turkey"}),
    ("She was held in Ranchi, Jharkhand.", "Ranchi", "Ranchi", {"Jharkhand", "India"}),
    ("He spoke in Atlanta, Georgia.", "Atlanta", "Atlanta", {"Georgia", "United States"}),
]
UNIDENTIFIED = [
    ("India and Pakistan denied it. She was held in Hyderabad.", "Hyderabad"),
    ("India denied it. She was held in Hyderabad.", "Hyderabad"),
    ("Libya and Lebanon denied it. She was held in Tripoli.", "Tripoli"),
    ("Costa Rica and the United States denied it. She was held in San José.", "San José"),
    ("Spain denied it. She was held in Córdoba.", "Córdoba"),
    ("Canada denied it. She was held in Victoria.", "Victoria"),
    ("She was held in Vinh.", "Vinh"),
    ("China denied it. She was held in Geneva.", "Geneva"),
    ("They met in Tripoli, Lebanon. They also met in Tripoli, Libya.", "Tripoli"),
    ("Uzbek police held her in Yangiobod.", "Yangiobod"),
    ("Belarus denied it. It was told in Minsk region and in Minsk.", "Minsk"),
    ("US police held him in Seattle, and in Washington nobody spoke.", "Washington"),
]


@pytest.mark.parametrize(("text", "name", "label", "wholes"), IDENTIFIED)
def test_a_place_is_a_row_where_the_article_leaves_no_doubt(document, text, name, label, wholes):
    (place,) = [e for e in gather(document, text) if any(s.of(text) == name for s in e.mentions)]
    assert place.label == label
    assert place.source
    assert {w.label for w in place.wholes} <= wholes
    assert place.wholes[-1].code == "country"
    assert place.wholes[-1].label in wholes


@pytest.mark.parametrize(("text", "name"), UNIDENTIFIED)
def test_a_doubtful_place_is_no_row_and_lies_nowhere_by_data(document, text, name):
    places = [e for e in gather(document, text) if any(s.of(text).startswith(name) for s in e.mentions)]
    assert places
    assert [(e.key, e.wholes) for e in places] == [(None, ())] * len(places)


def gather(document, text):
    return [e for e in resolve.gather(read(document, text)).entities if e.kind == "place"]


def test_what_is_put_into_two_countries_lies_in_neither(document):
    text = "They met in Tripoli, Lebanon. They also met in Tripoli, Libya."
    found = resolve.gather(read(document, text))
    assert not [x for x in found.found if isinstance(x.record, Location)]
    assert found.dropped == ("locations: Tripoli is put into two countries, so into neither",)


def test_two_names_of_one_city_are_one_place(document):
    places = gather(document, "India denied it. She was held in Mumbai, India, once called Bombay, India.")
    assert [(e.label, e.also) for e in places if e.code == "city"] == [("Mumbai", ("Bombay",))]


KINDS = [
    ("She fled to Khatlon, Tajikistan.", "Khatlon Province", "region"),
    ("She was held in Nghe An province.", "Nghe An", "region"),
    ("She fled to Chattogram.", "Chattogram", "city"),
    ("She was held in Zarova prison.", "Zarova prison", "facility"),
    ("She was held in Insein Prison.", "Insein Prison", "facility"),
    ("She crossed the Akobo river.", "Akobo river", "other"),
    ("They met in Tbilisi, Georgia.", "Georgia", "country"),
    ("They met in Atlanta, Georgia.", "Georgia", "region"),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_kinds_of_places(document, text, name, kind):
    found = {e.label: e.code for e in gather(document, text)} | {
        also: e.code for e in gather(document, text) for also in e.also
    }
    assert found[name] == kind


def build(tmp_path, *texts):
    for number, text in enumerate(texts):
        (tmp_path / f"a{number}.txt").write_text(text, encoding="utf-8")
    return list(pipeline.build([str(tmp_path)]).quads())


def objects(quads, predicate, subject=None):
    wanted = vocab.term(predicate)
    return {q.object.value for q in quads if q.predicate == wanted and subject in (None, q.subject.value)}


BASE = "https://w3id.org/hrkg/id/"
VINH = f"{BASE}place/geonames-1562798"


def test_two_articles_share_one_city(tmp_path):
    quads = build(
        tmp_path,
        "Police in Vinh, Vietnam, arrested the lawyer Ana Soler on Monday, her brother said.\n",
        "Vietnam denied it. The lawyer Ana Soler was arrested in Vinh on Monday, her brother said.\n",
    )
    mentions = objects(quads, "hr:mention", VINH)
    assert len({m.split("/a/")[1].split("/")[0] for m in mentions}) == 2
    assert objects(quads, "rdfs:label", VINH) == {"Vinh"}
    assert objects(quads, "hr:within", VINH) == {f"{BASE}place/geonames-1559969", f"{BASE}place/vn"}
    assert objects(quads, "skos:exactMatch", VINH) == {"https://sws.geonames.org/1562798/"}


def test_a_stated_location_quotes_the_article_and_one_of_the_data_names_its_row(tmp_path):
    quads = build(tmp_path, "Police in Vinh, Vietnam, arrested the lawyer Ana Soler on Monday.\n")
    within = vocab.term("hr:within")
    reports = {
        q.subject.value for q in quads if q.predicate.value.endswith("#predicate") and q.object == within
    }
    told = {
        (*(m.rpartition("/")[2] for m in objects(quads, "hr:modality", r)), *objects(quads, "hr:evidence", r))
        for r in reports
    }
    sources = {s for r in reports for s in objects(quads, "prov:hadPrimarySource", r)}
    assert {t[0] for t in told} == {"asserted", "reference"}
    assert [len(t) for t in sorted(told)] == [2, 1]
    assert "https://sws.geonames.org/1562798/" in sources
    # the region is not named, so it is no hr:Place of the article
    region = f"{BASE}place/geonames-1559969"
    kinds = {q.object.value.rpartition("/")[2] for q in quads if q.subject.value == region}
    assert "AdministrativeArea" in kinds
    assert "ns#Place" not in kinds


def test_an_ambiguous_city_is_each_article_s_own(tmp_path):
    quads = build(
        tmp_path,
        "India denied it. The lawyer Ana Soler was arrested in Hyderabad on Monday.\n",
        "Pakistan denied it. The lawyer Mira Kolesnik was arrested in Hyderabad on Friday.\n",
    )
    cities = {
        q.subject.value
        for q in quads
        if q.predicate == vocab.term("hr:mention") and "hyderabad" in q.subject.value
    }
    assert len(cities) == 2
    assert not any(objects(quads, "hr:within", city) for city in cities)
