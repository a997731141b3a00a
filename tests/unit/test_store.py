"""Graph files: the same bytes for the same triples, whole or not at all."""

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

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
        store.writing.os, "fdopen", lambda *a: (_ for _ in ()).throw(OSError(28, "No space left on device"))
    )
    with pytest.raises(SetupError, match="No space left"):
        store.write(b"new", str(target))
    assert target.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["graph.ttl"]


def test_links_are_followed(tmp_path):
    (tmp_path / "real").mkdir()
    for name in ("there.ttl", "not-yet.ttl"):
        (tmp_path / name).symlink_to(tmp_path / "real" / name)
    (tmp_path / "real" / "there.ttl").write_text("old")
    for name in ("there.ttl", "not-yet.ttl"):
        store.check_writable(str(tmp_path / name))
        store.write(b"new", str(tmp_path / name))
        assert (tmp_path / name).is_symlink()
        assert (tmp_path / "real" / name).read_text() == "new"
    assert len(list((tmp_path / "real").iterdir())) == 2


@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_a_file_keeps_its_mode(tmp_path, mode):
    target = tmp_path / "graph.ttl"
    target.write_text("old")
    target.chmod(mode)
    store.write(b"new", str(target))
    assert stat.S_IMODE(target.stat().st_mode) == mode
    assert target.read_text() == "new"


def test_a_new_file_has_the_mode_that_the_umask_leaves(tmp_path):
    store.write(b"new", str(tmp_path / "graph.ttl"))
    (tmp_path / "by-hand").write_text("")
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert len(modes) == 1


def test_a_pipe_stays_a_pipe_and_is_written_to(tmp_path):
    pipe = tmp_path / "pipe.ttl"
    os.mkfifo(pipe)
    got = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    reader.start()
    store.check_writable(str(pipe))
    store.write(b"new", str(pipe))
    reader.join(10)
    assert got == [b"new"]
    assert pipe.is_fifo()
    assert [p.name for p in tmp_path.iterdir()] == ["pipe.ttl"]


def test_a_device_stays_a_device():
    """A terminal of our own, since a fault here must not cost the machine its `/dev/null`."""
    reading, terminal = os.openpty()
    try:
        name = os.ttyname(terminal)
        store.check_writable(name)
        store.write(b"new", name)
        assert os.read(reading, 10) == b"new"
        assert stat.S_ISCHR(Path(name).stat().st_mode)
    finally:
        os.close(reading)
        os.close(terminal)


def test_what_the_shell_has_open_is_appended_to(tmp_path):
    log = tmp_path / "log"
    log.write_bytes(b"old ")
    script = "from hrkg import store; store.write(b'new', '/dev/fd/1')"
    with log.open("ab") as file:
        subprocess.run([sys.executable, "-c", script], stdout=file, check=True)
    assert log.read_bytes() == b"old new"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write any file")
def test_a_protected_file_is_told(tmp_path):
    (tmp_path / "g.ttl").write_text("old")
    (tmp_path / "g.ttl").chmod(0o400)
    with pytest.raises(SetupError, match="write-protected"):
        store.check_writable(str(tmp_path / "g.ttl"))


def test_a_name_as_long_as_the_file_system_holds_is_no_obstacle(tmp_path):
    name = "g" * 251 + ".ttl"
    store.check_writable(str(tmp_path / name))
    store.write(b"new", str(tmp_path / name))
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_batch_that_fails_leaves_no_folder_and_no_file(tmp_path):
    (tmp_path / "a").write_text("old")
    batch = store.Batch()
    batch.add(b"new", str(tmp_path / "deep" / "er" / "b"))
    (tmp_path / "deep" / "er" / "b").mkdir()
    batch.add(b"new", str(tmp_path / "a"))
    with pytest.raises(SetupError, match="Is a directory"):
        batch.__exit__(None)
    assert (tmp_path / "a").read_text() == "old"
    assert not list(tmp_path.rglob(".*"))


def fails(folder):
    with store.Batch() as batch:
        batch.add(b"new", str(folder / "more" / "c"))
        batch.add(b"new", str(folder / "a"))
        raise ZeroDivisionError


def test_a_batch_that_is_broken_off_leaves_no_folder_and_no_file(tmp_path):
    (tmp_path / "a").write_text("old")
    with pytest.raises(ZeroDivisionError):
        fails(tmp_path)
    assert (tmp_path / "a").read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_a_batch_keeps_its_order(tmp_path, capfdbinary):
    moved = []
    with store.Batch() as batch:
        batch.add(b"1", str(tmp_path / "a"))
        batch.add(b"graph", "-")
        assert not list(tmp_path.glob("[!.]*"))
        moved.append(capfdbinary.readouterr().out)
    assert (tmp_path / "a").read_bytes() == b"1"
    assert moved == [b""]
    assert capfdbinary.readouterr().out == b"graph"


@pytest.mark.parametrize(
    ("outputs", "inputs", "said"),
    [
        (["a.ttl", "b.ttl", "-", "-"], ["a.txt"], None),
        (["a.ttl", "./a.ttl"], [], "by another output"),
        (["caf\u00e9.ttl", "cafe\u0301.ttl"], [], "by another output"),
        (["x/../a.txt"], ["a.txt"], "which is read"),
        (["A.txt"], ["a.txt"], "which is read"),
    ],
)
def test_outputs_are_kept_apart_from_inputs_and_each_other(outputs, inputs, said):
    if said is None:
        assert store.check_apart(outputs, inputs) is None
        return
    with pytest.raises(SetupError, match=said):
        store.check_apart(outputs, inputs)


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
