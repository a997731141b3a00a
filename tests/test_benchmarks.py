"""The benchmark of the language engine runs, and keeps the test articles unseen."""

import importlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
benchmark = importlib.import_module("benchmarks.language")


def test_help_has_examples_and_the_script_starts_in_any_folder(tmp_path):
    script = str(ROOT / "benchmarks" / "language.py")
    done = subprocess.run(
        [sys.executable, script, "--help"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    for option in ("--data", "--only", "--part", "--errors", "--float", "--json", "examples"):
        assert option in done.stdout


def test_two_marked_articles_are_scored(tmp_path, capsys):
    out = tmp_path / "scores.json"
    code = benchmark.main(["--only", "marked", "--articles", "n01,n02", "--errors", "--json", str(out)])
    assert code == 0
    assert "n02  missed  " in capsys.readouterr().out
    report = json.loads(out.read_text(encoding="utf-8"))
    assert report["marked"]["articles"] == ["n01", "n02"]
    scores = {(row["group"], row["measure"]): row for row in report["marked"]["scores"]}
    people = scores["all", "people"]
    assert people["wanted"] == 20
    assert people["precision"] >= 80
    assert people["recall"] >= 80
    assert scores["all", "links"]["precision"] >= 80
    assert scores["chinese", "people"] == {**people, "group": "chinese"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--only", "marked", "--part", "test", "--errors"], "the test articles are scored unseen"),
        (["--only", "marked", "--part", "all", "--errors"], "the test articles are scored unseen"),
        (["--only", "marked", "--articles", "n17"], "no n17 in part dev, which is n01 to n16"),
        (["--only", "names"], "--only names needs --data"),
        (["--only", "ud", "--data", "."], "--data wants the folder that holds ud/*.spacy"),
        (["--only", "parity", "--float", "."], "--float wants the model"),
        (["--only", "beauty"], "--only knows no beauty"),
    ],
)
def test_what_cannot_be_measured_is_refused(arguments, message, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert benchmark.main(arguments) == 2
    assert message in capsys.readouterr().err
