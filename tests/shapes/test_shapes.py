"""Each file of shapes has a folder here: a graph it finds nothing in, one it does, and what it must find there."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SH, SKOS, Namespace

from hrkg import resources, vocab
from hrkg.validate import Severity, check, check_ontology, constraints, reading

HERE = Path(__file__).parent
CASES = sorted(p for p in HERE.iterdir() if (p / "expected.txt").is_file())
FILES = sorted(resources.folder("shapes").glob("*.ttl"))
HRS = "https://w3id.org/hrkg/shapes#"
HR = Namespace(vocab.NAMESPACE)
KINDS = (SH.NodeShape, SH.PropertyShape)


def graph_of(path):
    return reading.graph(reading.triples(path))


@pytest.fixture(scope="module")
def shapes():
    whole = rdflib.Graph()
    for path in FILES:
        whole += graph_of(path)
    return whole


def shapes_in(graph):
    return {s for kind in KINDS for s in graph.subjects(RDF.type, kind)}


def nested(graph):
    """Shapes that only serve others; SHACL never reports them by name."""
    found = set(graph.objects(None, SH["not"]))
    for operands in graph.objects(None, SH["or"]):
        found |= set(graph.items(operands))
    return found


def findings(case, name):
    """`shape focus` for each finding of the case's own shapes; what others find in so small a graph is their matter."""
    own = {str(s) for s in shapes_in(graph_of(resources.folder("shapes") / f"{case.name}.ttl"))}
    report = (check_ontology if case.name == "ontology" else check)(case / name)
    return {
        f"{finding.shape.removeprefix(HRS)} {finding.focus.rsplit('/', 1)[-1]}"
        for finding in report.findings
        if finding.shape in own
    }


def test_every_file_of_shapes_has_its_case():
    assert [case.name for case in CASES] == [path.stem for path in FILES]
    assert len(CASES) == 20


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.name)
def test_the_valid_graph_breaks_no_shape_of_its_file(case):
    assert findings(case, "valid.ttl") == set()


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.name)
def test_the_invalid_graph_breaks_exactly_what_is_expected(case):
    expected = (case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert expected == sorted(set(expected))
    assert findings(case, "invalid.ttl") == set(expected)


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.name)
def test_every_shape_is_broken_by_some_case(case):
    graph = graph_of(resources.folder("shapes") / f"{case.name}.ttl")
    told = {line.split()[0] for line in (case / "expected.txt").read_text(encoding="utf-8").splitlines()}
    shown = {str(s).removeprefix(HRS) for s in shapes_in(graph)}
    unseen = {str(s).removeprefix(HRS) for s in nested(graph)} - told
    assert told == shown - unseen


def test_every_shape_has_an_iri_a_message_a_severity_and_a_reason(shapes):
    found = shapes_in(shapes)
    assert len(found) > 100
    assert set(shapes.subjects(SH.path)) | nested(shapes) | set(shapes.subjects(SH.sparql)) <= found
    for shape in found:
        assert isinstance(shape, rdflib.URIRef), shape
        assert str(shape).startswith(HRS)
        for needed in (SH.message, SH.severity, RDFS.comment):
            assert len(set(shapes.objects(shape, needed))) == 1, (shape, needed)
        assert str(shapes.value(shape, SH.message)).endswith("."), shape


def test_no_two_files_define_one_shape():
    defined = [shape for path in FILES for shape in shapes_in(graph_of(path))]
    assert len(defined) == len(set(defined))


def test_sparql_stands_only_in_checks_that_run_once(shapes):
    for shape in shapes.subjects(SH.sparql):
        targets = {p for p in shapes.predicates(shape) if str(p).startswith(str(SH) + "target")}
        assert targets == {SH.targetNode}, shape
    graph_file = constraints.load(constraints.packaged())
    assert len(graph_file.queries) == 18
    assert not list(graph_file.core.subjects(SH.sparql))


