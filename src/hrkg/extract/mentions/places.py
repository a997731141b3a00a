"""Find places: countries and known regions anywhere, towns where the words around them speak of a place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from hrkg import gazetteer, lexicons
from hrkg.extract.mentions import words as lists
from hrkg.extract.mentions.candidates import Candidate
from hrkg.extract.mentions.names import is_name_word, not_names, opens_line, ordinary
from hrkg.extract.mentions.page import Line, Page, Phrases

HEADED, COUNTRY, KNOWN, TOWN, GUESSED = 80, 50, 48, 46, 20
_LARGE = 100_000
"""People of a town that may follow "of" or open a list without more evidence."""


@dataclass(frozen=True, slots=True)
class Known:
    """A place by its name: its code and, of a country, its key."""

    code: str
    key: str | None = None


@cache
def known() -> Phrases[Known]:
    """Countries, capitals and well-known regions."""
    entries: list[tuple[str, Known]] = []
    for row in lexicons.rows("countries"):
        place = Known("country", f"place/{row['iso2'].lower()}")
        entries += [(name, place) for name in (row["name"], *row["also"].split("|")) if name]
    for row in lexicons.rows("countries"):
        entries += [(name, Known("city")) for name in row["capital"].split("|") if name]
    entries += [(row["name"], Known(row["place-kind"])) for row in lexicons.rows("known-places")]
    return Phrases(entries)


def kind_of(words: list[str]) -> str | None:
    """The kind that a name tells by the head word behind it ("X Prison"), or as a place of the gazetteer."""
    last = next((kind for _, stop, kind in _after().all(words, 0, len(words)) if stop == len(words)), None)
    return last or _listed_kind(words)


def _listed_kind(words: Sequence[str]) -> str | None:
    """The kind of the places of this name in the gazetteer; a city's name outranks its region's."""
    if len(words) == 1 and words[0] in not_names():
        return None
    name = _written(words)
    return "city" if gazetteer.cities(name) else "region" if gazetteer.regions(name) else None


def _written(words: Sequence[str]) -> str:
    """Words as one name; the gazetteer knows no hyphens."""
    return " ".join(w for w in words if w != "-")


def known_country(page: Page, i: int, line: Line) -> bool:
    """Whether a country's name begins at `i`."""
    found = known().at(page.words, i, line.end)
    return found is not None and found[1].code == "country"


def is_place(words: Sequence[str]) -> bool:
    """Whether the words are the whole name of a known place or a town."""
    entry = known().at(list(words), 0, len(words))
    return (entry is not None and entry[0] == len(words)) or _town(words) > 0


def _town(words: Sequence[str]) -> int:
    """Population of the town with this name, 0 if there is none."""
    if len(words) == 1 and words[0] in not_names():
        return 0
    return gazetteer.population(_written(words))


@cache
def _after() -> Phrases[str]:
    """Heads behind a name, with the kind of place."""
    rows = lexicons.rows("place-heads")
    return Phrases((r["word"], r["place-kind"]) for r in rows if r["position"] == "after")


@cache
def _before_of() -> dict[str, str]:
    rows = lexicons.rows("place-heads")
    return {r["word"]: r["place-kind"] for r in rows if r["position"] == "before-of"}


def named(page: Page, line: Line) -> Iterator[Candidate]:
    """Places that a sentence names."""
    for start, stop, place in known().all(page.words, line.start, line.end):
        if place.code != "country" and _inside_name(page, start, stop, line):
            continue
        if in_personal_name(page, start, stop, line):
            continue
        if (
            start > line.start + 1
            and page.words[start - 1] == "-"
            and page.glued(start)
            and page.capital[start - 2]
        ):
            continue
        if place.code == "country" and _region_rather(page, start, stop, line):
            yield Candidate(start, stop, COUNTRY, "place", page.slice(start, stop), code="region")
            continue
        rank = COUNTRY if place.code == "country" else KNOWN
        yield Candidate(start, stop, rank, "place", page.slice(start, stop), code=place.code, key=place.key)
    yield from _headed(page, line)
    yield from _of(page, line)
    yield from _towns(page, line)
    yield from _dateline(page, line)


