"""Which place of the gazetteer an article's place is, where that is sure; and so in what it lies.

A place is a row of the gazetteer only if
  - the article says in which country or region it lies ("Vinh, Vietnam"), and one place of the name lies there; or
  - the article names the row's country, no other place of the name lies in any country that it names, none elsewhere is
    large, and the place itself is no small town, whose namesakes the gazetteer may lack; or
  - it is the capital of a country that the article names, and no other such country has a place of the name.
Which of two places is larger decides nothing. What the article puts into two countries is no row, and lies nowhere: it
speaks of two places. Nor is a name that stands for a region ("Minsk region") and bare, where it may be the city.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from hrkg import gazetteer, lexicons
from hrkg.gazetteer import Row
from hrkg.model import Entity, Extracted, Location, Span, Whole

_LARGE = 100_000
"""People of a namesake elsewhere that may be meant without its country."""
_TOWN = 50_000
"""People of a city that may be meant without its country or region; GeoNames' list ends at 15,000."""
_COUNTRY, _GOVERNMENT = "place/", "organization/government-"


@dataclass(frozen=True, slots=True)
class _Stated:
    """Where the article says that a place lies."""

    countries: frozenset[str]
    """Two-letter codes."""
    regions: frozenset[str]
    """Keys of the regions that may be meant."""
    numbers: tuple[int, ...]
    """Of the regions among the entities."""


def locate(
    entities: Sequence[Entity], found: Sequence[Extracted], text: str
) -> tuple[tuple[Entity, ...], tuple[Extracted, ...], tuple[str, ...]]:
    """Tie places to rows of the gazetteer.

    Args:
        entities: those of one article.
        found: its records.
        text: the article's.

    Returns:
        The entities, those of one row made one; the records without locations that contradict each other; and why
        these were dropped.
    """
    at = {span: n for n, e in enumerate(entities) for span in e.mentions}
    stated, torn = _stated(entities, found, at)
    rows = _rows(entities, stated, torn, text)
    kept = [x for x in found if not (isinstance(x.record, Location) and at.get(x.record.place) in torn)]
    dropped = tuple(
        f"locations: {entities[n].label} is put into two countries, so into neither" for n in torn
    )
    return _merged(entities, rows, text), tuple(kept), dropped


def _rows(
    entities: Sequence[Entity], stated: Mapping[int, _Stated], torn: Sequence[int], text: str
) -> dict[int, Row]:
    """Number of a place → the row that it surely is; regions first, since they tell small towns."""
    named, around = _countries(entities, text), _around(entities)
    rows: dict[int, Row] = {}
    for kind in ("region", "city"):
        regions = frozenset(r.key for r in rows.values())
        for number, entity in enumerate(entities):
            if entity.kind != "place" or entity.key or entity.code != kind or number in torn:
                continue
            row = _row(entity, stated.get(number), named, regions)
            if row and not (_shadowed(row, entity, around) or _either(row, entity, text)):
                rows[number] = row
    for number, where in stated.items():
        # "Ranchi, Jharkhand" in an article that names no country: each tells which the other is
        city = rows.get(number)
        region = gazetteer.row(city.region) if city and city.region else None
        for larger in where.numbers:
            name = entities[larger].label
            if region in gazetteer.regions(name) and not entities[larger].key and larger not in torn:
                rows.setdefault(larger, region)
    return rows


def _countries(entities: Iterable[Entity], text: str) -> frozenset[str]:
    """Codes of the countries that the article names, by their names, governments or adjectives."""
    keys = [e.key for e in entities if e.key]
    found = {k.removeprefix(_COUNTRY) for k in keys if k.startswith(_COUNTRY)}
    found |= {k.removeprefix(_GOVERNMENT) for k in keys if k.startswith(_GOVERNMENT)}
    for word in _demonym().findall(text):
        found |= _demonyms()[word]
    return frozenset(found)


@cache
def _demonyms() -> Mapping[str, frozenset[str]]:
    """Demonym → codes of the countries that it may mean."""
    found: dict[str, frozenset[str]] = {}
    for row in lexicons.rows("countries"):
        for word in filter(None, row["demonym"].split("|")):
            found[word] = found.get(word, frozenset()) | {row["iso2"].lower()}
    return found


@cache
def _demonym() -> re.Pattern[str]:
    words = sorted(_demonyms(), key=lambda w: (-len(w), w))
    return re.compile(r"\b(" + "|".join(map(re.escape, words)) + r")s?\b")


