"""Count: precision, recall and F1 of each view, details of what was found, and what must never happen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hrkg.evaluate.gold import Gold, Trap
from hrkg.evaluate.items import Item, folded
from hrkg.evaluate.matching import Matched
from hrkg.evaluate.names import Names, code, fold, overlap
from hrkg.evaluate.views import VIEWS, Rows, compare

GROUPS: Mapping[str, tuple[str, ...]] = {
    "persons": ("persons",),
    "organizations": ("organizations",),
    "places": ("places",),
    "groups": ("groups",),
    "who they are": ("posts", "occupations", "affiliations", "ethnicities"),
    "events": ("events",),
    "detained": ("detained",),
    "case facts": ("charges", "sentences", "statuses", "kin"),
    "prospective": ("prospective",),
    "claims": ("claims",),
    "details": ("details",),
}
"""The eleven groups whose F1 are averaged, and the views that each pools."""
_ALIKE = 0.5
_SAME_METADATA = 0.6
"""Overlap from which authors, and headlines or publishers, are the same."""
_OF_WHOM = frozenset({"who", "name", "person", "affected", "a", "speaker", "label"})
_VALUES = frozenset({"status", "type", "stance", "kind", "relation", "title", "org", "offence", "name"}) | {
    "label",
    "occupation",
    "ethnicity",
}
"""Columns in which a trap's person and its value may stand."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were right, how many of those built were wrong, how many were missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """Share of what was built that is right, 0 to 1; 0 where nothing was built."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """Share of what was annotated that was built, 0 to 1; 0 where nothing was annotated."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        both = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Detail:
    """One column of something that was found: what it should say and what it says."""

    name: str
    """View and column: `events.place`."""
    wanted: tuple[str, ...]
    built: tuple[str, ...]
    right: tuple[str, ...]
    """Those wanted that were built."""
    extra: tuple[str, ...]
    """Those built that were not wanted."""

    @property
    def tally(self) -> Tally:
        """How many values are right, wrong and missed."""
        return Tally(len(self.right), len(self.extra), len(self.wanted) - len(self.right))


@dataclass(frozen=True, slots=True)
class Scored:
    """One article, scored."""

    gold: Gold
    views: Mapping[str, Matched]
    details: tuple[tuple[str, Item, Detail], ...]
    """View, built item and detail, of everything found."""
    metadata: tuple[int, int]
    """Right and annotated."""
    sprung: tuple[tuple[Trap, Item], ...]
    """The traps that the graph fell into, with what it says there."""
    exact: tuple[int, int]
    """Evidence spans whose words stand in the text at their offsets, and all."""
    unreported: int
    """Statements without a report."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Several articles together: all counts added up."""

    articles: int
    views: Mapping[str, Tally]
    details: Mapping[str, Tally]
    groups: Mapping[str, Tally]
    metadata: tuple[int, int]
    traps: tuple[int, int]
    """Sprung and set."""
    exact: tuple[int, int]
    unreported: int

    @property
    def mean_f1(self) -> float:
        """Of the eleven groups, each rounded to a tenth of a per cent, as it is shown."""
        return sum(round(tally.f1, 3) for tally in self.groups.values()) / len(self.groups)


def score(gold: Gold, rows: Rows, text: str) -> Scored:
    """Compare an article's graph with its annotation.

    Args:
        gold: the annotation.
        rows: what the graph answers to the views; all empty where the article could not be read.
        text: the article's, in which offsets count.
    """
    names = Names(gold)
    views = compare(gold, names, rows)
    spans = rows["evidence"]
    exact = sum(text[int(row["begin"]) : int(row["end"])] == row["exact"] for row in spans)
    return Scored(
        gold=gold,
        views=views,
        details=tuple(_details(views, names)),
        metadata=_metadata(gold, rows),
        sprung=tuple(_sprung(gold.traps, views, names)),
        exact=(exact, len(spans)),
        unreported=len(rows["unreported"]),
    )


