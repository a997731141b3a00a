"""Where a place lies, as the article says it: "Vinh, Vietnam", "the Turkish city of Izmir"."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from hrkg import gazetteer, lexicons
from hrkg.model import Document, Location, Mention, Record, Span, Whole

_RANKS = {"country": 3, "region": 2, "city": 1}
_LEFT = 80
"""Characters before a name in which an adjective of a country may stand."""
_GOVERNMENT = "organization/government-"


class Locations:
    """Reads that one named place lies in another, or in the country of an adjective before it."""

    name = "locations"
    requires: frozenset[str] = frozenset({"Mention"})
    provides: frozenset[str] = frozenset({"Location"})

    def __call__(self, document: Document) -> Iterable[Record]:
        """The locations that the text states, in its order."""
        bounds = [s.span for s in document.sentences]
        named = [m for m in document.mentions if m.form == "name"]
        for i, mention in enumerate(named):
            if mention.kind != "place" or mention.code == "country":
                continue
            sentence = next((s for s in bounds if s.covers(mention.span)), None)
            if sentence:
                inside = [m for m in named[max(0, i - 2) : i + 3] if sentence.covers(m.span)]
                yield from _behind(document.text, inside, inside.index(mention), sentence)
                yield from _before(document.text, inside, inside.index(mention), sentence)


@cache
def _words(use: str) -> str:
    """A pattern for the words of one use."""
    found = [r["word"] for r in lexicons.rows("location-words") if r["use"] == use]
    return "(?:" + "|".join(re.escape(w) for w in sorted(found, key=lambda w: (-len(w), w))) + ")"


@cache
def _heads() -> str:
    """A pattern for nouns of places ("city", "detention center")."""
    found = {r["word"] for r in lexicons.rows("place-heads") if r["word"].islower()}
    return "(?:" + "|".join(re.escape(w) for w in sorted(found, key=lambda w: (-len(w), w))) + ")"


@cache
def _demonyms() -> dict[str, str]:
    """Demonym → key of its country; those that two countries share are left out."""
    found: dict[str, str] = {}
    for row in lexicons.rows("countries"):
        for word in filter(None, row["demonym"].split("|")):
            found[word] = "" if word in found else f"place/{row['iso2'].lower()}"
    return {word: key for word, key in found.items() if key}


@cache
def _in() -> re.Pattern[str]:
    """What stands between a place and the larger one behind it: "in", ", a city in central", " (", ", "."""
    kind = rf"(?:,? {_words('article')} (?:{_words('modifier')} )*{_heads()})?"
    inner = rf"(?:{_words('article')} )?(?:{_words('modifier')} )*(?:{_heads()} of )?"
    return re.compile(rf"(?:{kind},? in {inner}|, | \()")


@cache
def _adjective() -> re.Pattern[str]:
    """A country's adjective, what kind of place it is, and the name right behind: "Turkish port city of"."""
    names = "|".join(re.escape(w) for w in sorted(_demonyms(), key=lambda w: (-len(w), w)))
    return re.compile(rf"\b({names}) (?:{_words('modifier')} )*(?:{_heads()} )?{_heads()}(?: of|,)? $")


@cache
def _possessive() -> re.Pattern[str]:
    """What stands between a country and a place in it: "'s northern city of"."""
    return re.compile(rf"['’]s (?:{_words('modifier')} )*(?:{_heads()}(?: of|,)? )?")


@cache
def _lead() -> re.Pattern[str]:
    """What may stand between a preposition of place and the name."""
    return re.compile(
        rf"(?:(?:{_words('article')}|{_words('modifier')}|{_heads()}|of|{'|'.join(_demonyms())}) )*$"
    )


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _behind(text: str, named: list[Mention], i: int, sentence: Span) -> Iterator[Location]:
    """As in "Vinh, Nghe An province, Vietnam" and "Vinh in central Vietnam"."""
    place, end = named[i], named[i].span.end
    for larger in named[i + 1 :]:
        gap = _plain(text[end : larger.span.begin])
        if larger.kind != "place" or not _in().fullmatch(gap):
            return
        fits = _fits(place, larger)
        sure = fits or (fits is None and not _listed(text, named, i, larger, gap))
        if _larger(place, larger) and sure and (gap in (", ", " (") or _situated(text, place, sentence)):
            yield Location(place.span, larger.span, place.span.hull(larger.span))
        elif gap != ", ":
            return
        end = larger.span.end


