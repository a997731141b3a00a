"""Which matches are dates and which are other words, and whether the words near them point ahead."""

import re
from functools import cache

from hrkg import lexicons
from hrkg.extract.dates.anchor import Tense
from hrkg.extract.dates.forms import YEAR, any_of, words

_AFTER = re.compile(
    r"\b(?:in|since|until|till|by|of|on|from|during|throughout|through|before|after|around|between|to|for)\s+$"
)
_YEAR_AFTER = re.compile(
    r"(?:\b(?:since|until|till|from|by|of|throughout|through|before|after|to|the|between|a|an|another|year|for"
    r"|his|her|its|their|around|about|circa|ca\.)\s+|['’]s\s+|\()$"
)
_SURELY = re.compile(r"\b(?:in|since|during|throughout|year)\s+(?:the\s+)?$")
_OWNED = re.compile(r"(?:\b(?:the|a|an|his|her|its|their|this|that|last)|['’]s)\s+$")
_BARE = re.compile(r"\b(?:in|since|until|during|over|through|throughout|from|between|to)\s+(?:the\s+)?$")
_TOLD = re.compile(r"\b(\w+)\s+(?:(?:on|in|at|between|from)\s+)?(?:the\s+)?$")
_RANGE = re.compile(r"\b(?:between|from)\s+$")
_NEAR = 60
"""Characters before a date that are searched for words pointing ahead."""


@cache
def _plurals() -> frozenset[str]:
    return frozenset(words("counted")) | {r["plural"] for r in lexicons.rows("people-nouns")} - {""}


@cache
def _function_words() -> frozenset[str]:
    return lexicons.words("function-words")


@cache
def _speech() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicons.rows("function-words") if row["class"] == "speech")


@cache
def _past_forms() -> frozenset[str]:
    """Irregular past forms, and "was" and "were"."""
    rows = lexicons.rows("function-words")
    return frozenset({"was", "were", *(row["word"] for row in rows if row["class"] == "past")})


@cache
def _longest_months() -> frozenset[str]:
    """The longest word of each month: alone, "Mar" or "Jun" may be a name."""
    longest: dict[str, str] = {}
    for word, value in words("month").items():
        if word.isalpha():
            longest[value] = max(longest.get(value, ""), word, key=len)
    return frozenset(longest.values())


def counted(text: str, end: int) -> bool:
    """Whether the words at `end` are what a number before them counts: "people", "political prisoners", "years"."""
    found = re.match(r"[\s-]+([A-Za-z]+|%)(?:[\s-]+([A-Za-z]+))?(['’])?", text[end : end + 40])
    if not found:
        return False
    first, second = found[1].lower(), (found[2] or "").lower()
    if first in words("measure") or (first == "more" and second != "than"):
        return True
    adjective = first not in _function_words() and not first.endswith("ed") and second in _plurals()
    return not found[3] and (first in _plurals() or adjective)


def is_date(match: re.Match[str], form: str, begin: int, follows: bool) -> bool:
    """Whether the words are a date: "may", "march" and "fall" are other words too, and so are four digits.

    Args:
        match: The words.
        form: Name of the form that they have.
        begin: Where the sentence begins.
        follows: Whether they continue a list or range of dates.
    """
    text, start = match.string, match.start(form)
    before = text[max(begin, start - 16) : start].lower()
    prefixed = bool(match.group("since") or match.group("until"))
    if form in ("md", "dm", "mdd", "ddm", "my", "part"):
        month, dated = match.group(f"{form}_m"), bool(match.group(f"{form}_y"))
        if month.lower() in ("may", "march") and month[0].islower() and not dated:
            return False
        if form == "my" and not dated and not match.group("my_t"):
            return _is_month(match, month, before, prefixed or follows)
    if form in ("md", "dm") and not match.group(f"{form}_y"):
        return form == "dm" or not (before.endswith("in ") and counted(text, match.end()))
    if form in ("mdd", "ddm"):
        return _is_days(match, form)
    if form == "season" and not match.group("season_y") and not match.group("season_t"):
        return prefixed or bool(_BARE.search(before))
    if form in ("weekday", "other"):
        capital = form == "other" or match.group("weekday_w")[0].isupper()
        return capital and not re.search(r"\b(?:every|each|most)\s+$", before)
    if form in ("year", "short", "spanyears"):
        return _is_year(match, form, before, prefixed, follows, start == begin)
    return True


def _is_month(match: re.Match[str], month: str, before: str, tied: bool) -> bool:
    if not month[0].isupper() or month.lower() not in _longest_months():
        return False
    following = re.match(r"\s+(\w+)", match.string[match.end() : match.end() + 24])
    noun = bool(following and following[1].islower() and following[1] not in _function_words())
    that = re.search(r"(?:\b(\w+)\s+)?that\s+$", before)
    if that and that[1] not in _speech():
        return True
    return tied or bool(_AFTER.search(before)) or (noun and bool(_OWNED.search(before)))


def _is_days(match: re.Match[str], form: str) -> bool:
    """Whether two numbers beside a month are both days: not in "on May 3 to 20 years in prison"."""
    if form == "ddm" or match.group("mdd_y"):
        return True
    text, end = match.string, match.end()
    if counted(text, end) or re.match(r"-[A-Za-z]|\s+of\b", text[end : end + 8]):
        return False
    following = re.match(r"\s+([a-z]+)", text[end : end + 24])
    plain = not following or following[1] in _function_words()
    return plain or not match.group("mdd_to").strip().isalpha()


def _is_year(
    match: re.Match[str], form: str, before: str, prefixed: bool, follows: bool, opens: bool
) -> bool:
    text = match.string
    measured = re.match(r"[\s-]+([A-Za-z]+|%)", text[match.end() : match.end() + 24])
    if measured and measured[1].lower() in words("measure"):
        return False
    if prefixed or _SURELY.search(before):
        return True
    other = re.match(rf"\s+(?:and|to)\s+{YEAR}\b", text[match.end() : match.end() + 16])
    if counted(text, match.end() + (other.end() if other and _RANGE.search(before) else 0)):
        return False
    return form != "year" or follows or opens or bool(_YEAR_AFTER.search(before))


def tense(match: re.Match[str], begin: int, end: int) -> Tense:
    """Whether the sentence `begin:end` tells the date as one to come, or as past."""
    text, start = match.string, match.start()
    near = text[max(begin, start - _NEAR) : start].lower()
    near = re.split(rf"(?<!\bbe )\b(?:{'|'.join(sorted(_speech()))})\b|[”\"]|\bwould not\b", near)[-1]
    clause = re.split(r", (?!$)", near)[-1]
    if re.search(r"\b(?:was|were|had)\b", clause):
        near = clause
    if re.search(rf"\b{any_of('ahead')}\b", near):
        return Tense(ahead=True)
    if match.group("until") or re.search(r"\b(?:by|before)\s+(?:the\s+)?$", near):
        over = re.search(r"\b(?:was|were|had|been)\b", near)
        return Tense(ahead=not over or bool(re.search(rf"\b{any_of('ahead-until')}\b", near)))
    if re.fullmatch(r"(?:(?:on|in|by|from)\s+)?(?:the\s+)?", text[begin:start].lower()):
        following = re.split(r"[;:]|\b(?:was|were|had)\b", text[match.end() : min(end, match.end() + 60)])[0]
        return Tense(ahead=bool(re.search(rf"\b{any_of('ahead')}\b", following.lower())))
    told = _TOLD.search(near)
    if told and told[1] in words("ahead-verb"):
        return Tense(ahead=True)
    return Tense(past=bool(told and (told[1].endswith("ed") or told[1] in _past_forms())))
