"""Find numbers of people told without their noun: "41 of them", "three of whom", "22 have been charged"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hrkg.extract.mentions import counts
from hrkg.extract.mentions import words as lists
from hrkg.extract.mentions.candidates import Board, Candidate
from hrkg.extract.mentions.page import Line, Page

PORTION = 25
_WHOM = frozenset({"them", "whom", "these", "those", "us"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_BACK = 2
"""Sentence ends between a group and a number that counts it, at most."""
_LIMIT = 100_000


def standing(page: Page, line: Line, board: Board) -> Iterator[Candidate]:
    """Numbers that are people by what stands behind them, in words nobody holds; none without a parse."""
    if line.heading:
        return
    for i in range(line.start, line.end):
        if page.tag[i] != "NUM" or board.taken[i] is not None:
            continue
        following = page.word(i + 1, line)
        if following == "of" and page.word(i + 2, line) in _WHOM:
            stop, whole = i + 1, i + 3
        elif page.dependency[i] in _SUBJECTS and _acts(page, i, line):
            stop = whole = i + 1
        else:
            continue
        number = counts.before(page, stop, line)
        if number is None or not board.free(number[0], stop):
            continue
        first, count = number
        large = (count.minimum or 0) > _LIMIT or (count.minimum or 0) < 2
        if not large and not (
            1900 <= (count.minimum or 0) <= 2100 and page.words[i].isdigit() and whole == stop
        ):
            name = page.slice(first, whole).lower()
            yield Candidate(first, stop, PORTION, "group", name, "nominal", count=count)


def _acts(page: Page, i: int, line: Line) -> bool:
    """Whether the verb of a number follows at once: an auxiliary or a verb of what people do or suffer."""
    following = page.word(i + 1, line)
    return (
        following in ("were", "are", "have", "had", "remain", "remained", "died")
        or following in lists.verb_forms("custody")
        or following in lists.verb_forms("action")
    )


def called(page: Page, accepted: Sequence[Candidate]) -> list[Candidate]:
    """Give each number the noun of the group before it that it is a part or a count of: "three of them" → lawyers."""
    found: list[Candidate] = []
    group: Candidate | None = None
    for c in accepted:
        if c.kind == "group" and c.form == "nominal" and c.rank == PORTION:
            near = group is not None and sum(group.end <= line.end <= c.start for line in page.lines) <= _BACK
            found.append(replace(c, name=group.name) if group is not None and near else c)
            continue
        if c.kind == "group" and c.form == "nominal":
            group = c
        found.append(c)
    return found
