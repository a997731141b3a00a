"""Who holds which post in which body."""

from collections.abc import Callable

import pytest

from hrkg.extract.posts import EXTRACTOR
from hrkg.model import Document, Post, Relation

HELD = [
    (
        "{p:Ana Soler}, executive director of the {o:Lantern League}, spoke.",
        "executive director",
        "Lantern League",
    ),
    ("{p:Ana Soler}, China director at {o:Lantern League}, spoke.", "China director", "Lantern League"),
    ("{o:Lantern League} China director {p:Ana Soler} spoke.", "China director", "Lantern League"),
    ("{o:Foreign Ministry} spokesperson {p:Ana Soler} spoke.", "spokesperson", "Foreign Ministry"),
    (
        "{o:Foreign Ministry} deputy spokeswoman {p:Ana Soler} spoke.",
        "deputy spokeswoman",
        "Foreign Ministry",
    ),
    (
        "The {o:Lantern League}'s secretary general, {p:Ana Soler}, spoke.",
        "secretary general",
        "Lantern League",
    ),
    ("{p:Ana Soler}, who heads the {o:Lantern League}, spoke.", "head", "Lantern League"),
    ("{p:Ana Soler}, the {o:Lantern League}'s treasurer, spoke.", "treasurer", "Lantern League"),
    ("{p:Ana Soler}, 41, founder of the aid group {o:Lantern}, spoke.", "founder", "Lantern"),
    ("President {p:Ana Soler} spoke.", "president", None),
    ("Former president {p:Ana Soler} spoke.", "former president", None),
    ("{p:Ana Soler}, the mayor of {l:Lelu}, spoke.", "mayor of Lelu", None),
    ("A spokesman for the {o:Lantern League}, {p:Ion Sava}, spoke.", "spokesman", "Lantern League"),
    (
        "{p:Ana Soler}, special rapporteur on freedom of assembly, spoke.",
        "special rapporteur on freedom of assembly",
        None,
    ),
    ("{p:Ana Soler}, head of research at {o:Lantern League}, spoke.", "head of research", "Lantern League"),
    ("{p:Ana Soler}, a researcher with {o:Lantern League}, spoke.", "researcher", "Lantern League"),
    ("{p:Ana Soler} is the chairwoman of the {o:Lantern League}.", "chairwoman", "Lantern League"),
    ("Colonel {p:Ion Sava} spoke.", "colonel", None),
    ("{o:Lantern League} spoke. {o:Its=Lantern League} director, {p:Ana Soler}, agreed.", "director", "Its"),
    ("{p:Ana Soler} was the governor until 2009.", "governor", None),
]

UNHELD = [
    "{p:Ana Soler} met the director of the {o:Lantern League}.",
    "{p:Ana Soler} wrote to the president.",
    "The president met {p:Ana Soler}.",
    "{p:Ana Soler} wants to be president.",
    "{p:Ana Soler} is not the director of the {o:Lantern League}.",
    "{p:Ana Soler}, a researcher, spoke.",
    "Researcher {p:Ana Soler} spoke.",
    "{p:Ana Soler} spoke to a colonel.",
    "In a letter to {p:Ana Soler}, the minister said no.",
    "The director's office called {p:Ana Soler}.",
    "{p:Ana Soler} spoke before President Day.",
    "Community leader {p:Ana Soler} spoke.",
    "{p:Ana Soler}, who met the head of the {o:Lantern League}, spoke.",
    "{p:Ana Soler} led a march to the {o:Foreign Ministry}.",
    "{p:Ana Soler} heads north.",
    "The wife of President {p:Ion Sava}'s driver heard {p:Ana Soler}, a general sense of calm, in the room.",
]


def posts(document: Document) -> list[tuple[str, str | None]]:
    text = document.text
    found = [r for r in EXTRACTOR(document) if isinstance(r, Post)]
    return [(r.title, r.organization.of(text) if r.organization else None) for r in found]


@pytest.mark.parametrize(("text", "title", "body"), HELD)
def test_held(marked: Callable[[str], Document], text: str, title: str, body: str | None) -> None:
    assert posts(marked(text)) == [(title, body)]


@pytest.mark.parametrize("text", UNHELD[:-1])
def test_not_held(marked: Callable[[str], Document], text: str) -> None:
    assert posts(marked(text)) == []


def test_only_the_named_holder(marked: Callable[[str], Document]) -> None:
    document = marked(UNHELD[-1])
    holders = {r.holder.of(document.text) for r in EXTRACTOR(document) if isinstance(r, Post)}
    assert holders == {"Ion Sava"}


def test_a_rank_and_a_post_are_two(marked: Callable[[str], Document]) -> None:
    assert sorted(posts(marked("{o:Coast Guard} spokesman Major {p:Ion Sava} spoke."))) == [
        ("major", "Coast Guard"),
        ("spokesman", "Coast Guard"),
    ]


def test_a_post_told_twice_is_one(marked: Callable[[str], Document]) -> None:
    text = "{p:Ana Soler}, director of the {o:Lantern League}, spoke. Director {p:Ana Soler} left."
    assert posts(marked(text)) == [("director", "Lantern League")]


def test_posts_bring_affiliation(marked: Callable[[str], Document]) -> None:
    document = marked("{p:Ana Soler}, director of the {o:Lantern League}, spoke.")
    ties = [r for r in EXTRACTOR(document) if isinstance(r, Relation)]
    assert [(r.predicate, r.object.of(document.text)) for r in ties] == [("affiliatedWith", "Lantern League")]
