"""What annotates an article: our own engine, and any installed spaCy pipeline behind one adapter."""

import pytest
import spacy

from hrkg import language
from hrkg.errors import SetupError

TEXTS = (
    "Police in Nairobi arrested Wanjiru Kamau, a teacher, on Monday. Her lawyer, Otieno Odhiambo, protested.",
    "THREE HELD IN LIMA\n\nThe Andean Rights Council said that Rosa Quispe and Hugo Mamani were freed in Lima.",
)


@pytest.fixture(scope="module")
def engine():
    return language.Engine()


def described(document):
    return [(t.text, t.tag_, t.pos_, t.lemma_, t.dep_, t.head.i, t.ent_type_) for t in document.doc]


def test_names_tags_and_heads_are_set_and_offsets_exact(article, engine):
    document = language.read(article(TEXTS[0]), engine)
    people = [e.text for e in document.doc.ents if e.label_ == "PERSON"]
    assert people == ["Wanjiru Kamau", "Otieno Odhiambo"]
    verb = next(t for t in document.doc if t.text == "arrested")
    assert (verb.pos_, verb.lemma_, verb.dep_) == ("VERB", "arrest", "root")
    assert {t.text: t.dep_ for t in verb.children}["Police"] == "nsubj"
    assert all(TEXTS[0][t.idx : t.idx + len(t.text)] == t.text for t in document.doc)


def test_heads_stay_inside_their_sentence(article, engine):
    for text in TEXTS:
        document = language.read(article(text), engine)
        for sentence in document.sentences:
            for token in document.doc[sentence.start : sentence.end]:
                assert sentence.start <= token.head.i < sentence.end


def test_batches_and_threads_change_nothing(article, engine):
    alone = [described(language.read(article(text), engine)) for text in TEXTS]
    together = [described(d) for d in language.read_all(map(article, TEXTS * 2), language.Engine(2), batch=3)]
    assert together == alone * 2


def test_an_installed_pipeline_takes_the_engines_place(article, tmp_path):
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(
        [
            {"label": "GPE", "pattern": "Nairobi"},
            {"label": "PERSON", "pattern": "Wanjiru Kamau"},
            {"label": "CARDINAL", "pattern": "Monday"},
        ]
    )
    nlp.to_disk(tmp_path / "theirs")
    document = language.read(article(TEXTS[0]), language.Installed(str(tmp_path / "theirs")))
    assert [(e.text, e.label_) for e in document.doc.ents] == [
        ("Nairobi", "PLACE"),
        ("Wanjiru Kamau", "PERSON"),
    ]


def test_a_pipeline_that_is_not_installed_is_said():
    with pytest.raises(SetupError, match="no_such_pipeline"):
        language.Installed("no_such_pipeline")
