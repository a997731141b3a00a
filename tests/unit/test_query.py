"""Views, SPARQL without network, and renderings of tables."""

import json

import pyoxigraph as ox
import pytest

from hrkg.errors import SetupError
from hrkg.query import Table, as_csv, as_json, as_table, as_turtle, run, view, views
from hrkg.query.terminal import plain, shorten, width_of, wrap

A, B, C = (ox.NamedNode(f"http://example.org/{name}") for name in "abc")


@pytest.fixture
def store():
    made = ox.Store()
    for subject, value in ((A, "one"), (B, "two"), (C, "three")):
        made.add(ox.Quad(subject, ox.NamedNode("http://example.org/says"), ox.Literal(value)))
    return made


def test_every_view_begins_with_its_question_and_keeps_to_one_line_of_prefixes_each():
    assert len(views()) == 20
    for name, found in views().items():
        assert found.name == name
        assert found.question[0].isupper()
        assert "?" in found.question
        assert not found.query.startswith("\ufeff")


@pytest.mark.parametrize("name", views())
def test_a_view_of_an_empty_graph_is_empty(name):
    assert run(ox.Store(), view(name).query).rows == ()


COLUMNS = {
    "article": "article headline publisher published author",
    "persons": "person name alt",
    "posts": "person title org",
    "occupations": "person occupation",
    "ethnicities": "person ethnicity",
    "affiliations": "person org",
    "organizations": "org name alt kind",
    "places": "place name alt kind",
    "groups": "group label min max qualifier",
    "events": "event type affected agent participant place edtf",
    "prospective": "event type kind by affected edtf",
    "detained": "who node",
    "charges": "who offence",
    "sentences": "who type duration",
    "statuses": "who status",
    "kin": "a relation b",
    "claims": "claim speaker stance target text",
    "evidence": "report article begin end exact",
    "unreported": "s p o",
    "held": "who status dates places charges speaker words article published",
}


def test_the_columns_of_the_views_are_fixed():
    assert {name: " ".join(run(ox.Store(), v.query).columns) for name, v in views().items()} == COLUMNS


@pytest.mark.parametrize(
    ("asked", "said"), [("Person", "persons"), ("sent", "sentences"), ("xq", "affiliations, ")]
)
def test_an_unknown_view_names_near_ones(asked, said):
    with pytest.raises(SetupError, match=said):
        view(asked)


def test_rows_are_sorted_unless_the_query_orders_them(store):
    select = "SELECT ?v { ?s <http://example.org/says> ?v }"
    assert [r[0] for r in run(store, select).rows] == ["one", "three", "two"]
    assert [r[0] for r in run(store, select + " ORDER BY DESC(?v)").rows] == ["two", "three", "one"]
    inner = "SELECT ?v { { SELECT ?v { ?s ?p ?v } ORDER BY DESC(?v) } } # ORDER BY ?v"
    assert [r[0] for r in run(store, inner).rows] == ["one", "three", "two"]


def test_a_triple_in_several_graphs_counts_once(store):
    triple = (A, ox.NamedNode("http://example.org/says"), ox.Literal("one"))
    store.add(ox.Quad(*triple, B))
    store.add(ox.Quad(*triple, C))
    assert run(store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows == (("3",),)
    assert run(store, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }").rows == (("2",),)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "select * { service silent ?x { ?s ?p ?o } }",
        "SELECT * { ?s ?p 1SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:x { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { ?s ?p :.SERVICE :x { ?s ?p ?o } }",
        r"SELECT * { SERV\u0049CE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { BIND(<http://127.0.0.1:9/> AS ?v) FILTER(?a<?b)SERVICE?v#>\n{ ?s ?p ?o } }",
        "SELECT * { FILTER('a' = 'b') # '\n SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } # '\n }",
        "SELECT * { FILTER('''a'b''' = 'b')SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    ],
)
def test_nothing_is_asked_over_the_network(store, query):
    with pytest.raises(SetupError, match="uses SERVICE"):
        run(store, query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service ?p ?o } # SERVICE",
        "SELECT ?s { ?s <http://example.org/service?a=1> ?o }",
        "PREFIX e: <http://example.org/> SELECT ?s { ?s e:service ?o }",
        "SELECT ?s { ?s ?p 'SERVICE <http://x/> {' }",
        'SELECT ?s { ?s ?p """a "quoted" SERVICE""" }',
    ],
)
def test_the_word_service_alone_does_no_harm(store, query):
    run(store, query)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT ?x\nWHER {}", r"line 2, column \d+: "),
        ("", "line 1, column 1"),
        ("SELECT ?s { ?s no:p ?o }", "column 21: the prefix no: is not declared"),
        ("PREFIX e: <http://e/> SELECT ?s { ?s e:p _:b . :x a e:y }", "the prefix : is not declared"),
        ("SELECT ?s { ?s ?p ?o } GROUP BY ?p", "does not bind or group by"),
        ("LOAD <http://127.0.0.1:9/>", "is an update"),
        ("DELETE WHERE { ?s ?p ?o }", "is an update"),
        ("PREFIX a: <http://a/> DROP ALL", "is an update"),
        ("SELECT ?s { ?s ?p ?o FILTER(<http://a/f>(?s)) }", "cannot be answered"),
    ],
)
def test_what_cannot_be_asked_is_told(store, query, said):
    with pytest.raises(SetupError, match=said) as caught:
        run(store, query, "mine.rq")
    assert str(caught.value).startswith("mine.rq ")
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400


