"""`hrkg validate` at the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from hrkg.cli import main

GRAPH = Path(__file__).parents[1] / "data" / "two-articles.ttl"


def run(*arguments):
    return CliRunner().invoke(main, ["validate", *map(str, arguments)])


@pytest.fixture
def broken(tmp_path):
    """The graph with a statement that no report backs."""
    path = tmp_path / "broken.ttl"
    extra = "<person/jonas-tavarn-781f70> hr:occupation <../vocab/occupation/baker> .\n"
    path.write_text(GRAPH.read_text(encoding="utf-8") + extra, encoding="utf-8")
    return path


def test_a_good_graph_conforms_though_it_has_warnings():
    result = run(GRAPH)
    assert result.exit_code == 0
    assert result.output.endswith("The graph conforms: 1 warning.\n")


def test_fail_on_warning():
    assert run(GRAPH, "--fail-on", "warning").exit_code == 1


def test_a_statement_without_report_is_a_violation(broken):
    result = run(broken)
    assert result.exit_code == 1
    assert "VIOLATION" in result.output
    assert "does not conform" in result.output


def test_json_to_a_file(broken, tmp_path):
    out = tmp_path / "new" / "report.json"
    result = run(broken, "--format", "json", "-o", out)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("The graph does not conform")
    report = json.loads(out.read_text(encoding="utf-8"))
    assert report["conforms"] is False
    assert any("jonas" in f["focus"] for f in report["findings"])


def test_words_are_compared_with_the_texts(tmp_path):
    (tmp_path / "market.txt").write_text("Something else altogether.\n", encoding="utf-8")
    result = run(GRAPH, "--texts", tmp_path)
    assert result.exit_code == 1
    assert "market.txt" in result.output


def test_shapes_of_ones_own(tmp_path):
    shapes = tmp_path / "ours.ttl"
    shapes.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .\n"
        "<http://ours/Name> a sh:NodeShape ; sh:targetClass foaf:Person ;\n"
        '  sh:property [ sh:path foaf:nick ; sh:minCount 1 ; sh:message "A nickname is wanted." ] .\n'
    )
    result = run(GRAPH, "--shapes", shapes)
    assert result.exit_code == 1
    assert "A nickname is wanted." in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.ttl"], "there is no file missing.ttl"),
        ([GRAPH, "--shapes", "missing.ttl"], "missing.ttl"),
        ([GRAPH, "--texts", "missing"], "missing is not a folder"),
        ([GRAPH, "-o", "."], ". is a folder"),
        ([GRAPH, "-o", "/dev/null/report.txt"], "cannot be written"),
        ([GRAPH, "-o", GRAPH], "would be written over, which is read"),
    ],
)
def test_what_cannot_run_exits_with_2_and_one_line(arguments, said):
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_malformed_turtle(tmp_path):
    bad = tmp_path / "bad.ttl"
    bad.write_text("<http://a/> nonsense .")
    result = run(bad)
    assert result.exit_code == 2
    assert "not well-formed" in result.stderr
    assert "line 1" in result.stderr


def test_json_ld_without_a_known_line(tmp_path):
    bad = tmp_path / "bad.jsonld"
    bad.write_text('[{"@id": 5}]')
    result = run(bad)
    assert result.exit_code == 2
    assert "bad.jsonld: not well-formed RDF (@id value must be a string); mend it" in result.stderr


def test_a_graph_without_any_statement_does_not_conform_but_is_an_error(tmp_path):
    empty = tmp_path / "empty.ttl"
    empty.write_text("")
    result = run(empty)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "empty.ttl holds no statement: was the build empty?" in result.stderr


def test_a_graph_without_any_article_is_told(tmp_path):
    other = tmp_path / "other.nt"
    other.write_text("<http://a/> <http://b/> <http://c/> .\n")
    result = run(other)
    assert result.exit_code == 0
    assert result.stderr == f"hrkg: warning: {other} holds no article, so there is little to check\n"
    assert run(GRAPH).stderr == ""
