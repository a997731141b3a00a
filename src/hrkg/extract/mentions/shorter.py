"""Find people named before under a shorter form of their names, and in headings."""

from collections.abc import Iterable, Iterator

from hrkg import lexicons
from hrkg.extract.mentions import words as lists
from hrkg.extract.mentions.candidates import Board, Candidate
from hrkg.extract.mentions.names import inner_particles, not_names
from hrkg.extract.mentions.page import Line, Page

RANK = 56
_HEADLINE = 4
"""Words from which on a heading may be a headline and not a section of a site ("China Power")."""


class Known:
    """The names of people found so far in an article, and every shorter form that later words may use."""

    def __init__(self, page: Page, people: Iterable[Candidate]) -> None:
        self.forms: dict[str, set[tuple[str, ...]]] = {}
        for c in people:
            parts = _parts(page.words[c.start : c.end])
            for a in range(len(parts)):
                for b in range(a + 1, len(parts) + 1):
                    form = tuple(w for part in parts[a:b] for w in part)
                    if len(form) > 1 or _usable(form[0]):
                        self.forms.setdefault(form[0], set()).add(form)

    def at(self, page: Page, i: int, end: int) -> int:
        """End of the longest form that begins at `i`; 0 if none."""
        best = 0
        for form in self.forms.get(page.words[i], ()):
            stop = i + len(form)
            if best < stop <= end and tuple(page.words[i:stop]) == form:
                best = stop
        return best


def _usable(word: str) -> bool:
    """Whether one word alone can stand for somebody: no initial, no word that is more often something else."""
    lower = word.lower()
    return (
        len(word.rstrip(".")) > 1
        and lower not in lexicons.words("sentence-starters")
        and word not in inner_particles()
        and word not in not_names()
        and word not in lists.demonyms()
        and lower not in lists.cues("name-suffix")
    )


def _parts(words: list[str]) -> list[tuple[str, ...]]:
    """The names of a full name; hyphened ones and particles with what follows are one."""
    parts: list[list[str]] = []
    for k, word in enumerate(words):
        if parts and (word == "-" or words[k - 1] == "-" or words[k - 1] in inner_particles()):
            parts[-1].append(word)
        else:
            parts.append([word])
    return [tuple(p) for p in parts]


def forms(page: Page, line: Line, board: Board, known: Known) -> Iterator[Candidate]:
    """Known people under full or shorter names in words nobody holds yet; headings too."""
    short = line.heading and line.end - line.start < _HEADLINE
    i = line.start
    while i < line.end:
        stop = known.at(page, i, line.end) if page.words[i] in known.forms and board.taken[i] is None else 0
        if stop - i > short and board.free(i, stop) and _whole(page, i, stop, line, board):
            yield Candidate(i, stop, RANK, "person", page.slice(i, stop))
            i = stop
        else:
            i += 1


def _whole(page: Page, start: int, stop: int, line: Line, board: Board) -> bool:
    """Whether the form is not just a part of a longer name nobody accepted."""
    if (
        stop < line.end
        and page.capital[stop]
        and board.taken[stop] is None
        and page.words[stop] not in not_names()
    ):
        return line.heading
    if (
        page.word(stop, line) == "-"
        and page.glued(stop)
        and page.word(stop + 1, line) not in lists.cues("place-suffix")
    ):
        return False
    if start > line.start and page.words[start - 1] == "-" and page.glued(start):
        return False
    if start > line.start + 1 and page.capital[start - 1] and board.taken[start - 1] is None:
        before = page.words[start - 1]
        titled = (
            lists.honorifics().at(page.words, start - 1, start) or page.lower[start - 1] in lists.role_ends()
        )
        return bool(titled) or line.heading or before in lists.demonyms() or before in not_names()
    return True
