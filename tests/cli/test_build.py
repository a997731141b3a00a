"""`hrkg build` at the command line; what extractors find is tested elsewhere, so most runs here do without them."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from hrkg import extract, store
from hrkg.cli import main

TEXT = (
    "The town council of Orsel met on Tuesday.\n\n"
    "It spoke at length about maps, bridges and the price of salt in the town.\n"
)


def run(*arguments, **options):
    return CliRunner().invoke(main, ["build", *map(str, arguments)], **options)


@pytest.fixture
def bare(monkeypatch):
    """No extractor reads anything."""
    monkeypatch.setattr(extract, "extract", lambda document: (document, ()))


@pytest.fixture
def folder(tmp_path):
    """Two articles, of one stem."""
    for name, text in (
        ("one/a.txt", TEXT),
        ("two/a.txt", TEXT + "It met again on Friday, and spoke about ships.\n"),
    ):
        path = tmp_path / "articles" / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "articles"


def test_a_folder_becomes_a_graph(folder, tmp_path):
    out = tmp_path / "made" / "graph.ttl"
    result = run(folder, "-o", out)
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    assert "articles read 2, skipped 0, statements " in result.stderr
    assert len(list(store.load(str(out)).query("SELECT ?a { ?a a <https://schema.org/NewsArticle> }"))) == 2


def test_standard_input_and_output(bare):
    result = run("-", "-o", "-", input=TEXT)
    assert result.exit_code == 0, result.output
    assert b"a schema:NewsArticle" in result.stdout_bytes
    assert "articles read 1" in result.stderr
    assert "articles read" not in result.stdout


@pytest.mark.parametrize("form", ["nt", "nq", "jsonld", "ttl"])
def test_formats_by_name_and_suffix(bare, folder, tmp_path, form):
    named, by_suffix = tmp_path / "graph.data", tmp_path / f"graph.{form}"
    assert run(folder, "-o", named, "--format", form).exit_code == 0
    assert run(folder, "-o", by_suffix).exit_code == 0
    assert named.read_bytes() == by_suffix.read_bytes()
    assert len(store.load(str(by_suffix))) > 10


def test_split_and_texts_keep_apart_what_shares_a_stem(bare, folder, tmp_path):
    (folder / "b.txt").write_text(
        TEXT + "Nobody answered the questions of the fishermen there.\n", encoding="utf-8"
    )
    result = run(
        folder, "-o", tmp_path / "g.ttl", "--split", tmp_path / "split", "--texts", tmp_path / "texts"
    )
    assert result.exit_code == 0, result.output
    split = sorted(p.name for p in (tmp_path / "split").iterdir())
    assert len(split) == 3
    assert "b.ttl" in split
    assert all(len(name) == len("a-123456.ttl") for name in split[:2])
    texts = {p.read_text(encoding="utf-8") for p in (tmp_path / "texts").iterdir()}
    assert texts == {p.read_text(encoding="utf-8") for p in folder.rglob("*.txt")}


def test_the_texts_are_the_ones_that_validate_reads(bare, folder, tmp_path):
    assert run(folder, "-o", tmp_path / "g.ttl", "--texts", tmp_path / "texts").exit_code == 0
    result = CliRunner().invoke(
        main, ["validate", str(tmp_path / "g.ttl"), "--texts", str(tmp_path / "texts")]
    )
    assert result.exit_code in (0, 1), result.output
    assert not any(check in result.output for check in ("text-missing", "text-changed", "words-differ"))
    next((tmp_path / "texts").iterdir()).write_text("other", encoding="utf-8")
    result = CliRunner().invoke(
        main, ["validate", str(tmp_path / "g.ttl"), "--texts", str(tmp_path / "texts")]
    )
    assert "text-changed" in result.output


def test_base_and_sentences(bare, folder, tmp_path):
    out = tmp_path / "g.nt"
    assert run(folder, "-o", out, "--base", "https://example.org/kg/", "--no-sentences").exit_code == 0
    text = out.read_text(encoding="utf-8")
    assert "<https://example.org/kg/a/" in text
    assert "https://w3id.org/hrkg/id/" not in text
    assert "ns#sentence>" not in text


def test_a_manifest_supplies_metadata(bare, folder, tmp_path):
    table = tmp_path / "m.csv"
    table.write_text("file,headline,published\nb.txt,Salt and maps,2023-06-12\n", encoding="utf-8")
    (folder / "b.txt").write_text(
        TEXT + "And that was all of it, people in the town said later.\n", encoding="utf-8"
    )
    out = tmp_path / "g.ttl"
    assert run(folder / "b.txt", "-o", out, "--manifest", table).exit_code == 0
    assert 'schema:headline "Salt and maps"' in out.read_text(encoding="utf-8")


def test_a_skipped_article_is_told_and_exits_with_1(bare, folder, tmp_path):
    (folder / "bad.txt").write_bytes(b"\xff\xfe\xff not text")
    out = tmp_path / "g.ttl"
    result = run(folder, "-o", out)
    assert result.exit_code == 1
    assert "hrkg: skipped: " in result.stderr
    assert "bad.txt" in result.stderr
    assert "articles read 2, skipped 1" in result.stderr
    assert out.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.txt", "-o", "g.ttl"], "missing.txt"),
        (["a.txt", "-o", "g.xyz"], "tells no format of RDF"),
        (["a.txt", "-o", "."], ". is a folder"),
        (["a.txt", "-o", "/dev/null/g.ttl"], "cannot be written"),
        (["a.txt", "-o", "g.ttl", "--split", "a.txt"], "a.txt is a file: name a folder"),
        (["a.txt", "-o", "g.ttl", "--texts", "/dev/null/t"], "cannot be written"),
        (["a.txt", "-o", "g.ttl", "--base", "not-an-iri"], "not-an-iri"),
        (["a.txt", "-o", "g.ttl", "--manifest", "missing.csv"], "missing.csv"),
    ],
)
def test_what_cannot_run_exits_with_2_and_writes_nothing(tmp_path, monkeypatch, arguments, said):
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("hrkg: error: ")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert os.listdir(tmp_path) == ["a.txt"]  # noqa: PTH208 - hidden files count too


def test_output_is_demanded():
    result = run("a.txt")
    assert result.exit_code == 2
    assert "Usage:" in result.stderr
