"""Find organizations that only somebody's office or work tells: "police spokesman Ion Sava", "a host at Radyo Isla".

A name of capitals behind "editor of" or "a reporter with", or before "reporter Ana Soler", is that of a body, and so it
is wherever the article repeats it.
"""

from collections.abc import Iterator
from functools import cache

from hrkg import lexicons
from hrkg.extract.mentions import places
from hrkg.extract.mentions import words as lists
from hrkg.extract.mentions.candidates import Board, Candidate
from hrkg.extract.mentions.names import opens_line
from hrkg.extract.mentions.page import Line, Page, Phrases

NAMED, BODY = 63, 31
_LINKS = frozenset({"of", "at", "for", "with"})
_LONGEST = 6
_NEAR = 8
"""Words after an office within which its holder is named."""
_KINDS = frozenset({"security", "government"})
_ENDS = frozenset(
    {",", ".", ";", ")", "(", "and", "who", "said", "was", "in", "told", "-", "–", "—", '"', "”"}
)


@cache
def _roles() -> Phrases[str]:
    """Nouns for those who work in a body → how it may be named beside them, and its kind."""
    return Phrases((r["word"], f"{r['where']} {r['kind']}") for r in lexicons.rows("employee-nouns"))


@cache
def _bodies() -> Phrases[str]:
    rows = lexicons.rows("generic-bodies")
    return Phrases((r["word"], r["kind"]) for r in rows if r["kind"] in _KINDS and r["use"] != "authorities")


def named(page: Page) -> Iterator[Candidate]:
    """Names of bodies that somebody works in, wherever they stand in the article."""
    found: dict[tuple[str, ...], str] = {}
    for line in page.lines:
        if not line.heading:
            for start, stop, kind in _beside_roles(page, line):
                found.setdefault(tuple(page.words[start:stop]), kind)
    if found:
        index = Phrases((" ".join(words), kind) for words, kind in found.items())
        for line in page.lines:
            for start, stop, kind in index.all(page.words, line.start, line.end):
                alone = not (page.word(stop, line) and page.capital[stop])
                if alone and not (
                    start > line.start and page.capital[start - 1] and not opens_line(page, start - 1, line)
                ):
                    yield Candidate(
                        start, stop, NAMED, "organization", page.slice(start, stop), code=kind or None
                    )


def _beside_roles(page: Page, line: Line) -> Iterator[tuple[int, int, str]]:
    for start, stop, value in _roles().all(page.lower, line.start, line.end):
        where, _, kind = value.partition(" ")
        if page.word(stop, line) in _LINKS and where in ("behind", "both"):
            begin = stop + 1 + (page.word(stop + 1, line) == "the")
            end = _run(page, begin, line)
            if end > begin and page.word(end, line) in ("", *_ENDS) and _body(page, begin, end):
                yield begin, end, kind
        if where == "both" and stop < line.end and page.capital[stop] and not page.capital[start]:
            begin = start
            while begin > line.start and page.capital[begin - 1] and page.words[begin - 1][0].isalpha():
                begin -= 1
            if (
                start - begin >= 2
                and _body(page, begin, start)
                and not page.capital[begin:start].count(False)
            ):
                yield begin, start, kind


def _run(page: Page, begin: int, line: Line) -> int:
    """Where capitalised words that begin at a word end, particles between them included."""
    end = begin
    while end < line.end and end - begin < _LONGEST:
        if page.capital[end] and page.words[end][0].isalpha():
            end += 1
        elif (
            end > begin
            and end + 1 < line.end
            and page.lower[end] in lexicons.words("name-particles")
            and page.capital[end + 1]
        ):
            end += 2
        else:
            break
    return end


def _body(page: Page, begin: int, end: int) -> bool:
    """Whether capitals may name a body: no place, people or single first word."""
    words = page.words[begin:end]
    known = places.is_place(words) or any(w in lists.demonyms() for w in words)
    person = any(page.lower[i] in lists.cues("person-title") for i in range(begin, end))
    return not known and not person and " ".join(words) not in _peoples()


@cache
def _peoples() -> frozenset[str]:
    return lexicons.words("peoples", "singular") | lexicons.words("peoples", "plural")


def generic(page: Page, line: Line, board: Board) -> Iterator[Candidate]:
    """Bodies of the state before the office of somebody who is named: "an army spokesman, Major Ion Sava"."""
    if line.heading:
        return
    for start, stop, kind in _bodies().all(page.lower, line.start, line.end):
        if not board.free(start, stop) or (page.capital[start] and not opens_line(page, start, line)):
            continue
        if (
            lists.role_ends().get(page.word(stop, line)) not in ("post", "occupation")
            or page.word(stop, line) == "officers"
        ):
            continue
        reach = range(stop + 1, min(stop + _NEAR, line.end))
        holder = next((c for i in reach if (c := board.taken[i]) is not None), None)
        if holder is not None and holder.kind == "person" and holder.form == "name":
            name = page.slice(start, stop).lower()
            yield Candidate(start, stop, BODY, "organization", name, "nominal", kind)
