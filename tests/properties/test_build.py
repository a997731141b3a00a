"""What holds of every build: exact spans, a report for each statement, the same bytes in any order."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hrkg import extract, graph, language, pipeline, resolve, store, vocab
from hrkg.graph import BASE, Iris, Mapped
from hrkg.model import Article, Identity, Span
from hrkg.resources import folder

ARTICLES = folder("data") / "articles"
TIED = [
    "china-record-2015.html",
    "reading-notes-2014.txt",
    "rights-dialogue-2012.txt",
    "un-experts-wadi-sirhat-2025.txt",
    "us-china-summit-2017.txt",
    "win-win-resolution-2018.txt",
]
"""The sample articles of which a thing stands in another, too."""
PIECES = st.sampled_from(
    [
        "Police in Zarova arrested Mira Kolesnik on 3 May 2024. ",
        "“Let her go,” said Pavel Kolesnik. ",
        "More than 40 students are still held. ",
        "The League for Open Courts urged China to release Liu Wei. ",
        "He was sentenced to 12 years in prison for “espionage”.\n\n",
        "Ministry of Justice — U.S.-Iran talks; Dr. Ana Ruiz, 34, a lawyer, ",
        "and ",
        "“",
        "’s ",
        "\n",
        "\u00a0",
        "é漢字 ",
        "😀 ",
        "A ",
        ". ",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=14).map("".join))
def test_every_span_lies_inside_the_text(text):
    content = (Span(0, len(text)),) if text else ()
    document, dropped = extract.extract(language.read(Article("0" * 64, text, "made.txt", content=content)))
    assert not [d for d in dropped if "ends behind" in d or "does not declare" in d]
    for extracted in document.found:
        for span in extract.spans(extracted.record):
            assert 0 <= span.begin < span.end <= len(text)
    for sentence in document.sentences:
        assert sentence.span.of(text).strip() == sentence.span.of(text) != ""


@pytest.fixture(scope="module")
def among():
    """The sample articles, built together."""
    return pipeline.build([str(ARTICLES)])


def test_evidence_of_the_sample_articles_is_exact_and_nothing_is_unreported(among):
    assert among.skipped == ()
    assert len(among.articles) == 13
    texts = {a.id: a.text for a in among.articles}
    begin, end, anchor = (vocab.term(f"nif:{n}") for n in ("beginIndex", "endIndex", "anchorOf"))
    a, report = vocab.term("rdf:type"), vocab.term("hr:Report")
    keys = [vocab.term(f"rdf:{n}") for n in ("subject", "predicate", "object")]
    values: dict[object, dict[object, set[object]]] = {}
    statements, reports = set(), set()
    for quad in among.quads():
        values.setdefault(quad.subject, {}).setdefault(quad.predicate, set()).add(quad.object)
        if quad.predicate in vocab.reported():
            statements.add((quad.subject, quad.predicate, quad.object))
        if (quad.predicate, quad.object) == (a, report):
            reports.add(quad.subject)
    spans = [(node, of) for node, of in values.items() if {begin, end, anchor} & set(of)]
    assert len(spans) > 500
    for node, of in spans:
        ((first,), (last,), (words,)) = (of[k] for k in (begin, end, anchor))
        article = node.value.split("/a/")[1][:16]
        assert texts[article][int(first.value) : int(last.value)] == words.value
    assert len(reports) > 400
    told = set()
    for node in reports:
        parts = [values[node].get(k, set()) for k in keys]
        assert [len(p) for p in parts] == [1, 1, 1], f"{node} is of no statement, or of several"
        told.add(tuple(next(iter(p)) for p in parts))
    # where a place lies needs no report, but says whether the article or the reference data tells it
    within = vocab.term("hr:within")
    assert {t for t in told if t[1] != within} == statements
    assert {t for t in told if t[1] == within} == {
        (q.subject, q.predicate, q.object) for q in among.quads() if q.predicate == within
    }


def test_bytes_do_not_depend_on_order_or_hash_seed(tmp_path):
    names = sorted(p.name for p in ARTICLES.iterdir() if p.suffix in (".txt", ".html"))
    results = set()
    for seed in ("1", "271"):
        shuffled = list(names)
        random.Random(int(seed)).shuffle(shuffled)
        out = tmp_path / f"{seed}.ttl"
        script = (
            "import sys; from hrkg import pipeline, store, vocab; "
            "store.write(store.serialize(pipeline.build(sys.argv[2:]).quads(), 'ttl', vocab.prefixes()), sys.argv[1])"
        )
        command = [sys.executable, "-c", script, str(out), *(str(ARTICLES / n) for n in shuffled)]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
        results.add(out.read_bytes())
    assert len(results) == 1


def told(mapped: Mapped) -> set[tuple[str, ...]]:
    """What an article tells of its own nodes; of what it shares with others only that there is something."""
    own = mapped.article.value

    def local(node: object) -> str:
        shared = isinstance(node, ox.NamedNode) and node.value.startswith(BASE) and own not in node.value
        return "shared" if shared else str(node)

    return {
        (q.subject.value, q.predicate.value, local(q.object))
        for q in mapped.quads
        if q.subject.value.startswith(own)
    }


@pytest.mark.parametrize("name", TIED)
def test_an_article_tells_the_same_whatever_stands_beside_it(among, name):
    """What an article tells of its own keeps its IRIs and values when the corpus grows."""
    alone = pipeline.build([str(ARTICLES / name)], manifest=ARTICLES / "manifest.csv").mapped[0]
    (beside,) = (m for m in among.mapped if m.article == alone.article)
    assert len(told(alone)) > 100
    assert told(alone) == told(beside)


def test_the_articles_built_alone_are_those_that_share_things(among):
    compares = vocab.term("hr:compares")
    tied = {q.object.value.split("/a/")[1][:16] for q in among.judgments if q.predicate == compares}
    assert {a.source_file for a in among.articles if a.id in tied} == set(TIED)


# Letters that a slug writes alike (ł and l, ø and o, ß and ss), and scripts and signs that it must transcribe.
ALIKE = st.text(st.sampled_from("lłdđoøaáß漢字ひ😀ΣσЖ '’-."), min_size=1, max_size=6)
LONG = st.integers(0, 3).map(lambda n: "Association " * 8 + "of Court " * n + "Reporters")
LABELS = st.one_of(ALIKE, st.tuples(ALIKE, ALIKE).map(" ".join), LONG, st.tuples(LONG, ALIKE).map(" ".join))
KINDS = st.sampled_from(["person", "organization", "place"])


@given(st.sets(st.tuples(KINDS, LABELS, st.sampled_from(["0" * 16, "1" * 16])), max_size=12))
def test_things_that_differ_in_name_kind_or_anchor_never_share_a_node(things):
    nodes = Iris().shared({t: (t[0], Identity(t[1], t[2])) for t in sorted(things)})
    assert len(set(nodes.values())) == len(things)


# Names that differ in what a slug leaves out, and some beyond its length.
PEOPLE = st.sampled_from(
    [
        "Ana Lodz",
        "Ana Łodz",
        "Ana Łódź",
        "Ana LODZ",
        "Ana 😀 Lodz",
        "Ana Lodz-Soren",
        "Dan Dodic",
        "Đan Đodić",
        "Bo Soren",
        "Bo Søren",
        "Max Strass",
        "Max Straß",
        "O’Dan Lodz",
        "O'Dan Lodz",
        "Li Wei",
        "Lǐ Wěi",
        "李偉",
        "李伟",
    ]
)
BODY = " ".join(["National Association for the Defence of Prisoners and Families"] * 3)
BODIES = st.sampled_from(
    (
        f"{BODY} A|{BODY} B|Lodz Court|Łódź Court|Strass Police|Straß Police|"
        "League for Open Courts|League for Open Čourts"
    ).split("|")
)
SAID = st.sampled_from(
    [
        "Police in Zarova arrested {one} and {two} on 3 May 2024. ",
        "The {body} urged the {other} to release {one}. ",
        "{one}, a lawyer at the {body}, was sentenced to two years in prison with {two}. ",
        "About 40 students and 40 lawyers were held with {two}, the {other} said. ",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(SAID, min_size=1, max_size=4).map("".join), PEOPLE, PEOPLE, BODIES, BODIES)
def test_two_entities_of_one_article_never_share_a_node(text, one, two, body, other):
    text = text.format(one=one, two=two, body=body, other=other)
    article = Article("0" * 64, text, "made.txt", content=(Span(0, len(text)),))
    read = resolve.gather(*extract.extract(language.read(article)))
    identities, _ = resolve.identify([read])
    mapped = graph.map_article(read, graph.nodes([read], identities, Iris())[article.id], Iris())
    classes = {vocab.term(c) for c in ("foaf:Person", "org:Organization", "hr:Place", "hr:Group")}
    nodes = {q.subject for q in mapped.quads if q.predicate == vocab.term("rdf:type") and q.object in classes}
    assert len(read.entities) > 0
    assert len(nodes) == len(read.entities)


SIGNS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t\r\u2028"), max_size=40)
HTML = ["<p>", "</p>", "<h1>", "<a href='x'>", "<!--", "&#0;", "&amp", "<script>", "<meta charset='utf-16'>"]


@pytest.fixture(scope="module")
def inbox(tmp_path_factory):
    """A folder whose manifest says of its texts that they are English, so that none is left out for its language."""
    folder = tmp_path_factory.mktemp("inbox")
    (folder / "manifest.csv").write_text("file,language\nany.txt,en\nany.html,en\n", encoding="utf-8")
    return folder


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.one_of(PIECES, SIGNS, st.sampled_from(HTML)), max_size=14).map("".join),
    st.sampled_from(["any.txt", "any.html"]),
)
@example("", "any.txt")
@example("\ufeff", "any.txt")
@example("\x00\x0b\r\n", "any.txt")
@example("", "any.html")
@example("<html><body><p>" + "Police arrested Mira Kolesnik. " * 40, "any.html")
@example("Police arrested Mira Kolesnik. " * 40, "any.txt")
def test_every_file_of_text_is_read_or_skipped(inbox, text, name):
    file = inbox / name
    file.write_bytes(text.encode())
    built = pipeline.build([str(file)], manifest=inbox / "manifest.csv")
    assert len(built.articles) + len(built.skipped) == 1
    assert all(name in message for message in built.skipped)
    data = store.serialize(built.quads(), "nt", vocab.prefixes())
    assert (data.count(b"\n") > 5) == bool(built.articles)


@pytest.mark.skipif(
    not (Path(__file__).parents[3] / "shared" / "seeds").is_dir(), reason="the seed articles are not here"
)
def test_the_seed_articles_build_without_a_skipped_one():
    built = pipeline.build([str(Path(__file__).parents[3] / "shared" / "seeds")])
    assert len(built.articles) == 5
    assert built.skipped == ()
    data = store.serialize(built.quads(), "nt", vocab.prefixes())
    assert data.count(b"\n") > 500
