"""Checking graphs: a good graph damaged in each way fails with the right message; texts, own shapes, reports."""

import json
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from rdflib import SH

from hrkg.errors import SetupError
from hrkg.validate import Finding, Report, Severity, check, constraints, reading, render

SHAPES = Path(__file__).parent.parent / "shapes"
EXAMPLE = SHAPES / "example.ttl"
TEXT = (SHAPES / "texts" / "belgravo.txt").read_text(encoding="utf-8")
HRS = "https://w3id.org/hrkg/shapes#"
PREFIXES = """
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX hr: <https://w3id.org/hrkg/ns#>
PREFIX hrv: <https://w3id.org/hrkg/vocab/>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
BASE <https://w3id.org/hrkg/vocab/>
"""


def instead(node, predicate, old, new):
    """The update that replaces one value, where a pattern holds."""
    return (
        f"DELETE {{ {node} {predicate} ?old }} INSERT {{ {node} {predicate} {new} }}"
        f" WHERE {{ {node} {predicate} ?old {old} }}"
    )


VIOLATIONS = [
    # (damage as SPARQL update, shape, words of the message)
    pytest.param(
        "DELETE { ?r prov:hadPrimarySource ?a } WHERE { ?r rdf:predicate hr:agent ; prov:hadPrimarySource ?a }",
        "Report-article", "names no article", id="a report without article",
    ),
    pytest.param(
        "DELETE { ?r hr:evidence ?s } WHERE { ?r rdf:predicate hr:agent ; hr:evidence ?s }",
        "report-evidence", "quotes no words", id="a report without span",
    ),
    pytest.param(
        instead("?a", "hr:textLength", "", "300"),
        "span-outside", "after the end of its article, which has 300", id="a span outside its article",
    ),
    pytest.param(
        "INSERT { ?s nif:referenceContext <urn:other> } WHERE { ?r rdf:predicate hr:agent ; hr:evidence ?s }",
        "evidence-elsewhere", "in an article that the report does not name", id="a span of another article",
    ),
    pytest.param(
        instead("?s", "nif:anchorOf", "FILTER(?old = 'arrested')", "'freed'"),
        "span-length", "are 5 code points long", id="words of another length",
    ),
    pytest.param(
        "INSERT { ?e a hr:Event } WHERE { ?e a hr:ProspectiveEvent }",
        "ProspectiveEvent-disjoint", "both hr:Event and hr:ProspectiveEvent", id="a node both event and prospect",
    ),
    pytest.param(
        "DELETE { ?r rdf:predicate ?p } WHERE { ?r rdf:predicate ?p FILTER(?p = hr:occupation) }",
        "unreported", "has a statement by https://w3id.org/hrkg/ns#occupation that no report backs",
        id="a plain statement without a report",
    ),
    pytest.param(
        "DELETE { ?e hr:affected ?w } WHERE { ?e a hr:Arrest ; hr:affected ?w }",
        "DeprivationOfLiberty-affected", "affects nobody", id="deprivation of liberty without affected",
    ),
    pytest.param(
        instead("?e", "hr:eventType", "; a hr:Arrest", "<stance/accuse>"),
        "eventType-code", "no code of the list event-type", id="an event type from the wrong list",
    ),
    pytest.param(
        "INSERT { ?o hr:kind <place-kind/city> } WHERE { ?o hr:kind <organization-kind/court> }",
        "organization-kind", "no code of the list organization-kind", id="an organization's kind from the wrong list",
    ),
    pytest.param(
        "INSERT { ?p hr:occupation <stance/accuse> } WHERE { ?p a hr:DetainedIndividual }",
        "Person-occupation", "no code of the list occupation", id="an occupation from the wrong list",
    ),
    pytest.param(
        "INSERT { ?e hr:eventType <event-type/killing> } WHERE { ?e a hr:Arrest }",
        "Event-eventType", "or several", id="two event types",
    ),
    pytest.param(
        "INSERT { ?e hr:eventType <event-type/killing> } WHERE { ?e a hr:ProspectiveEvent }",
        "ProspectiveEvent-eventType", "or several", id="two event types of a prospect",
    ),
    pytest.param(
        "INSERT { ?c hr:stance <stance/deny> } WHERE { ?c hr:stance <stance/accuse> }",
        "Claim-stance", "or several", id="two stances",
    ),
    pytest.param(
        "INSERT { ?e hr:prospectKind <prospect-kind/promised> } WHERE { ?e a hr:ProspectiveEvent }",
        "ProspectiveEvent-prospectKind", "or several", id="two kinds of prospect",
    ),
    pytest.param(
        "INSERT { ?o hr:kind <organization-kind/media> } WHERE { ?o hr:kind <organization-kind/court> }",
        "kind-one", "several hr:kind", id="two kinds of organization",
    ),
    pytest.param(
        instead("?g", "hr:countMax", "", "11"),
        "Group-countOrder", "over its hr:countMax", id="min over max",
    ),
    pytest.param(
        instead("?s", "nif:beginIndex", "; nif:anchorOf 'arrested'", "'40'^^xsd:nonNegativeInteger"),
        "Span-order", "begins at or after its end", id="begin over end",
    ),
    pytest.param(
        instead("?e", "hr:edtf", "; a hr:Arrest", "'2023-06-9'^^edtf:EDTF"),
        "edtf-date", "does not exist", id="a date that is not EDTF",
    ),
    pytest.param(
        instead("?e", "hr:edtf", "; a hr:Arrest", "'[2023'^^edtf:EDTF"),
        "edtf-form", "not well-formed EDTF", id="a set that is not closed",
    ),
    pytest.param(
        "DELETE { ?u hr:speaker ?s } WHERE { ?u hr:via ?outer ; hr:speaker ?s }",
        "Utterance-speaker", "has no speaker", id="an utterance without speaker",
    ),
    pytest.param(
        "INSERT { ?outer hr:via ?u } WHERE { ?u hr:via ?outer }",
        "via-cycle", "passed on by itself", id="a cycle of via",
    ),
    pytest.param(
        "DELETE { ?r prov:wasDerivedFrom ?p } WHERE { ?r prov:wasDerivedFrom ?p }",
        "derived-premises", "names no premises", id="a derived report without premises",
    ),
    pytest.param(
        "INSERT DATA { [] a hr:Place ; rdfs:label 'Nowhere' }",
        "blank-node", "is a blank node", id="a blank node",
    ),
    pytest.param(
        instead("?e", "hr:eventType", "; a hr:Detention", "<event-type/release>"),
        "event-class", "make it a https://w3id.org/hrkg/ns#Release", id="a detention whose type says release",
    ),
    pytest.param(
        "INSERT { ?e a hr:Killing, hr:Harm } WHERE { ?e a hr:Arrest }",
        "event-class", "of no other class", id="an event of two classes",
    ),
    pytest.param(
        "DELETE { ?e a hr:LegalStep } WHERE { ?e a hr:Conviction }",
        "event-class", "a https://w3id.org/hrkg/ns#LegalStep and", id="an event without its superclass",
    ),
    pytest.param(
        instead("?e", "hr:edtf", "; a hr:Arrest", "'2016-02/2015-01'^^edtf:EDTF"),
        "edtf-order", "The date 2016-02/2015-01 of", id="an interval that ends before it begins",
    ),
    pytest.param(
        instead("?e", "sem:hasLatestEndTimeStamp", "; a hr:Arrest", "'2023-06-08'^^xsd:date"),
        "Event-earliest", "not after its latest end", id="bounds in the wrong order",
    ),
    pytest.param(
        "DELETE { ?p hr:mention ?s } WHERE { ?p a foaf:Person ; rdfs:label 'Lena Ilvane' ; hr:mention ?s }",
        "unmentioned", "names no span there as its mention", id="a person whom the article does not name",
    ),
    pytest.param(
        "DELETE { ?o hr:mention ?s } INSERT { ?o hr:mention <urn:s> . <urn:s> nif:referenceContext <urn:other> }"
        " WHERE { ?o rdfs:label 'Open Docket Network' ; hr:mention ?s }",
        "unmentioned", "names no span there", id="an organization that only another article names",
    ),
    pytest.param(
        "INSERT DATA { <urn:o> a hr:Place ; rdfs:label 'Nowhere' }",
        "Named-mention", "No article names this", id="a place that no article names",
    ),
]  # fmt: skip
WARNINGS = [
    pytest.param(
        "DELETE { ?e a ?c . ?h hr:chargedPerson ?p } WHERE { ?e a hr:Conviction, ?c . ?h hr:chargedPerson ?p }",
        "sentence-basis", "neither a charge nor a conviction", id="a sentence without conviction or charge",
    ),
    pytest.param(
        "DELETE { ?e a ?c } WHERE { ?e a hr:Detention, ?c }",
        "release-basis", "no earlier deprivation of liberty", id="a release without deprivation",
    ),
    pytest.param(
        "INSERT { ?e sem:hasLatestEndTimeStamp '2024-01-01'^^xsd:date ."
        " ?d sem:hasEarliestBeginTimeStamp '2024-02-01'^^xsd:date }"
        " WHERE { ?e a hr:Release . ?d a hr:Detention }",
        "release-basis", "no earlier deprivation of liberty", id="a release before the deprivation",
    ),
    pytest.param(
        "INSERT { ?e a hr:Killing ; sem:hasLatestEndTimeStamp '2023-01-01'^^xsd:date } WHERE { ?e a hr:Conviction }",
        "custody-after-death", "after their reported death", id="custody after reported death",
    ),
    pytest.param(
        "INSERT { ?e a hr:DeathInCustody } WHERE { ?e a hr:Conviction }",
        "status-after-death", "the same article reports their death", id="a status of the dead",
    ),
    pytest.param(
        "DELETE { ?e hr:edtf ?d } WHERE { ?e a hr:Detention ; hr:edtf ?d }",
        "DeprivationOfLiberty-circumstances", "neither date, place nor agent", id="a bare detention",
    ),
    pytest.param(
        instead("?p", "rdfs:label", "FILTER(?old = 'Lena Ilvane')", "'Tomas Ilvane'"),
        "same-name", "two people of one name", id="two people of one name",
    ),
    pytest.param(
        "DELETE { ?p hr:occupation ?o } WHERE { ?p hr:occupation ?o }",
        "unstated-report", "not in the graph", id="a report of nothing",
    ),
    pytest.param(
        "DELETE { ?r hr:inUtterance ?u } WHERE { ?r rdf:predicate hr:agent ; hr:inUtterance ?u }",
        "attributed-utterance", "names no utterance", id="a report attributed to nobody",
    ),
]  # fmt: skip


