"""Find pronouns that stand for people named elsewhere."""

from collections.abc import Iterator

from hrkg.extract.mentions import words as lists
from hrkg.extract.mentions.candidates import Board, Candidate
from hrkg.extract.mentions.page import Line, Page

PRONOUN = 90


def standing(page: Page, line: Line, board: Board) -> Iterator[Candidate]:
    """Pronouns in a sentence."""
    for i in range(line.start, line.end):
        lower = page.lower[i]
        if board.taken[i] is not None or (page.words[i].isupper() and len(lower) > 1):
            continue
        if lower in lists.cues("person-pronoun"):
            yield Candidate(i, i + 1, PRONOUN, "person", lower, "pronoun")
        elif lower in lists.cues("people-pronoun"):
            yield Candidate(i, i + 1, PRONOUN, "group", lower, "pronoun")
