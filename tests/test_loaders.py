"""Other people's parsers read our files, with as many triples as we wrote."""

import shutil
import subprocess
import zipfile
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Dataset, Graph

from hrkg import pipeline, store, vocab
from hrkg.resources import folder

JARS = Path("/usr/share/java")  # where Debian's libapache-jena-java puts them
PARTS = """jena-* slf4j-api slf4j-nop thrift commons-* caffeine protobuf* guava httpc* jsonld-java jackson* gson
xerces* xml-apis jakarta.json* titanium*""".split()  # noqa: SIM905 (a list of patterns reads better so)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    found = pipeline.build([str(folder("data") / "articles")])
    out = tmp_path_factory.mktemp("graphs")
    for name in store.FORMATS:
        store.write(store.serialize(found.quads(), name, vocab.prefixes()), str(out / f"graph.{name}"))
    return out, len({str(q.triple) for q in found.quads()}), len({str(q) for q in found.quads()})


@pytest.mark.parametrize("name", ["ttl", "nt", "jsonld"])
def test_rdflib_and_pyoxigraph_count_alike(built, name):
    out, triples, _ = built
    path = out / f"graph.{name}"
    parsed = {"ttl": "turtle", "nt": "nt", "jsonld": "json-ld"}[name]
    assert len(Graph().parse(path, format=parsed)) == triples
    assert len(store.load(str(path))) == triples


def test_quads_keep_the_article_that_tells(built):
    out, _, quads = built
    loaded = store.load(str(out / "graph.nq"))
    assert len(loaded) == quads
    graphs = {g.value for g in loaded.named_graphs()}
    articles = {q.subject.value for q in loaded.quads_for_pattern(None, vocab.term("hr:sourceFile"), None)}
    assert len(graphs) == 13
    assert graphs == articles
    dataset = Dataset()
    dataset.parse(out / "graph.nq", format="nquads")
    assert sum(1 for _ in dataset.quads()) == quads


@pytest.mark.skipif(
    not (shutil.which("java") and (JARS / "jena-cmds.jar").exists()),
    reason="Apache Jena is not installed (Debian: libapache-jena-java)",
)
def test_jena_counts_alike(built, tmp_path):
    """Debian's Jena 4.5 looks for its messages under `xerces/`, where its packaging did not put them."""
    out, triples, _ = built
    inside = "org/apache/jena/ext/"
    with zipfile.ZipFile(JARS / "jena-core.jar") as jar:
        for name in jar.namelist():
            if name.startswith(inside + "xerces") and name.endswith(".properties"):
                target = tmp_path / name.removeprefix(inside)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(jar.read(name))
    path = ":".join([str(tmp_path), *(str(p) for part in PARTS for p in sorted(JARS.glob(f"{part}.jar")))])
    command = ["java", "-cp", path, "riotcmd.riot", "--count", str(out / "graph.ttl")]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    digits = "".join(c for c in (result.stdout + result.stderr).split("Triples")[-1] if c.isdigit())
    assert digits, result.stderr[-800:]
    assert int(digits) == triples


def test_ox_is_the_engine_inside():
    assert isinstance(store.load(str(folder("ontology") / "hrkg.ttl")), ox.Store)