def damaged(update):
    store = ox.Store()
    store.load(path=EXAMPLE, format=ox.RdfFormat.TURTLE)
    # a store makes every integer an xsd:integer: spans get their datatype back
    before = {str(q) for q in store}
    store.update(PREFIXES + update)
    assert {str(q) for q in store} != before, "the update changes nothing"
    return [_retyped(q) for q in store]


def _retyped(quad):
    if quad.predicate.value.endswith(("nif-core#beginIndex", "nif-core#endIndex")):
        kind = ox.NamedNode("http://www.w3.org/2001/XMLSchema#nonNegativeInteger")
        return ox.Quad(quad.subject, quad.predicate, ox.Literal(quad.object.value, datatype=kind))
    return quad


def by_shape(report, name):
    return [f for f in report.findings if f.shape == HRS + name]


@pytest.mark.parametrize(("update", "shape", "words"), VIOLATIONS)
def test_a_graph_damaged_in_this_way_fails(update, shape, words):
    report = check(damaged(update))
    found = by_shape(report, shape)
    assert found, [f.shape for f in report.findings]
    assert all(words in finding.message and finding.severity is Severity.VIOLATION for finding in found)
    assert not report.conforms_at(Severity.VIOLATION)


@pytest.mark.parametrize(("update", "shape", "words"), WARNINGS)
def test_a_graph_that_is_rarely_right_gives_a_warning(update, shape, words):
    found = by_shape(check(damaged(update)), shape)
    assert found
    assert all(words in finding.message and finding.severity is Severity.WARNING for finding in found)


