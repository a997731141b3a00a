"""`hrkg explain` at the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from hrkg.cli import main

GRAPH = str(Path(__file__).parents[1] / "data" / "two-articles.ttl")


def run(*arguments):
    return CliRunner().invoke(main, ["explain", *arguments])


def test_text_shows_who_says_it_and_the_words_in_their_sentence():
    result = run(GRAPH, "jonas tavarn")
    assert result.exit_code == 0
    assert result.output.startswith("Jonas Tavarn\nhrd:person/jonas-tavarn-781f70\nperson\n")
    assert (
        "    — “Map maker held in Orsel”, Lantern Post, 2023-06-12 (follows from other reports)\n"
        "      Guards in Orsel arrested the cartographer Ilse Tavarn on 9 June 2023, «her brother, Jonas Tavarn», "
        "told the Lantern Post.\n"
    ) in result.output


def test_several_of_one_name_are_told_apart():
    result = run(GRAPH, "Ilse Tavarn")
    assert result.exit_code == 0
    assert result.output.startswith(
        "2 things in the graph are called so; it does not say that they are one.\n"
    )


def test_json_holds_the_same():
    result = run(GRAPH, "hrd:person/edouard-lone-877449", "--format", "json")
    assert result.exit_code == 0
    (node,) = json.loads(result.stdout_bytes)["nodes"]
    assert node["label"] == "Édouard Lône"
    (section,) = node["sections"]
    (statement,) = section["statements"]
    assert statement["object"] == {
        "label": "painter",
        "iri": "https://w3id.org/hrkg/vocab/occupation/painter",
    }
    (evidence,) = statement["evidence"]
    assert evidence["article"]["published"] == "2023-07-01"
    assert evidence["quotes"][0]["words"] == "the painter Édouard Lône"
    assert evidence["quotes"][0]["begin"] == 34


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.ttl", "X"], "there is no file missing.ttl"),
        ([GRAPH, "Nobody Atall"], "nothing in the graph is called Nobody Atall"),
        ([GRAPH, "Jonas Tavern"], "did you mean Jonas Tavarn (hrd:person/jonas-tavarn-781f70)?"),
        ([GRAPH, "  "], "the empty name"),
        ([GRAPH, "gu"], "gu may mean Guards in Orsel"),
        ([GRAPH, "hrd:person/nobody"], "the graph says nothing of <https://w3id.org/hrkg/id/person/nobody>"),
        ([GRAPH, "http://not an iri"], "is no IRI"),
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
    bad.write_text("<http://a/> <")
    result = run(str(bad), "X")
    assert result.exit_code == 2
    assert "bad.ttl, line 1, column 13: not well-formed RDF (Unexpected end of file)" in result.stderr
