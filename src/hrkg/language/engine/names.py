"""Names from tag scores: the best sequence in which an I- tag follows its own type."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hrkg.language.engine.labels import NAME_TAGS

_FORBIDDEN = np.zeros((len(NAME_TAGS), len(NAME_TAGS)), np.float32)
for _to, _tag in enumerate(NAME_TAGS):
    if _tag.startswith("I-"):
        for _from, _previous in enumerate(NAME_TAGS):
            if _previous[2:] != _tag[2:]:
                _FORBIDDEN[_from, _to] = -1e9
_INSIDE = np.array([tag.startswith("I-") for tag in NAME_TAGS])


def best_tags(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return the tag numbers of the best allowed sequence (Viterbi, without learned transitions)."""
    if not len(scores):
        return np.zeros(0, np.int64)
    greedy: NDArray[np.int64] = scores.argmax(1)
    before = np.concatenate([[0], greedy[:-1]])
    if not _FORBIDDEN[before, greedy].any():
        return greedy
    total = scores[0] + np.where(_INSIDE, np.float32(-1e9), np.float32(0))
    back = np.zeros(scores.shape, np.int64)
    for position in range(1, len(scores)):
        ways = total[:, None] + _FORBIDDEN
        back[position] = ways.argmax(0)
        total = ways.max(0) + scores[position]
    tags = np.zeros(len(scores), np.int64)
    tags[-1] = total.argmax()
    for position in range(len(scores) - 1, 0, -1):
        tags[position - 1] = back[position, tags[position]]
    return tags


def spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return (begin, end, type) of the names in BIO tags, in order."""
    found: list[tuple[int, int, str]] = []
    begin = -1
    for position, tag in enumerate((*tags, "O")):
        if begin >= 0 and not tag.startswith("I-"):
            found.append((begin, position, tags[begin][2:]))
            begin = -1
        if tag.startswith("B-") or (tag.startswith("I-") and begin < 0):
            begin = position
    return found