FORWARDS = [
    "2016-02-25/2016-02-26", "2016-02-25/2016-02-25", "2015~/2015-06", "2016-02/2016", "2015-24/2015-03",
    "[2014-01-21..2014-01-31]", "[2014-03,2014-01]", "200X/2005", "2016/..", "../2016", "2016/",
    "-0010/-0009", "Y17000/2016",
]  # fmt: skip
BACKWARDS = [
    "2016-02/2015-01", "2016-02-26/2016-02-25", "2016-02~/2015?", "[2014-01-31..2014-01-21]", "201X/2005",
    "2004-1X/2004-05", "2016-21/2015-24",
]  # fmt: skip


def test_of_a_period_both_ends_are_compared_as_far_as_both_are_given():
    date = ox.NamedNode("https://w3id.org/hrkg/ns#edtf")
    form = ox.NamedNode("http://id.loc.gov/datatypes/edtf/EDTF")
    statements = [
        ox.Triple(ox.NamedNode(f"urn:{i}"), date, ox.Literal(d, datatype=form))
        for i, d in enumerate(FORWARDS + BACKWARDS)
    ]
    found = by_shape(check(statements), "edtf-order")
    assert {(FORWARDS + BACKWARDS)[int(f.focus.removeprefix("urn:"))] for f in found} == set(BACKWARDS)


