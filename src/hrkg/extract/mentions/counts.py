"""Read how many people the words before a noun tell.

Bounds are what the words warrant: "dozens" is at least two dozens, "between 30 and 40" has both bounds, "half of the
40" only an upper one, "a handful" none.
"""

from dataclasses import dataclass
from functools import cache

from hrkg import lexicons
from hrkg.extract.mentions.page import Line, Page, Phrases
from hrkg.model import Count

_DASHES = ("-", "–")
_GIVEN = frozenset({"the", "these", "those", "all", "his", "her", "its", "their", "our", "my", "your"})
"""Determiners of people who are known already: "two of the seven"."""


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number at words `start:end`."""

    start: int
    end: int
    low: int
    high: int | None
    """None where it is vague ("dozens"); other than `low` where the words give two numbers ("two or three")."""

    @property
    def between(self) -> bool:
        """Whether the words give two numbers."""
        return self.high is not None and self.high != self.low


@cache
def _numbers() -> dict[str, tuple[int, str]]:
    return {
        r["word"]: (int(r["value"]), r["use"])
        for r in lexicons.rows("number-words")
        if " " not in r["word"] and r["value"]
    }


@cache
def _phrases() -> Phrases[int | None]:
    """Vague quantities, also of several words."""
    rows = (r for r in lexicons.rows("number-words") if r["use"] in ("vague", "unknown"))
    return Phrases((r["word"], int(r["value"]) if r["value"] else None) for r in rows)


@cache
def _qualifiers(after: bool = False) -> Phrases[str]:
    rows = (r for r in lexicons.rows("count-qualifiers") if (r["side"] == "after") == after)
    return Phrases((r["word"], r["qualifier"]) for r in rows)


def is_number(word: str) -> bool:
    """Whether a lower-case word can be a part of a number."""
    return word in _numbers() or (word[0].isdigit() and value(word) is not None)


def value(word: str) -> int | None:
    """The number that digits write, thousands parted by commas; None for years' ranges and decimals."""
    digits = word.replace(",", "")
    return int(digits) if digits.isdigit() and len(digits) < 10 else None


def before(page: Page, stop: int, line: Line) -> tuple[int, Count] | None:
    """The count that ends at word `stop`, and where its words begin."""
    last, after = _suffix(page, stop, line)
    if found := _vague(page, last, line):
        start, last, low = found
        start, code = _qualified(page, start, line, start)
        if low is None:
            return start, Count(None, None, "unknown", page.span(start, last))
        code = code if code in ("at-least", "more-than", "at-most") else "about"
        low_, high = (None, low) if code == "at-most" else (low, None)
        return start, Count(low_, high, code, page.span(start, last))
    if page.word(last - 1, line) in _GIVEN and page.word(last - 2, line) == "of":
        last -= 2
    amount = _amount(page, last, line)
    if amount is None or _label(page, amount, line):
        return None
    if whole := _part(page, amount, line):
        return whole
    start, code = _qualified(page, amount.start, line, amount.start)
    if code == "exact" and page.word(amount.start - 1, line) in _GIVEN:
        start = amount.start
    code = after or code
    return start, _count(page, start, stop if after else last, amount, code)


def _count(page: Page, start: int, end: int, amount: _Amount, code: str) -> Count:
    low: int | None = amount.low
    high = amount.high
    if amount.between and code in ("exact", "about"):
        code = "about"
    elif code in ("more-than", "at-least"):
        high = None
    elif code == "at-most":
        low = None
    return Count(low, high, code, page.span(start, end))


def _suffix(page: Page, stop: int, line: Line) -> tuple[int, str | None]:
    """Where the number ends before words that qualify it from behind ("20 or more"), and their code."""
    for size in (3, 2, 1):
        found = (
            _qualifiers(after=True).at(page.lower, stop - size, stop) if stop - size > line.start else None
        )
        if found and found[0] == stop:
            k = stop - size
            return (k - 1 if page.word(k - 1, line) in _DASHES else k), found[1]
    return stop, None


def _vague(page: Page, stop: int, line: Line) -> tuple[int, int, int | None] | None:
    """Where a vague quantity ("dozens of", "a handful of") begins and ends, and its least value."""
    last = stop
    while page.word(last - 1, line) in _GIVEN and page.word(last - 2, line) == "of":
        last -= 1
    last -= page.word(last - 1, line) == "of"
    for size in (5, 4, 3, 2, 1):
        k = last - size
        found = _phrases().at(page.lower, k, last) if k >= line.start else None
        if found and found[0] == last:
            return k, last, found[1]
    return None


