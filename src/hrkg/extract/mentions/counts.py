"""Read how many people the words before a noun tell."""

from functools import cache

from hrkg import lexicons
from hrkg.extract.mentions.page import Line, Page, Phrases
from hrkg.model import Count


@cache
def _numbers() -> dict[str, tuple[int, str]]:
    return {
        r["word"]: (int(r["value"]), r["use"]) for r in lexicons.rows("number-words") if " " not in r["word"]
    }


@cache
def _qualifiers() -> Phrases[str]:
    return Phrases((r["word"], r["qualifier"]) for r in lexicons.rows("count-qualifiers"))


def is_number(word: str) -> bool:
    """Whether a lower-case word can be a part of a number."""
    return word in _numbers() or (word[0].isdigit() and value(word) is not None)


def value(word: str) -> int | None:
    """The number that digits write, thousands parted by commas; None for years' ranges and decimals."""
    digits = word.replace(",", "")
    return int(digits) if digits.isdigit() and len(digits) < 10 else None


def before(page: Page, stop: int, line: Line) -> tuple[int, Count] | None:
    """The count that ends at word `stop`, and where its words begin."""
    i = stop
    if page.word(i - 1, line) == "of" and page.word(i - 2, line) in _numbers():
        i -= 1
    last = i
    while i > line.start and (
        is_number(page.lower[i - 1]) or (page.lower[i - 1] in ("-", "and") and _inside(page, i, line))
    ):
        i -= 1
    if i == last:
        return None
    amount, vague = _amount(page.lower[i:last])
    if amount is None:
        return None
    start, qualifier = _qualified(page, i, line)
    if qualifier == "exact" and page.word(i - 1, line) in ("the", "these", "those", "all"):
        start = i
    if vague:
        qualifier = "at-least" if qualifier in ("at-least", "more-than") else "about"
        return start, Count(amount, None, qualifier, page.span(start, last))
    minimum: int | None = amount
    maximum: int | None = None
    if qualifier == "exact":
        maximum = amount
    elif qualifier == "at-most":
        minimum, maximum = None, amount
    elif qualifier == "about":
        maximum = amount
    return start, Count(minimum, maximum, qualifier, page.span(start, last))


def _inside(page: Page, i: int, line: Line) -> bool:
    """Whether a hyphen or "and" before `i` stands between two number words."""
    return (
        i - 2 >= line.start
        and page.lower[i - 2] in _numbers()
        and i < line.end
        and page.lower[i] in _numbers()
    )


def _amount(words: list[str]) -> tuple[int | None, bool]:
    """The number of its words, and whether it is vague ("dozens")."""
    total, current, vague = 0, 0, False
    for word in words:
        if word in ("-", "and", "of"):
            continue
        if word in _numbers():
            number, use = _numbers()[word]
            if use == "vague":
                vague = True
                current = number if current == 0 else current * number
            elif use == "multiplier":
                current = max(current, 1) * number
                if number >= 1000:
                    total, current = total + current, 0
            else:
                current += number
        else:
            number = value(word) or 0
            current += number
    amount = total + current
    return (amount or None), vague


def _qualified(page: Page, i: int, line: Line) -> tuple[int, str]:
    """Where the words that qualify the number before `i` begin, and their code."""
    start, code = i, "exact"
    if page.word(start - 1, line) in ("a", "an"):
        start -= 1
    for size in (4, 3, 2, 1):
        k = start - size
        if k < line.start:
            continue
        found = _qualifiers().at(page.lower, k, start)
        if found and found[0] == start:
            return k, found[1]
    return start if start < i and page.lower[i] in ("dozen", "hundred", "thousand", "million") else i, code