def test_all_ways_of_the_list_are_tried():
    assert len(VIOLATIONS) == 32
    assert len(WARNINGS) == 9


def test_the_good_graph_conforms_by_path_graph_and_quads():
    parsed = reading.triples(EXAMPLE)
    assert check(EXAMPLE) == check(parsed) == check(reading.graph(parsed)) == Report(())


def test_queries_that_run_once_find_the_same_by_pyshacl():
    """Other tools read the shapes as they are; what hrkg runs by pyoxigraph must not differ."""
    files = SHAPES / "graph" / "invalid.ttl"
    core = rdflib.Graph().parse(constraints.packaged()[0].parent / "graph.ttl")
    _, results, _ = pyshacl.validate(reading.graph(reading.triples(files)), shacl_graph=core)
    theirs = {
        (
            str(results.value(r, SH.sourceShape)),
            str(results.value(r, SH.value)),
            str(results.value(r, SH.resultMessage)),
        )
        for r in results.objects(None, SH.result)
    }
    once = {query.shape for query in constraints.load(constraints.packaged()).queries}
    assert len(theirs) == 42
    assert {(f.shape, f.focus, f.message) for f in check(files).findings if f.shape in once} == theirs


def test_a_finding_tells_the_node_the_path_the_value_and_the_words():
    update = "INSERT { ?c hr:stance <event-type/killing> } WHERE { ?c hr:stance <stance/accuse> }"
    (finding,) = by_shape(check(damaged(update)), "stance-code")
    assert finding.focus.endswith("/claim-231")
    assert finding.path == "hr:stance"
    assert finding.value == "https://w3id.org/hrkg/vocab/event-type/killing"
    assert finding.article == "belgravo.txt"
    assert finding.words == '"They had no warrant," an uncle said'


def test_paths_are_written_as_sparql_writes_them():
    report = check(SHAPES / "event" / "invalid.ttl")
    (finding,) = by_shape(report, "DeprivationOfLiberty-circumstances")
    assert finding.path == "hr:edtf|hr:dateText|hr:place|hr:agent"
    (claim,) = by_shape(check(SHAPES / "claim" / "invalid.ttl"), "Claim-utterance")
    assert claim.path == "^hr:expresses"


def test_findings_come_in_the_same_order_whatever_that_of_the_graph():
    parsed = reading.triples(SHAPES / "graph" / "invalid.ttl")
    report = check(parsed)
    assert report == check(parsed[::-1])
    assert [f.severity for f in report.findings] == sorted(
        (f.severity for f in report.findings), reverse=True
    )
    assert len(report.findings) > 20


def test_words_with_backslashes_stand_in_no_ones_way(tmp_path):
    file = tmp_path / "a.ttl"
    file.write_text(
        "@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> ."
        r'<urn:s> nif:anchorOf "C:\\d\\1" ; nif:beginIndex 0 ; nif:endIndex 2 ; nif:referenceContext <urn:a> .',
        encoding="utf-8",
    )
    (finding,) = by_shape(check(file), "span-length")
    assert finding.words == r"C:\d\1"


# Texts


def quotes(tmp_path, text=TEXT, name="belgravo.txt", update=None):
    (tmp_path / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return check(EXAMPLE if update is None else damaged(update), texts=tmp_path).findings


@pytest.mark.parametrize("name", ["belgravo.txt", "belgravo.txt.txt", "00d2e886e969009f.txt"])
def test_the_text_is_found_by_file_or_identifier(tmp_path, name):
    assert quotes(tmp_path, name=name) == ()


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path):
    assert quotes(tmp_path, b"\xef\xbb\xbf" + TEXT.encode()) == ()


