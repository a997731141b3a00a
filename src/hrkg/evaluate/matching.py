"""Tie what was built to what was annotated, one to one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hrkg.evaluate.items import Item

Alike = Callable[[Item, Item], float]
"""How well a built item (second) fits an annotated one (first): 0 not at all; the best fit is tied first."""


@dataclass(frozen=True, slots=True)
class Matched:
    """A view of an article: what was found, what was missed, and what is wrong."""

    pairs: tuple[tuple[Item, Item], ...]
    """Annotated and built."""
    missed: tuple[Item, ...]
    """Annotated and not optional, but not built."""
    wrong: tuple[Item, ...]
    """Built, but not annotated, or built twice."""


def match(gold: Sequence[Item], built: Sequence[Item], alike: Alike) -> Matched:
    """Tie greedily, the best fit first; of equal fits the earlier annotated, then the earlier built."""
    fits = [
        (-fit, i, j)
        for i, wanted in enumerate(gold)
        for j, item in enumerate(built)
        if (fit := alike(wanted, item)) > 0
    ]
    partner: dict[int, int] = {}
    taken: set[int] = set()
    pairs = []
    for _, i, j in sorted(fits):
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
            pairs.append((gold[i], built[j]))
    return Matched(
        pairs=tuple(pairs),
        missed=tuple(item for i, item in enumerate(gold) if i not in partner and not item.optional),
        wrong=tuple(item for j, item in enumerate(built) if j not in taken),
    )
