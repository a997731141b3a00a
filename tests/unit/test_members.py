"""Which named people a group is, read with the language engine."""

from collections.abc import Callable

import pytest

from hrkg import extract, language
from hrkg.model import Article, Membership

TIED = [
    (
        "Police arrested Ana Soler, Ion Sava and Mira Kol on Monday. All three were charged on Friday.",
        ["Ana Soler", "Ion Sava", "Mira Kol"],
    ),
    (
        "Ana Soler and Ion Sava were sentenced on Monday. Both denied the charges.",
        ["Ana Soler", "Ion Sava"],
    ),
    (
        "A court in Lima sentenced two editors on Monday. Judge Rosa Quispe found Hugo Mamani and Ana Soler guilty.",
        ["Hugo Mamani", "Ana Soler"],
    ),
    (
        "Ana Soler and Ion Sava were arrested in May. They were freed on Monday.",
        ["Ana Soler", "Ion Sava"],
    ),
]
LOOSE = [
    # another number, a part, somebody else between, a group between
    "Police arrested Ana Soler and Ion Sava on Monday. All three were charged on Friday.",
    "Ana Soler and Ion Sava were arrested. At least 17 of them died in custody.",
    "Ana Soler and Ion Sava met Mira Kol on Monday. Mira Kol left. They were arrested.",
    "Ana Soler and Ion Sava were arrested. Four guards came. They were beaten.",
    "Police detained three students. A lawyer, Ana Soler, spoke for them.",
    "At a hearing, the two leaders spoke of threats. Police later arrested Ana Soler and Ion Sava.",
]


@pytest.fixture(scope="module")
def article_reader() -> Callable[[str], dict[str, list[str]]]:
    engine = language.Engine()

    def read(article: Article) -> dict[str, list[str]]:
        document, _ = extract.extract(language.read(article, engine))
        found: dict[str, list[str]] = {}
        for record in document.of(Membership):
            found.setdefault(record.group.of(article.text), []).append(record.member.of(article.text))
        return found

    return read


@pytest.mark.parametrize(("text", "expected"), TIED, ids=[t for t, _ in TIED])
def test_a_group_is_tied_to_its_members(article, article_reader, text, expected):
    assert list(article_reader(article(text)).values()) == [expected]


@pytest.mark.parametrize("text", LOOSE)
def test_a_group_that_may_be_others_stays_a_group(article, article_reader, text):
    assert article_reader(article(text)) == {}