def test_words_that_are_not_in_the_text_are_found(tmp_path):
    update = instead("?s", "nif:anchorOf", "FILTER(?old = 'arrested')", "'released'")
    (finding,) = quotes(tmp_path, update=update)
    assert finding.shape == HRS + "words-differ"
    assert finding.severity is Severity.VIOLATION
    assert "'arrested' at [21, 29)" in finding.message
    assert (finding.article, finding.words) == ("belgravo.txt", "released")


def test_another_text_is_found_by_its_digest(tmp_path):
    (finding,) = quotes(tmp_path, TEXT.replace("June", "July"))
    assert finding.shape == HRS + "text-changed"
    assert finding.severity is Severity.VIOLATION


def test_without_a_digest_the_words_still_tell(tmp_path):
    update = "DELETE { ?a hr:textSha256 ?d } WHERE { ?a hr:textSha256 ?d }"
    found = quotes(tmp_path, "Two " + TEXT, update=update)
    assert {f.shape for f in found} == {HRS + "words-differ"}
    assert len(found) > 30


def test_a_missing_text_is_a_warning(tmp_path):
    (finding,) = quotes(tmp_path, name="other.txt")
    assert finding.shape == HRS + "text-missing"
    assert finding.severity is Severity.WARNING


def test_a_name_from_the_graph_never_leads_out_of_the_folder(tmp_path):
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "belgravo.txt").write_text(TEXT, encoding="utf-8")
    update = instead("?a", "hr:sourceFile", "", "'../belgravo.txt'")
    (finding,) = check(damaged(update), texts=inside).findings
    assert finding.shape == HRS + "text-missing"


def test_texts_that_cannot_be_used_stop_the_check(tmp_path):
    with pytest.raises(SetupError, match="is not a folder"):
        check(EXAMPLE, texts=tmp_path / "none")
    with pytest.raises(SetupError, match="not UTF-8 at byte 4"):
        quotes(tmp_path, b"Offi\xff")


# Own shapes


OWN = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix hr: <https://w3id.org/hrkg/ns#> .
@prefix ex: <https://example.org/shapes#> .
ex:occupation a sh:PropertyShape ; sh:targetClass foaf:Person ; sh:path hr:occupation ; sh:minCount 1 ;
    sh:severity sh:Info ; sh:message "No occupation." .
