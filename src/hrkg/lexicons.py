"""Load word lists: `data/lexicons/<name>.tsv`, UTF-8, a header row, sorted, one entry a line."""

import csv
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from hrkg import resources
from hrkg.errors import SetupError

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def rows(name: str) -> tuple["Mapping[str, str]", ...]:
    """All entries of the list `name`, each a mapping from column to cell.

    Raises:
        SetupError: no such list, or a line has other cells than the header.
    """
    path = resources.folder("data") / "lexicons" / f"{name}.tsv"
    if not path.is_file():
        raise SetupError(f"no word list {path.name} in {path.parent}: install hrkg again")
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    header = lines[0]
    for number, line in enumerate(lines[1:], 2):
        if len(line) != len(header):
            raise SetupError(
                f"{path.name}, line {number}: {len(line)} cells where the header has {len(header)}"
            )
    return tuple(MappingProxyType(dict(zip(header, line, strict=True))) for line in lines[1:])


@cache
def words(name: str, column: str = "word") -> frozenset[str]:
    """The set of cells in one column of the list `name`."""
    return frozenset(row[column] for row in rows(name))


@cache
def mapping(name: str, key: str, value: str) -> "Mapping[str, str]":
    """From the cells of column `key` to those of column `value`; the first line wins."""
    found: dict[str, str] = {}
    for row in rows(name):
        found.setdefault(row[key], row[value])
    return MappingProxyType(found)
