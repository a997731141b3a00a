"""The graph of one invented article, record by record."""

import pyoxigraph as ox
import pytest

from hrkg import resolve, store, vocab
from hrkg.errors import SetupError
from hrkg.graph import Iris, map_article, nodes
from hrkg.graph.iris import slug
from hrkg.model import (
    Argument,
    Attribute,
    Charge,
    Claim,
    Count,
    Event,
    Identity,
    Mention,
    Moment,
    Post,
    Prospect,
    Relation,
    Sentence,
    Status,
)
from hrkg.resources import folder

TEXT = """Police in Dravova detained the baker Lena Ostrik on 4 June 2023, her brother, Tomas Ostrik, said.

The Quiet River League urged the government of Sorvia to release her. At least 12 farmers are still held, it said.

A court sentenced the mayor of Dravova, Ivo Brand, to two years in prison for "spreading panic".
"""


@pytest.fixture
def read(document, at):
    s = lambda words, n=0: at(TEXT, words, n)  # noqa: E731
    police, town, lena = s("Police in Dravova"), s("Dravova"), s("Lena Ostrik")
    tomas, league, state = s("Tomas Ostrik"), s("The Quiet River League"), s("the government of Sorvia")
    farmers, court, ivo = s("At least 12 farmers"), s("A court"), s("Ivo Brand")
    june = Moment(s("4 June 2023"), "2023-06-04")
    records = [
        Mention(police, "organization", "Police in Dravova", "nominal", "security"),
        Mention(town, "place", "Dravova", "name", "city"),
        Mention(lena, "person", "Lena Ostrik"),
        Mention(tomas, "person", "Tomas Ostrik"),
        Mention(league, "organization", "Quiet River League", "name", "ngo"),
        Mention(state, "organization", "government of Sorvia", "name", "government"),
        Mention(farmers, "group", "farmers", "nominal", count=Count(12, None, "at-least", s("At least 12"))),
        Mention(court, "organization", "court", "nominal", "court"),
        Mention(ivo, "person", "Ivo Brand"),
        Attribute(lena, "occupation", "baker", s("baker Lena Ostrik")),
        Relation(lena, "sibling", tomas, s("her brother, Tomas Ostrik")),
        Post(ivo, "mayor", None, s("mayor of Dravova, Ivo Brand")),
        Event(
            "detention",
            s("detained"),
            (
                Argument("affected", lena, s("detained the baker Lena Ostrik")),
                Argument("agent", police, s("Police in Dravova detained")),
                Argument("place", town, s("in Dravova")),
            ),
            june,
        ),
        Event("detention", s("still held"), (Argument("affected", farmers, s("farmers are still held")),)),
        Event("detention", s("held"), (Argument("affected", s("it said"), s("held, it said")),)),
        Event(
            "release",
            s("release her"),
            (Argument("affected", lena, s("release her")), Argument("advocate", league, s("League urged"))),
            prospect=Prospect("urged", s("urged")),
        ),
        Charge(ivo, "spreading panic", s("spreading panic")),
        Sentence(ivo, "imprisonment", "P2Y", s("two years in prison")),
        Status(lena, "detained", s("detained")),
        Claim(
            tomas, s("said"), s("Police in Dravova detained the baker Lena Ostrik on 4 June 2023"), "report"
        ),
    ]
    return resolve.gather(document(TEXT, records, published="2023-06-07", headline="Baker held"))


def mapped_alone(read, anchor=None):
    """The article's graph when nothing else is read, or when its things are anchored elsewhere."""
    own = anchor or read.article.id
    identities = {(read.article.id, n): Identity(e.label, own, e.key) for n, e in enumerate(read.entities)}
    return map_article(read, nodes([read], identities, Iris())[read.article.id], Iris())


@pytest.fixture
def graph(read):
    mapped = mapped_alone(read)
    loaded = ox.Store()
    loaded.extend(ox.Quad(q.subject, q.predicate, q.object) for q in mapped.quads)
    return mapped, loaded


def view(loaded: ox.Store, name: str) -> set[tuple[str | None, ...]]:
    query = (folder("ontology") / "views" / f"{name}.rq").read_text(encoding="utf-8")
    found = loaded.query(query)
    return {tuple(None if v is None else v.value for v in row) for row in found}


@pytest.mark.parametrize(
    ("name", "column", "expected"),
    [
        ("persons", 1, {"Lena Ostrik", "Tomas Ostrik", "Ivo Brand"}),
        ("detained", 0, {"Lena Ostrik", "farmers"}),
        ("occupations", 1, {"baker"}),
        ("posts", 1, {"mayor"}),
        ("groups", 1, {"farmers"}),
        ("groups", 2, {"12"}),
        ("charges", 1, {"spreading panic"}),
        ("sentences", 2, {"P2Y"}),
        ("statuses", 1, {"detained"}),
        ("prospective", 1, {"release"}),
        ("prospective", 3, {"Quiet River League"}),
        ("events", 1, {"detention"}),
        ("claims", 1, {"Tomas Ostrik"}),
        ("kin", 0, {"Lena Ostrik", "Tomas Ostrik"}),
        ("article", 3, {"2023-06-07"}),
        ("unreported", 0, set()),
    ],
)
def test_the_views_tell_what_the_records_told(graph, name, column, expected):
    assert {row[column] for row in view(graph[1], name)} == expected


