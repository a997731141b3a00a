"""Scores of three invented articles, worked out by hand; and when names, dates and traps count as the same."""

import json

import pytest

from hrkg.errors import ArticleError, SetupError
from hrkg.evaluate import gold as golds
from hrkg.evaluate.items import Item
from hrkg.evaluate.matching import match
from hrkg.evaluate.names import Names, code, fold, government, overlap
from hrkg.evaluate.scoring import GROUPS, Tally, score, summarize
from hrkg.evaluate.views import VIEWS

TEXT = "Ilse Tavarn, a teacher, was arrested in Orsel on 3 May 2021. Her brother Jon Tavarn was not."
EMPTY = {view: [] for view in (*VIEWS, "article", "evidence", "unreported")}

FIRST = {
    "id": "a1",
    "source": {"written": "fictional", "genre": "news", "country": "Norway"},
    "meta": {
        "headline": "Teacher held",
        "publisher": None,
        "published": "2021-05-04",
        "authors": ["Kai Brun"],
    },
    "persons": [
        {"name": "Ilse Tavarn", "also": ["Tavarn"], "occupations": ["teacher"], "evidence": "Ilse Tavarn"},
        {"name": "Jon Tavarn", "evidence": "Jon Tavarn", "optional": True},
    ],
    "places": [{"name": "Orsel", "kind": "city", "evidence": "in Orsel"}],
    "events": [
        {
            "id": "e1",
            "type": "Arrest",
            "affected": ["Ilse Tavarn", "g1"],
            "agents": ["police"],
            "place": "Orsel",
            "edtf": "2021-05-03",
            "evidence": "was arrested",
        }
    ],
    "groups": [
        {
            "id": "g1",
            "label": "two colleagues",
            "count_min": 2,
            "count_max": 2,
            "qualifier": "exact",
            "evidence": "x",
        }
    ],
    "kin": [{"a": "Ilse Tavarn", "relation": "sibling", "b": "Jon Tavarn", "evidence": "brother"}],
    "traps": [
        {"view": "statuses", "who": "Jon Tavarn", "value": "detained", "why": "he was not"},
        {"view": "events", "who": "Ilse Tavarn", "value": "Release", "why": "no word of it"},
    ],
}
FIRST_ROWS = {
    "persons": [
        {"person": "p1", "name": "Ilse Tavarn", "alt": "Tavarn"},
        {"person": "p1", "name": "Ilse Tavarn", "alt": "Ilse"},
        {"person": "p2", "name": "Ilse Tavarn"},
    ],
    "occupations": [{"person": "Ilse Tavarn", "occupation": "teachers"}],
    "places": [{"place": "l1", "name": "Orsel", "kind": "region"}],
    "events": [
        {"event": "e1", "type": "detention", "affected": "Ilse Tavarn", "place": "Orsel", "edtf": "2021-05"}
    ],
    "detained": [{"who": "Ilse Tavarn", "node": "p1"}],
    "statuses": [{"who": "Jon Tavarn", "status": "detained"}],
    "kin": [
        {"a": "Jon Tavarn", "relation": "sibling", "b": "Ilse Tavarn"},
        {"a": "Ilse Tavarn", "relation": "sibling", "b": "Jon Tavarn"},
    ],
    "article": [
        {"article": "x", "headline": "Teacher held", "published": "2021-05-04", "author": "Kai Brun"}
    ],
    "evidence": [
        {"report": "r1", "article": "x", "begin": "0", "end": "11", "exact": "Ilse Tavarn"},
        {"report": "r2", "article": "x", "begin": "1", "end": "12", "exact": "Ilse Tavarn"},
    ],
    "unreported": [{"s": "e1", "p": "p", "o": "o"}],
}
SECOND = {
    "id": "a2",
    "source": {"genre": "opinion"},
    "meta": {},
    "organizations": [
        {"name": "government of Norway", "also": ["Oslo"], "kind": "government", "evidence": "x"}
    ],
    "sentences": [{"who": "Ada Holm", "type": "imprisonment", "duration": "P18M", "evidence": "x"}],
    "persons": [{"name": "Ada Holm", "evidence": "x"}],
    "statuses": [{"who": "Ada Holm", "status": "imprisoned", "evidence": "x"}],
    "claims": [
        {
            "speaker": "author",
            "stance": "criticise",
            "target": "government of Norway",
            "content": "the trial was unfair",
            "evidence": "an unfair trial by any measure",
        }
    ],
}
SECOND_ROWS = {
    "organizations": [{"org": "o1", "name": "the Norway authorities", "kind": "government"}],
    "sentences": [{"who": "Ada Holm", "type": "imprisonment", "duration": "P1Y6M"}],
    "persons": [{"person": "p1", "name": "Ms. Ada Holm"}],
    "statuses": [{"who": "Ada Holm", "status": "released"}],
    "claims": [
        {
            "claim": "c1",
            "stance": "deny",
            "text": "This was an unfair trial by any measure.",
            "target": "Norway",
        }
    ],
}
THIRD = {
    "id": "a3",
    "source": {"genre": "news"},
    "meta": {},
    "prospective": [
        {
            "type": "Release",
            "kind": "urged",
            "by": ["Open Courts"],
            "affected": ["Ada Holm"],
            "evidence": "x",
        }
    ],
    "charges": [
        {"who": "Ada Holm", "offence": "subversion of state power", "evidence": "x", "optional": True}
    ],
    "persons": [{"name": "Ada Holm", "evidence": "x"}],
}