def _region_rather(page: Page, start: int, stop: int, line: Line) -> bool:
    """Whether a country's name is that of a region elsewhere, as the town before it tells: "Atlanta, Georgia"."""
    regions = {r.key for r in gazetteer.regions(page.slice(start, stop))}
    if not regions or page.word(start - 1, line) != ",":
        return False
    i = start - 1
    while i > line.start and page.capital[i - 1]:
        i -= 1
    return any(town.region in regions for town in gazetteer.cities(_written(page.words[i : start - 1])))


def in_personal_name(page: Page, start: int, stop: int, line: Line) -> bool:
    """Whether a country's name is somebody's: "Michael Jordan", "Chad Miller"."""
    given = lexicons.words("given-names")
    if stop - start > 1:
        return False
    before = start > line.start and page.words[start - 1] in given and page.capital[start - 1]
    after = stop < line.end and is_name_word(page.words[stop]) and page.words[stop] not in not_names()
    return before or (after and page.words[start] in given)


def _inside_name(page: Page, start: int, stop: int, line: Line) -> bool:
    """Whether a capitalised word beside it makes it a part of another name."""
    if stop < line.end and is_name_word(page.words[stop]) and page.words[stop] not in not_names():
        return True
    before = start > line.start and page.capital[start - 1] and not opens_line(page, start - 1, line)
    return (
        before and page.words[start - 1] not in not_names() and page.lower[start - 1] not in lists.role_ends()
    )


def _headed(page: Page, line: Line) -> Iterator[Candidate]:
    """Such as "X Province", "X prison", "Detention Centre No. 2"."""
    words = page.words
    for i, stop, code in _after().all(words, line.start, line.end):
        start = i
        while start > line.start and _part(page, start - 1, line):
            start -= 1
        tied = start > line.start + 1 and start < i and words[start - 1] == "-" and page.glued(start)
        if tied and page.lower[start - 2] in lists.cues("arabic-article"):
            start -= 2
        end = stop
        if page.word(end, line) in ("no", "no.") and end + 1 < line.end:
            end += 1 + (words[end + 1] == ".")
            end = end + 1 if end < line.end and words[end][0].isdigit() else stop
        while start < i and _leading(page, start, line):
            start += 1
        if known_country(page, start, line) and start + 1 == i and not page.capital[i]:
            continue  # "an Iran prison"
        if start < i or end > stop or (stop - i > 1 and page.capital[i] and code == "region"):
            bare = code == "region" and not page.capital[i] and start < i  # "Qinghai province"
            name = page.slice(start, i if bare else end)
            yield Candidate(start, end, HEADED + (stop - i > 1), "place", name, code=code)


def _leading(page: Page, i: int, line: Line) -> bool:
    """Whether the first word before a head is no part of the name."""
    return (
        page.lower[i] in lexicons.words("sentence-starters")
        or page.words[i] in lists.demonyms()
        or (page.lower[i] in lists.role_ends() and page.words[i] not in lexicons.words("given-names"))
        or page.lower[i] in lists.cues("never-opens-name")
        or (
            opens_line(page, i, line)
            and page.lower[i] in lists.people_modifiers() | lists.verb_bases("action")
        )
    )


def _part(page: Page, i: int, line: Line) -> bool:
    """Whether the word at `i` can belong to the name before a head."""
    word = page.words[i]
    if word == "-":
        return i > line.start and page.glued(i) and page.glued(i + 1) and page.capital[i - 1]
    return page.capital[i] and word[0].isalpha() and word not in lists.cues("calendar")


def _of(page: Page, line: Line) -> Iterator[Candidate]:
    """Such as "village of X", "Department of X"."""
    for i in range(line.start, line.end - 2):
        code = _before_of().get(page.words[i])
        if not code or page.words[i + 1] != "of" or not is_name_word(page.words[i + 2]):
            continue
        j = _name_end(page, i + 2, line)
        if page.capital[i]:
            topic = page.words[i + 2] in lists.cues("ministry-topic")
            if not topic and not known_country(page, i + 2, line):
                yield Candidate(i, j, HEADED, "place", page.slice(i, j), code=code)
        elif not any(w in not_names() for w in page.words[i + 2 : j]):
            yield Candidate(i + 2, j, TOWN, "place", page.slice(i + 2, j), code=code)