def _amount(page: Page, stop: int, line: Line) -> _Amount | None:
    """The number, or two numbers, that end at word `stop`."""
    i = _begin(page, stop, line)
    high = _value(page.lower[i:stop])
    if i == stop or high is None:
        return None
    k, link = i - 1, page.word(i - 1, line)
    first = _begin(page, k, line) if link in ("and", "or", "to", *_DASHES) and k > line.start else k
    low = _value(page.lower[first:k]) if first < k else None
    if low is None:
        return _Amount(i, stop, high, high)
    opens = page.word(first - 1, line)
    if low < 10 and high >= 1000 and page.lower[stop - 1] in ("thousand", "million", "hundred"):
        low *= _numbers()[page.lower[stop - 1]][0]
    related = (
        (link == "and" and opens == "between")
        or (link == "to" and (opens == "from" or (opens != "up" and low < high <= 10 * low)))
        or (link == "or" and low < high)
        or link in _DASHES
    )
    if not related or low >= high:
        return _Amount(i, stop, high, high)
    return _Amount(first - (opens in ("between", "from")), stop, low, high)


def _begin(page: Page, stop: int, line: Line) -> int:
    """Where the words of one number begin that ends at word `stop`."""
    i = stop
    while i > line.start:
        word = page.lower[i - 1]
        following = page.lower[i] if i < stop else ""
        if not (
            is_number(word)
            or (following and _decimal(word) is not None)
            or (following and word in ("-", "and") and _inside(page, i, line))
            or (word in ("a", "an") and following in ("hundred", "thousand", "million", "dozen"))
            or (word == "half" and following in ("a", "dozen"))
        ):
            break
        i -= 1
    while i < stop and page.lower[i] in ("and", "-"):
        i += 1
    return i


def _inside(page: Page, i: int, line: Line) -> bool:
    """Whether a hyphen or "and" before `i` stands inside one number: "twenty-two", "one hundred and five"."""
    if i - 2 < line.start:
        return False
    first, second = page.lower[i - 2], page.lower[i]
    if first not in _numbers() or second not in _numbers():
        return False
    large = _numbers()[first][1] == "multiplier"
    tens = 20 <= _numbers()[first][0] <= 90 and _numbers()[second][0] < 10
    return large if page.lower[i - 1] == "and" else tens or large


def _decimal(word: str) -> float | None:
    whole, point, fraction = word.partition(".")
    return float(word) if point and whole.isdigit() and fraction.isdigit() else None


def _value(words: list[str]) -> int | None:
    """The number of its words; None for none and for zero."""
    total, current, half = 0.0, 0.0, 1.0
    for word in words:
        if word == "half":
            half = 0.5
        elif word in _numbers():
            number, use = _numbers()[word]
            if use != "multiplier":
                current += number
                continue
            current = max(current, 1) * number
            if number >= 1000:
                total, current = total + current, 0
        elif word not in ("-", "and", "a", "an"):
            current += value(word) or _decimal(word) or 0
    return round((total + current) * half) or None


def _label(page: Page, amount: _Amount, line: Line) -> bool:
    """Whether the number names something ("Article 35", "Resolution 2334") or is a year ("the 2019 protesters")."""
    word = page.words[amount.start]
    previous = page.word(amount.start - 1, line)
    found = _qualifiers().at(page.lower, amount.start - 1, amount.start) if previous else None
    year = amount.end - amount.start == 1 and word.isdigit() and 1900 <= int(word) <= 2100
    return bool(found and found[1] == "label") or (year and previous in ("the", "a"))


def _part(page: Page, amount: _Amount, line: Line) -> tuple[int, Count] | None:
    """The count of "two of the seven", and of "most of the 40", which bounds it only from above."""
    i = amount.start
    if page.word(i - 1, line) not in _GIVEN or page.word(i - 2, line) != "of":
        return None
    last = i - 2
    inner = _amount(page, last, line)
    if inner:
        start, code = _qualified(page, inner.start, line, inner.start)
        found = _count(page, start, last, inner, code)
        return start, Count(found.minimum, found.maximum, found.qualifier, page.span(start, amount.end))
    share = _qualifiers().at(page.lower, last - 1, last) if last - 1 >= line.start else None
    if page.word(last - 1, line) in ("all", "each"):
        return last - 1, Count(amount.low, amount.high, "exact", page.span(last - 1, amount.end))
    if share and share[1] == "share":
        return last - 1, Count(None, amount.high, "at-most", page.span(last - 1, amount.end))
    return None


def _qualified(page: Page, i: int, line: Line, first: int) -> tuple[int, str]:
    """Where the words that qualify the number before `i` begin, and their code."""
    for size in (5, 4, 3, 2, 1):
        k = i - size
        found = _qualifiers().at(page.lower, k, i) if k >= line.start else None
        if found and found[0] == i and found[1] not in ("label", "share"):
            return k, found[1]
    return first, "exact"
