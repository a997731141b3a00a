"""Dates, counts and durations of the table `dates-and-counts.tsv`.

Square brackets mark the words that are to be found, each date with its expression ("-" where the words fix none);
without brackets nothing is. Counts are written `least..most qualifier`.
"""

import csv
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from edtf import parse_edtf

from hrkg import resources
from hrkg.extract.dates import EXTRACTOR as DATES
from hrkg.extract.mentions import EXTRACTOR as MENTIONS
from hrkg.extract.penalties import terms
from hrkg.model import Count, Document, Mention

COUNTS = {"date": 383, "count": 78, "duration": 36}
TABLE = Path(__file__).with_name("dates-and-counts.tsv")
with TABLE.open(encoding="utf-8", newline="") as _file:
    ROWS = list(csv.DictReader(_file, delimiter="\t", quoting=csv.QUOTE_NONE))


def rows(kind: str) -> list[object]:
    found = [r for r in ROWS if r["kind"] == kind]
    return [pytest.param(r["sentence"], r["published"], r["expected"], id=r["sentence"]) for r in found]


def marked(sentence: str) -> tuple[str, list[str]]:
    return re.sub(r"[\[\]]", "", sentence), re.findall(r"\[([^\]]*)\]", sentence)


def test_the_table_is_whole():
    assert Counter(r["kind"] for r in ROWS) == COUNTS
    assert len({(r["sentence"], r["published"]) for r in ROWS}) == len(ROWS)


@pytest.mark.parametrize(("sentence", "published", "expected"), rows("date"))
def test_dates(document: Callable[..., Document], sentence: str, published: str, expected: str):
    text, words = marked(sentence)
    found = [(m.span.of(text), m.edtf or "-") for m in DATES(document(text, published=published or None))]
    assert found == list(zip(words, expected.split() if words else [], strict=True))
    assert bool(words) == (expected != "none")


@pytest.mark.parametrize(("sentence", "published", "expected"), rows("count"))
def test_counts(document: Callable[..., Document], sentence: str, published: str, expected: str):
    text, words = marked(sentence)
    counts = [m.count for m in MENTIONS(document(text)) if isinstance(m, Mention) and m.count]
    assert [(c.span.of(text), _written(c)) for c in counts] == [(w, expected) for w in words]
    assert bool(words) == (expected != "none")


@pytest.mark.parametrize(("sentence", "published", "expected"), rows("duration"))
def test_durations(document: Callable[..., Document], sentence: str, published: str, expected: str):
    doc = document(sentence).doc
    found = [term.duration or term.type for term in terms(doc, 0, len(doc))]
    assert found == (expected.split() if expected != "none" else [])


EXPRESSIONS = sorted(
    {e for r in ROWS if r["kind"] == "date" for e in r["expected"].split() if e not in ("-", "none")}
)


@pytest.mark.parametrize("edtf", EXPRESSIONS)
def test_expressions_are_valid(edtf: str):
    parse_edtf(edtf)
    shape = (resources.folder("shapes") / "edtf.ttl").read_text(encoding="utf-8")
    patterns = [p.replace("\\\\", "\\") for p in re.findall(r'sh:pattern "(.*)" ;', shape)]
    assert len(patterns) == 2
    assert all(re.search(pattern, edtf) for pattern in patterns)


def _written(count: Count) -> str:
    low, high = ("" if n is None else str(n) for n in (count.minimum, count.maximum))
    return f"{low}..{high} {count.qualifier}"
