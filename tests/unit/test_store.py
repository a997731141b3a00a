"""Graph files: the same bytes for the same triples, whole or not at all."""

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph
from rdflib.compare import isomorphic

from hrkg import store
from hrkg.errors import SetupError

NS = "https://example.org/ns#"
PREFIXES = {"ex": NS, "xsd": "http://www.w3.org/2001/XMLSchema#"}
iris = st.sampled_from(
    [NS + n for n in ("a", "b-c", "d_e")] + ["https://example.org/x/char=0,5", "urn:x:y"]
).map(ox.NamedNode)
literals = st.one_of(
    st.text(max_size=20).filter(lambda t: not any(0xD800 <= ord(c) <= 0xDFFF for c in t)).map(ox.Literal),
    st.text("ab\"\\\n\t'é漢", max_size=8).map(lambda t: ox.Literal(t, language="en")),
    st.integers().map(lambda n: ox.Literal(str(n), datatype=ox.NamedNode(PREFIXES["xsd"] + "integer"))),
    st.just(ox.Literal("2024", datatype=ox.NamedNode(PREFIXES["xsd"] + "gYear"))),
)
quads = st.lists(st.builds(ox.Quad, iris, iris, st.one_of(iris, literals), iris), max_size=12)


@settings(max_examples=60, deadline=None)
@given(quads, st.randoms())
def test_bytes_do_not_depend_on_order_and_say_the_same(found, random):
    shuffled = list(found)
    random.shuffle(shuffled)
    for name, kind in store.FORMATS.items():
        data = store.serialize(found, name, PREFIXES)
        assert data == store.serialize(shuffled, name, PREFIXES)
        parsed = {str(q if name == "nq" else q.triple) for q in ox.parse(data, kind)}
        assert parsed == {str(q if name == "nq" else q.triple) for q in found}


@settings(max_examples=30, deadline=None)
@given(quads)
def test_rdflib_reads_the_turtle_alike(found):
    safe = [
        q
        for q in found
        if not (isinstance(q.object, ox.Literal) and any(ord(c) < 32 for c in q.object.value))
    ]
    turtle = Graph().parse(data=store.serialize(safe, "ttl", PREFIXES), format="turtle")
    lines = Graph().parse(data=store.serialize(safe, "nt", PREFIXES), format="nt")
    assert isomorphic(turtle, lines)


def test_turtle_is_readable():
    a = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    found = [
        ox.Quad(
            ox.NamedNode(NS + "mira"),
            ox.NamedNode(NS + "age"),
            ox.Literal("7", datatype=ox.NamedNode(PREFIXES["xsd"] + "integer")),
        ),
        ox.Quad(ox.NamedNode(NS + "mira"), a, ox.NamedNode(NS + "Person")),
        ox.Quad(ox.NamedNode("https://example.org/char=0,4"), a, ox.NamedNode(NS + "Span")),
    ]
    assert store.serialize(found, "ttl", PREFIXES).decode() == (
        f"@prefix ex: <{NS}> .\n"
        "\nex:mira\n    a ex:Person ;\n    ex:age 7 .\n"
        "\n<https://example.org/char=0,4>\n    a ex:Span .\n"
    )


def test_a_blank_node_is_refused():
    with pytest.raises(TypeError, match="blank"):
        store.serialize([ox.Quad(ox.BlankNode(), ox.NamedNode(NS + "p"), ox.Literal("x"))], "ttl", PREFIXES)


def test_a_failed_write_leaves_the_old_file(tmp_path, monkeypatch):
    target = tmp_path / "graph.ttl"
    target.write_text("old")
    monkeypatch.setattr(
        store.os, "fdopen", lambda *a: (_ for _ in ()).throw(OSError(28, "No space left on device"))
    )
    with pytest.raises(SetupError, match="No space left"):
        store.write(b"new", str(target))
    assert target.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["graph.ttl"]


def test_what_cannot_be_written_is_said_before_the_work(tmp_path):
    with pytest.raises(SetupError, match="is a folder"):
        store.check_writable(str(tmp_path))
    (tmp_path / "file").write_text("x")
    with pytest.raises(SetupError, match="cannot be written"):
        store.check_writable(str(tmp_path / "file" / "graph.ttl"))


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("graph.ttl", "@prefix ex: <https://example.org/> .\nex:a ex:b", "line 2"),
        ("graph.xyz", "", "suffix"),
        ("graph.nt", "nonsense", "line 1"),
    ],
)
def test_malformed_rdf_is_said_with_its_line(tmp_path, name, text, message):
    (tmp_path / name).write_text(text)
    with pytest.raises(SetupError, match=message):
        store.load(str(tmp_path / name))


def test_a_missing_file_is_said():
    with pytest.raises(SetupError, match="there is no file"):
        store.load("nowhere.ttl")


@pytest.mark.parametrize(
    ("path", "name", "expected"), [("-", None, "ttl"), ("a/b.NT", None, "nt"), ("g.txt", "nq", "nq")]
)
def test_formats(path, name, expected):
    assert store.format_of(path, name) == expected


def test_an_unknown_format_is_said():
    with pytest.raises(SetupError, match=r"\.ttl"):
        store.format_of("graph.txt")