def _towns(page: Page, line: Line) -> Iterator[Candidate]:
    """Towns of GeoNames behind a preposition of place, with "-based", or beside their country."""
    i = line.start
    while i < line.end:
        word = page.words[i]
        if not is_name_word(word) or (i > line.start and page.words[i - 1] == "-" and page.glued(i)):
            i += 1
            continue
        j = _name_end(page, i, line)
        yield from _judged(page, i, j, line)
        i = j


def _judged(page: Page, i: int, j: int, line: Line) -> Iterator[Candidate]:
    """The town that the name at `i:j` is, as far as the words before and behind it tell."""
    before, after = page.word(i - 1, line), page.word(j, line)
    of = before == "of"
    evidence = (
        before in lists.cues("place-preposition")
        or (after == "-" and page.word(j + 1, line) in lists.cues("place-suffix"))
        or _with_country(page, j, line)
        or (before in ("and", ",") and _listed(page, i, line))
    )
    if not evidence:
        return
    size = _town(page.words[i:j])
    if size > (_LARGE if of else 0):
        yield Candidate(i, j, TOWN, "place", page.slice(i, j), code="city")
        return
    if _with_country(page, j, line) and _listed_kind(page.words[i:j]) == "region":
        yield Candidate(i, j, TOWN, "place", page.slice(i, j), code="region")
        return
    sure = before in lists.cues("sure-place-preposition") and after not in ("'s", "'") and j - i <= 3
    if sure and not ordinary(page, i, j) and page.words[i] not in not_names() | lists.demonyms().keys():
        rank = TOWN if _with_country(page, j, line) else GUESSED
        code = _listed_kind(page.words[i:j]) or "city"
        yield Candidate(i, j, rank, "place", page.slice(i, j), code=code)


def _name_end(page: Page, i: int, line: Line) -> int:
    """Where the capitalised name that begins at `i` ends."""
    j = i + 1
    while j < line.end:
        tied = page.words[j] == "-" and page.glued(j) and j + 1 < line.end and page.glued(j + 1)
        if is_name_word(page.words[j]):
            j += 1
        elif (
            tied and page.words[j + 1][0].isalpha() and page.lower[j + 1] not in lists.cues("compound-suffix")
        ) or (
            page.words[j] in ("de", "do", "da", "del", "la", "el", "sur")
            and j + 1 < line.end
            and page.capital[j + 1]
        ):
            j += 2
        else:
            break
    return j


def _with_country(page: Page, j: int, line: Line) -> bool:
    """Whether ", Country" follows."""
    if page.word(j, line) != "," or j + 1 >= line.end:
        return False
    found = known().at(page.words, j + 1, line.end)
    return found is not None and found[1].code == "country" and page.word(found[0], line) != "'s"


def _listed(page: Page, i: int, line: Line) -> bool:
    """Whether the name continues a list that a preposition of place opened ("in Lagos and Kano")."""
    k = i - 2
    while k > line.start and (page.capital[k] or page.words[k] in (",", "-", "and")):
        k -= 1
    return page.word(k, line) in lists.cues("sure-place-preposition") | {"from", "to", "between", "at"}


def _dateline(page: Page, line: Line) -> Iterator[Candidate]:
    """Such as "VINH, Vietnam -", "GENEVA (20 September 2022) -", or a place alone before a full stop."""
    i = j = line.start
    while j < line.end and j - i < 5 and (page.words[j].isupper() or page.words[j] == "-"):
        j += 1
    opens = (
        i < j < line.end and len(page.words[i]) > 2 and page.words[j] in (",", "(", "–", "—", "-", "/", ":")
    )
    if opens:
        if is_place([w.title() for w in page.words[i:j]]):
            yield Candidate(i, j, KNOWN, "place", page.slice(i, j).title(), code="city")
    elif (
        line.end - line.start <= 5
        and page.words[line.end - 1] == "."
        and is_place(page.words[i : line.end - 1])
    ):
        yield Candidate(i, line.end - 1, TOWN, "place", page.slice(i, line.end - 1), code="city")
