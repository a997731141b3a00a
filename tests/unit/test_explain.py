"""Explaining names and IRIs: found rightly, complete, and never more than the graph says."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from hrkg import store, vocab
from hrkg.errors import SetupError
from hrkg.query import as_text, explain
from hrkg.query.naming import folded

GRAPH = Path(__file__).parents[1] / "data" / "two-articles.ttl"
BASE = "https://w3id.org/hrkg/id/"
ILSE = "person/ilse-tavarn-781f70"
JONAS = "person/jonas-tavarn-781f70"
ARTICLE = "a/781f7080980acf74"


@pytest.fixture
def graph():
    return store.load(str(GRAPH))


def section(node, heading):
    (found,) = [s for s in node.sections if s.heading.startswith(heading)]
    return found


def one(graph, what):
    (node,) = explain(graph, what).nodes
    return node


@pytest.mark.parametrize(
    ("asked", "iri"),
    [
        ("Jonas Tavarn", JONAS),
        ("jonas  TAVARN", JONAS),
        ("jonas", JONAS),
        ("Edouard Lone", "person/edouard-lone-877449"),
        ("lône", "person/edouard-lone-877449"),
        ("霧町", "place/kirimachi-877449"),
        ("Orsel", "place/orsel-781f70"),
        ("open gate", "organization/open-gate-league-781f70"),
        ("Tavarn", ILSE),
        ("baker", "../vocab/occupation/baker"),
        (f"hrd:{ILSE}", ILSE),
        (BASE + ILSE, ILSE),
        (f"<{BASE}{ILSE}>", ILSE),
        ("hrv:occupation/painter", "../vocab/occupation/painter"),
        ("arrest of", f"{ARTICLE}/arrest-16"),
    ],
)
def test_what_is_meant(graph, asked, iri):
    wanted = BASE + iri if not iri.startswith("../") else "https://w3id.org/hrkg/" + iri[3:]
    assert one(graph, asked).iri == wanted


def test_all_of_exactly_one_name_are_explained(graph):
    assert [n.iri for n in explain(graph, "ilse tavarn").nodes] == [
        BASE + "person/ilse-tavarn-781f70",
        BASE + "person/ilse-tavarn-877449",
    ]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("ilse", r"ilse may mean Ilse Tavarn \(hrd:person/ilse-tavarn-781f70\); Ilse Tavarn \(hrd:"),
        ("of", "may mean .*Guild of Surveyors"),
        ("Jonas Tavern", r"did you mean Jonas Tavarn \(hrd:person/jonas"),
        ("qqqq", "nothing in the graph is called qqqq: `hrkg query"),
        ("", "the empty name"),
        ("hrd:person/no", "says nothing of"),
    ],
)
def test_what_cannot_be_told_apart_or_found(graph, asked, said):
    with pytest.raises(SetupError, match=said):
        explain(graph, asked)


def test_short_iris_work_for_graphs_of_another_base():
    made = ox.Store()
    text = GRAPH.read_text(encoding="utf-8").replace(
        "<https://w3id.org/hrkg/id/>", "<https://example.org/kg/>"
    )
    made.load(text.encode(), format=ox.RdfFormat.TURTLE)
    assert one(made, f"hrd:{JONAS}").iri == f"https://example.org/kg/{JONAS}"


def test_the_head_tells_types_kinds_names_and_mentions(graph):
    ilse = one(graph, f"hrd:{ILSE}")
    assert ilse.label == "Ilse Tavarn"
    assert ilse.types == ("detained individual", "person")
    assert ilse.names == ("Tavarn",)
    assert [m.quote.begin for m in ilse.mentions] == [42, 195]
    assert one(graph, "open gate league").kinds == (vocab.label(vocab.concept("organization-kind", "ngo")),)


def test_sections_come_in_order_and_events_apart_from_prospects(graph):
    ilse = one(graph, f"hrd:{ILSE}")
    assert [s.heading.split(" ")[0].rstrip(",") for s in ilse.sections] == [
        "Posts",
        "Events",
        "Urged",
        "Charges",
        "Sentences",
        "Status",
        "Kin",
    ]
    assert [i.node.label for i in section(ilse, "Events").items] == [
        "Arrest of Ilse Tavarn",
        "Detention of Ilse Tavarn",
    ]
    assert [i.node.label for i in section(ilse, "Urged").items] == ["Release of Ilse Tavarn, urged"]


def test_a_statement_tells_who_says_it_and_where(graph):
    arrest = section(one(graph, f"hrd:{ILSE}"), "Events").items[0]
    (agent,) = [s for s in arrest.statements if s.predicate.label == "agent"]
    assert agent.object.label == "Guards in Orsel"
    (evidence,) = agent.evidence
    assert evidence.modality == "attributed"
    assert evidence.speakers == ("Jonas Tavarn", "Lantern Post")
    assert (evidence.article.headline, evidence.article.publisher) == (
        "Map maker held in Orsel",
        "Lantern Post",
    )
    (quote,) = evidence.quotes
    assert (quote.words, quote.begin, quote.end) == ("Guards in Orsel arrested", 0, 24)
    assert quote.sentence[slice(*quote.marked)] == quote.words


def test_a_derived_statement_shows_the_words_of_its_premise(graph):
    (sibling,) = section(one(graph, f"hrd:{JONAS}"), "Kin").statements
    (evidence,) = sibling.evidence
    assert evidence.modality == "derived"
    assert [q.words for q in evidence.quotes] == ["her brother, Jonas Tavarn"]


def test_claims_by_and_about(graph):
    made = section(one(graph, f"hrd:{JONAS}"), "Claims made")
    assert [i.node.iri for i in made.items] == [f"{BASE}{ARTICLE}/claim-0", f"{BASE}{ARTICLE}/claim-330"]
    (about,) = section(one(graph, "council of orsel"), "Claims about").items
    assert [(s.predicate.label, s.object.label) for s in about.statements if s.needs_report] == [
        ("speaker", "Jonas Tavarn"),
        ("text", "The council fears maps"),
        ("stance", "criticise"),
        ("target", "council of Orsel"),
    ]


def test_posts_name_their_organization_and_holders_both_ways(graph):
    posts = section(one(graph, f"hrd:{JONAS}"), "Posts").statements
    assert "surveyor general, Guild of Surveyors" in [s.object.label for s in posts]
    (item,) = section(one(graph, "guild of surveyors"), "Posts").items
    assert any(s.subject.label == "Jonas Tavarn" for s in item.statements)


def test_a_place_an_event_a_claim_an_article_and_a_code_are_explained(graph):
    assert [i.node.label for i in section(one(graph, "Orsel"), "Events").items] == ["Arrest of Ilse Tavarn"]
    event = one(graph, f"hrd:{ARTICLE}/arrest-16")
    assert {s.object.label for s in section(event, "Statements").statements} >= {
        "Ilse Tavarn",
        "Orsel",
        "2023-06-09",
    }
    claim = one(graph, f"hrd:{ARTICLE}/claim-330")
    assert any(s.object.label == "criticise" for s in section(claim, "Statements").statements)
    article = one(graph, "Map maker held in Orsel")
    assert any(s.object.label == "orsel.txt" for s in section(article, "Statements").statements)
    assert [s.subject.label for s in section(one(graph, "baker"), "Posts").statements] == ["Ilse Tavarn"]


def test_nothing_is_shown_that_the_graph_does_not_say(graph):
    """Every statement shown is a triple of the graph, and every quote stands there in these words."""
    terms = {str(q.subject.value) for q in graph} | {q.object.value for q in graph}
    names = {q.object.value for q in graph if isinstance(q.object, ox.Literal)}
    seen = 0
    for what in (f"hrd:{ILSE}", f"hrd:{JONAS}", "council of orsel", "Orsel"):
        for part in one(graph, what).sections:
            told = [*part.statements, *(s for item in part.items for s in item.statements)]
            for statement in told:
                seen += 1
                assert statement.subject.iri in terms
                assert (statement.object.iri or statement.object.label) in terms
                for evidence in statement.evidence:
                    assert evidence.report in terms
                    for quote in evidence.quotes:
                        assert quote.words in names
                        assert quote.sentence in names
    assert seen > 50


def test_a_statement_without_report_is_owned_up_to(graph):
    node = ox.NamedNode(BASE + JONAS)
    graph.add(ox.Quad(node, vocab.term("hr:occupation"), vocab.concept("occupation", "baker")))
    text = as_text(explain(graph, f"hrd:{JONAS}"))
    assert "  occupation: baker  (no report in the graph says where this stands)\n" in text


def test_several_articles_stand_side_by_side_by_date(graph):
    triple = (
        ox.NamedNode(BASE + ILSE),
        vocab.term("hr:occupation"),
        vocab.concept("occupation", "cartographer"),
    )
    report = ox.NamedNode(f"{BASE}a/877449976732c8d6/report-x")
    for predicate, value in (
        ("rdf:type", vocab.term("hr:Report")),
        ("rdf:subject", triple[0]),
        ("rdf:predicate", triple[1]),
        ("rdf:object", triple[2]),
        ("prov:hadPrimarySource", ox.NamedNode(f"{BASE}a/877449976732c8d6")),
        ("hr:modality", vocab.concept("modality", "asserted")),
        ("hr:evidence", ox.NamedNode(f"{BASE}a/877449976732c8d6/char=0,20")),
    ):
        graph.add(ox.Quad(report, vocab.term(predicate), value))
    (statement,) = section(one(graph, f"hrd:{ILSE}"), "Posts").statements
    assert [e.article.published for e in statement.evidence] == ["2023-06-12", "2023-07-01"]


def test_a_circle_of_quoting_ends(graph):
    outer, inner = (ox.NamedNode(f"{BASE}{ARTICLE}/utterance-{n}") for n in (102, 83))
    graph.add(ox.Quad(outer, vocab.term("hr:via"), inner))
    arrest = section(one(graph, f"hrd:{ILSE}"), "Events").items[0]
    speakers = {e.speakers for s in arrest.statements for e in s.evidence}
    assert speakers == {("Jonas Tavarn", "Lantern Post")}


def test_words_alone_where_the_graph_keeps_no_sentences(graph):
    for quad in list(graph.quads_for_pattern(None, vocab.term("hr:sentence"), None)):
        graph.remove(quad)
    text = as_text(explain(graph, f"hrd:{JONAS}"))
    assert "      «her brother, Jonas Tavarn»\n" in text
    assert "told the Lantern Post." not in text


def test_offsets_that_do_not_fit_the_sentence_mark_nothing_wrong(graph):
    span = ox.NamedNode(f"{BASE}{ARTICLE}/char=70,95")
    around = ox.NamedNode(f"{BASE}{ARTICLE}/char=121,181")
    for quad in list(graph.quads_for_pattern(span, vocab.term("hr:sentence"), None)):
        graph.remove(quad)
    graph.add(ox.Quad(span, vocab.term("hr:sentence"), around))
    kin = as_text(explain(graph, f"hrd:{JONAS}")).split("Kin\n")[1]
    assert "«her brother, Jonas Tavarn»" in kin
    assert "urged" not in kin


def test_text_marks_and_wraps(graph):
    text = as_text(explain(graph, f"hrd:{JONAS}"), mark=lambda w: f"[{w}]", heading=str.upper, width=60)
    assert text.startswith("JONAS TAVARN\n")
    assert all(len(line.replace("[", "").replace("]", "")) <= 60 for line in text.splitlines())
    assert "      on 9 June 2023, [her brother, Jonas Tavarn], told the\n" in text
    assert text.count("[") == text.count("]")


def test_words_of_articles_cannot_steer_the_terminal(graph):
    node = ox.NamedNode(BASE + JONAS)
    graph.add(ox.Quad(node, vocab.term("skos:altLabel"), ox.Literal("Jo\x1b[2J\x01nas\nTavarn: free")))
    text = as_text(explain(graph, f"hrd:{JONAS}"))
    assert "also called Jo[2Jnas Tavarn: free\n" in text


def test_the_same_whatever_graph_names_hold_it(graph):
    quads = ox.Store()
    for quad in graph:
        quads.add(ox.Quad(*quad.triple, ox.NamedNode("http://example.org/g1")))
        quads.add(ox.Quad(*quad.triple, ox.NamedNode("http://example.org/g2")))
    assert explain(quads, f"hrd:{ILSE}") == explain(graph, f"hrd:{ILSE}")


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Lech Wałęsa", "lech walesa"),
        ("Đặng", "dang"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("O’Neill", "o'neill"),
    ],
)
def test_folded(name, plain):
    assert folded(name) == plain