"""


def test_own_shapes_are_added(tmp_path):
    (tmp_path / "own.ttl").write_text(OWN, encoding="utf-8")
    for given in (tmp_path, tmp_path / "own.ttl"):
        report = check(EXAMPLE, shapes=[given])
        (finding,) = report.findings
        assert finding.shape == "https://example.org/shapes#occupation"
        assert finding.focus.endswith("/lena-ilvane-00d2e8")
        assert finding.message == "No occupation."
        assert report.conforms_at(Severity.WARNING)
        assert not report.conforms_at(Severity.INFO)


def test_own_queries_on_a_node_of_the_graph_keep_it_as_focus(tmp_path):
    (tmp_path / "own.ttl").write_text(
        """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <https://example.org/shapes#> .
        ex:s a sh:NodeShape ; sh:targetNode <https://w3id.org/hrkg/id/place/belgravo-00d2e8> ; sh:sparql ex:q ;
            sh:message "Labelled {?value}." .
        ex:q sh:select "SELECT $this ?value WHERE { $this <http://www.w3.org/2000/01/rdf-schema#label> ?value }" .
        """,
        encoding="utf-8",
    )
    (finding,) = check(EXAMPLE, shapes=[tmp_path]).findings
    assert (finding.focus, finding.value) == ("https://w3id.org/hrkg/id/place/belgravo-00d2e8", "Belgravo")
    assert finding.message == "Labelled Belgravo."
    assert finding.severity is Severity.VIOLATION


@pytest.mark.parametrize(
    ("turtle", "message"),
    [
        (
            "ex:s a sh:PropertyShape ; sh:targetNode ex:n ; sh:path ex:p ; sh:minCount 'one' .",
            "the shapes cannot be used",
        ),
        (
            "ex:s a sh:NodeShape ; sh:targetNode ex:n ; sh:sparql ex:q . ex:q sh:select 'SELECT' .",
            "shapes#s is malformed",
        ),
        (
            "ex:s a sh:NodeShape ; sh:targetNode ex:n ; sh:sparql ex:q . ex:q sh:select 'ASK {}' .",
            "shapes#s is malformed",
        ),
        ("ex:s a sh:NodeShape ; sh:targetNode ex:n ; sh:sparql ex:q .", "without sh:select"),
        (
            "ex:s a sh:NodeShape ; sh:targetNode ex:n ; sh:sparql ex:q . ex:q sh:select 'ASK { $this ?p ?o }' .",
            "is no SELECT",
        ),
        ("ex:s a", "own.ttl, line 1, column"),
    ],
)
def test_shapes_that_cannot_be_used_stop_the_check(tmp_path, turtle, message):
    head = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <https://example.org/shapes#> . "
    (tmp_path / "own.ttl").write_text(head + turtle, encoding="utf-8")
    with pytest.raises(SetupError, match=message):
        check(EXAMPLE, shapes=[tmp_path / "own.ttl"])


def test_a_folder_without_shapes_stops_the_check(tmp_path):
    with pytest.raises(SetupError, match=r"holds no \.ttl file"):
        check(EXAMPLE, shapes=[tmp_path])


# Data that cannot be read


def test_malformed_turtle_is_told_with_file_and_line(tmp_path):
    file = tmp_path / "broken.ttl"
    file.write_text("<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b> .\n", encoding="utf-8")
    with pytest.raises(SetupError, match=r"broken\.ttl, line 2, column"):
        check(file)


def test_a_missing_file_and_an_unknown_suffix_are_told(tmp_path):
    with pytest.raises(SetupError, match="there is no file"):
        check(tmp_path / "none.ttl")
    with pytest.raises(SetupError, match="tells no format"):
        check(tmp_path / "graph.docx")


def test_literals_survive_the_way_through_both_libraries():
    parsed = reading.triples(EXAMPLE)
    assert {str(t) for t in reading.triples(reading.graph(parsed))} == {str(t) for t in parsed}


# Reports


def finding(severity=Severity.WARNING, shape="s", focus="n", message="Mend it."):
    return Finding(severity, shape, focus, "hr:kind", "v", message, "a.txt", "some\nwords")


def test_counts_and_conformance():
    report = Report((finding(Severity.WARNING), finding(Severity.INFO, "t")))
    assert report.counts == {Severity.VIOLATION: 0, Severity.WARNING: 1, Severity.INFO: 1}
    assert report.conforms_at(Severity.VIOLATION)
    assert not report.conforms_at(Severity.WARNING)


def test_text_shows_the_worst_and_most_frequent_shape_first():
    rare, often = finding(shape="a"), [finding(shape="b", focus=f"n{i}") for i in range(7)]
    worst = finding(Severity.VIOLATION, "c", message="Wrong.")
    lines = render.text(Report((worst, rare, *often))).splitlines()
    heads = [line for line in lines if line.startswith(("VIOLATION", "WARNING"))]
    assert heads == ["VIOLATION c (1)", "WARNING b (7)", "WARNING a (1)"]
    assert '  - <n0> hr:kind = v: "some words" (a.txt)' in lines
    assert "  ... and 2 more" in lines
    assert lines[-1] == "The graph does not conform: 1 violation, 8 warnings."
    assert "more" not in render.text(Report((worst, rare, *often)), limit=None)


def test_messages_that_differ_stand_by_their_nodes():
    pair = (finding(focus="n1", message="First."), finding(focus="n2", message="Second."))
    lines = render.text(Report(pair)).splitlines()
    assert lines[2] == "    First."
    assert lines[4] == "    Second."


def test_an_empty_report_says_so():
    assert render.text(Report(())) == "The graph conforms: nothing found.\n"
    assert json.loads(render.as_json(Report(())))["conforms"] is True


def test_json_holds_everything():
    data = json.loads(render.as_json(Report((finding(Severity.VIOLATION),))))
    assert data["conforms"] is False
    assert data["counts"] == {"violation": 1, "warning": 0, "info": 0}
    (record,) = data["findings"]
    assert record == {
        "severity": "violation", "shape": "s", "focus": "n", "path": "hr:kind", "value": "v",
        "message": "Mend it.", "article": "a.txt", "words": "some\nwords",
    }  # fmt: skip
