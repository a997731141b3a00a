"""Find organizations by name: well-known ones, and those with a telling word ("X Ministry", "the blog X")."""

from collections.abc import Iterator, Mapping
from functools import cache

from hrkg import lexicons
from hrkg.extract.mentions import words as lists
from hrkg.extract.mentions.candidates import Candidate
from hrkg.extract.mentions.names import inner_particles, is_name_word
from hrkg.extract.mentions.page import Line, Page, Phrases

KNOWN, HEADED, APPOSED = 80, 80, 64
_ORDINAL = ("st", "nd", "rd", "th")
_ORGAN = 3
"""Words of a known name from which on it may be followed by a country ("Amnesty International Kenya")."""


@cache
def _known() -> Phrases[tuple[Mapping[str, str], bool]]:
    """Well-known organizations under all their names and acronyms, and whether the form is ambiguous alone."""
    entries: list[tuple[str, tuple[Mapping[str, str], bool]]] = []
    for row in lexicons.rows("organizations"):
        sure = (row["name"], *row["also"].split("|"), *row["acronym"].split("|"))
        entries += [(name, (row, False)) for name in sure if name]
        entries += [(name, (row, True)) for name in row["ambiguous-acronym"].split("|") if name]
    return Phrases(entries)


@cache
def _heads() -> Phrases[tuple[str, bool]]:
    """Head words with the kind they tell and whether they may open a name ("Ministry of X")."""
    return Phrases(
        (r["word"], (r["kind"], r["position"] == "first-or-last")) for r in lexicons.rows("org-heads")
    )


@cache
def _countries() -> frozenset[str]:
    return frozenset(n for r in lexicons.rows("countries") for n in (r["name"], *r["also"].split("|")) if n)


@cache
def _naming_bodies() -> Mapping[str, str | None]:
    """Small words that stand before an organization's name ("the blog X") with the kind they tell."""
    kinds = lexicons.mapping("generic-bodies", "word", "kind")
    return {w: kinds.get(w) for w in lists.cues("name-of-body")}


def kind_of(words: list[str]) -> str | None:
    """The kind that a whole name tells: of a well-known organization, or by its last head word, else its first."""
    known = _known().at(words, 0, len(words))
    if known and known[0] == len(words):
        return known[1][0]["kind"]
    heads = list(_heads().all(words, 0, len(words)))
    last = next((kind for _, stop, (kind, _) in heads if stop == len(words)), None)
    return last or next((kind for start, _, (kind, opens) in heads if opens or start), None)


def named(page: Page, line: Line) -> Iterator[Candidate]:
    """Organizations that a sentence names."""
    for start, stop, (row, ambiguous) in _known().all(page.words, line.start, line.end):
        if (ambiguous and row["name"] not in page.text) or _joined(page, start, stop, line):
            continue
        end = stop
        if end - start > 1 and row["kind"] == "ngo" and end < line.end and page.words[end] in _countries():
            end += 1
        yield Candidate(start, end, KNOWN, "organization", page.slice(start, end), code=row["kind"])
    if not line.heading or sum(page.capital[line.start : line.end]) * 2 < line.end - line.start:
        yield from _headed(page, line)
        yield from _apposed(page, line)


def _joined(page: Page, start: int, end: int, line: Line) -> bool:
    """Whether a known name is but a part of a longer one ("Lingap Karapatan", "El Faro del Zulia")."""
    if start > line.start and page.words[start - 1] in "-/" and page.glued(start):
        return True
    if page.word(end, line) in inner_particles() and end + 1 < line.end and page.capital[end + 1]:
        return page.word(end, line) not in ("an", "as", "at", "i", "y", "e", "do")
    if end - start > 1 or page.words[start].isupper():
        return False
    after = end < line.end and is_name_word(page.words[end]) and page.words[end].isalpha()
    before = start > line.start and page.capital[start - 1]
    starter = before and page.lower[start - 1] in lexicons.words("sentence-starters")
    return after or (before and not starter and page.words[start - 1] not in lists.demonyms())


def _headed(page: Page, line: Line) -> Iterator[Candidate]:
    """Such as "X Ministry", "Ministry of X", "X Court of Y"."""
    i = line.start
    while i < line.end:
        found = _heads().at(page.words, i, line.end) if page.capital[i] else None
        if not found:
            i += 1
            continue
        stop, (kind, opens) = found
        following = stop < line.end and page.capital[stop] and _heads().at(page.words, stop, line.end)
        start = _trim(page, _left(page, i, line), i)
        end = _right(page, stop, line) if opens else stop
        if not (following and end == stop) and _telling(page, start, i, stop, end):
            code = _kind(page, start, end, kind)
            yield Candidate(start, end, HEADED, "organization", page.slice(start, end), code=code)
        i = stop


def _left(page: Page, head: int, line: Line) -> int:
    """Where the capitalised words before a head begin."""
    i, words = head, page.words
    while i > line.start:
        word = words[i - 1]
        two = i - 2 >= line.start and page.capital[i - 2]
        if page.capital[i - 1] and word[0].isalpha():
            i -= 1
        elif word in ("'s", "'") and two and page.glued(i - 1):
            if words[i - 2] in _countries() or (word == "'s" and not _owner(page, i - 2)):
                break
            i -= 2
        elif (word in "-/&" and two and (word == "&" or page.glued(i))) or (
            word == "and" and two and _topic(page, i - 2, line)
        ):
            i -= 2
        elif word.endswith(_ORDINAL) and word[0].isdigit():
            return i - 1
        elif two and word in ("of", "for", "on", "against") and _heads().at(words, i - 2, i - 1):
            i -= 2
        else:
            break
    return i


