"""Find nouns that stand for one person: "the lawyer", "her brother", "A priest was sent …", headline "Monk held".

A noun beside a name ("the lawyer Ana Soler", "Ana Soler, his sister,") only describes its bearer and is no mention.
"""

from collections.abc import Iterator

from hrkg.extract.mentions import words as lists
from hrkg.extract.mentions.candidates import Board, Candidate
from hrkg.extract.mentions.page import Line, Page

ROLE = 26
_NARROWING = frozenset({"of", "-", "for", "in", "at", "who", "whose", ","})
"""Words behind "the lawyer" that tell which one, or say more of somebody named beside it."""
_NO_APPOSITION = frozenset({"VERB", "AUX", "CCONJ", "SCONJ", "ADV"})
_POSSESSIVES = frozenset({"his", "her", "my"})
_BEHIND_POSSESSED = frozenset({"-", "of"})
_TITLES = 4
"""Words that titles and modifiers may take between a noun and the name that it describes."""


def standing(page: Page, line: Line, board: Board, first: Line | None) -> Iterator[Candidate]:
    """Nouns for one person in a sentence.

    Args:
        page: of the article.
        line: the sentence.
        board: what names hold.
        first: the first sentence of the running text, in which "A priest" may bring somebody in who is named later.
    """
    if line.heading:
        yield from _headline(page, line, board)
        return
    for i in range(line.start, line.end - 1):
        if page.lower[i] == "the":
            yield from _definite(page, i, line)
        elif page.lower[i] in _POSSESSIVES or page.words[i] == "'s":
            yield from _possessed(page, i, line, board)
        elif line is first and page.lower[i] in ("a", "an") and _opens(page, i, line):
            yield from _introduced(page, i, line)


def _noun(page: Page, j: int, line: Line) -> tuple[int, str] | None:
    """End and role of the noun for one person that begins at a word, where it heads its phrase."""
    found = lists.roles().at(page.lower, j, line.end) if j < line.end else None
    if not found or found[1] == "collective" or page.lower[j] == "other":
        return None
    if page.tag[found[0] - 1] in ("ADJ", "VERB") and page.dependency[found[0] - 1] in ("amod", "acl"):
        return None  # "the accused man", "the native tongue"
    if page.dependency[found[0] - 1] == "compound" or page.word(found[0], line) in lists.role_ends():
        return None
    return found


def _modified(page: Page, j: int, line: Line) -> int:
    """The word after modifiers such as "former" and "young" that begin at a word."""
    while page.word(j, line) in lists.cues("blocks-role-modifier") and page.word(j + 1, line):
        j += 1
    return j


def _definite(page: Page, i: int, line: Line) -> Iterator[Candidate]:
    """Such as "the lawyer", "the former teacher", "the couple"."""
    j = _modified(page, i + 1, line)
    if page.word(j, line) == "couple" and page.word(j + 1, line) != "of":
        yield Candidate(i, j + 1, ROLE, "group", "couple", "nominal")
        return
    found = _noun(page, j, line)
    if not found or page.capital[j]:
        return
    stop = found[0]
    following = page.word(stop, line)
    if (following in _NARROWING and not _goes_on(page, stop, line)) or (following and page.capital[stop]):
        return
    yield Candidate(i, stop, ROLE, "person", page.slice(j, stop).lower(), "nominal")


def _goes_on(page: Page, stop: int, line: Line) -> bool:
    """Whether a comma ends a phrase and no apposition follows it."""
    after = stop + 1
    return page.word(stop, line) == "," and after < line.end and page.tag[after] in _NO_APPOSITION


def _possessed(page: Page, i: int, line: Line, board: Board) -> Iterator[Candidate]:
    """Such as "her former employer" and "Soler's brother", without the possessor."""
    j = _modified(page, i + 1, line)
    found = _noun(page, j, line)
    if not found or page.capital[j] or page.word(found[0], line) in _BEHIND_POSSESSED:
        return
    stop = found[0]
    owner = i - 1 if page.words[i] == "'s" else i
    if _names_follow(page, stop, line, board) or _describes(page, owner, line, board):
        return
    yield Candidate(i + 1, stop, ROLE, "person", page.slice(j, stop).lower(), "nominal")


def _names_follow(page: Page, stop: int, line: Line, board: Board) -> bool:
    """Whether the name of whom the noun describes follows: "her brother, retired judge Ion Sava"."""
    k = stop + (page.word(stop, line) == ",")
    if k >= line.end or (k == stop and not page.capital[k] and page.lower[k] not in lists.role_ends()):
        return False
    for i in range(k, min(k + _TITLES, line.end)):
        taken = board.taken[i]
        if taken is not None:
            return taken.kind == "person" and taken.form == "name"
        titled = (
            page.capital[i] or page.lower[i] in lists.role_ends() or page.lower[i] in lists.people_modifiers()
        )
        if not titled and page.words[i] != ".":
            return False
    return page.capital[k]


def _describes(page: Page, owner: int, line: Line, board: Board) -> bool:
    """Whether the phrase only says what somebody is: "Zaw, her husband", "is his sister", "as her lawyer"."""
    k = owner
    if page.words[owner + 1] == "'s":
        held = board.taken[owner]
        k = held.start if held else owner
        k -= page.word(k - 1, line) in ("the", "a", "an")
    before = page.word(k - 1, line)
    if before in ("as", "is", "was", "be", "been", "became", "becomes"):
        return True
    named = board.taken[k - 2] if k - 2 >= line.start else None
    return before in (",", "(", "and") and named is not None and named.kind == "person" and before != "and"


def _opens(page: Page, i: int, line: Line) -> bool:
    """Whether a word begins the sentence or stands right behind a date line's dash."""
    return i == line.start or page.words[i - 1] in ("—", "–", "-", ":", ")")


def _introduced(page: Page, i: int, line: Line) -> Iterator[Candidate]:
    """Such as "An Indonesian domestic worker" that opens the text before anybody is named."""
    for j in range(i + 1, min(i + 1 + _TITLES, line.end)):
        found = _noun(page, j, line)
        if found and not page.capital[j]:
            stop = found[0]
            if page.word(stop, line) not in ("-", "of", ",") and not page.capital[min(stop, line.end - 1)]:
                yield Candidate(i, stop, ROLE, "person", page.slice(j, stop).lower(), "nominal")
            return
        if not page.words[j].isalpha() and page.words[j] != "-":
            return


def _headline(page: Page, line: Line, board: Board) -> Iterator[Candidate]:
    """Such as "Monk held without word" and "charges for Monywa librarian"."""
    for i in range(line.start, line.end):
        found = _noun(page, i, line)
        if not found or not board.free(i, found[0]):
            continue
        stop, begin = found[0], i
        while page.word(begin - 1, line) in lists.people_modifiers() and board.taken[begin - 1] is None:
            begin -= 1
        beside = [board.taken[k] for k in (begin - 1, stop) if line.start <= k < line.end]
        if any(c is not None and c.kind == "person" for c in beside):
            continue
        if page.word(stop, line) in _NARROWING or page.word(begin - 1, line) in (
            *_POSSESSIVES,
            ",",
            "-",
            "'s",
        ):
            continue
        yield Candidate(begin, stop, ROLE, "person", page.slice(i, stop).lower(), "nominal")