def _stated(
    entities: Sequence[Entity], found: Sequence[Extracted], at: Mapping[Span, int]
) -> tuple[dict[int, _Stated], list[int]]:
    """Number of a place → where the article says that it lies; and the places that it puts into two countries."""
    countries: dict[int, set[str]] = {}
    regions: dict[int, set[int]] = {}
    links: list[tuple[int, int]] = []
    for record in (x.record for x in found if isinstance(x.record, Location)):
        number = at.get(record.place)
        if number is None:
            continue
        if isinstance(record.whole, Whole):
            countries.setdefault(number, set()).add(record.whole.key.removeprefix(_COUNTRY))
            continue
        larger = at.get(record.whole)
        if larger is None:
            continue
        links.append((number, larger))
        whole = entities[larger]
        if whole.code == "country" and whole.key:
            countries.setdefault(number, set()).add(whole.key.removeprefix(_COUNTRY))
        elif whole.code == "region":
            regions.setdefault(number, set()).add(larger)
    for number, larger in links:
        # "Vinh in Nghe An province", and elsewhere "Nghe An province, Vietnam"
        if number not in countries and larger in countries:
            countries[number] = set(countries[larger])
    torn = sorted(n for n, isos in countries.items() if len(isos) > 1)
    stated = {}
    for number in sorted({*countries, *regions}):
        numbers = tuple(sorted(regions.get(number, ())))
        keys = frozenset(r.key for n in numbers for r in gazetteer.regions(entities[n].label))
        stated[number] = _Stated(frozenset(countries.get(number, ())), keys, numbers)
    return stated, torn


def _row(
    entity: Entity, stated: _Stated | None, named: frozenset[str], regions: frozenset[str]
) -> Row | None:
    """The row that a place surely is, by its name, its kind and where it is said to lie."""
    of_kind = gazetteer.cities if entity.code == "city" else gazetteer.regions
    every = {row.key: row for name in (entity.label, *entity.also) for row in of_kind(name)}
    there = [r for r in every.values() if _inside(r, stated, named)]
    if len(there) > 1 and len({r.country for r in there}) == 1:
        there = [r for r in there if gazetteer.capital(r)]
    if len(there) != 1:
        return None
    row = there[0]
    if (stated and (stated.countries or row.region in stated.regions)) or gazetteer.capital(row):
        return row
    if any(r.population >= _LARGE or r.kind == "region" for r in every.values() if r.country != row.country):
        return None
    small = row.kind == "city" and row.population < _TOWN
    return None if small and row.region not in regions else row


def _around(entities: Iterable[Entity]) -> frozenset[str]:
    """Keys of the regions in which cities of the article may lie."""
    names = sorted({e.label for e in entities if e.kind == "place" and e.code == "city"})
    return frozenset(c.region for name in names for c in gazetteer.cities(name) if c.region)


def _shadowed(row: Row, entity: Entity, around: frozenset[str]) -> bool:
    """Whether a city's name may be its namesake region's, where it does not lie: "Seattle, Washington"."""
    if row.kind != "city" or row.region is None:
        return False
    there = [r for name in (entity.label, *entity.also) for r in gazetteer.regions(name)]
    return any(r.country == row.country and r.key != row.region and r.key in around for r in there)


def _either(row: Row, entity: Entity, text: str) -> bool:
    """Whether a region's name also stands bare, where a city of its country has it: Gambella, Minsk."""
    if row.kind != "region" or all(c.country != row.country for c in gazetteer.cities(entity.label)):
        return False
    return any(gazetteer.folded(s.of(text)) == gazetteer.folded(entity.label) for s in entity.mentions)


def _inside(row: Row, stated: _Stated | None, named: frozenset[str]) -> bool:
    """Whether a row lies where the article says, or else in any country that it names."""
    if stated is None:
        return row.country in named
    if stated.countries and row.country not in stated.countries:
        return False
    if row.region and stated.regions:
        return row.region in stated.regions
    return row.country in (stated.countries or named)


def _merged(entities: Sequence[Entity], rows: Mapping[int, Row], text: str) -> tuple[Entity, ...]:
    """The entities with their rows; those of one row ("Mumbai", "Bombay") become one."""
    groups: dict[str, list[int]] = {}
    for number, row in rows.items():
        groups.setdefault(row.key, []).append(number)
    made: list[Entity] = []
    for number, entity in enumerate(entities):
        if number not in rows:
            made.append(_with_wholes(entity))
            continue
        row = rows[number]
        if groups[row.key][0] == number:
            same = [entities[n] for n in groups[row.key]]
            made.append(_of_row(row, same, text))
    return tuple(made)


def _of_row(row: Row, same: Sequence[Entity], text: str) -> Entity:
    """One entity under its row's name; what the article calls it are other names."""
    mentions = tuple(sorted(span for e in same for span in e.mentions))
    also = {e.label for e in same} | {name for e in same for name in e.also}
    also |= {name for e in same for span in e.mentions if _holds(name := span.of(text), e.label)}
    one = replace(same[0], label=row.name, mentions=mentions, also=tuple(sorted(also - {row.name})))
    return _with_wholes(replace(one, code=row.kind, key=row.key, source=row.iri))


def _holds(words: str, label: str) -> bool:
    """Whether a mention is a label with a noun beside it ("Rostov region"), on one line."""
    return label in words and label != words and "\n" not in words


def _with_wholes(entity: Entity) -> Entity:
    if entity.kind != "place" or not entity.key:
        return entity
    wholes = tuple(Whole(w.key, w.name, w.kind) for w in gazetteer.wholes(entity.key))
    return replace(entity, wholes=wholes)
