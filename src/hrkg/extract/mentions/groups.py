"""Find unnamed collectives of people: "more than 40 students", "female political prisoners"."""

from collections.abc import Iterator
from functools import cache

from hrkg import lexicons
from hrkg.extract.mentions import counts
from hrkg.extract.mentions import words as lists
from hrkg.extract.mentions.candidates import Board, Candidate
from hrkg.extract.mentions.names import opens_line
from hrkg.extract.mentions.page import Line, Page, Phrases

COUNTED, PLAIN = 66, 28
_NARROWING = 9
"""Words that may narrow a noun behind it."""
_MAIN = frozenset({"root", "ccomp", "parataxis", "advcl", "conj"})
_PARTIES = frozenset({"nsubj", "nsubj:pass", "obl:agent"})
"""Relations of a noun to a verb that make it a party to what is told."""


@cache
def _modifiers() -> frozenset[str]:
    """Words that may stand before a noun for people and tell of them; of phrases every word but prepositions."""
    phrases = [*lexicons.words("people-modifiers"), *(r["singular"] for r in lexicons.rows("people-nouns"))]
    links = lists.cues("body-follower")
    return frozenset(w for p in phrases for w in p.split(" ") if w not in links and w[0].isalpha())


@cache
def _peoples() -> frozenset[str]:
    """Words for peoples and countries before a noun, with their capitals."""
    adjectives = {w for r in lexicons.rows("peoples") for w in r["singular"].split(" ")}
    demonyms = {w for d in lists.demonyms() for w in d.split(" ")}
    return frozenset(adjectives | demonyms | {"U.S.", "US", "UN", "U.N.", "EU", "UK", "U.K."})


def collectives(page: Page, line: Line, board: Board) -> Iterator[Candidate]:
    """Groups of people in a sentence, in words nobody holds."""
    if line.heading:
        return
    found = [*lists.plural_roles().all(page.lower, line.start, line.end)]
    found += [(a, b, "people") for a, b, _ in lists.peoples().all(page.words, line.start, line.end)]
    found += [(a, b, "counted") for a, b, _ in _counted().all(page.lower, line.start, line.end)]
    done = line.start
    for start, stop, role in sorted(found):
        if start < done or not board.free(start, stop) or page.word(stop, line) in ("'", "-", "'s"):
            continue
        if page.capital[start] and not opens_line(page, start, line) and role != "people":
            continue
        begin = _begin(page, start, line, board)
        number = counts.before(page, begin, line)
        if number and _free_count(page, number[0], begin, line):
            first, count = number
            stop = done = _coordinated(page, stop, line, board)
            until = _narrowed(page, stop, line) if role == "counted" else stop
            yield Candidate(
                first,
                stop,
                COUNTED,
                "group",
                _label(page, begin, until, role),
                "nominal",
                count=count,
            )
        elif role == "counted":
            continue
        elif page.lower[start] != "others" and _party(page, begin, start, stop, line, role):
            first = begin - (page.word(begin - 1, line) in lists.cues("plural-determiner"))
            stop = done = _coordinated(page, stop, line, board)
            label = _label(page, begin, _narrowed(page, stop, line), role)
            yield Candidate(first, stop, PLAIN, "group", label, "nominal")


@cache
def _counted() -> Phrases[str]:
    """Nouns that make a group only behind a number ("40 people", "nine of the dead")."""
    return Phrases((word, word) for word in lexicons.words("counted-nouns"))


def _coordinated(page: Page, stop: int, line: Line, board: Board) -> int:
    """Where a list of bare nouns for people ends that a group begins: "lawyers, activists and their relatives" not."""
    end, i = stop, stop
    while page.word(i, line) in ("and", ",", "or"):
        nouns = i + 1 + (page.word(i, line) == "," and page.word(i + 1, line) in ("and", "or"))
        while page.word(nouns, line) in _modifiers() and not page.capital[nouns]:
            nouns += 1
        found = lists.plural_roles().at(page.lower, nouns, line.end) if nouns < line.end else None
        if (
            not found
            or not board.free(i, found[0])
            or found[1] in ("collective", "kin")
            or page.capital[nouns]
        ):
            break
        if page.word(i, line) == "," and not _goes_on(page, found[0], line):
            break
        end = i = found[0]
    return end