def test_an_event_inside_speech_is_attributed_to_the_speaker(graph):
    _, loaded = graph
    query = """
        PREFIX hr: <https://w3id.org/hrkg/ns#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT ?name ?modality WHERE {
          ?r rdf:predicate hr:agent ; hr:modality ?modality ; hr:inUtterance/hr:speaker/rdfs:label ?name }"""
    rows = [(r["name"].value, r["modality"].value.rsplit("/", 1)[1]) for r in loaded.query(query)]
    assert rows == [("Tomas Ostrik", "attributed")]


def test_deprivation_of_liberty_of_nobody_named_is_dropped_with_a_reason(graph):
    assert [d for d in graph[0].dropped if "affects nobody" in d]


def test_superclasses_are_written_out(graph):
    _, loaded = graph
    classes = {
        q.subject for q in loaded.quads_for_pattern(None, vocab.term("rdf:type"), vocab.term("hr:Detention"))
    }
    for above in ("hr:DeprivationOfLiberty", "hr:Event"):
        assert classes == {
            q.subject for q in loaded.quads_for_pattern(None, vocab.term("rdf:type"), vocab.term(above))
        }


def test_every_evidence_span_is_exact(graph):
    rows = view(graph[1], "evidence")
    assert len(rows) > 20
    for _, _, begin, end, exact in rows:
        assert TEXT[int(begin) : int(end)] == exact


def test_turtle_and_ntriples_hold_the_same_triples(graph):
    mapped, _ = graph
    turtle = store.serialize(mapped.quads, "ttl", vocab.prefixes())
    lines = store.serialize(mapped.quads, "nt", vocab.prefixes())
    parse = lambda data, kind: {str(q.triple) for q in ox.parse(data, kind)}  # noqa: E731
    assert parse(turtle, ox.RdfFormat.TURTLE) == parse(lines, ox.RdfFormat.N_TRIPLES)
    assert turtle == store.serialize(reversed(mapped.quads), "ttl", vocab.prefixes())


def test_reports_do_not_change_with_the_shared_identity(read):
    """A merge elsewhere may rename a person; the article's own reports keep their IRIs."""
    reports = [
        {q.subject for q in mapped_alone(read, anchor).quads if "/report-" in str(q.subject)}
        for anchor in (None, "0" * 16)
    ]
    assert reports[0] == reports[1]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Müge Çelik", "muge-celik"),
        ("O’Brien’s", "obrien"),
        ("习近平", "xijinping"),
        ("al-Ḥusayn", "al-husayn"),
        ("Łukasz Đỗ", "lukasz-do"),
        ("Zoë Ångström-Ðu", "zoe-angstrom-du"),
    ],
)
def test_slugs(name, expected):
    assert slug(name) == expected


def test_names_that_differ_never_share_a_node():
    long = "International Committee for the Protection of Human Rights Defenders and Journalists of "
    names = ["José Ruiz", "Jose Ruiz", f"{long}Laos", f"{long}Cuba", "Ana Ruiz"]
    things = {n: ("person", Identity(n, "a" * 16)) for n in names}
    found = Iris().shared(things)
    assert len(set(found.values())) == len(names)
    assert found["Ana Ruiz"].value.endswith("/person/ana-ruiz-aaaaaa"), "a name of its own needs no digest"
    assert Iris().shared(dict(reversed(things.items()))) == found


@pytest.mark.parametrize(
    "base", ["nowhere", "https://example.org", "https://example.org/%zz/", "https://[bad/"]
)
def test_a_base_that_is_no_iri_is_said(base):
    with pytest.raises(SetupError, match="base"):
        Iris(base)


def test_two_readings_of_one_trigger_are_two_nodes(document, at):
    text = "The group urged and feared the release of Ana Ruiz."
    person, trigger = at(text, "Ana Ruiz"), at(text, "release")
    events = [
        Event(
            "release",
            trigger,
            (Argument("affected", person, person),),
            prospect=Prospect(kind, at(text, kind)),
        )
        for kind in ("urged", "feared")
    ]
    mapped = mapped_alone(resolve.gather(document(text, [Mention(person, "person", "Ana Ruiz"), *events])))
    kinds = [(q.subject, q.object) for q in mapped.quads if q.predicate == vocab.term("hr:prospectKind")]
    assert len(kinds) == len({subject for subject, _ in kinds}) == 2