def made(tmp_path, data, text=TEXT):
    (tmp_path / f"{data['id']}.json").write_text(json.dumps(data), encoding="utf-8")
    (tmp_path / f"{data['id']}.txt").write_text(text, encoding="utf-8")
    return golds.read(tmp_path / f"{data['id']}.json", tmp_path)


@pytest.fixture
def summary(tmp_path):
    cases = [(FIRST, FIRST_ROWS), (SECOND, SECOND_ROWS), (THIRD, {})]
    return summarize([score(made(tmp_path, data), EMPTY | rows, TEXT) for data, rows in cases])


def test_views_by_hand(summary):
    expected = {
        "persons": (2, 1, 1),  # p2 is a duplicate; Jon is optional; Ada of the third is missed
        "organizations": (1, 0, 0),  # the same government in other words
        "places": (1, 0, 0),
        "groups": (0, 0, 1),
        "posts": (0, 0, 0),
        "occupations": (1, 0, 0),  # teachers are a teacher
        "affiliations": (0, 0, 0),
        "ethnicities": (0, 0, 0),
        "events": (1, 0, 1),  # a detention is of the family of arrests; the two colleagues' is missed
        "detained": (1, 0, 2),  # the two colleagues, and Ada by her status
        "prospective": (0, 0, 1),
        "charges": (0, 0, 0),  # missed, but optional
        "sentences": (1, 0, 0),  # 18 months are a year and a half
        "statuses": (0, 2, 1),
        "kin": (1, 0, 0),  # told from both ends, counted once
        "claims": (1, 0, 0),  # no speaker is the author
    }
    assert {view: (t.right, t.wrong, t.missed) for view, t in summary.views.items()} == expected


def test_details_by_hand(summary):
    found = {name: (t.right, t.wrong, t.missed) for name, t in summary.details.items()}
    assert {name: counts for name, counts in found.items() if any(counts)} == {
        "claims.stance": (0, 1, 1),
        "claims.target": (0, 1, 1),  # the country is not its government
        "events.agent": (0, 0, 1),
        "events.edtf": (0, 1, 1),
        "events.place": (1, 0, 0),
        "events.type": (0, 1, 1),
        "organizations.kind": (1, 0, 0),
        "places.kind": (0, 1, 1),
    }
    assert summary.groups["details"] == Tally(2, 5, 6)


def test_the_eleven_groups_and_their_mean_by_hand(summary):
    f1 = {name: round(tally.f1, 3) for name, tally in summary.groups.items()}
    assert list(f1) == list(GROUPS)
    assert f1 == {
        "persons": 0.667,
        "organizations": 1.0,
        "places": 1.0,
        "groups": 0.0,
        "who they are": 1.0,
        "events": 0.667,
        "detained": 0.5,
        "case facts": 0.571,
        "prospective": 0.0,
        "claims": 1.0,
        "details": 0.267,
    }
    assert round(summary.mean_f1, 4) == round(6.672 / 11, 4)