def _goes_on(page: Page, i: int, line: Line) -> bool:
    """Whether a list goes on to its "and" after a noun, so that the comma before it was no end of a clause."""
    return page.word(i, line) in ("and", "or", ",")


def _free_count(page: Page, first: int, begin: int, line: Line) -> bool:
    """Whether a number counts the people and is not a year ("in 2020 soldiers")."""
    word = page.words[first]
    year = begin - first == 1 and word.isdigit() and 1900 <= int(word) <= 2100
    return not (year and page.word(first - 1, line) in ("in", "since", "until", "by", "from", "of", "during"))


def _narrowed(page: Page, stop: int, line: Line) -> int:
    """Where what tells which people are meant ends: "inmates who refused to sign", "men in masks", "held there"."""
    opening = page.word(stop, line)
    if stop >= line.end or not page.dependency[stop]:
        return stop
    if opening in ("who", "whose") or page.dependency[stop] == "acl":
        end = stop + 1
        while end < line.end and end - stop < _NARROWING and not _closes(page, end):
            end += 1
        return end if 1 < end - stop < _NARROWING else stop
    if opening in lists.cues("narrowing-preposition"):
        for end in range(stop + 1, min(stop + _NARROWING, line.end)):
            if _closes(page, end):
                break
            if page.dependency[end] == "nmod":
                while end + 1 < line.end and page.dependency[end + 1] == "flat":
                    end += 1
                return end + 1
    return stop


def _closes(page: Page, i: int) -> bool:
    """Whether a word ends what narrows a noun: a mark, a conjunction, or the verb of the sentence."""
    return not page.words[i][0].isalnum() or page.dependency[i] in _MAIN or page.dependency[i] == "cc"


def _label(page: Page, start: int, stop: int, role: str) -> str:
    text = page.slice(start, stop)
    if (
        page.words[start] in _peoples()
        or page.words[start].isupper()
        or (role == "people" and " " not in text)
    ):
        return text
    return text[0].lower() + text[1:]


def _begin(page: Page, start: int, line: Line, board: Board) -> int:
    """Where the modifiers of a plural noun begin."""
    i, words = start, page.words
    while i > line.start and board.taken[i - 1] is None:
        word, lower = words[i - 1], page.lower[i - 1]
        small = (
            not page.capital[i - 1]
            or opens_line(page, i - 1, line)
            or lower in lexicons.words("people-modifiers")
        )
        two = i - 2 >= line.start
        if word in _peoples() or (lower in _modifiers() and small) or _narrows(page, i - 1):
            i -= 1
        elif two and word == "-" and page.glued(i) and page.glued(i - 1) and words[i - 2][0].isalpha():
            if page.lower[i - 2] in ("in", "of", "to", "by"):
                break
            i -= 2
        elif (two and word in ("'s", "'") and page.lower[i - 2] in lists.cues("owner-noun")) or (
            two
            and i < start
            and lower == "and"
            and page.lower[i - 2] in _modifiers()
            and not page.capital[i - 2]
        ):
            i -= 2
        else:
            break
    while i < start and not words[i][0].isalnum():
        i += 1
    return i


def _narrows(page: Page, i: int) -> bool:
    """Whether the parse makes a small noun before another a part of it ("football fans")."""
    return page.dependency[i] == "compound" and page.tag[i] == "NOUN" and not page.capital[i]


def _party(page: Page, begin: int, start: int, stop: int, line: Line, role: str) -> bool:
    """Whether a group without a count does, says or suffers something."""
    before, following = page.word(begin - 1, line), page.word(stop, line)
    specific = begin < start
    acts = (
        following in lists.verb_forms("action")
        or following in lists.verb_forms("speech")
        or following in lists.verb_bases("speech")
        or following in lists.cues("group-follower")
    )
    suffers = (
        before in lists.verb_forms("custody") | lists.verb_gerunds("custody") | lists.verb_bases("custody")
        or before in ("against", "by")
        or (before == "of" and page.word(begin - 2, line) in lists.cues("affected-noun"))
    )
    if role == "kin" or before == "told":
        return False
    if (
        page.dependency[stop - 1] in _PARTIES
        and page.tag[stop - 1] == "NOUN"
        and role not in ("collective", "post")
    ):
        return True
    if role == "collective" or not specific:
        return acts or suffers if role != "collective" else specific and (acts or suffers)
    return (
        acts or suffers or (before in ("", ",", "and", *lists.cues("plural-determiner")) and role != "post")
    )
