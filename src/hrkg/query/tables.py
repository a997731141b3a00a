"""Answers of a query, and their renderings: aligned text, CSV, SPARQL results in JSON, Turtle."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import pyoxigraph as ox

from hrkg import store, vocab
from hrkg.errors import SetupError
from hrkg.query.terminal import plain, shorten, width_of, wrap

Cell = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None
_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
_GAP = "  "
_NARROWEST = 8
"""Columns of a terminal below which no column of a table is squeezed."""


@dataclass(frozen=True, slots=True)
class Table:
    """What a query answers."""

    columns: tuple[str, ...]
    terms: tuple[tuple[Cell, ...], ...]
    kind: Literal["bindings", "boolean", "graph"] = "bindings"
    """What was asked for: SELECT, ASK, or CONSTRUCT and DESCRIBE."""

    @property
    def rows(self) -> tuple[tuple[str | None, ...], ...]:
        """The cells as strings: whole IRIs, and literals without their types."""
        return tuple(tuple(_string(cell) for cell in row) for row in self.terms)


def _string(cell: Cell) -> str | None:
    if cell is None:
        return None
    if isinstance(cell, ox.NamedNode | ox.Literal):
        return cell.value
    return str(cell)


def as_csv(table: Table) -> str:
    """Comma-separated values with a header row and CRLF line ends.

    Source: RFC 4180; SPARQL 1.1 Query Results CSV and TSV Formats, section 3.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(table.columns)
    writer.writerows(tuple("" if cell is None else cell for cell in row) for row in table.rows)
    return out.getvalue()


def as_json(table: Table) -> str:
    """SPARQL 1.1 Query Results JSON; triples of CONSTRUCT are bindings of subject, predicate and object."""
    if table.kind == "boolean":
        answer: dict[str, object] = {"head": {}, "boolean": table.rows[0][0] == "true"}
    else:
        bindings = [
            {name: _term(cell) for name, cell in zip(table.columns, row, strict=True) if cell is not None}
            for row in table.terms
        ]
        answer = {"head": {"vars": list(table.columns)}, "results": {"bindings": bindings}}
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _term(cell: Cell) -> dict[str, object]:
    match cell:
        case ox.NamedNode():
            return {"type": "uri", "value": cell.value}
        case ox.BlankNode():
            return {"type": "bnode", "value": cell.value}
        case ox.Literal():
            told: dict[str, object] = {"type": "literal", "value": cell.value}
            if cell.language:
                told["xml:lang"] = cell.language
            elif cell.datatype.value != _XSD_STRING:
                told["datatype"] = cell.datatype.value
            return told
        case ox.Triple():
            parts = {"subject": cell.subject, "predicate": cell.predicate, "object": cell.object}
            return {"type": "triple", "value": {name: _term(part) for name, part in parts.items()}}
        case _:
            raise TypeError(f"no term of RDF: {cell!r}")


def as_turtle(table: Table) -> str:
    """The triples of a CONSTRUCT or DESCRIBE as Turtle.

    Raises:
        SetupError: the query asked for something else, or made blank nodes, which hrkg does not write.
    """
    if table.kind != "graph":
        raise SetupError("only CONSTRUCT and DESCRIBE make a graph: ask for --format table, csv or json")
    try:
        quads = [ox.Quad(*row) for row in table.terms]  # type: ignore[arg-type]
        return store.serialize(quads, "ttl", vocab.prefixes()).decode()
    except TypeError as error:
        raise SetupError(
            "the answer has blank nodes or triple terms: ask for --format csv or json"
        ) from error


def as_table(table: Table, width: int | None = None) -> str:
    """Aligned text for reading: IRIs shortened with known prefixes, long cells wrapped to `width` columns.

    Args:
        table: what to show.
        width: columns of the terminal; None wraps nothing.
    """
    if table.kind == "boolean":
        return f"{table.rows[0][0]}\n"
    cells = [[_shown(cell) for cell in row] for row in table.terms]
    widths = [
        max((width_of(row[i]) for row in (list(table.columns), *cells)), default=1)
        for i in range(len(table.columns))
    ]
    if width is not None:
        _squeeze(widths, width - len(_GAP) * (len(widths) - 1))
    lines = [*_line(table.columns, widths), _GAP.join("─" * w for w in widths)]
    for row in cells:
        lines += _line(row, widths)
    count = len(cells)
    return "\n".join(lines) + f"\n({count} row{'' if count == 1 else 's'})\n"


def _shown(cell: Cell) -> str:
    if isinstance(cell, ox.NamedNode):
        return plain(shorten(cell.value))
    return plain(_string(cell) or "")


def _squeeze(widths: list[int], room: int) -> None:
    """Take from the widest columns until all fit, or none is wide enough to give."""
    while sum(widths) > room and max(widths, default=0) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1


def _line(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    """One row: as many lines as its tallest cell has."""
    stacks = [wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    lines = []
    for i in range(max((len(s) for s in stacks), default=0)):
        parts = [s[i] if i < len(s) else "" for s in stacks]
        padded = [p + " " * (w - width_of(p)) for p, w in zip(parts, widths, strict=True)]
        lines.append(_GAP.join(padded).rstrip())
    return lines
