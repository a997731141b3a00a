"""Find bodies without a name of their own: "police", "the court", "Nepalese police", "Khon Kaen police"."""

from collections.abc import Iterator
from functools import cache

from hrkg import lexicons
from hrkg.extract.mentions import places
from hrkg.extract.mentions import words as lists
from hrkg.extract.mentions.candidates import Board, Candidate
from hrkg.extract.mentions.names import opens_line
from hrkg.extract.mentions.page import Line, Page, Phrases

OWNED, BODY = 72, 30
_STANDING = frozenset({"security", "court", "government"})
"""Kinds that stand for a body of the state even where no name tells which; others only repeat a name."""


@cache
def _bodies() -> Phrases[tuple[str, str]]:
    """Bodies with kind and use: without an article, with one, or both."""
    return Phrases((r["word"], (r["kind"], r["use"])) for r in lexicons.rows("generic-bodies"))


def owned(page: Page, line: Line) -> Iterator[Candidate]:
    """Bodies of the state behind a country's adjective or a place: "Nepalese police", "Sindh government"."""
    for start, stop, (kind, use) in _bodies().all(page.lower, line.start, line.end):
        if kind not in _STANDING or start == line.start or use == "authorities" or page.capital[start]:
            continue
        if _modifies(page, stop, line) and not _before_person(page, stop, line):
            continue
        begin = start
        demonym = page.words[start - 1] in lists.demonyms()
        if start - 2 >= line.start and " ".join(page.words[start - 2 : start]) in lists.demonyms():
            begin = start - 2
        elif demonym:
            begin = start - 1
        elif page.capital[start - 1] and page.lower[stop - 1] in ("police", "government", "authorities"):
            begin = _place(page, start, line)
        if begin < start:
            yield Candidate(begin, stop, OWNED, "organization", page.slice(begin, stop), code=kind)


def _place(page: Page, start: int, line: Line) -> int:
    """Where a place's name before a body begins; `start` if there is none."""
    i = start
    while i > line.start and page.capital[i - 1] and page.words[i - 1][0].isalpha() and start - i < 4:
        i -= 1
    while i < start and page.lower[i] in lexicons.words("sentence-starters"):
        i += 1
    while i < start and not places.is_place(page.words[i:start]):
        i += 1
    return i


def _before_person(page: Page, stop: int, line: Line) -> bool:
    """Whether somebody's post follows ("Chinese foreign ministry spokesman")."""
    return page.word(stop, line) in lists.role_ends()


def generic(page: Page, line: Line, board: Board) -> Iterator[Candidate]:
    """Bodies without a name in words nobody holds."""
    if line.heading:
        return
    for start, stop, (kind, use) in _bodies().all(page.lower, line.start, line.end):
        if not board.free(start, stop) or (page.capital[start] and not opens_line(page, start, line)):
            continue
        before = page.word(start - 1, line)
        if before in ("-", "/") or page.word(stop, line) == "-" or _modifies(page, stop, line):
            continue
        begin = start - 1 if before == "the" else start
        if use == "definite":
            indefinite = kind == "court" and _article(page, start, line) and _acts(page, start, stop, line)
            if before not in ("the", "that", "this") and not indefinite:
                continue
        elif before != "the" and not _acts(page, start, stop, line):
            continue
        code = kind if kind in _STANDING or use == "bare" else None
        name = page.slice(start, stop).lower()
        yield Candidate(begin, stop, BODY, "organization", name, "nominal", code)


def _article(page: Page, start: int, line: Line) -> bool:
    return page.word(start - 1, line) in ("a", "an")


def _modifies(page: Page, stop: int, line: Line) -> bool:
    """Whether the body's noun only describes what follows ("police station", "court hearing")."""
    following = page.word(stop, line)
    if not following or not following[0].isalpha() or following.endswith("ly"):
        return False
    return not (
        following in lists.cues("body-follower")
        or following in lists.verb_forms("action")
        or following in lists.verb_forms("speech")
        or following in lists.verb_forms("custody")
    )


def _acts(page: Page, start: int, stop: int, line: Line) -> bool:
    """Whether a body does something or is said to have done it."""
    if page.word(start - 1, line) in lists.cues("agent-preposition"):
        return True
    following = page.word(stop, line)
    if following in ("in", "on", "at"):
        rest = range(stop + 1, min(stop + 6, line.end))
        following = next((page.lower[k] for k in rest if not page.capital[k]), "")
        following = "" if following in ("who", "that", "which") else following
    return (
        following in lists.verb_forms("action")
        or following in lists.verb_forms("speech")
        or following in lists.verb_forms("custody")
        or following in lists.cues("acting-auxiliary")
        or following.endswith("ly")
    )
