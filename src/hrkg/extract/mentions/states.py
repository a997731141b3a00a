"""Find states that act or speak: "Chinese authorities", "the government of Chad", "Beijing said"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from hrkg import lexicons
from hrkg.extract.mentions import places
from hrkg.extract.mentions import words as lists
from hrkg.extract.mentions.candidates import Candidate
from hrkg.extract.mentions.page import Line, Page, Phrases

RANK = 74
_OPENING = 3
"""Sentences of running text in which the country an article is about is named."""


@cache
def names() -> Phrases[tuple[str, str]]:
    """Countries, capitals, seats of government and demonyms: country code and which of these it is."""
    columns = (("name", "country"), ("also", "country"), ("capital", "capital"), ("government-names", "seat"))
    entries: list[tuple[str, tuple[str, str]]] = []
    for row in lexicons.rows("countries"):
        for column, what in columns:
            entries += [(name, (row["iso2"].lower(), what)) for name in row[column].split("|") if name]
    return Phrases([*entries, *((word, (iso, "demonym")) for word, iso in lists.demonyms().items() if iso)])


@cache
def _object_verbs() -> frozenset[str]:
    lemmas = lists.cues("state-object-verb")
    return frozenset(r["word"] for r in lexicons.rows("name-verbs") if r["lemma"] in lemmas)


def acting(page: Page, line: Line) -> Iterator[Candidate]:
    """Mentions of governments in a sentence."""
    last: tuple[int, bool] = (-2, False)
    for start, stop, (iso, what) in names().all(page.words, line.start, line.end):
        if places.in_personal_name(page, start, stop, line):
            continue
        begin, end = start, stop
        body = _body(page, stop, line) if what in ("country", "demonym") else 0
        if body:
            end = body
        elif what == "demonym":
            continue
        elif of := _of_government(page, start, line):
            begin = of
        elif not (_subject(page, start, stop, line, what) or _object(page, start, stop, line)):
            paired = last[1] and last[0] == start - 1 and page.words[start - 1] in ("and", ",")
            if not (paired and page.word(stop, line) != "'s"):
                continue
        last = (stop, True)
        if page.word(begin - 1, line) == "the" and (end > stop or begin < start):
            begin -= 1
        name = f"government of {lists.country_names()[iso][1]}"
        key = f"organization/government-{iso}"
        yield Candidate(begin, end, RANK, "organization", name, code="government", key=key)


def _body(page: Page, stop: int, line: Line) -> int:
    """End of "government" and the like after a demonym or a possessive; 0 if there is none."""
    j = stop + (page.word(stop, line) == "'s")
    while page.word(j, line) in lists.cues("state-body-modifier"):
        j += 1
    if page.word(j, line) not in lists.cues("state-body"):
        return 0
    return 0 if page.word(j + 1, line) in lists.cues("no-state-body-before") else j + 1


def _of_government(page: Page, start: int, line: Line) -> int:
    """Begin of "government of" and "authorities in" before a country; 0 if there is none."""
    k = start - (page.word(start - 1, line) == "the")
    link, body = page.word(k - 1, line), page.word(k - 2, line)
    if link == "of" and (body in lists.cues("state-body") or (body == "state" and page.capital[k - 2])):
        return k - 2
    return k - 2 if link == "in" and body == "authorities" else 0


def _subject(page: Page, start: int, stop: int, line: Line, what: str) -> bool:
    """Whether the words are the subject of a verb of saying or acting."""
    k = start - 1
    if page.word(k, line) == "the" and what != "capital":
        k -= 1
    before = page.word(k, line)
    if what == "capital" and page.words[start] in lexicons.words("given-names"):
        return False  # "Sofia said"
    if before in lists.cues("no-subject-before") or (before in ("-", "/") and page.glued(start)):
        return False
    if (
        before in (",", "and")
        and k - 1 >= line.start
        and page.capital[k - 1]
        and not _state(page, k - 1, line)
    ):
        return False
    if before and page.capital[k] and k > line.start:
        return False
    if before in lists.cues("inverted-auxiliary") and k == line.start:
        return page.word(stop, line) in lists.verb_bases("action") | lists.verb_bases("speech")
    return _predicate(page, _after_adverbs(page, stop, line), line)


def _state(page: Page, i: int, line: Line) -> bool:
    """Whether the word at `i` is a state that opens a pair of subjects ("Denmark and China closed")."""
    if i > line.start and page.word(i - 1, line) in lists.cues("no-subject-before"):
        return False
    return names().at(page.words, i, line.end) is not None


def _after_adverbs(page: Page, stop: int, line: Line) -> int:
    """The first word behind adverbs, "on Monday", "last week" and a speaker's ", he said,"."""
    j = stop
    while j < line.end:
        if page.lower[j] in lists.cues("adverb"):
            j += 1
        elif page.lower[j] in ("on", "last", "this") and j + 1 < line.end:
            day = page.words[j + 1] in lists.cues("calendar") or page.lower[j + 1] in (
                "week",
                "month",
                "year",
            )
            if not day:
                break
            j += 2
        elif (
            page.lower[j] == ","
            and page.word(j + 2, line) in lists.personal_speech()
            and page.word(j + 3, line) == ","
        ):
            j += 4
        elif page.lower[j] == "," and page.word(j + 1, line) == "which":
            j += 2
        else:
            break
    return j


