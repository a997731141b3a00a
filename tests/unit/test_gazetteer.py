"""What names of places may mean, and what lies in what."""

import pytest

from hrkg import gazetteer, lexicons

# name, countries of the cities of that name that matter here, country whose capital one of them is
AMBIGUOUS = [
    ("San José", {"cr", "us"}, "cr"),
    ("Tripoli", {"lb", "ly"}, "ly"),
    ("Hyderabad", {"in", "pk"}, None),
    ("Santiago", {"cl", "do", "ph"}, "cl"),
    ("Victoria", {"ca", "sc"}, "sc"),
    ("Córdoba", {"ar", "es", "mx"}, None),
    ("London", {"ca", "gb"}, "gb"),
]
SPELT = [
    ("Diyarbakir", "Diyarbakır"),
    ("DIYARBAKIR", "Diyarbakır"),
    ("İzmir", "Izmir"),
    ("Bogota", "Bogotá"),
    ("Sana'a", "Sana’a"),
    ("Port au Prince", "Port-au-Prince"),
    ("Kiev", "Kyiv"),
    ("Mahiliou", "Mogilev"),
    ("Chittagong", "Chattogram"),
    ("Ho Chi Minh City", "Saigon"),
]
LIES = [
    ("Vinh", "Nghệ An Province", "vn"),
    ("Urumqi", "Xinjiang", "cn"),
    ("Sanandaj", "Kurdistan Province", "ir"),
    ("Mosul", "Nineveh", "iq"),
    ("Chengdu", "Sichuan", "cn"),
]


@pytest.mark.parametrize(("name", "countries", "capital"), AMBIGUOUS)
def test_namesakes_are_all_there_and_the_capital_is_known(name, countries, capital):
    found = gazetteer.cities(name)
    assert countries <= {city.country for city in found}
    assert {city.country for city in found if gazetteer.capital(city)} == ({capital} if capital else set())


@pytest.mark.parametrize(("one", "other"), SPELT)
def test_spellings_mean_the_same_city(one, other):
    assert {c.key for c in gazetteer.cities(one)} & {c.key for c in gazetteer.cities(other)}


@pytest.mark.parametrize(("city", "region", "country"), LIES)
def test_a_city_lies_in_its_region_and_country(city, region, country):
    (row,) = (c for c in gazetteer.cities(city) if c.country == country)
    whole = [(w.kind, w.name if w.kind == "region" else w.country) for w in gazetteer.wholes(row.key)]
    assert whole == [("region", region), ("country", country)]


def test_a_region_lies_in_its_country_and_goes_by_its_name_without_province():
    (row,) = gazetteer.regions("Nghe An")
    assert row.name == "Nghệ An Province"
    assert [w.key for w in gazetteer.wholes(row.key)] == ["place/vn"]


def test_a_city_that_a_reform_put_elsewhere_has_a_country_and_no_region():
    (row,) = gazetteer.cities("Biên Hòa")
    assert [w.key for w in gazetteer.wholes(row.key)] == ["place/vn"]


@pytest.mark.parametrize("name", ["Jerusalem", "Sevastopol", "Simferopol", "Muzaffarabad", "Tiraspol"])
def test_where_states_contest_a_place_the_reference_data_settles_nothing(name):
    assert [list(gazetteer.wholes(c.key)) for c in gazetteer.cities(name)] == [[]]


def test_names_of_a_country_are_no_city_and_unknown_ones_nothing():
    assert gazetteer.cities("Georgia") == ()
    assert {r.country for r in gazetteer.regions("Georgia")} == {"us"}
    assert gazetteer.cities("Zarova") == gazetteer.regions("Zarova") == ()
    assert gazetteer.row("place/geonames-0") is None
    assert gazetteer.population("Zarova") == 0


def test_the_rows_carry_the_data_s_own_identifiers():
    (row,) = gazetteer.cities("Vinh")
    assert (row.key, row.iri) == ("place/geonames-1562798", "https://sws.geonames.org/1562798/")
    country = gazetteer.row("place/vn")
    assert country is not None
    assert (country.name, country.iri) == ("Vietnam", None)


def test_every_region_with_a_code_is_what_its_largest_city_says():
    """A new edition of the package that codes a country anew shows here; its regions then drop out by themselves."""
    rows = [r for r in lexicons.rows("regions") if r["code"]]
    joined = [r for r in rows if (c := gazetteer.row(f"place/geonames-{r['largest-city']}")) and c.region]
    assert len(rows) > 2400
    assert len(joined) > 0.98 * len(rows)
