"""The language engine's parts that need no weights."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from hrkg.language.engine.labels import NAME_TAGS, apply_script, lemma_script
from hrkg.language.engine.names import best_tags, spans
from hrkg.language.engine.trees import decode, is_tree
from hrkg.language.engine.windows import MOST_PIECES, plan
from hrkg.language.engine.wordpiece import LOWER, MIXED, NO_LETTERS, TITLE, UPPER, WordPiece, shape


@pytest.mark.parametrize("seed", range(60))
def test_tree_is_the_best_single_rooted_one(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(4, 5)).astype(np.float32)
    found = decode(scores)
    assert is_tree(found)
    candidates = [
        np.array(heads)
        for heads in product(range(5), repeat=4)
        if all(head != i + 1 for i, head in enumerate(heads)) and is_tree(np.array(heads))
    ]
    best = max(float(scores[np.arange(4), heads].sum()) for heads in candidates)
    assert float(scores[np.arange(4), found].sum()) == pytest.approx(best, abs=1e-3)


def test_inside_tag_never_follows_another_type() -> None:
    scores = np.random.default_rng(3).normal(size=(400, len(NAME_TAGS))).astype(np.float32)
    tags = [NAME_TAGS[i] for i in best_tags(scores)]
    before = ["O", *tags[:-1]]
    inside = [(p, t) for p, t in zip(before, tags, strict=True) if t.startswith("I-")]
    assert inside
    assert all(p[2:] == t[2:] for p, t in inside)


def test_spans() -> None:
    assert spans(["B-ORG", "I-ORG", "B-ORG", "O", "B-LOC"]) == [(0, 2, "ORG"), (2, 3, "ORG"), (4, 5, "LOC")]


@pytest.mark.parametrize(
    ("word", "lemma", "proper"),
    [
        ("went", "go", False),
        ("Cities", "city", False),
        ("is", "be", False),
        ("Kadeer", "Kadeer", True),
        ("arrested", "arrest", False),
        ("better", "good", False),
    ],
)
def test_lemma_script_round_trip(word: str, lemma: str, proper: bool) -> None:
    assert apply_script(word, lemma_script(word, lemma), proper) == lemma


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1989", NO_LETTERS),
        ("said", LOWER),
        ("Xi", TITLE),
        ("UN", UPPER),
        ("iPhone", MIXED),
        ("A", TITLE),
        ("Élodie", TITLE),
        ("ŞERİFE", UPPER),
    ],
)
def test_shape(text: str, expected: int) -> None:
    assert shape(text) == expected


def test_pieces_of_a_hyphenated_name_keep_their_own_shapes() -> None:
    wordpiece = WordPiece(["[UNK]", "[CLS]", "[SEP]", "al", "-", "kha", "##wa", "##ja"])
    assert wordpiece.word("al-Khawaja") == ((3, 4, 5, 6, 7), (LOWER, NO_LETTERS, TITLE, TITLE, TITLE))
    assert wordpiece.word("\u200b") == ((0,), (NO_LETTERS,))


@pytest.mark.parametrize("count", [1, 50, 200, 1000, 3000])
@pytest.mark.parametrize("stops", [False, True])
def test_every_word_is_kept_exactly_once(count: int, stops: bool) -> None:
    words = ["." if stops and i % 25 == 24 else "word" for i in range(count)]
    lengths = [1 + i % 3 for i in range(count)]
    windows = plan(words, lengths)
    kept = [i for w in windows for i in range(w.keep_begin, w.keep_end)]
    assert kept == list(range(count))
    assert all(sum(lengths[w.begin : w.end]) <= MOST_PIECES for w in windows)
    assert all(w.begin <= w.keep_begin and w.keep_end <= w.end for w in windows)