def summarize(scored: Sequence[Scored]) -> Summary:
    """Add up what several articles score."""
    views = dict.fromkeys(VIEWS, Tally())
    details = {name: Tally() for name in sorted(_COLUMNS)}
    for one in scored:
        for view, matched in one.views.items():
            views[view] += Tally(len(matched.pairs), len(matched.wrong), len(matched.missed))
        for _, _, detail in one.details:
            details[detail.name] += detail.tally
    every = {**views, "details": sum(details.values(), Tally())}
    return Summary(
        articles=len(scored),
        views=views,
        details=details,
        groups={name: sum((every[view] for view in pooled), Tally()) for name, pooled in GROUPS.items()},
        metadata=_added(one.metadata for one in scored),
        traps=_added((len(one.sprung), len(one.gold.traps)) for one in scored),
        exact=_added(one.exact for one in scored),
        unreported=sum(one.unreported for one in scored),
    )


def _added(pairs: Iterable[tuple[int, int]]) -> tuple[int, int]:
    first, second = zip(*pairs, strict=True)
    return sum(first), sum(second)


Same = Callable[[str, str], bool]


def _coded(wanted: str, built: str) -> bool:
    return code(wanted) == code(built)


def _equal(wanted: str, built: str) -> bool:
    return wanted == built


_COLUMNS: Mapping[str, tuple[str, str, Same | None]] = {
    "claims.stance": ("stance", "stance", _coded),
    "claims.target": ("target", "target", None),
    "events.agent": ("agents", "agent", None),
    "events.edtf": ("edtf", "edtf", _equal),
    "events.place": ("place", "place", None),
    "events.type": ("type", "type", _coded),
    "groups.min": ("count_min", "min", _equal),
    "organizations.kind": ("kind", "kind", _coded),
    "places.kind": ("kind", "kind", _coded),
    "prospective.kind": ("kind", "kind", _coded),
}
"""Details: the annotation's column, the view's column, and when they are the same; None compares names."""


def _details(views: Mapping[str, Matched], names: Names) -> Iterator[tuple[str, Item, Detail]]:
    """Columns of what was found; what the annotation leaves open is free."""
    for name, (gold_column, column, same) in _COLUMNS.items():
        view = name.partition(".")[0]
        alike = same or names.same
        for gold, built in views[view].pairs:
            wanted, got = gold.all(gold_column), built.all(column)
            if not wanted or (name == "groups.min" and not int(wanted[0])):
                continue  # a group of at least nobody says nothing
            right = tuple(w for w in wanted if any(alike(w, b) for b in got))
            extra = tuple(b for b in got if not any(alike(w, b) for w in wanted))
            yield view, built, Detail(name, wanted, got, right, extra)


def _metadata(gold: Gold, rows: Rows) -> tuple[int, int]:
    """Headline, publisher, date and authors that the article's node has, of those annotated."""
    node = next(iter(folded(rows["article"], "article")), Item({}))
    known = gold.metadata
    checks = [
        any(fold(name) == fold(found) or overlap(name, found) >= _SAME_METADATA for found in node.all(column))
        for column, name in (("headline", known.headline), ("publisher", known.publisher))
        if name
    ]
    if known.published:
        dates = node.all("published")
        checks.append(any(fold(known.published) == fold(d) or d.startswith(known.published) for d in dates))
    checks += [
        any(fold(name) == fold(found) or overlap(name, found) >= _ALIKE for found in node.all("author"))
        for name in known.authors
    ]
    return sum(checks), len(checks)


def _sprung(traps: Iterable[Trap], views: Mapping[str, Matched], names: Names) -> Iterator[tuple[Trap, Item]]:
    """The traps whose value the graph says: of anybody, or of whom the trap names; with the date if it has one."""
    for trap in traps:
        words = trap.value.split()
        dates = [word for word in words if word[:1].isdigit()]
        value = code(" ".join(word for word in words if word not in dates))
        if trap.view not in views or not value:
            continue
        matched = views[trap.view]
        for item in (*(built for _, built in matched.pairs), *matched.wrong):
            said = {code(v) for column in sorted(_VALUES) for v in item.all(column)}
            people = tuple(v for column in sorted(_OF_WHOM) for v in item.all(column))
            dated = all(date in item.all("edtf") for date in dates)
            if value in said and dated and (not trap.who or names.any((trap.who,), people)):
                yield trap, item
                break
