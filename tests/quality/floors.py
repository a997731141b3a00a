"""Floors under the scores on the annotated corpus: `python -m tests.quality.floors` compares, `--write` pins them anew.

`floors.tsv` says for each part of `data/corpus/` and each view below which precision, recall and F1 must not fall.
Pinned are the figures of the day less one point, in whole points, since another processor may round the engine's
numbers otherwise. Pin them after a change that raises them; lower one only with the reason in the commit.

`test` is for looking at these figures alone: nobody who works on hrkg reads its articles or its errors.
"""

from __future__ import annotations

import argparse
import csv
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from hrkg import language
from hrkg.evaluate import Evaluation, Tally, evaluate

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parents[1] / "data" / "corpus"
FILE = HERE / "floors.tsv"
PARTS = ("train", "test")
MEASURES = ("precision", "recall", "f1")
SLACK = 0.01


class Floor(NamedTuple):
    """The least that a view must reach, 0 to 1."""

    precision: float
    recall: float
    f1: float


class Compared(NamedTuple):
    """A view's figures beside their floors."""

    part: str
    view: str
    floor: Floor
    reached: Floor

    @property
    def below(self) -> tuple[str, ...]:
        """The measures that fell."""
        return tuple(m for m, f, r in zip(MEASURES, self.floor, self.reached, strict=True) if r < f)


def measure(part: str, threads: int = 1) -> Evaluation:
    """Read a part of the corpus and score it."""
    return evaluate(CORPUS / part, annotator=language.Engine(threads))


def load(file: Path = FILE) -> dict[tuple[str, str], Floor]:
    """The pinned floors by part and view."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return {(row["part"], row["view"]): Floor(*(float(row[m]) for m in MEASURES)) for row in rows}


def pinned(tally: Tally) -> Floor:
    """The floor under a view's figures: less the slack, rounded down to whole points."""
    shares = (tally.precision, tally.recall, tally.f1)
    return Floor(*(max(0, math.floor(round((share - SLACK) * 100, 6))) / 100 for share in shares))


def compare(
    part: str, views: Mapping[str, Tally], floors: Mapping[tuple[str, str], Floor]
) -> Iterator[Compared]:
    """The floors of a part beside what is reached; a view without a floor has the floor 0."""
    for view, tally in views.items():
        floor = floors.get((part, view), Floor(0.0, 0.0, 0.0))
        yield Compared(part, view, floor, Floor(tally.precision, tally.recall, tally.f1))


def table(rows: Sequence[Compared]) -> str:
    """The comparison for reading; what fell is marked."""
    lines = [f"{'part':<6} {'view':<14} {'precision':>16} {'recall':>16} {'F1':>16}   reached (floor)"]
    for row in rows:
        cells = " ".join(f"{r:8.3f} ({f:.2f})" for f, r in zip(row.floor, row.reached, strict=True))
        lines.append(f"{row.part:<6} {row.view:<14} {cells}{'   below' if row.below else ''}".rstrip())
    return "\n".join(lines)


def write(views: Mapping[str, Mapping[str, Tally]], file: Path = FILE) -> None:
    """Pin the figures of both parts."""
    lines = ["\t".join(("part", "view", *MEASURES))]
    for part, tallies in views.items():
        for view, tally in tallies.items():
            lines.append("\t".join((part, view, *(f"{share:.2f}" for share in pinned(tally)))))
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare or pin; 1 where a view fell below its floor, 2 where articles could not be read."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="pin today's figures")
    parser.add_argument("--threads", type=int, default=2, help="of the language engine (2)")
    given = parser.parse_args(arguments)
    found = {part: measure(part, given.threads) for part in PARTS}
    views = {part: one.summary.views for part, one in found.items()}
    before = load() if FILE.exists() else {}
    rows = [row for part, tallies in views.items() for row in compare(part, tallies, before)]
    sys.stdout.write(table(rows) + "\n")
    if skipped := [told for one in found.values() for told in one.skipped]:
        sys.stderr.write(f"nothing is pinned, since {len(skipped)} articles were not read: {skipped[0]}\n")
        return 2
    if given.write:
        write(views)
        return 0
    return int(any(row.below for row in rows))


if __name__ == "__main__":
    sys.exit(main())
