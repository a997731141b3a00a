"""Find "the library" where an organization or site is named whose name that word heads ("Hlaing Memorial Library")."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from hrkg import lexicons
from hrkg.extract.mentions.candidates import Board, Candidate
from hrkg.extract.mentions.page import Line, Page
from hrkg.model import Kind

HEAD = 29
"""Below the bodies that a list knows, above role nouns."""


@cache
def anaphoric() -> frozenset[str]:
    """Nouns that may take up a name which they head, in small letters."""
    return lexicons.words("name-heads")


def head(name: str) -> str:
    """The noun that heads a name, in small letters: before "of" and "for", else the last that a list knows."""
    words = name.lower().replace("’", "'").split()
    for i, word in enumerate(words):
        if i and word in ("of", "for", "against", "on", "to", "in"):
            words = words[:i]
            break
    if words and words[-1] in anaphoric():
        return words[-1]
    numbered = len(words) > 1 and not words[-1].isalpha()
    return next((w for w in reversed(words) if w in anaphoric()), "") if numbered else ""


class Heads:
    """Which nouns head the names of organizations and sites in the article, and of which kind those are."""

    def __init__(self, board: Board) -> None:
        kinds: dict[str, set[Kind]] = {}
        for c in board.accepted():
            if (
                c.form == "name"
                and c.kind in ("organization", "place")
                and not c.key
                and (noun := head(c.name))
            ):
                kinds.setdefault(noun, set()).add(c.kind)
        self.kinds = {noun: next(iter(found)) for noun, found in kinds.items() if len(found) == 1}


def repeated(page: Page, line: Line, board: Board, heads: Heads) -> Iterator[Candidate]:
    """Such as "the library" in words that nobody holds."""
    if line.heading:
        return
    for i in range(line.start, line.end - 1):
        if page.lower[i] not in ("the", "this", "that") or page.lower[i + 1] not in heads.kinds:
            continue
        stop = i + 2
        if (
            page.capital[i + 1]
            or not board.free(i + 1, stop)
            or page.dependency[i + 1] in ("compound", "amod")
        ):
            continue
        if page.word(stop, line) in ("of", "-", "for", "that", "where", "which", "in") or _noun_follows(
            page, stop, line
        ):
            continue
        yield Candidate(i, stop, HEAD, heads.kinds[page.lower[i + 1]], page.lower[i + 1], "nominal")


def _noun_follows(page: Page, stop: int, line: Line) -> bool:
    """Whether a noun or name follows that this one describes ("the prison system")."""
    return stop < line.end and (page.tag[stop] == "NOUN" or (page.capital[stop] and page.tag[stop] != "PRON"))


def settled(board: Board) -> None:
    """Take a name for an organization throughout where it was first told to be one ("the weekly Sahil")."""
    first: dict[str, Candidate] = {}
    for c in board.accepted():
        if c.form != "name":
            continue
        body = first.setdefault(c.name, c)
        if c.kind == "person" and body.kind == "organization" and not body.key:
            board.release(c)
            board.add([replace(c, kind="organization", code=body.code)])
