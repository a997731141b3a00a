"""Find numbers that stand for people without a noun: "the three", "both", "all four", "the other two"."""

from collections.abc import Iterator

from hrkg import lexicons
from hrkg.extract.mentions import words as lists
from hrkg.extract.mentions.candidates import Board, Candidate
from hrkg.extract.mentions.page import Line, Page
from hrkg.model import Count

NUMERAL = 27
_MOST = 12
"""The highest number that a text repeats without a noun."""
_ARGUMENTS = frozenset(
    {"nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "nmod:poss", "conj", "iobj", "root"}
)


def standing(page: Page, line: Line, board: Board) -> Iterator[Candidate]:
    """Numbers that are an argument of a verb or noun themselves, in words nobody holds; none without a parse."""
    if line.heading:
        return
    values = lexicons.mapping("cardinals", "word", "value")
    for i in range(line.start, line.end):
        word = page.lower[i]
        if board.taken[i] is not None or page.dependency[i] not in _ARGUMENTS:
            continue
        if word in lists.cues("both"):
            yield _candidate(page, i, i + 1, 2)
            continue
        number = int(values.get(word, 0)) if word.isalpha() else 0
        if not 2 <= number <= _MOST or page.tag[i] != "NUM":
            continue
        begin = i
        while begin > line.start and page.lower[begin - 1] in lists.cues("definite-number"):
            begin -= 1
        following = page.word(i + 1, line)
        if begin < i and following not in ("of", "-", "years", "months") and board.free(begin, i):
            yield _candidate(page, begin, i + 1, number)


def _candidate(page: Page, start: int, end: int, number: int) -> Candidate:
    count = Count(number, number, "exact", page.span(end - 1, end))
    return Candidate(start, end, NUMERAL, "group", page.slice(start, end).lower(), "nominal", count=count)
