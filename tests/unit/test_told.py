"""What sentences of news tell, end to end: the table `told.tsv`, read with the language engine.

Each row is an invented text of one to three sentences, with what must be told of it and what must never be, after the
rules of annotation: what is urged, planned, promised, feared, conditional or denied has not happened, and no word is
taken for a stronger one. Items stand between semicolons:

- `release Ana Soler`: reported as having happened to her; `A+B` names several, `arrest/detention` leaves the type open
- `plainly release Ana Soler`: the same in the article's own voice, not as somebody's word
- `release*urged Ana Soler`: prospective, of that kind
- `status Ana Soler released`, `penalty Ana Soler P3Y`, `charge Ana Soler`

`*` stands for anybody, any status or any duration; an unnamed group is named by a word of its label.
Rows that are `known` to fail are expected to, so that a mended one is noticed.
"""

import csv
import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest

from hrkg import language, vocab
from hrkg.extract import extract
from hrkg.model import Article, Charge, Claim, Entity, Event, Metadata, ReadArticle, Sentence, Span, Status
from hrkg.resolve import gather

COUNTS = {
    "negated": 28,
    "denied": 18,
    "hypothetical": 13,
    "conditional": 13,
    "urged": 14,
    "scheduled": 13,
    "promised": 11,
    "feared": 12,
    "question": 12,
    "quoted": 18,
    "generic": 14,
    "historical": 12,
    "counterfactual": 18,
    "presupposed": 13,
    "structure": 29,
    "nominal": 32,
    "idiom": 22,
    "never-upgraded": 20,
    "other-senses": 38,
    "hearsay": 12,
    "reported": 12,
    "namesake": 10,
    "headline": 14,
}
TABLE = Path(__file__).with_name("told.tsv")
with TABLE.open(encoding="utf-8", newline="") as _file:
    ROWS = list(csv.DictReader(_file, delimiter="\t", quoting=csv.QUOTE_NONE))
BATCH = 24
"""Rows annotated at a time: only those batches of which a row is asked for, since workers share the table."""
_PREFIXED = ("status", "penalty", "charge", "plainly")


class Fact(NamedTuple):
    """One thing told: `act` is an event type (with `*kind` where prospective), or a prefix of the table's items."""

    act: str
    who: str
    what: str = ""

    def meets(self, told: "Fact") -> bool:
        """Whether something told is what this item of the table asks for."""
        return all(mine in ("*", theirs) for mine, theirs in zip(self, told, strict=True))


def items(cell: str) -> Iterator[tuple[str, list[Fact]]]:
    """The items of a cell, several names apart; each may be met in any of several ways."""
    for item in filter(None, cell.split("; ")):
        words = item.split(" ")
        prefix = words.pop(0) if words[0] in _PREFIXED else ""
        what = words.pop() if prefix in ("status", "penalty") else ""
        acts = [prefix] if prefix and prefix != "plainly" else list(_acts(words.pop(0)))
        for name in " ".join(words).split("+"):
            act = [f"{prefix} {act}" if prefix == "plainly" else act for act in acts]
            yield f"{'/'.join(act)} {name} {what}".strip(), [Fact(a, name, what) for a in act]


def _acts(words: str) -> Iterator[str]:
    types, _, kinds = words.partition("*") if words != "*" else (words, "", "")
    for type_, kind in product(types.split("/"), kinds.split("/")):
        yield f"{type_}*{kind}" if kind else type_


def facts(read: ReadArticle) -> set[Fact]:
    """What an article tells of those whom it names; deprivation of liberty of nobody is not told at all."""
    names = {span: _names(e) for e in read.entities for span in e.mentions}
    found = set[Fact]()
    said = [x.record.content for x in read.found if isinstance(x.record, Claim) and x.record.speaker in names]
    for x in read.found:
        match x.record:
            case Event() as event:
                affected = [
                    n for a in event.arguments if a.role == "affected" for n in names.get(a.filler, ())
                ]
                deprives = vocab.term("hr:DeprivationOfLiberty") in vocab.event_classes(event.type)
                act = f"{event.type}*{event.prospect.kind}" if event.prospect else event.type
                whom = affected or ([] if deprives and not event.prospect else [""])
                found |= {Fact(act, name) for name in whom}
                if event.modality == "asserted" and not any(s.covers(event.trigger) for s in said):
                    found |= {Fact(f"plainly {act}", name) for name in whom}
            case Status() as status:
                found |= {Fact("status", name, status.status) for name in names.get(status.about, ())}
            case Sentence() as penalty:
                found |= {Fact("penalty", n, penalty.duration or "") for n in names.get(penalty.person, ())}
            case Charge() as charge:
                found |= {Fact("charge", name) for name in names.get(charge.person, ())}
    return found


def _names(entity: Entity) -> list[str]:
    return [entity.label, *entity.also, *(entity.label.split() if entity.kind == "group" else ())]


@pytest.fixture(scope="session")
def told() -> Callable[[int], set[Fact]]:
    """What a row of the table tells."""
    engine = language.Engine()

    @cache
    def batch(number: int) -> list[set[Fact]]:
        rows = ROWS[number * BATCH : (number + 1) * BATCH]
        articles = [_article(r["text"], published=r["published"] or None) for r in rows]
        return [facts(gather(*extract(d))) for d in language.read_all(articles, engine, BATCH)]

    return lambda number: batch(number // BATCH)[number % BATCH]


def _article(text: str, **metadata: object) -> Article:
    data = text.encode()
    return Article(
        hashlib.sha256(data).hexdigest(), text, "made.txt", Metadata(**metadata), (Span(0, len(text)),)
    )


def test_the_table_is_whole():
    assert Counter(r["kind"] for r in ROWS) == COUNTS
    assert len({r["text"] for r in ROWS}) == len(ROWS)
    for row in ROWS:
        asked = [fact for cell in (row["must"], row["never"]) for _, ways in items(cell) for fact in ways]
        assert asked, f"nothing is asked of {row['text']}"
        for fact in asked:
            _known(fact)
        assert row["known"] in ("", "fails")


def _known(fact: Fact) -> None:
    """A slip in the table would make a row that cannot fail."""
    type_, _, kind = fact.act.removeprefix("plainly ").partition("*")
    if fact.act == "status":
        assert fact.what in ("*", *vocab.codes("detention-status"))
    elif fact.act not in _PREFIXED:
        assert type_ in vocab.codes("event-type")
        assert kind in ("", *vocab.codes("prospect-kind"))
    assert fact.who


def _cases() -> Iterator[object]:
    for number, row in enumerate(ROWS):
        marks = [pytest.mark.xfail(strict=True, raises=AssertionError)] if row["known"] else []
        yield pytest.param(number, marks=marks, id=f"{row['kind']}: {row['text']}")


@pytest.mark.parametrize("number", list(_cases()))
def test_told(told: Callable[[int], set[Fact]], number: int):
    row, found = ROWS[number], told(number)
    missed = [item for item, ways in items(row["must"]) if not any(w.meets(f) for w in ways for f in found)]
    wrong = [f for _, ways in items(row["never"]) for w in ways for f in sorted(found) if w.meets(f)]
    assert (missed, wrong) == ([], []), f"told: {sorted(found)}"
