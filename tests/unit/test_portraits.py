"""Who people are by the dependency trees: occupations, posts, affiliations, ethnicities, kin and groups, read whole."""

from collections.abc import Callable

import pytest

from hrkg import extract, language
from hrkg.extract.reading import names
from hrkg.model import Article, Attribute, Document, Mention, Post, Relation

Read = Callable[[str], Document]

OCCUPATIONS = [
    ("A motorcycle courier named Ion Sava was shot on Monday.", {("Ion Sava", "motorcycle courier")}),
    (
        "Police held Ana Soler, a noodle seller, and Ion Sava, a bookbinder, on Monday.",
        {("Ana Soler", "noodle seller"), ("Ion Sava", "bookbinder")},
    ),
    ("The retired colonel Ion Sava was arrested on Monday.", {("Ion Sava", "retired colonel")}),
    ("Ana Soler works as a nurse in Lima.", {("Ana Soler", "nurse")}),
    ("Ana Soler, a nurse, Ion Sava and Mira Kol were stopped on Monday.", {("Ana Soler", "nurse")}),
    ("Ana Soler was arrested. She denied that she was a teacher.", set()),
    ("Ana Soler was arrested. Nobody knew whether she was a teacher.", set()),
    ("Ana Soler said that a bookbinder had been arrested.", set()),
    ("Ana Soler is not a noodle seller.", set()),
]
POSTS = [
    (
        "Ana Soler, head of the press service of the Lantern League, was arrested.",
        {("Ana Soler", "head of the press service", "Lantern League")},
    ),
    (
        "The Lantern League protested on Monday. Its treasurer, Ion Sava, was held.",
        {("Ion Sava", "treasurer", "Lantern League")},
    ),
    ("Police spokesman Ion Sava denied the report.", {("Ion Sava", "police spokesman", "police")}),
    ("Ana Soler has led the Lantern League since 2010.", {("Ana Soler", "leader", "Lantern League")}),
    ("Ana Soler would have led the Lantern League.", set()),
    ("Ana Soler met the treasurer of the Lantern League.", set()),
]
TIES = [
    ("Ana Soler, a reporter with Radio Mirador, was arrested.", {("Ana Soler", "Radio Mirador")}),
    ("Ana Soler is a reporter who works for the Lantern League.", {("Ana Soler", "Lantern League")}),
    (
        "Ana Soler is the director of the Lantern League. Her colleague Ion Sava was arrested on Monday.",
        {("Ana Soler", "Lantern League"), ("Ion Sava", "Lantern League")},
    ),
    ("Ana Soler is a critic of the Lantern League.", set()),
    ("Ana Soler has never worked for the Lantern League.", set()),
    ("Prosecutors accused Ana Soler of belonging to the Lantern League.", set()),
]
ETHNICITIES = [
    ("Police shot the Hazara farmer Ana Soler on Monday.", {("Ana Soler", "hazara")}),
    ("Ion Sava, an ethnic Kazakh, was arrested.", {("Ion Sava", "kazakh")}),
    ("Karen Soler and Luo Sava were arrested.", set()),
    ("Ana Soler, a Uyghur rights activist in Lima, was arrested.", set()),
]
KIN = [
    (
        "Ion Sava was arrested on Monday. His wife, Ana Soler, said that he was ill.",
        {("Ana Soler", "spouse", "Ion Sava")},
    ),
    (
        "Ion Sava, the only child of the researcher Ana Soler, was arrested.",
        {("Ana Soler", "children", "Ion Sava")},
    ),
    ("Ion Sava met Karl Moor in Lima. His wife, Ana Soler, said that he was ill.", set()),
]
GROUPS = [
    ("At least 17 people were killed in Lima on Monday.", {("people", 17, None)}),
    ("Police held two rights lawyers and activists on Monday.", {("rights lawyers and activists", 2, 2)}),
    (
        "Police held 90 miners in May. At least 41 of them were freed on Monday.",
        {("miners", 90, 90), ("miners", 41, None)},
    ),
    ("Miners who refused to leave blocked a road.", {("miners who refused to leave", None, None)}),
    ("In 2019 people left Lima for the coast.", set()),
]


@pytest.fixture(scope="module")
def engine() -> language.Engine:
    return language.Engine()


@pytest.fixture
def whole(engine: language.Engine, article: Callable[..., Article]) -> Read:
    return lambda text: extract.extract(language.read(article(text), engine))[0]


@pytest.mark.parametrize(("text", "wanted"), OCCUPATIONS)
def test_occupations(whole: Read, text: str, wanted: set[tuple[str, str]]) -> None:
    assert attributes(whole(text), "occupation") == wanted


@pytest.mark.parametrize(("text", "wanted"), ETHNICITIES)
def test_ethnicities(whole: Read, text: str, wanted: set[tuple[str, str]]) -> None:
    assert {(a, b.lower()) for a, b in attributes(whole(text), "ethnicity")} == wanted


@pytest.mark.parametrize(("text", "wanted"), POSTS)
def test_posts(whole: Read, text: str, wanted: set[tuple[str, str, str]]) -> None:
    document = whole(text)
    called = names(document)
    found = {
        (called[p.holder], p.title, called[p.organization] if p.organization else "")
        for p in document.of(Post)
    }
    assert found == wanted


@pytest.mark.parametrize(("text", "wanted"), TIES)
def test_affiliations(whole: Read, text: str, wanted: set[tuple[str, str]]) -> None:
    found = relations(whole(text))
    assert {(a, c) for a, b, c in found if b == "affiliatedWith"} == wanted


@pytest.mark.parametrize(("text", "wanted"), KIN)
def test_kin(whole: Read, text: str, wanted: set[tuple[str, str, str]]) -> None:
    found = {r for r in relations(whole(text)) if r[1] != "affiliatedWith"}
    assert {(*sorted((a, c)), b) if b != "children" else (a, c, b) for a, b, c in found} == {
        (*sorted((a, c)), b) if b != "children" else (a, c, b) for a, b, c in wanted
    }


@pytest.mark.parametrize(("text", "wanted"), GROUPS)
def test_groups(whole: Read, text: str, wanted: set[tuple[str, int | None, int | None]]) -> None:
    found = [m for m in whole(text).of(Mention) if m.kind == "group" and m.form == "nominal"]
    counted = {
        (m.name, m.count.minimum if m.count else None, m.count.maximum if m.count else None) for m in found
    }
    assert counted == wanted


def attributes(document: Document, predicate: str) -> set[tuple[str, str]]:
    called = names(document)
    return {(called[a.subject], a.value) for a in document.of(Attribute) if a.predicate == predicate}


def relations(document: Document) -> set[tuple[str, str, str]]:
    called = names(document)
    return {(called[r.subject], r.predicate, called[r.object]) for r in document.of(Relation)}
