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
        (["a.txt", "-o", "g.ttl", "--manifest", "m" * 300], "there is no manifest"),
        (["a" * 300 + ".txt", "-o", "g.ttl"], "there is no file or folder"),
        (["a.txt", "-o", "g" * 300 + ".ttl"], "cannot be written: File name too long"),
        (["a.txt", "-o", "new/" + "g" * 300 + ".ttl"], "cannot be written: File name too long"),
        (["a.txt", "-o", "g.ttl", "--split", "s" * 300], "cannot be written: File name too long"),
        (["a.txt", "-o", "a.txt", "--format", "ttl"], "a.txt would be written over, which is read"),
        (["a.txt", "-o", "sub/../A.TXT", "--format", "nt"], "would be written over, which is read"),
        ([".", "-o", "g.ttl", "--texts", "."], "a.txt would be written over, which is read"),
        (["a.txt", "-o", "d/a.ttl", "--split", "d"], "d/a.ttl would be written over, by another output"),
        (["a.txt", "-o", "Manifest.csv", "--format", "ttl"], "where metadata of articles stands"),
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


def test_where_no_article_can_be_read_nothing_is_written(bare, tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\xff not text")
    out = tmp_path / "g.ttl"
    out.write_text("old")
    result = run(tmp_path, "-o", out, "--texts", tmp_path / "texts", "--split", tmp_path / "split")
    assert result.exit_code == 2
    assert "hrkg: skipped: bad.txt" in result.stderr
    assert "none of the 1 sources could be read: nothing is written" in result.stderr
    assert out.read_text() == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bad.txt", "g.ttl"]


def test_a_manifest_is_not_written_over(bare, folder, tmp_path):
    table = tmp_path / "m.csv"
    table.write_text("file,headline\none/a.txt,Salt\n", encoding="utf-8")
    result = run(folder, "-o", table, "--format", "ttl", "--manifest", table)
    assert result.exit_code == 2
    assert "m.csv would be written over, which is read" in result.stderr
    assert table.read_text(encoding="utf-8").startswith("file,headline")


def test_a_link_to_a_source_is_not_written_through(bare, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "g.ttl").symlink_to("a.txt")
    result = run(tmp_path / "a.txt", "-o", tmp_path / "g.ttl")
    assert result.exit_code == 2
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == TEXT


def test_all_outputs_appear_together_or_none(bare, folder, tmp_path, monkeypatch):
    arguments = (folder, "-o", tmp_path / "g.ttl", "--split", tmp_path / "s", "--texts", tmp_path / "t")
    write = store.serialize
    monkeypatch.setattr(
        store, "serialize", lambda quads, *more: write(quads, *more) if isinstance(quads, tuple) else 1 / 0
    )
    assert run(*arguments).exit_code == 2  # the whole graph is the last to be made
    assert [p.name for p in tmp_path.iterdir()] == ["articles"]
    monkeypatch.undo()
    monkeypatch.setattr(extract, "extract", lambda document: (document, ()))
    assert run(*arguments).exit_code == 0
    assert len([p for p in tmp_path.rglob("*") if p.is_file()]) == 2 + 1 + 2 + 2


def test_articles_that_no_graph_could_hold_are_skipped(bare, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(TEXT, encoding="utf-8")
    (folder / "long.txt").write_text(TEXT * 10_000, encoding="utf-8")
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")).write_text(TEXT + "More of it.\n")
    page = '<script type="application/ld+json">{"@type":"Article","headline":"Salt \\ud800is \\u0007dear"}</script>'
    (folder / "page.html").write_text(
        f"<html lang='en'><head>{page}</head><body><article><p>{TEXT * 3}</p></article></body></html>"
    )
    out = tmp_path / "g.ttl"
    result = run(folder, "-o", out, "--texts", tmp_path / "texts", "--split", tmp_path / "split")
    assert result.exit_code == 1
    assert "skipped: long.txt holds more than 1,000,000 characters" in result.stderr
    assert "skipped: caf\\udce9.txt: the name of the file is not UTF-8" in result.stderr
    assert "articles read 2, skipped 2" in result.stderr
    assert 'schema:headline "Salt is dear"' in out.read_text(encoding="utf-8")


def test_a_stem_that_is_too_long_to_name_more_files_after(bare, tmp_path):
    source = tmp_path / f"{'x' * 250}.md"
    source.write_text(TEXT, encoding="utf-8")
    result = run(source, "-o", tmp_path / "g.ttl", "--texts", tmp_path / "t", "--split", tmp_path / "s")
    assert result.exit_code == 0, result.stderr
    assert [len(p.stem) for p in (tmp_path / "t").iterdir()] == [16]


def test_dropped_records_are_counted_and_told_on_demand(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(extract, "extract", lambda document: (document, ("a record without words",)))
    result = run(folder, "-o", tmp_path / "g.ttl")
    assert result.stderr.endswith(", records dropped 2 (--verbose tells why)\n")
    assert "a record without words" not in result.stderr
    told = run(folder, "-o", tmp_path / "g.ttl", "-v").stderr
    assert told.count("hrkg: dropped: a record without words\n") == 2
    assert told.endswith(", records dropped 2\n")


def test_output_is_demanded():
    result = run("a.txt")
    assert result.exit_code == 2
    assert "Usage:" in result.stderr
