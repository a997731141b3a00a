"""What the graph of one article answers to the views."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from hrkg import query
from hrkg.evaluate.views import VIEWS, Rows

_ALSO = ("article", "evidence", "unreported")
"""Views that tell of the article and its evidence, beside those that are scored."""


def answers(quads: Iterable[ox.Quad]) -> Rows:
    """The rows of each view, in a fixed order; columns that are empty are left out of a row."""
    store = ox.Store()
    store.extend(ox.Quad(*quad.triple) for quad in quads)
    found = {}
    for name in (*VIEWS, *_ALSO):
        table = query.run(store, query.view(name).query, f"the view {name}")
        found[name] = [
            {column: cell for column, cell in zip(table.columns, row, strict=True) if cell is not None}
            for row in table.rows
        ]
    return found