def _before(text: str, named: list[Mention], i: int, sentence: Span) -> Iterator[Location]:
    """As in "the Turkish city of Izmir" and "Vietnam's Nghe An province"."""
    place = named[i]
    left = text[max(sentence.begin, place.span.begin - _LEFT) : place.span.begin]
    found = _adjective().search(_plain(left))
    if found and _fits_country(place, key := _demonyms()[found[1]]) is not False:
        begin = place.span.begin - len(left) + left.rindex(found[1])
        words = Span(begin, begin + len(found[1]))
        yield Location(place.span, _country(key), Span(begin, place.span.end), words)
    if i == 0:
        return
    owner = named[i - 1]
    if not _possessive().fullmatch(_plain(text[owner.span.end : place.span.begin])):
        return
    if owner.kind == "place" and owner.code == "country" and _fits(place, owner) is not False:
        yield Location(place.span, owner.span, owner.span.hull(place.span))
    elif owner.kind == "organization" and owner.key and owner.key.startswith(_GOVERNMENT):
        key = f"place/{owner.key.removeprefix(_GOVERNMENT)}"
        if _fits_country(place, key) is not False:
            yield Location(place.span, _country(key), owner.span.hull(place.span), owner.span)


def _country(key: str) -> Whole:
    """A country of the list, by its key."""
    row = gazetteer.row(key)
    assert row is not None, key
    return Whole(key, row.name, row.kind)


def _larger(place: Mention, larger: Mention) -> bool:
    """Whether a place of the one kind can lie in one of the other: a town in a region, a prison in a town."""
    small, big = _RANKS.get(place.code or "", 0), _RANKS.get(larger.code or "", 0)
    if place.name == larger.name or big == 0:
        return False
    if small == big == _RANKS["region"]:
        return not gazetteer.regions(place.name) and bool(gazetteer.regions(larger.name))
    if big == _RANKS["city"]:
        return place.code in ("facility", "other")
    return small < big


def _fits(place: Mention, larger: Mention) -> bool | None:
    """Whether the gazetteer knows a place of this name in the larger one; None if it does not know them."""
    if larger.code == "country" and larger.key:
        return _fits_country(place, larger.key)
    outer = gazetteer.regions(larger.name)
    inner = gazetteer.cities(place.name)
    if not outer or not inner or larger.code != "region":
        return None
    if any(c.region == r.key for c in inner for r in outer):
        return True
    # a town that the data puts into another region may be a smaller namesake, if the country is right
    return None if {c.country for c in inner} & {r.country for r in outer} else False


def _fits_country(place: Mention, key: str) -> bool | None:
    if place.code not in ("city", "region", None):
        return None
    known = (*gazetteer.cities(place.name), *gazetteer.regions(place.name))
    return any(f"place/{r.country}" == key for r in known) if known else None


def _listed(text: str, named: list[Mention], i: int, larger: Mention, gap: str) -> bool:
    """Whether a comma rather separates the parts of a list: "from Warsaw, Lithuania and Germany"."""
    if gap != ", ":
        return False
    links = re.compile(r",? (?:and|or) |, ")
    behind = next((m for m in named if m.span.begin >= larger.span.end and m.kind == "place"), None)
    ahead = named[i - 1] if i else None
    return bool(
        (behind and links.fullmatch(_plain(text[larger.span.end : behind.span.begin])))
        or (
            ahead
            and ahead.kind == "place"
            and links.fullmatch(_plain(text[ahead.span.end : named[i].span.begin]))
        )
    )


def _situated(text: str, place: Mention, sentence: Span) -> bool:
    """Whether a place stands where something happens, not as what is spoken of ("raised Tibet in Geneva")."""
    left = _plain(text[sentence.begin : place.span.begin])
    left = left[: _lead().search(left).start()].rstrip()  # type: ignore[union-attr]
    word = left.rpartition(" ")[2].lower()
    cues = {r["word"] for r in lexicons.rows("mention-cues") if r["use"] == "place-preposition"}
    return not left or word in cues


EXTRACTOR = Locations()