def test_code_lists_in_shapes_are_those_of_the_ontology(shapes):
    compared = set()
    for shape, codes in shapes.subject_objects(SH["in"]):
        given = {str(code) for code in shapes.items(codes)}
        scheme = min(given).removeprefix(vocab.LISTS).split("/")[0]
        wanted = {f"{vocab.LISTS}{scheme}/{code}" for code in vocab.codes(scheme)}
        assert given == wanted, f"{shape} and ontology/lists/{scheme}.ttl differ in {sorted(given ^ wanted)}"
        compared.add(scheme)
    closed = {str(s).removeprefix(vocab.LISTS) for s in schemes(open_=False)}
    # kin relations are never a value: a graph states them by property
    assert compared == closed - {"kin-relation"}


def schemes(*, open_):
    return {
        rdflib.URIRef(q.subject.value)
        for q in vocab.store().quads_for_pattern(None, vocab.term("hr:openList"), None)
        if (q.object.value == "true") is open_
    }


def test_open_lists_are_checked_by_namespace(shapes):
    patterns = {str(p) for p in shapes.objects(None, SH.pattern)}
    for scheme in schemes(open_=True):
        assert any(str(scheme).replace(".", "\\.") in pattern for pattern in patterns), scheme


def query(shapes, name):
    return str(shapes.value(rdflib.URIRef(f"{HRS}{name}-query"), SH.select))


def test_the_statements_that_need_a_report_are_those_that_the_ontology_marks(shapes):
    text = query(shapes, "unreported")
    bound = {part.split(" AS ")[0] for part in text.split("BIND(")[1:]}
    assert {vocab.term(name) for name in bound} == vocab.reported()
    assert all(f"?value {name} ?o . BIND({name} AS ?path)" in text for name in bound)


def test_the_classes_of_each_event_type_are_those_of_the_ontology(shapes):
    rows = set(
        re.findall(
            r"\?value hr:eventType event-type:([\w-]+) \. BIND\((\S+) AS \?own\) BIND\((\S+) AS \?group\)",
            query(shapes, "event-class"),
        )
    )
    assert {code for code, *_ in rows} == set(vocab.codes("event-type"))
    assert len(rows) == len(vocab.codes("event-type"))
    for code, own, group in rows:
        named = {vocab.term(own), vocab.term(group), vocab.term("hr:Event")}
        assert named == set(vocab.event_classes(code)), code
        (stated,) = vocab.store().quads_for_pattern(
            vocab.concept("event-type", code), vocab.term("hr:eventClass"), None
        )
        assert vocab.term(own) == stated.object, code


def test_the_groups_of_events_are_those_of_the_ontology(shapes):
    groups = {
        rdflib.URIRef(q.subject.value)
        for q in vocab.store().quads_for_pattern(
            None, ox.NamedNode(str(RDFS.subClassOf)), vocab.term("hr:Event")
        )
    }
    assert set(shapes.objects(rdflib.URIRef(HRS + "EventGroup"), SH.targetClass)) == groups


def test_shapes_use_no_term_that_the_ontology_lacks(shapes):
    known = {q.subject.value for q in vocab.store()}
    used = {str(node) for triple in shapes for node in triple if str(node).startswith(str(HR))}
    used.discard(str(HR))  # the namespace itself, in the declarations of prefixes
    assert len(used) > 50
    assert used <= known


def test_the_example_breaks_no_shape_and_its_words_are_those_of_the_text():
    report = check(HERE / "example.ttl", texts=HERE / "texts")
    assert report.findings == ()


def test_the_example_uses_every_class_that_an_article_tells():
    types = {str(o) for o in graph_of(HERE / "example.ttl").objects(None, RDF.type)}
    for name in ("Charge", "Claim", "Event", "Group", "Place", "ProspectiveEvent", "Report", "Sentence"):
        assert str(HR[name]) in types
    for name in ("StatusReport", "Utterance", "DetainedIndividual"):
        assert str(HR[name]) in types


def test_the_ontology_breaks_no_shape():
    report = check_ontology()
    assert report.findings == ()
    assert report.conforms_at(Severity.INFO)


def test_the_ontology_that_is_checked_is_not_empty():
    whole = {q.subject for q in vocab.store().quads_for_pattern(None, None, ox.NamedNode(str(SKOS.Concept)))}
    classes = {q.subject for q in vocab.store().quads_for_pattern(None, None, ox.NamedNode(str(OWL.Class)))}
    assert len(whole) > 150
    assert len(classes) > 50
