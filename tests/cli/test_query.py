"""`hrkg query` at the command line."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from hrkg.cli import main
from hrkg.query import views

GRAPH = str(Path(__file__).parents[1] / "data" / "two-articles.ttl")


def run(*arguments, **options):
    return CliRunner().invoke(main, ["query", *arguments], **options)


def test_list_tells_what_each_view_answers():
    result = run("--list")
    assert result.exit_code == 0
    assert len(result.output.splitlines()) == len(views()) == 20
    assert "detained       Who is reported as deprived of liberty, at any time?" in result.output


@pytest.mark.parametrize("name", views())
def test_every_view_runs(name):
    assert run(GRAPH, "--view", name).exit_code == 0


def test_a_view_as_a_table():
    result = run(GRAPH, "--view", "charges")
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "who          offence",
        "───────────  ──────────────────────────",
        "Ilse Tavarn  drawing maps without leave",
        "(1 row)",
    ]


def test_csv_is_read_back():
    result = run(GRAPH, "--view", "statuses", "--format", "csv")
    assert result.stdout_bytes == b"who,status\r\nIlse Tavarn,imprisoned\r\n"
    places = run(GRAPH, "--view", "places", "--format", "csv").stdout_bytes.decode()
    assert {row["name"] for row in csv.DictReader(io.StringIO(places))} == {"Orsel", "霧町"}


def test_json_is_sparql_results():
    answer = json.loads(run(GRAPH, "--view", "sentences", "--format", "json").stdout_bytes)
    assert answer["head"]["vars"] == ["who", "type", "duration"]
    (row,) = answer["results"]["bindings"]
    assert row["type"] == {"type": "literal", "value": "imprisonment"}
    assert row["duration"]["datatype"] == "http://www.w3.org/2001/XMLSchema#duration"


def test_an_expression_needs_no_prefix_declarations():
    result = run(GRAPH, "-e", "SELECT ?n { ?p a hr:DetainedIndividual ; rdfs:label ?n }", "--format", "csv")
    assert result.stdout_bytes == b"n\r\nIlse Tavarn\r\n"


def test_a_query_from_a_file_and_from_standard_input(tmp_path):
    file = tmp_path / "q.rq"
    file.write_text("\ufeffASK { ?p a foaf:Person }", encoding="utf-8")
    assert run(GRAPH, str(file)).output == "true\n"
    assert run(GRAPH, "-", input="ASK { ?p a hr:War }").output == "false\n"


def test_a_graph_from_standard_input():
    result = run(
        "-", "-e", "SELECT ?o { ?s ?p ?o }", "--format", "csv", input="<http://a/> <http://b/> 'c' ."
    )
    assert result.stdout_bytes == b"o\r\nc\r\n"


def test_construct_as_turtle():
    result = run(
        GRAPH, "-e", "CONSTRUCT { ?p rdfs:label ?n } { ?p a hr:Place ; rdfs:label ?n }", "--format", "ttl"
    )
    assert result.exit_code == 0
    assert '    rdfs:label "霧町" .' in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.ttl", "--view", "persons"], "there is no file missing.ttl"),
        ([GRAPH, "missing.rq"], "there is no file missing.rq"),
        ([GRAPH, "--view", "person"], "there is no view person: did you mean persons"),
        ([GRAPH, "--view", "zzzz"], "there are affiliations, article"),
        (
            [GRAPH, "-e", "SELECT ?x\nWHER { ?x ?y ?z }"],
            "the query is not well-formed SPARQL: line 2, column",
        ),
        ([GRAPH, "-e", "SELECT ?x { ?x nope:y ?z }"], "the prefix nope: is not declared"),
        ([GRAPH, "-e", "SELECT ?x { SERVICE <http://127.0.0.1:1/> { ?x ?y ?z } }"], "uses SERVICE"),
        ([GRAPH, "-e", "PREFIX a: <http://a/> INSERT DATA { a:a a:b a:c }"], "is an update"),
        ([GRAPH, "-e", "SELECT ?x { ?x ?y ?z }", "--format", "ttl"], "only CONSTRUCT and DESCRIBE"),
        ([GRAPH, "."], ". cannot be read: it is a folder; name a file with a query in it"),
        ([".", "--view", "persons"], ".: its suffix tells no format of RDF"),
        (["question.rq", GRAPH], "question.rq is a query and no graph: name the graph first"),
        (["story.html", "--view", "persons"], "make one of it with `hrkg build story.html -o story.ttl`"),
    ],
)
def test_what_cannot_run_exits_with_2_and_one_line(arguments, said):
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("hrkg: error: ")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_malformed_turtle_tells_line_and_column(tmp_path):
    bad = tmp_path / "bad.ttl"
    bad.write_text("<http://a/> <http://b/> <http://c/> .\n<http://a/> nonsense .\n")
    result = run(str(bad), "--view", "persons")
    assert result.exit_code == 2
    assert "bad.ttl, line 2, column 13: not well-formed RDF" in result.stderr


@pytest.mark.parametrize("command", ["query", "validate", "explain"])
def test_an_article_in_the_place_of_a_graph_is_recognized(tmp_path, command):
    story = tmp_path / "story.txt"
    story.write_text("The town council of Orsel met on Tuesday.\n", encoding="utf-8")
    more = {"query": ["--view", "persons"], "validate": [], "explain": ["Orsel"]}[command]
    result = CliRunner().invoke(main, [command, str(story), *more])
    assert result.exit_code == 2
    assert (
        f"story.txt looks like an article and no graph: make one of it with `hrkg build {story}"
        in result.stderr
    )


def test_triples_in_a_file_called_txt_are_a_graph(tmp_path):
    file = tmp_path / "graph.txt"
    file.write_text("<http://a/> <http://b/> <http://c/> .\n", encoding="utf-8")
    assert run(str(file), "-e", "ASK { <http://a/> ?p ?o }").output == "true\n"


def test_a_folder_called_as_a_graph_is_told(tmp_path):
    (tmp_path / "g.ttl").mkdir()
    assert "g.ttl cannot be read: it is a folder" in run(str(tmp_path / "g.ttl"), "--view", "persons").stderr


def test_a_term_that_is_not_in_the_ontology_is_told():
    result = run(GRAPH, "-e", "SELECT ?p { ?p a hr:DetaindIndividual }")
    assert result.exit_code == 0
    assert (
        result.stderr
        == "hrkg: warning: the query asks for hr:DetaindIndividual, which is no term of the ontology\n"
    )
    assert run(GRAPH, "-e", "SELECT ?p { ?p a hr:DetainedIndividual }").stderr == ""


def test_standard_input_is_one_thing_only():
    result = run("-", "-", input="ASK {}")
    assert result.exit_code == 2
    assert "cannot be both" in result.stderr


def test_a_query_that_is_not_utf8(tmp_path):
    bad = tmp_path / "q.rq"
    bad.write_bytes(b"ASK { \xff }")
    assert "is not UTF-8 (byte 6)" in run(GRAPH, str(bad)).stderr


@pytest.mark.parametrize(
    "arguments", [[], [GRAPH], [GRAPH, "q.rq", "--view", "persons"], [GRAPH, "-e", "x", "--view", "y"]]
)
def test_not_exactly_one_query_is_wrong_usage(arguments):
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Usage:" in result.stderr