def test_ask_and_construct(store):
    assert run(store, "ASK {}") == Table(("answer",), ((ox.Literal(True),),), "boolean")
    assert json.loads(as_json(run(store, "ASK { <http://no/> ?p ?o }"))) == {"head": {}, "boolean": False}
    made = run(store, "CONSTRUCT { ?s a <http://example.org/T> } { ?s ?p ?o }")
    assert made.columns == ("subject", "predicate", "object")
    assert [row[0] for row in made.rows] == [A.value, B.value, C.value]
    assert as_turtle(made).count("    a <http://example.org/T> .") == 3
    assert run(store, "DESCRIBE <http://example.org/a>").rows[0][2] == "one"


def test_turtle_refuses_what_it_cannot_write(store):
    with pytest.raises(SetupError, match="blank nodes"):
        as_turtle(run(store, "CONSTRUCT { [] a ?s } { ?s ?p ?o }"))
    with pytest.raises(SetupError, match="CONSTRUCT"):
        as_turtle(run(store, "ASK {}"))


def test_json_tells_terms_apart():
    row = (A, ox.BlankNode("b"), ox.Literal("x"), ox.Literal("x", language="en"), ox.Literal(1), None)
    answer = json.loads(as_json(Table(tuple("abcdef"), (row,))))
    (binding,) = answer["results"]["bindings"]
    assert binding == {
        "a": {"type": "uri", "value": A.value},
        "b": {"type": "bnode", "value": "b"},
        "c": {"type": "literal", "value": "x"},
        "d": {"type": "literal", "value": "x", "xml:lang": "en"},
        "e": {"type": "literal", "value": "1", "datatype": "http://www.w3.org/2001/XMLSchema#integer"},
    }


def test_csv_quotes_and_leaves_unbound_cells_empty():
    table = Table(("a", "b"), ((ox.Literal('he said "no",\nand left'), None),))
    assert as_csv(table) == 'a,b\r\n"he said ""no"",\nand left",\r\n'


def test_table_is_aligned_for_wide_characters():
    table = Table(
        ("name", "of"), ((ox.Literal("艾未未"), ox.Literal("x")), (ox.Literal("Ai"), ox.Literal("y")))
    )
    assert as_table(table).splitlines() == ["name    of", "──────  ──", "艾未未  x", "Ai      y", "(2 rows)"]


def test_table_wraps_to_the_terminal():
    table = Table(("id", "text"), ((ox.Literal("1"), ox.Literal("words " * 20)),))
    lines = as_table(table, width=30).splitlines()
    assert len(lines) > 6
    assert all(width_of(line) <= 30 for line in lines)
    assert "".join(line[2:].replace(" ", "") for line in lines[2:-1]) == "words" * 20


def test_articles_cannot_steer_the_terminal():
    assert as_table(Table(("x",), ((ox.Literal("a\x1b[2Jb\nc\u202ed"),),))).splitlines()[2] == "a[2Jb cd"
    assert plain("\x9b31m") == "31m"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two", 10, ["one two"]),
        ("one two", 4, ["one", "two"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("霧町霧町", 5, ["霧町", "霧町"]),
        ("", 3, [""]),
    ],
)
def test_wrap(text, width, lines):
    assert wrap(text, width) == lines


def test_short_iris():
    assert shorten("https://w3id.org/hrkg/id/place/x") == "hrd:place/x"
    assert shorten("https://w3id.org/hrkg/ns#Event") == "hr:Event"
    assert shorten("http://elsewhere.example/x") == "http://elsewhere.example/x"
