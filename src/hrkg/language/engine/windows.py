"""Windows over a paragraph's words: whole sentences where they fit, overlapping parts where one does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

TARGET_PIECES = 160
MOST_PIECES = 380
OVERLAP_WORDS = 40
_ENDS = frozenset({".", "?", "!", "...", "…", "。"})
_CLOSERS = frozenset({'"', "”", "’", "'", ")", "]", "''"})


@dataclass(frozen=True)
class Window:
    """Words [begin, end) are encoded; the results of [keep_begin, keep_end) are used."""

    begin: int
    end: int
    keep_begin: int
    keep_end: int
    whole: bool  # begins where a sentence begins


def rough_sentences(words: Sequence[str]) -> list[int]:
    """Return the bounds of stretches ending in a full stop of its own (so "U.S." ends none)."""
    bounds = [0]
    position = 0
    while position < len(words):
        if words[position] in _ENDS:
            position += 1
            while position < len(words) and words[position] in _CLOSERS:
                position += 1
            # "No. 5" and "vs. the" go on: a sentence begins with a capital or a mark.
            follows = words[position][:1] if position < len(words) else ""
            if position - bounds[-1] >= 3 and follows and not (follows.islower() or follows.isdigit()):
                bounds.append(position)
        else:
            position += 1
    bounds.append(len(words))
    return bounds


def plan(words: Sequence[str], lengths: Sequence[int], starts: Sequence[int] | None = None) -> list[Window]:
    """Return windows that together keep each word once.

    Args:
        words: the words of one paragraph.
        lengths: their numbers of subwords.
        starts: the sentence starts, if they are known.
    """
    bounds = [*starts, len(words)] if starts else rough_sentences(words)
    windows: list[Window] = []
    begin, pieces = 0, 0
    for first, last in pairwise(bounds):
        size = sum(lengths[first:last])
        if begin < first and pieces + size > TARGET_PIECES:
            windows += _split(begin, first, lengths)
            begin, pieces = first, 0
        pieces += size
    if begin < len(words):
        windows += _split(begin, len(words), lengths)
    return windows


def _split(begin: int, end: int, lengths: Sequence[int]) -> list[Window]:
    if sum(lengths[begin:end]) <= MOST_PIECES:
        return [Window(begin, end, begin, end, True)]
    windows: list[Window] = []
    first, keep = begin, begin
    while keep < end:
        last, pieces = first, 0
        while last < end and (pieces + lengths[last] <= MOST_PIECES or last <= keep):
            pieces += lengths[last]
            last += 1
        kept = end if last == end else max(keep + 1, last - OVERLAP_WORDS // 2)
        windows.append(Window(first, last, keep, kept, first == begin))
        keep = kept
        first = max(first + 1, keep - OVERLAP_WORDS // 2)
    return windows
