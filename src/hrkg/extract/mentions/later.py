"""Find later mentions of organizations and places under the acronym, the bare name, or "the Forum"."""

from collections.abc import Iterator

from hrkg import lexicons
from hrkg.extract.mentions.candidates import Board, Candidate
from hrkg.extract.mentions.names import is_name_word, not_names
from hrkg.extract.mentions.page import Page
from hrkg.model import Form

RANK = 44
Forms = dict[str, dict[tuple[str, ...], tuple[Candidate, Form]]]


def names(page: Page, board: Board) -> Iterator[Candidate]:
    """Names accepted somewhere in the article, wherever else they stand in words nobody holds."""
    forms = _forms(page, board)
    for line in page.lines:
        i = line.start
        while i < line.end:
            best, source = 0, None
            for form, candidate in forms.get(page.words[i], {}).items():
                stop = i + len(form)
                if best < stop <= line.end and tuple(page.words[i:stop]) == form and board.free(i, stop):
                    best, source = stop, candidate
            if source is None or _longer(page, i, best, line.start, line.end):
                i += 1
                continue
            c, written = source
            begin = i
            if written == "nominal":
                if page.word(i - 1, line) != "the":
                    i += 1
                    continue
                begin = i - 1
            yield Candidate(begin, best, RANK, c.kind, page.slice(i, best), written, c.code)
            i = best


def _forms(page: Page, board: Board) -> Forms:
    """First word → all the words of a form, with the mention that it repeats and how."""
    forms: Forms = {}
    heads: dict[str, dict[tuple[str, ...], Candidate]] = {}
    for c in board.accepted():
        if c.kind not in ("organization", "place") or c.form != "name" or c.key:
            continue
        words = tuple(page.words[c.start + (page.lower[c.start] == "the") : c.end])
        if words and words[0][0].isupper():
            forms.setdefault(words[0], {}).setdefault(words, (c, "name"))
            if c.kind == "organization":
                for head in {words[0], words[-1]} & _heads():
                    heads.setdefault(head, {}).setdefault(words, c)
        if short := _acronym(page, c.end):
            forms.setdefault(short, {}).setdefault((short,), (c, "name"))
    for head, owners in heads.items():
        if len(owners) == 1:
            forms.setdefault(head, {}).setdefault((head,), (next(iter(owners.values())), "nominal"))
    return forms


def _heads() -> frozenset[str]:
    return lexicons.words("org-heads")


def _acronym(page: Page, end: int) -> str:
    """The capitals in brackets behind a name; empty if there are none."""
    if end + 2 < len(page.words) and page.words[end] == "(" and page.words[end + 2] == ")":
        word = page.words[end + 1]
        if 2 <= len(word) <= 8 and sum(ch.isupper() for ch in word) >= 2 and word.isalpha():
            return word
    return ""


def _longer(page: Page, start: int, stop: int, first: int, end: int) -> bool:
    """Whether a capitalised neighbour makes it a part of another name."""
    if stop < end and is_name_word(page.words[stop]) and page.words[stop] not in not_names():
        return True
    return (
        start > first + 1 and is_name_word(page.words[start - 1]) and page.words[start - 1] not in not_names()
    )
