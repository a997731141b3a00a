"""What each view must say of an article, and when a built row says what was annotated."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from hrkg import vocab
from hrkg.evaluate.gold import Gold
from hrkg.evaluate.items import Item, folded, single
from hrkg.evaluate.matching import Matched, match
from hrkg.evaluate.names import SAME_GROUP, Names, code, overlap, tokens

Rows = Mapping[str, Sequence[Mapping[str, str]]]
"""The answers to the views, by their names."""
_NODES = {
    "persons": "person",
    "organizations": "org",
    "places": "place",
    "groups": "group",
    "events": "event",
    "prospective": "event",
    "claims": "claim",
}
"""The column that names the node, in views where a node may take several rows."""
_PHRASE = 0.34
"""Overlap from which titles, occupations and ethnicities are the same."""
_OFFENCE = 0.4
_LONGEST_CLAIM = 80
"""Words; a claim is a sentence or two, not the article."""
_CLAIM = 0.5
"""Share of the annotation's words that a claim's text must hold."""
_HELD = frozenset(
    map(code, ["detained", "formally-arrested", "imprisoned", "house-arrest", "interned", "disappeared"])
) | {code("residential-surveillance")}
"""Statuses of somebody who is deprived of liberty."""
_FAMILIES = (
    {"detention", "arrest", "formal-arrest", "imprisonment", "internment"},
    {"house-arrest", "residential-surveillance"},
    {"trial", "conviction", "sentencing"},
    {"torture", "ill-treatment", "assault"},
    {"killing", "death-in-custody", "execution"},
    {"summit", "dialogue", "meeting", "conference", "state-visit"},
    {"statement", "letter", "report"},
    {"campaign", "protest", "hunger-strike"},
    {"resolution-tabling", "resolution-adoption", "review"},
)
"""Event types of one kind: to take one for another is half right, and told under the details."""


def compare(gold: Gold, names: Names, rows: Rows) -> dict[str, Matched]:
    """Every view of an article: what was annotated beside what was built.

    Args:
        gold: the annotated article.
        names: which built names mean which annotated things.
        rows: what its graph answers.
    """
    built = {view: _built(view, rows[view]) for view in rows}
    wanted = dict(gold.items)
    for view in ("events", "prospective"):
        wanted[view] = tuple(one for item in wanted[view] for one in item.split("affected"))
    wanted["detained"] = _detained(gold, names)
    found = {}
    for view, alike in _ALIKE.items():
        found[view] = match(wanted[view], built[view], lambda g, b, alike=alike: alike(names, g, b))  # type: ignore[misc]
    return found


def _built(view: str, rows: Sequence[Mapping[str, str]]) -> list[Item]:
    if view in ("events", "prospective"):
        return [one for item in folded(rows, "event") for one in item.split("affected")]
    if view in _NODES:
        return folded(rows, _NODES[view])
    if view == "detained":
        return [Item({"who": (who,)}) for who in sorted({row["who"] for row in rows})]
    return _pairs_once(rows) if view == "kin" else single(rows)


def _pairs_once(rows: Sequence[Mapping[str, str]]) -> list[Item]:
    """Ties of kin, each once though a graph may tell them from both ends; who is whose parent matters."""
    seen: dict[tuple[str, ...], Mapping[str, str]] = {}
    for row in rows:
        ends = [row["a"], row["b"]]
        seen.setdefault((row["relation"], *(ends if row["relation"] == "parent" else sorted(ends))), row)
    return single(list(seen.values()))


@cache
def deprives(event_type: str) -> bool:
    """Whether events of a type, as gold files write it, deprive of liberty: what the ontology says."""
    (slug,) = (one for one in vocab.codes("event-type") if code(one) == event_type)
    return vocab.term("hr:DeprivationOfLiberty") in vocab.event_classes(slug)


def _detained(gold: Gold, names: Names) -> tuple[Item, ...]:
    """Whom the article reports as deprived of liberty at any time: by an event or by a status."""
    told: dict[str, list[Item]] = {}
    for event in gold.items["events"]:
        if deprives(code(event.one("type"))):
            for who in event.all("affected"):
                told.setdefault(names.full(who), []).append(event)
    for status in gold.items["statuses"]:
        if code(status.one("status")) in _HELD:
            told.setdefault(names.full(status.one("who")), []).append(status)
    return tuple(
        Item({"who": (who,)}, all(item.optional for item in items), items[0].evidence)
        for who, items in sorted(told.items())
    )


@cache
def _family(event_type: str) -> str:
    """One name for all types of a family; a type without family is its own."""
    return next((min(family) for family in _FAMILIES if event_type in map(code, family)), event_type)


def _same_type(wanted: Item, built: Item) -> float:
    """2 for the type itself, 1 for one of its family; an event of several types is of none."""
    if len(built.all("type")) != 1:
        return 0.0
    ours, theirs = code(wanted.one("type")), code(built.one("type"))
    return 2.0 if ours == theirs else float(_family(ours) == _family(theirs))


def _thing(names: Names, wanted: Item, built: Item) -> float:
    """By any of the names that the graph gives it."""
    return float(names.any((wanted.one("name"),), built.all("name") + built.all("alt")))


def _group(_: Names, wanted: Item, built: Item) -> float:
    """By its label, else by its least number."""
    least = wanted.one("count_min")
    described = max(overlap(wanted.one("label"), label) for label in built.all("label")) >= SAME_GROUP
    counted = least in built.all("min")
    if not described and not (counted and int(least)):
        return 0.0
    return 1.0 * described + 0.5 * counted


def _phrase(column: str) -> Callable[[Names, Item, Item], float]:
    """Somebody and a phrase: a title, an occupation, an ethnicity."""

    def alike(names: Names, wanted: Item, built: Item) -> float:
        same = names.same(wanted.one("person"), built.one("person"))
        return float(same and overlap(wanted.one(column), built.one(column)) >= _PHRASE)

    return alike


def _affiliation(names: Names, wanted: Item, built: Item) -> float:
    return float(all(names.same(wanted.one(end), built.one(end)) for end in ("person", "org")))


def _event(names: Names, wanted: Item, built: Item) -> float:
    """By type, and by whom it affects; else by whoever takes part; else by place or date. More people fit better."""
    kind = _same_type(wanted, built)
    if not kind:
        return 0.0
    people = wanted.all("affected") + wanted.all("agents") + wanted.all("participants")
    there = built.all("affected") + built.all("agent") + built.all("participant")
    if wanted.all("affected"):
        met = names.any(wanted.all("affected"), built.all("affected"))
    elif people:
        met = names.any(people, there)
    else:
        met = (
            names.any(wanted.all("place"), built.all("place"))
            or not set(wanted.all("edtf")).isdisjoint(built.all("edtf"))
            or not there
        )
    return kind + 0.25 * sum(names.any((one,), there) for one in people) if met else 0.0


def _prospect(names: Names, wanted: Item, built: Item) -> float:
    """By type or its family, and by whom it affects or who urges it."""
    if not _same_type(wanted, built):
        return 0.0
    met = (
        not wanted.all("affected")
        or names.any(wanted.all("affected"), built.all("affected"))
        or names.any(wanted.all("by"), built.all("by"))
    )
    return (1.0 + 0.5 * (code(wanted.one("kind")) in map(code, built.all("kind")))) if met else 0.0


def _detention(names: Names, wanted: Item, built: Item) -> float:
    who = wanted.one("who")
    return float(names.same(names.ids.get(who, who), built.one("who")))


def _charge(names: Names, wanted: Item, built: Item) -> float:
    same = names.same(wanted.one("who"), built.one("who"))
    return float(same and overlap(wanted.one("offence"), built.one("offence")) >= _OFFENCE)


def _penalty(names: Names, wanted: Item, built: Item) -> float:
    """By whom, type and exact duration."""
    return float(
        names.same(wanted.one("who"), built.one("who"))
        and code(wanted.one("type")) == code(built.one("type"))
        and _length(wanted.one("duration")) == _length(built.one("duration"))
    )


def _length(duration: str) -> tuple[int, int] | str:
    """Months and days of an ISO 8601 duration, so that P18M and P1Y6M are one; other text as it is."""
    found = re.fullmatch(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T.*)?", duration)
    if not found:
        return duration
    years, months, weeks, days = (int(number or 0) for number in found.groups())
    return 12 * years + months, 7 * weeks + days


def _status(names: Names, wanted: Item, built: Item) -> float:
    same = names.same(wanted.one("who"), built.one("who"))
    return float(same and code(wanted.one("status")) == code(built.one("status")))


def _kin(names: Names, wanted: Item, built: Item) -> float:
    """By relation and both ends, in any order but for parents."""
    if wanted.one("relation") != built.one("relation"):
        return 0.0
    ways = [("a", "b")] if wanted.one("relation") == "parent" else [("a", "b"), ("b", "a")]
    return float(
        any(
            names.same(wanted.one("a"), built.one(first)) and names.same(wanted.one("b"), built.one(second))
            for first, second in ways
        )
    )


def _claim(names: Names, wanted: Item, built: Item) -> float:
    """By speaker, and by the words that the annotation's evidence or content shares with the claim's text."""
    speaker = wanted.one("speaker")
    anonymous = speaker == "author" and not built.all("speaker")
    if not anonymous and not names.any((speaker,), built.all("speaker")):
        return 0.0
    if sum(len(text.split()) for text in built.all("text")) > _LONGEST_CLAIM:
        return 0.0
    said = frozenset[str]().union(*map(tokens, built.all("text")))
    shared = max(_share(tokens(words), said) for words in (wanted.evidence, wanted.one("content")))
    stance = code(wanted.one("stance")) in map(code, built.all("stance"))
    return shared + 0.1 * stance if shared >= _CLAIM else 0.0


def _share(words: Iterable[str], said: frozenset[str]) -> float:
    told = frozenset(words)
    return len(told & said) / len(told) if told else 0.0


_ALIKE: Mapping[str, Callable[[Names, Item, Item], float]] = {
    "persons": _thing,
    "organizations": _thing,
    "places": _thing,
    "groups": _group,
    "posts": _phrase("title"),
    "occupations": _phrase("occupation"),
    "ethnicities": _phrase("ethnicity"),
    "affiliations": _affiliation,
    "events": _event,
    "detained": _detention,
    "prospective": _prospect,
    "charges": _charge,
    "sentences": _penalty,
    "statuses": _status,
    "kin": _kin,
    "claims": _claim,
}
VIEWS = tuple(_ALIKE)
"""The views that are scored, in the order in which they are shown."""
