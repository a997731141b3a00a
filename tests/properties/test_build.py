"""What holds of every build: exact spans, a report for each statement, the same bytes in any order."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrkg import extract, language, pipeline, store, vocab
from hrkg.model import Article, Span
from hrkg.resources import folder

ARTICLES = folder("data") / "articles"
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


def test_evidence_of_the_sample_articles_is_exact_and_nothing_is_unreported():
    built = pipeline.build([str(ARTICLES)])
    assert built.skipped == ()
    assert len(built.articles) == 13
    texts = {a.id: a.text for a in built.articles}
    begin, end, anchor = (vocab.term(f"nif:{n}") for n in ("beginIndex", "endIndex", "anchorOf"))
    spans: dict[str, dict[object, str]] = {}
    statements, reported = set(), set()
    for quad in built.quads():
        if quad.predicate in (begin, end, anchor):
            spans.setdefault(quad.subject.value, {})[quad.predicate] = quad.object.value
        if quad.predicate in vocab.reported():
            statements.add((quad.subject, quad.predicate, quad.object))
    parts: dict[object, dict[object, object]] = {}
    for quad in built.quads():
        parts.setdefault(quad.subject, {})[quad.predicate] = quad.object
    keys = [vocab.term(f"rdf:{n}") for n in ("subject", "predicate", "object")]
    for node in parts.values():
        if all(k in node for k in keys):
            reported.add(tuple(node[k] for k in keys))
    assert len(spans) > 500
    for iri, span in spans.items():
        article = iri.split("/a/")[1][:16]
        assert texts[article][int(span[begin]) : int(span[end])] == span[anchor]
    assert statements
    assert statements <= reported


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


def test_an_article_tells_the_same_whatever_stands_beside_it(tmp_path):
    """What an article tells of its own keeps its IRIs when the corpus grows."""
    one = sorted(ARTICLES.glob("*.txt"))[0]
    shutil.copy(one, tmp_path / one.name)
    alone = pipeline.build([str(tmp_path / one.name)], manifest=ARTICLES / "manifest.csv")
    among = pipeline.build([str(ARTICLES)])
    article = alone.mapped[0].article

    def own(built: pipeline.Built) -> set[str]:
        mapped = next(m for m in built.mapped if m.article == article)
        return {q.subject.value for q in mapped.quads if q.subject.value.startswith(article.value)}

    assert own(alone) == own(among)


@pytest.mark.skipif(
    not (Path(__file__).parents[3] / "shared" / "seeds").is_dir(), reason="the seed articles are not here"
)
def test_the_seed_articles_build_without_a_skipped_one():
    built = pipeline.build([str(Path(__file__).parents[3] / "shared" / "seeds")])
    assert len(built.articles) == 5
    assert built.skipped == ()
    data = store.serialize(built.quads(), "nt", vocab.prefixes())
    assert data.count(b"\n") > 500
