"""How extractors are found, ordered and held to what they declare."""

from dataclasses import dataclass, field

import pytest

from hrkg import extract
from hrkg.errors import ArticleError, SetupError
from hrkg.model import Mention, Moment, Span


@dataclass
class Hand:
    """An extractor made for a test."""

    name: str
    requires: frozenset = frozenset()
    provides: frozenset = frozenset()
    records: list = field(default_factory=list)

    def __call__(self, document):
        return self.records


def hand(name, requires="", provides="", records=()):
    return Hand(name, frozenset(requires.split()), frozenset(provides.split()), list(records))


def test_providers_come_first_and_names_break_ties():
    found = extract.ordered(
        [hand("c", "Mention"), hand("b", "", "Mention"), hand("a", "Event"), hand("d", "", "Event")]
    )
    assert [e.name for e in found] == ["b", "c", "d", "a"]


@pytest.mark.parametrize(
    ("hands", "message"),
    [
        ([hand("a"), hand("a")], "two extractors are called a"),
        ([hand("a", "Event")], "requires Event, which no extractor provides"),
        ([hand("a", "Event", "Mention"), hand("b", "Mention", "Event")], "wait for each other"),
    ],
)
def test_what_cannot_be_ordered_is_said(hands, message):
    with pytest.raises(SetupError, match=message):
        extract.ordered(hands)


def test_records_that_were_not_declared_or_leave_the_text_are_dropped(document, monkeypatch):
    good = Mention(Span(0, 4), "person", "Mira")
    bad = [Mention(Span(0, 99), "person", "Mira"), Moment(Span(0, 4), "2024")]
    monkeypatch.setattr(extract, "extractors", lambda: (hand("h", "", "Mention", [good, good, *bad]),))
    found, dropped = extract.extract(document("Mira was held."))
    assert [x.record for x in found.found] == [good]
    assert [x.extractor for x in found.found] == ["h"]
    assert len(dropped) == 2
    assert "ends behind the text" in dropped[0]
    assert "does not declare" in dropped[1]


def test_a_foreign_extractor_that_cannot_be_loaded_is_named(monkeypatch):
    class Point:
        name, value = "theirs", "their.module:EXTRACTOR"

        def load(self):
            raise ImportError("no module their.module")

    monkeypatch.setattr(extract, "entry_points", lambda group: [Point()])
    extract.extractors.cache_clear()
    with pytest.raises(SetupError, match="theirs"):
        extract.extractors()
    extract.extractors.cache_clear()


def test_an_article_on_which_an_extractor_fails_is_named_and_can_be_skipped(document, monkeypatch):
    def broken(_document):
        raise IndexError("list index out of range")

    broken.name, broken.requires, broken.provides = "theirs", frozenset(), frozenset()
    monkeypatch.setattr(extract, "extractors", lambda: (broken,))
    with pytest.raises(ArticleError, match=r"made\.txt: the extractor theirs fails .*IndexError"):
        extract.extract(document("Mira was held."))
