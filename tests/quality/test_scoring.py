"""Small articles, readings of them, and what they must score."""

import importlib
import re
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
marked = importlib.import_module("marked")
scoring = importlib.import_module("scoring")

ARTICLE = marked.parse(
    "{p1.name:Mira Kolesnik} of {o1.name:Quay Watch} met {p2.name:Tomas Brandl}. "
    "{p1.name:Kolesnik} said {p1.pron:she} knew {p2.name:Brandl}; {p1.role:the lawyer} lives in {l1.name:Lodva}. "
    "They left, it rained."
)
PERSON, BODY, PLACE = "person", "organization", "place"
NAMES = {
    "Mira Kolesnik": PERSON,
    "Quay Watch": BODY,
    "Tomas Brandl": PERSON,
    "Kolesnik": PERSON,
    "Brandl": PERSON,
    "Lodva": PLACE,
}
MIRA, TOMAS = ["Mira Kolesnik", "Kolesnik", "the lawyer"], ["Tomas Brandl", "Brandl"]
REST = [["Quay Watch"], ["Lodva"]]


def at(words):
    """Where words stand: a lone surname is not the one inside the full name."""
    lone = r"(?<!Mira )(?<!Tomas )" if words in ("Kolesnik", "Brandl") else ""
    return next(m.span() for m in re.finditer(rf"{lone}\b{words}\b", ARTICLE.text))


def score(names, entities, pronouns=()):
    reading = scoring.Reading(
        {at(words): kind for words, kind in names.items()},
        [[at(words) for words in entity] for entity in entities],
        [at(words) for words in pronouns],
    )
    judgments = scoring.judge(ARTICLE, reading)
    return {k: (t.right, t.found, t.wanted) for k, t in scoring.tallies(judgments).items()}


LINK_ROWS = {
    "perfect": ([[*MIRA, "she"], TOMAS, *REST], (3, 3, 3), (1, 1, 1)),
    "perfect, without the article": ([["Mira Kolesnik", "Kolesnik", "lawyer"], TOMAS], (3, 3, 3), (0, 0, 1)),
    "nothing": ([], (0, 0, 3), (0, 0, 1)),
    "each for itself": ([[x] for x in (*MIRA, *TOMAS, "she")], (0, 0, 3), (0, 0, 1)),
    "missing role noun": ([["Mira Kolesnik", "Kolesnik"], TOMAS], (2, 2, 3), (0, 0, 1)),
    "wrong role noun": ([["Mira Kolesnik", "Kolesnik"], [*TOMAS, "the lawyer"]], (2, 3, 3), (0, 0, 1)),
    "wrong pronoun": ([MIRA, [*TOMAS, "she"]], (3, 3, 3), (0, 1, 1)),
    "split": ([["Mira Kolesnik"], ["Kolesnik", "the lawyer", "she"], TOMAS], (2, 2, 3), (1, 1, 1)),
    "pronoun in the lesser": ([["Mira Kolesnik", "Kolesnik"], ["the lawyer", "she"], TOMAS], (2, 2, 3), (0, 0, 1)),
    "merged": ([[*MIRA, *TOMAS]], (2, 4, 3), (0, 0, 1)),
    "merged, each mentioned once": ([["Quay Watch", "Lodva"]], (0, 1, 3), (0, 0, 1)),
    "tied to what is not marked": ([["rained", "Kolesnik"], TOMAS], (1, 1, 3), (0, 0, 1)),
    "pronoun that stands for several": ([[*MIRA, "she", "They"], TOMAS], (3, 3, 3), (1, 2, 1)),
    "pronoun that stands for nobody": ([MIRA, TOMAS, ["it"]], (3, 3, 3), (0, 0, 1)),
}  # fmt: skip


@pytest.mark.parametrize(("entities", "links", "pronouns"), LINK_ROWS.values(), ids=LINK_ROWS)
def test_links(entities, links, pronouns):
    found = score(NAMES, entities, ["she", "They", "it"])
    assert found["links"] == links
    assert found["pronouns"] == pronouns
    parts = found["links of names"], found["links of role nouns"]
    assert tuple(map(sum, zip(*parts, strict=True))) == links


def test_links_of_names_and_of_role_nouns_are_told_apart():
    found = score(NAMES, [["Mira Kolesnik", "Kolesnik"], [*TOMAS, "the lawyer"]])
    assert found["links of names"] == (2, 2, 2)
    assert found["links of role nouns"] == (0, 1, 1)


NAME_ROWS = {
    "perfect": (NAMES, (4, 4, 4), (1, 1, 1), (1, 1, 1)),
    "nothing": ({}, (0, 0, 4), (0, 0, 1), (0, 0, 1)),
    "wrong kind": ({**NAMES, "Lodva": PERSON}, (4, 5, 4), (1, 1, 1), (0, 0, 1)),
    "wrong border": ({**NAMES, "of Quay Watch": BODY}, (4, 4, 4), (1, 2, 1), (1, 1, 1)),
    "no such name": ({**NAMES, "They": PERSON}, (4, 5, 4), (1, 1, 1), (1, 1, 1)),
}


@pytest.mark.parametrize(("names", "people", "bodies", "places"), NAME_ROWS.values(), ids=NAME_ROWS)
def test_names(names, people, bodies, places):
    found = score(names, [])
    assert (found["people"], found["organizations"], found["places"]) == (people, bodies, places)
    assert found["names"] == tuple(map(sum, zip(people, bodies, places, strict=True)))


def test_a_leading_article_belongs_to_no_name():
    article = marked.parse("A {o1.name:Quay Watch} and the {o2.name:Aral Fund} met.")
    reading = scoring.Reading({(0, 12): BODY, (17, 30): BODY}, [])
    assert scoring.tallies(scoring.judge(article, reading))["organizations"] == scoring.Tally(2, 2, 2)


def test_per_cents():
    tally = scoring.Tally(right=1, found=2, wanted=4)
    assert (tally.precision, tally.recall, round(tally.f1, 1)) == (50.0, 25.0, 33.3)
    assert (scoring.Tally().precision, scoring.Tally().recall, scoring.Tally().f1) == (100.0, 100.0, 100.0)


def test_judgments_say_what_is_wrong():
    reading = scoring.Reading({at("Lodva"): PERSON}, [[at("Tomas Brandl"), at("Brandl"), at("she")]])
    told = {(j.about, j.words, j.note) for j in scoring.judge(ARTICLE, reading) if not j.right}
    assert ("person", "Lodva", "is a place") in told
    assert ("place", "Lodva", "taken for a person") in told
    assert ("pronoun", "she = Mira Kolesnik", "tied to Tomas Brandl") in told
    assert ("link of a role noun", "the lawyer = Mira Kolesnik", "") in told


def test_the_parts_hold_each_article_once():
    there = sorted(p.name.removesuffix(".marked.txt") for p in (HERE / "names").glob("*.marked.txt"))
    assert len(scoring.DEV) == 16
    assert sorted(scoring.DEV + scoring.TEST) == there == sorted(scoring.PARTS["all"])
