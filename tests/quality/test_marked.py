"""The held-out articles are well formed, and their README counts them rightly."""

import csv
import importlib.util
import re
import sys
from collections import Counter
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
NAMES = HERE / "names"
FILES = sorted(NAMES.glob("*.marked.txt"))
CULTURES = {
    "african": 2,
    "arabic": 2,
    "burmese-thai": 2,
    "chinese": 2,
    "ethiopian-eritrean": 2,
    "filipino-indonesian": 2,
    "latin-american": 2,
    "persian-kurdish": 2,
    "slavic": 2,
    "south-asian": 2,
    "turkic": 2,
    "uyghur-tibetan": 2,
    "vietnamese": 2,
    "western": 3,
}

spec = importlib.util.spec_from_file_location("quality_marked", HERE / "marked.py")
assert spec is not None
assert spec.loader is not None
marked = importlib.util.module_from_spec(spec)
sys.modules[spec.name] = marked
spec.loader.exec_module(marked)

each_file = pytest.mark.parametrize("path", FILES, ids=lambda p: p.name.removesuffix(".marked.txt"))


def ident(path: Path) -> str:
    return path.name.removesuffix(".marked.txt")


def test_there_are_24_articles():
    assert [ident(p) for p in FILES] == [f"n{number:02}" for number in range(1, 25)]


def test_cultures_are_counted():
    with (NAMES / "cultures.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert [row["id"] for row in rows] == [ident(p) for p in FILES]
    assert Counter(culture for row in rows for culture in row["cultures"].split(",")) == CULTURES


@each_file
def test_headline_then_empty_line_then_120_to_260_words(path):
    text = marked.load(path).text
    headline, empty, body = text.split("\n", 2)
    assert headline.strip()
    assert empty == ""
    assert body.strip()
    assert 120 <= len(text.split()) <= 260


@each_file
def test_marks_taken_out_and_put_back_give_the_file(path):
    article = marked.load(path)
    text = article.text
    for begin, end, chain, form in reversed(article.mentions):
        text = f"{text[:begin]}{{{chain}.{form}:{text[begin:end]}}}{text[end:]}"
    assert text == path.read_text(encoding="utf-8")


@each_file
def test_mentions_do_not_overlap_and_every_chain_has_a_name(path):
    article = marked.load(path)
    assert len(article.mentions) >= 25
    ends = [0, *(mention.end for mention in article.mentions)]
    assert all(mention.begin >= end for mention, end in zip(article.mentions, ends, strict=False))
    nameless = [c for c, found in article.chains().items() if all(m.form != "name" for m in found)]
    assert nameless == []


@each_file
def test_chains_are_numbered_without_gaps(path):
    chains = marked.load(path).chains()
    for kind in "pol":
        numbers = sorted(int(chain[1:]) for chain in chains if chain[0] == kind)
        assert numbers == list(range(1, len(numbers) + 1)), kind


@each_file
def test_names_are_trimmed_without_article_title_and_possessive(path):
    article = marked.load(path)
    outside = (
        r"(?:[Tt]he|An?|Mrs?|Ms|Dr|Daw|U|Khun|Ato|Haji|Alhaji|Father|Sister|Judge|Mayor|Geshe)\b\.? |.*['’]s$"
    )
    for begin, end, chain, form in article.mentions:
        words = article.text[begin:end]
        assert words == words.strip(), chain
        if form == "name":
            assert not re.match(outside, words), words


@each_file
def test_no_name_is_left_unmarked(path):
    """Words that are a name once in an article are never found outside a mark."""
    article = marked.load(path)
    inside = {i for begin, end, *_ in article.mentions for i in range(begin, end)}
    for begin, end, _, form in article.mentions:
        if form == "name":
            words = re.escape(article.text[begin:end])
            for found in re.finditer(rf"(?<!\w){words}(?!\w)", article.text, re.IGNORECASE):
                assert found.start() in inside, found


@pytest.mark.parametrize(
    "text",
    [
        "{p1.name:Ana",
        "{p1.name:Ana {l1.name:Lima}}",
        "{x1.name:Ana}",
        "{p0.name:Ana}",
        "{p1.noun:Ana}",
        "Ana}",
    ],
)
def test_malformed_marks_are_refused(text):
    with pytest.raises(ValueError, match="malformed or nested mark near"):
        marked.parse(text)


def test_offsets_count_code_points():
    article = marked.parse("\U0001f56f {p1.name:Đặng Vân}’s {l1.name:Cần Thơ}; {p1.pron:she}")
    assert article.text == "\U0001f56f Đặng Vân’s Cần Thơ; she"
    assert article.mentions == [(2, 10, "p1", "name"), (13, 20, "l1", "name"), (22, 25, "p1", "pron")]
    assert list(article.chains()) == ["p1", "l1"]


def test_the_readme_counts_rightly():
    chains: Counter[str] = Counter()
    forms: Counter[tuple[str, str]] = Counter()
    for path in FILES:
        article = marked.load(path)
        chains.update(chain[0] for chain in article.chains())
        forms.update((mention.chain[0], mention.form) for mention in article.mentions)
    readme = (NAMES / "README.md").read_text(encoding="utf-8")
    for kind, label in {"p": "person", "o": "organization", "l": "place"}.items():
        counts = [chains[kind], *(forms[kind, form] for form in ("name", "role", "pron"))]
        assert f"| {label} | {' | '.join(map(str, counts))} |" in readme
