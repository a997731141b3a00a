"""Find words that stand for somebody named elsewhere: pronouns and "the lawyer"."""

from collections.abc import Iterator

from hrkg.extract.mentions import words as lists
from hrkg.extract.mentions.candidates import Board, Candidate
from hrkg.extract.mentions.page import Line, Page

PRONOUN, ROLE = 90, 26


def standing(page: Page, line: Line, board: Board) -> Iterator[Candidate]:
    """Pronouns and definite nouns for one person in a sentence."""
    for i in range(line.start, line.end):
        lower = page.lower[i]
        if lower == "the" and i + 1 < line.end and not line.heading:
            yield from _role(page, i, line)
        elif board.taken[i] is not None or (page.words[i].isupper() and len(lower) > 1):
            continue
        elif lower in lists.cues("person-pronoun"):
            yield Candidate(i, i + 1, PRONOUN, "person", lower, "pronoun")
        elif lower in lists.cues("people-pronoun"):
            yield Candidate(i, i + 1, PRONOUN, "group", lower, "pronoun")


def _role(page: Page, i: int, line: Line) -> Iterator[Candidate]:
    """Such as "the lawyer", "the former teacher", "the couple"."""
    j = i + 1
    while page.word(j, line) in lists.cues("blocks-role-modifier") and page.word(j + 1, line):
        j += 1
    if page.word(j, line) == "couple" and page.word(j + 1, line) != "of":
        yield Candidate(i, j + 1, ROLE, "group", "couple", "nominal")
        return
    found = lists.roles().at(page.lower, j, line.end) if j < line.end else None
    if not found or page.capital[j] or found[1] == "collective" or page.lower[j] == "other":
        return
    stop = found[0]
    following = page.word(stop, line)
    if following in ("of", "-", "for", "in", "at", "who", "whose", ",") or (following and page.capital[stop]):
        return
    if following in lists.role_ends():
        return
    yield Candidate(i, stop, ROLE, "person", page.slice(j, stop).lower(), "nominal")