def _predicate(page: Page, j: int, line: Line) -> bool:
    """Whether a verb of saying or acting stands at `j`, behind an auxiliary or without one."""
    auxiliary = False
    while j < line.end and (
        page.lower[j] in lists.cues("auxiliary") or page.lower[j] in lists.cues("adverb")
    ):
        auxiliary = auxiliary or page.lower[j] in lists.cues("auxiliary")
        j += 1
    if j >= line.end or page.capital[j]:
        return False
    verb = page.lower[j]
    if auxiliary and verb in lists.verb_bases("speech") | lists.verb_bases("action"):
        return True
    finite = verb in lists.verb_forms("speech") or verb in lists.verb_forms("action")
    return finite and verb not in ("based", "led", "backed", "held") and page.word(j + 1, line) != "by"


def _object(page: Page, start: int, stop: int, line: Line) -> bool:
    """Whether the words are the object of urging, accusing and the like, or of "by"."""
    k = start - 1 - (page.word(start - 1, line) == "the")
    before, following = page.word(k, line), page.word(stop, line)
    if following in ("'s", "-", "'") or (following and page.capital[stop]):
        return False
    if before in _object_verbs():
        return True
    if before in ("on", "upon") and page.word(k - 1, line) in (
        "call",
        "calls",
        "called",
        "calling",
        "pressure",
    ):
        return True
    return before == "by" and any(page.word(k - n, line).endswith(("ed", "en")) for n in (1, 2))


def of_one_country(page: Page, found: Sequence[Candidate]) -> list[Candidate]:
    """Name "the government" and "the authorities" after the country, if the article speaks of one country only.

    The country has to be named where the article begins; its capital or demonym alone do not do: a story from
    elsewhere may be told in London.
    """
    countries = {c.key.removeprefix("place/") for c in found if c.key and c.code == "country"}
    countries |= {c.key.rpartition("-")[2] for c in found if c.key and c.code == "government"}
    for line in page.lines:
        countries |= {iso for _, _, (iso, _) in names().all(page.words, line.start, line.end)}
    opening = {c.key for c in found if c.code == "country" and c.key and c.end <= _opening(page)}
    if len(countries) != 1 or not opening:
        return list(found)
    iso = next(iter(countries))
    name, key = f"government of {lists.country_names()[iso][1]}", f"organization/government-{iso}"
    return [
        replace(c, name=name, key=key)
        if c.form == "nominal" and c.name in ("government", "authorities") and not _owned(page, c)
        else c
        for c in found
    ]


def _owned(page: Page, c: Candidate) -> bool:
    """Whether a name before "authorities" tells whose they are ("Hamas authorities")."""
    before = page.words[c.start - 1] if c.start else ""
    return before[:1].isupper() and before.lower() not in lexicons.words("sentence-starters")


def _opening(page: Page) -> int:
    """Where the opening of an article ends: headings and the first sentences of running text."""
    running = [line for line in page.lines if not line.heading][:_OPENING]
    return running[-1].end if running else len(page.words)
