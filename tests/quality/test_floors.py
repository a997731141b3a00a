"""No view falls below its floor on the annotated corpus (`python -m tests.quality.floors --write` pins the floors)."""

import importlib
import sys
from pathlib import Path

import pytest

from hrkg.evaluate import VIEWS, Tally

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
floors = importlib.import_module("floors")


def test_every_view_of_both_parts_has_floors():
    pinned = floors.load()
    assert sorted(pinned) == sorted((part, view) for part in floors.PARTS for view in VIEWS)
    assert all(0 <= share <= 1 for floor in pinned.values() for share in floor)
    assert sum(floor.f1 > 0 for floor in pinned.values()) > 20


def test_a_fall_is_seen_and_a_tie_is_none():
    pinned = {("train", "kin"): floors.Floor(0.5, 0.5, 0.5)}
    (same,) = floors.compare("train", {"kin": Tally(1, 1, 1)}, pinned)
    assert same.below == ()
    (fallen,) = floors.compare("train", {"kin": Tally(1, 2, 1)}, pinned)
    assert fallen.below == ("precision", "f1")
    assert "below" in floors.table([fallen])
    assert "below" not in floors.table([same])


def test_floors_are_today_less_a_point(tmp_path):
    file = tmp_path / "floors.tsv"
    floors.write({"train": {"kin": Tally(9, 1, 0), "posts": Tally()}}, file)
    assert floors.load(file) == {
        ("train", "kin"): floors.Floor(0.89, 0.99, 0.93),
        ("train", "posts"): floors.Floor(0.0, 0.0, 0.0),
    }


@pytest.mark.parametrize("part", floors.PARTS)
def test_no_view_falls_below_its_floor(part):
    found = floors.measure(part)
    assert found.skipped == ()
    assert len(found.scored) == len(list((floors.CORPUS / part).glob("*.json"))) > 20
    rows = list(floors.compare(part, found.summary.views, floors.load()))
    fallen = [row for row in rows if row.below]
    assert not fallen, f"below their floors:\n{floors.table(fallen)}\nall views:\n{floors.table(rows)}"
    assert found.summary.exact[0] == found.summary.exact[1] > 0
    assert found.summary.unreported == 0
