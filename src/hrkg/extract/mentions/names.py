"""Find runs of capitalised words that may be a personal name."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hrkg import lexicons
from hrkg.extract.mentions import words as lists
from hrkg.extract.mentions.candidates import Board
from hrkg.extract.mentions.page import Line, Page

_LONGEST = 14
_OPENERS = frozenset("\"“'‘(«[|—–-•")


@dataclass(frozen=True, slots=True)
class Run:
    """Words `start:end` that look like a name; `title` is the use of a title cut off before it."""

    start: int
    end: int
    title: str = ""
    size: int = 1
    """Number of names in it; parts joined by hyphens count as one."""


@cache
def inner_particles() -> frozenset[str]:
    """Small words inside names ("bin", "de")."""
    return lexicons.words("name-particles")


@cache
def prefixes() -> frozenset[str]:
    """Particles that a hyphen ties to the name ("al-")."""
    return frozenset(r["word"] for r in lexicons.rows("name-particles") if r["position"] == "prefix")


@cache
def not_names() -> frozenset[str]:
    """Capitalised words that no personal name has."""
    heads = {r["word"] for r in lexicons.rows("org-heads") if " " not in r["word"] and len(r["word"]) > 4}
    places = {
        r["word"] for r in lexicons.rows("place-heads") if r["word"][0].isupper() and " " not in r["word"]
    }
    return (lexicons.words("non-name-words") | heads | places) - lists.cues("surname-like-head")


@cache
def given() -> frozenset[str]:
    """Given names of all cultures."""
    return lexicons.words("given-names")


@cache
def family_first() -> frozenset[str]:
    """Family names that stand before the given name (Chinese, Korean, Vietnamese, Khmer)."""
    return lexicons.words("surnames")


@cache
def _title_openers() -> frozenset[str]:
    """First words of titles, to look no further where there is none."""
    return frozenset(r["word"].split(" ")[0] for r in lexicons.rows("honorifics"))


def is_name_word(word: str) -> bool:
    """Whether a word can be a part of a name by its letters: capitalised, and no lone "I"."""
    return word[0].isupper() and word != "I"


def opens_line(page: Page, i: int, line: Line) -> bool:
    """Whether a word begins a sentence or a quotation, so that its capital tells nothing."""
    return i == line.start or page.words[i - 1] in _OPENERS or page.words[i - 1] == ":"


def runs(page: Page, line: Line, board: Board) -> Iterator[Run]:
    """Runs of name words in a sentence, among the words that nothing else holds."""
    i = line.start
    while i < line.end:
        if board.taken[i] is not None or not _opens(page, i, line):
            i += 1
            continue
        j = _close(page, i, line, board)
        yield from _pieces(page, i, j, line)
        i = max(j, i + 1)


def _opens(page: Page, i: int, line: Line) -> bool:
    if is_name_word(page.words[i]):
        return True
    tied = i + 2 < line.end and page.words[i + 1] == "-" and page.glued(i + 2) and page.capital[i + 2]
    return page.lower[i] in prefixes() and tied


def _close(page: Page, i: int, line: Line, board: Board) -> int:
    """Where the run that begins at `i` ends."""
    words, taken = page.words, board.taken
    j = i + 1 if page.capital[i] else i + 3
    while j < line.end and taken[j] is None:
        if is_name_word(words[j]):
            j += 1
            continue
        if _hyphen(page, j, line):
            j += 2
            continue
        k = j
        while k < min(line.end, j + 3) and page.words[k] in inner_particles() and taken[k] is None:
            k += 1
        if k == j or k >= line.end or taken[k] is not None:
            break
        if _hyphen(page, k, line) and page.capital[k + 1]:
            j = k + 2
        elif is_name_word(words[k]) and words[j] not in prefixes():
            j = k + 1
        else:
            break
    return j


def _hyphen(page: Page, j: int, line: Line) -> bool:
    """Whether a hyphen at `j` joins two parts of a name."""
    if page.words[j] != "-" or not page.glued(j) or j + 1 >= line.end or not page.glued(j + 1):
        return False
    return page.words[j + 1][0].isalpha() and page.lower[j + 1] not in lists.cues("compound-suffix")


def _pieces(page: Page, start: int, end: int, line: Line) -> Iterator[Run]:
    """Parts of a run between words that no name has, titles cut off."""
    i, title = start, ""
    while i < end:
        word = page.words[i]
        found = lists.honorifics().at(page.words, i, end) if word in _title_openers() else None
        if found and not (found[0] < end and page.words[found[0]] == "-"):
            i, title = found
            continue
        if word in not_names() or word == "-" or _starter(page, i, end, line) or _adjective(page, i, end):
            i, title = i + 1, ""
            continue
        if _role(page, i, end):
            i, title = i + 1, "office"
            continue
        j = i + 1
        while j < end and page.words[j] not in not_names() and not _cut(page, j, end):
            j += 1
        if j < end and page.words[j] in not_names():
            i, title = j + 1, ""  # "Nairobi Central Prison": no name beside such a word
            continue
        stop = j
        while stop > i and _loose(page, stop - 1):
            stop -= 1
        if i < stop <= i + _LONGEST:
            size = sum(
                1 for k in range(i, stop) if "-" not in (page.words[k], page.words[k - 1] if k > i else "")
            )
            yield Run(i, stop, title, size)
        i, title = j, ""


def _loose(page: Page, i: int) -> bool:
    """Whether a word cannot close a name."""
    word = page.words[i]
    return word == "-" or word in inner_particles() or page.lower[i] in lists.cues("never-closes-name")


def ordinary(page: Page, start: int, end: int) -> bool:
    """Whether all the words are ones that are also written small: a phrase in capitals, not a name."""
    return all(
        page.lower[k] in page.small
        or page.lower[k] in lists.role_ends()
        or page.lower[k] in lists.people_modifiers()
        for k in range(start, end)
        if page.words[k] != "-"
    )


def _role(page: Page, i: int, end: int) -> bool:
    role = lists.role_ends().get(page.lower[i])
    return role in ("occupation", "post", "kin") and i + 1 < end and page.words[i] not in given()


def _cut(page: Page, j: int, end: int) -> bool:
    """Whether a title or role inside a run begins another name ("Army Spokesman Colonel X")."""
    if j + 1 >= end or page.words[j - 1] == "-" or page.words[j + 1] == "-":
        return False
    title = page.words[j] in _title_openers() and page.lower[j] not in lists.cues("name-suffix")
    return (title and page.words[j] not in given()) or (page.capital[j] and _role(page, j, end))


def _starter(page: Page, i: int, end: int, line: Line) -> bool:
    """Whether a word has its capital only because a sentence begins."""
    if page.lower[i] in lists.cues("never-opens-name"):
        return True
    if not opens_line(page, i, line) or page.lower[i] not in lexicons.words("sentence-starters"):
        return False
    return not (page.words[i] in given() and i + 1 < end)


def _adjective(page: Page, i: int, end: int) -> bool:
    return page.words[i] in lists.demonyms() and i + 1 < end