def test_what_must_never_happen_by_hand(summary):
    assert summary.articles == 3
    assert summary.metadata == (3, 3)
    assert summary.traps == (1, 2)
    assert summary.exact == (1, 2)
    assert summary.unreported == 1


def test_shares_of_nothing_are_nought():
    assert (Tally().precision, Tally().recall, Tally().f1) == (0.0, 0.0, 0.0)
    assert Tally(3, 1, 2).precision == 0.75
    assert Tally(3, 1, 2).recall == 0.6
    assert Tally(3, 1, 2).f1 == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("reference", "name", "same"),
    [
        ("Ilse Tavarn", "Tavarn", True),  # one of her names
        ("Jon Tavarn", "Tavarn", False),  # which is hers, not his
        ("Ilse Tavarn", "Ilse Maria Tavarn", True),
        ("Ilse Tavarn", "ÍLSE TAVARN’s", True),
        ("Ilse Tavarn", "Ilse", False),
        ("Ilse Tavarn", "", False),
        ("g1", "colleagues", True),
        ("g1", "two neighbours", False),
        ("police", "the police", True),
        ("government of France", "French authorities", True),
    ],
)
def test_names_that_mean_the_same(tmp_path, reference, name, same):
    assert Names(made(tmp_path, FIRST)).same(reference, name) is same


def test_words():
    assert fold("  Zoë’s U.N. case ") == "zoe un case"
    assert code("FormalArrest") == code("formal-arrest")
    assert government("Iran") is None
    assert government("Chinese authorities") == government("the Government of China") == "china"
    assert overlap("chief prosecutor", "prosecutor") == 0.5
    assert overlap("the", "the") == 0.0


def test_the_best_fit_is_tied_first():
    one, two = Item({"n": ("1",)}), Item({"n": ("2",)}, optional=True)
    fits = {("1", "1"): 1.0, ("1", "2"): 2.0, ("2", "2"): 1.0}
    found = match([one, two], [one, two], lambda g, b: fits.get((g.one("n"), b.one("n")), 0.0))
    assert found.pairs == ((one, two),)
    assert found.missed == ()
    assert found.wrong == (one,)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"persons": [{"evidence": "x"}]}, "persons[0].name must be there, a string"),
        ({"persons": [{"name": "A", "posts": [{"org": "B"}]}]}, "persons[0].posts[0].title"),
        ({"persons": {}, "events": 3}, "events must be a list"),
        ({"events": [{"type": "Arrst"}]}, "a code of the list event-type, which Arrst is not"),
        (
            {"groups": [{"id": "g", "label": "l", "count_min": "2"}]},
            "groups[0].count_min must be a whole number",
        ),
        ({"charges": [{"who": "A", "offence": "b", "optional": "yes"}]}, "optional must be true or false"),
        ({"claims": ["x"]}, "claims[0] must be an object"),
        ({"places": [{"name": "Orsel", "also": "O"}]}, "places[0].also must be a list of strings"),
        ({"meta": {"published": "4 May"}}, "meta.published must be a date"),
        ({"source": {"file": "elsewhere.txt"}}, "its text"),
    ],
)
def test_a_malformed_annotation_says_where(tmp_path, change, told):
    with pytest.raises(ArticleError) as error:
        made(tmp_path, {**FIRST, **change})
    assert told in str(error.value)
    assert "a1.json" in str(error.value)


def test_a_folder_without_annotations_cannot_be_used(tmp_path):
    with pytest.raises(SetupError, match="holds no annotated article"):
        golds.load(tmp_path)
    with pytest.raises(SetupError, match="there is no folder"):
        golds.load(tmp_path / "nowhere")


def test_other_annotations_go_on_where_one_is_malformed(tmp_path):
    made(tmp_path, FIRST)
    (tmp_path / "b.json").write_text("{", encoding="utf-8")
    (tmp_path / "c.json").write_bytes(b"\xff")
    found = golds.load(tmp_path)
    assert [one.id for one in found.articles] == ["a1"]
    assert "b.json, line 1: not well-formed JSON" in found.skipped[0]
    assert "c.json is not UTF-8" in found.skipped[1]
