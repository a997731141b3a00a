"""Dependency trees from arc scores: greedy where that is a tree, else the maximum spanning tree with one root."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Heads = NDArray[np.int64]
NEVER = np.float32(-1e9)


def is_tree(heads: Heads) -> bool:
    """Return whether each word reaches the one root; `heads[i]` is 0 for the root, else 1 + the head's number."""
    count = len(heads)
    if int((heads == 0).sum()) != 1:
        return False
    state = [0] * (count + 1)
    state[0] = 2
    targets = heads.tolist()
    for word in range(1, count + 1):
        path = []
        at = word
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = targets[at - 1]
        if state[at] == 1:
            return False
        for step in path:
            state[step] = 2
    return True


def decode(scores: Scores) -> Heads:
    """Return the heads of one sentence.

    Args:
        scores: [words, words + 1] with the score of each head for each word; column 0 is the root.
    """
    scores = scores.astype(np.float32, copy=True)
    count = len(scores)
    scores[np.arange(count), np.arange(1, count + 1)] = NEVER
    heads: Heads = scores.argmax(1)
    if is_tree(heads):
        return heads
    # A constant taken off every root arc makes the best tree use one of them only.
    scores[:, 0] -= 1e5
    return _spanning(scores)


def _spanning(scores: Scores) -> Heads:
    """Return the maximum spanning arborescence rooted at node 0 (Chu and Liu; Edmonds)."""
    count = len(scores)
    matrix = np.full((count + 1, count + 1), NEVER, np.float64)
    matrix[1:] = scores
    parents = _edmonds(matrix)
    return np.array(parents[1:], np.int64)


def _edmonds(matrix: NDArray[np.float64]) -> list[int]:
    size = len(matrix)
    np.fill_diagonal(matrix, -np.inf)
    parents = [0, *matrix[1:].argmax(1).tolist()]
    cycle = _cycle(parents)
    if not cycle:
        return parents
    inside = np.zeros(size, bool)
    inside[cycle] = True
    outside = [node for node in range(size) if not inside[node]]
    place = {node: new for new, node in enumerate(outside)}
    merged = len(outside)
    small = np.full((merged + 1, merged + 1), -np.inf)
    small[:merged, :merged] = matrix[np.ix_(outside, outside)]
    kept = np.array([matrix[node, parents[node]] for node in cycle])
    entering = matrix[np.ix_(cycle, outside)] - kept[:, None]
    small[merged, :merged] = entering.max(0)
    entry = entering.argmax(0)
    leaving = matrix[np.ix_(outside, cycle)]
    small[:merged, merged] = leaving.max(1)
    exits = leaving.argmax(1)
    chosen = _edmonds(small)
    result = list(parents)
    for node in outside[1:]:
        head = chosen[place[node]]
        result[node] = cycle[int(exits[place[node]])] if head == merged else outside[head]
    head = chosen[merged]
    result[cycle[int(entry[head])]] = outside[head]
    return result


def _cycle(parents: list[int]) -> list[int]:
    state = [0] * len(parents)
    state[0] = 2
    for start in range(1, len(parents)):
        path: list[int] = []
        at = start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = parents[at]
        if state[at] == 1:
            return path[path.index(at) :]
        for node in path:
            state[node] = 2
    return []
