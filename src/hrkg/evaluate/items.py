"""One row of a view, as it was annotated or as it was built: what scoring compares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Item:
    """One thing or statement: its columns, each with the values that stand there, in order and each once."""

    fields: Mapping[str, tuple[str, ...]]
    optional: bool = False
    """Annotated, yet a careful annotator could leave it out: found it counts as right, not found it is not missed."""
    evidence: str = ""
    """The annotator's words of the article; empty for what was built."""

    def all(self, column: str) -> tuple[str, ...]:
        """The values of a column; none where it is empty."""
        return self.fields.get(column, ())

    def one(self, column: str) -> str:
        """The first value of a column; the empty string where it is empty."""
        return self.fields.get(column, ("",))[0]

    def split(self, column: str) -> list[Item]:
        """An item for each value of a column, or this one where it has none.

        A graph may tell of three people detained in one event or in three; both are three detentions.
        """
        values = self.all(column)
        return [replace(self, fields={**self.fields, column: (v,)}) for v in values] if values else [self]


def folded(rows: Sequence[Mapping[str, str]], key: str) -> list[Item]:
    """Rows of one node joined into one item, in the order of the nodes' first rows.

    Args:
        rows: of a view; a query with several optional columns answers with all their combinations.
        key: the column that names the node.
    """
    joined: dict[str, dict[str, list[str]]] = {}
    for row in rows:
        node = joined.setdefault(row[key], {})
        for column, value in row.items():
            values = node.setdefault(column, [])
            if value not in values:
                values.append(value)
    return [Item({c: tuple(v) for c, v in node.items()}) for node in joined.values()]


def single(rows: Sequence[Mapping[str, str]]) -> list[Item]:
    """An item for each row."""
    return [Item({column: (value,) for column, value in row.items()}) for row in rows]