def _owner(page: Page, i: int) -> bool:
    """Whether "'s" behind the word belongs to a name ("People's Court") and does not tell whose the body is."""
    return page.lower[i] in lists.cues("owner-noun") or page.lower[i] in lists.role_ends()


def _topic(page: Page, i: int, line: Line) -> bool:
    """Whether the word before "and" is a topic and not the end of another name ("Port and Ferry Hands Union")."""
    return page.words[i] not in _countries() and (i == line.start or not page.capital[i - 1])


def _right(page: Page, i: int, line: Line) -> int:
    """Where the words that follow a head with "of", "for", "on" or "to" end."""
    j = i
    if page.word(j, line) == "to" and j + 1 < line.end and page.capital[j + 1]:
        j += 1
    elif page.word(j, line) in ("of", "for", "on", "against"):
        j += 1
        if page.word(j, line) in ("the", "an", "a"):
            j += 1
    if j == i or j >= line.end or not _inside(page, j):
        return i
    while j < line.end:
        word, capital_next = page.words[j], j + 1 < line.end and page.capital[j + 1]
        if (
            _inside(page, j)
            or (word in ("'s", "-") and page.glued(j) and capital_next)
            or (word == "'" and page.glued(j))
        ):
            j += 1
        elif word in ("and", "or", "&", "in", "against", "on", "for", "of", "de", "del") and capital_next:
            if word == "in" or (word == "and" and _ends_name(page, j + 1, line)):
                break
            if word == "of" and _known().at(page.words, j + 1, line.end):
                break
            j += 1
        elif (
            word in ("of", "for")
            and page.word(j + 1, line) == "the"
            and j + 2 < line.end
            and page.capital[j + 2]
        ):
            if _known().at(page.words, j + 2, line.end):
                break
            j += 2
        else:
            break
    while j > i and not page.words[j - 1][0].isalnum():
        j -= 1
    return j


def _inside(page: Page, i: int) -> bool:
    return page.capital[i] and page.words[i] not in lists.cues("calendar")


def _ends_name(page: Page, i: int, line: Line) -> bool:
    """Whether what follows "and" is another organization or a person with a title."""
    return bool(
        _known().at(page.words, i, line.end)
        or _heads().at(page.words, i, line.end)
        or lists.honorifics().at(page.words, i, line.end)
        or page.words[i] in _countries()
        or page.words[i] in lexicons.words("given-names")
    )


def _trim(page: Page, start: int, head: int) -> int:
    """Leave out what stands before a name: an article, a day, a person's title."""
    i = start
    while i < head:
        starter = page.lower[i] in lexicons.words("sentence-starters") | lists.cues("never-opens-name") | {
            "former"
        }
        if (not starter and page.words[i] not in lists.cues("calendar")) or page.words[i + 1] == "-":
            break
        i += 1
    return i


def _telling(page: Page, start: int, head: int, stop: int, end: int) -> bool:
    """Whether the words name one body and not a kind of body, a region or somebody's surname."""
    if start == head:
        if end == stop:
            return stop - head > 1 and (
                page.words[stop - 1] in ("Ministry", "Group") or "Rights" in page.words[head:stop]
            )
        of = page.lower[stop] == "of"
        if (
            page.words[head] == "Department"
            and of
            and page.words[stop + 1] not in lists.cues("ministry-topic")
        ):
            return False
        return page.words[head] not in ("Office", "Group") or end - stop > 2
    modifier = page.words[start]
    if modifier in lexicons.words("given-names") and head - start == 1:
        return page.words[head] not in lists.cues("surname-like-head")
    return any(w[0].isalnum() for w in page.words[start:head])


def _kind(page: Page, start: int, end: int, kind: str) -> str:
    """Kind by the whole name: a police bureau is security, a state's rights commission a national institution."""
    lower = set(page.lower[start:end])
    if kind == "government" and lower & {"police", "intelligence"}:
        return "security"
    if lower & {"court", "tribunal"}:
        return "court"
    if kind == "ngo" and "human" in lower and "commission" in lower:
        return "nhri"
    if page.lower[end - 1] == "party":
        return "party"
    if kind == "ngo" and lower & {"un", "u.n.", "united"}:
        return "igo"
    return "education" if kind == "government" and "university" in lower else kind


def _apposed(page: Page, line: Line) -> Iterator[Candidate]:
    """Such as "the blog X", "the news site “X”", "the collective X de Y"."""
    for i in range(line.start + 1, line.end):
        noun = page.lower[i - 1]
        if noun not in _naming_bodies() or not is_name_word(page.words[i]) or page.capital[i - 1]:
            continue
        j = i + 1
        while j < line.end and page.capital[j] and page.words[j][0].isalpha():
            j += 1
        while j < line.end and page.words[j] in inner_particles() | {"-", "of", "for"}:
            k = j + 1
            while page.word(k, line) in inner_particles():
                k += 1
            if k >= line.end or not page.capital[k] or (page.words[j] == "-" and not page.glued(j)):
                break
            while k < line.end and page.capital[k] and page.words[k][0].isalpha():
                k += 1
            j = k
        if (
            page.words[i] in lists.cues("calendar")
            or page.word(j, line) == "'s"
            or page.words[i] in _countries()
        ):
            continue
        kind = _naming_bodies()[noun]
        yield Candidate(i, j, APPOSED, "organization", page.slice(i, j), code=kind)
