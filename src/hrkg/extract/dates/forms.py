"""How dates are written: one pattern of all forms, and which matches are dates and which are other words."""

import re
from functools import cache

from hrkg import lexicons


@cache
def words(kind: str) -> dict[str, str]:
    """From the words of one kind of the list `calendar-words` to their values."""
    return {row["word"]: row["value"] for row in lexicons.rows("calendar-words") if row["kind"] == kind}


def _any(kind: str) -> str:
    return "(?:" + "|".join(re.escape(w) for w in sorted(words(kind), key=lambda w: (-len(w), w))) + ")"


@cache
def _number() -> str:
    found = sorted(lexicons.words("cardinals"), key=lambda w: (-len(w), w))
    return r"(?:\d{1,3}|" + "|".join(found) + ")"


@cache
def pattern() -> re.Pattern[str]:
    """One alternation, the fuller forms first."""
    month, weekday, season, unit = _any("month"), _any("weekday"), _any("season"), _any("unit")
    day, year, turn = r"\d{1,2}(?:st|nd|rd|th)?", r"(?:1[89]|20)\d\d", _any("turn")
    to = r"\s*(?:-|–|—|to|and|until|through)\s*"
    tail = rf"(?:,?\s+(?:of\s+)?{year}\b|,?\s+(?:of\s+)?(?:{turn})\s+year\b)"
    forms = [
        rf"(?P<iso>{year}-\d\d-\d\d)",
        rf"(?P<slashed>\d{{1,2}}/\d{{1,2}}/{year})",
        rf"(?P<mdd>(?P<mdd_m>{month})\s+(?P<mdd_a>{day}){to}(?P<mdd_b>{day})(?![\d:])(?P<mdd_y>{tail})?)",
        rf"(?P<ddm>(?P<ddm_a>{day}){to}(?P<ddm_b>{day})\s+(?P<ddm_m>{month})(?P<ddm_y>{tail})?)",
        rf"(?P<md>(?P<md_m>{month})\s+(?P<md_d>{day})(?![\d:])(?P<md_y>{tail})?)",
        rf"(?P<dm>(?P<dm_d>{day})\s+(?:of\s+)?(?P<dm_m>{month})(?P<dm_y>{tail})?)",
        rf"(?P<part>(?P<part_p>{_any('part')})[\s-]+(?P<part_m>{month})(?P<part_y>{tail})?)",
        rf"(?P<partyear>(?P<partyear_p>{_any('part')})[\s-]+(?P<partyear_y>{year}))",
        rf"(?P<season>(?:(?P<season_t>{turn})\s+)?(?P<season_s>{season})(?P<season_y>{tail})?)",
        rf"(?P<my>(?:(?P<my_t>{turn})\s+)?(?P<my_m>{month})(?P<my_y>{tail})?)",
        rf"(?P<spanyears>(?P<spanyears_a>{year})\s*(?:-|–|to)\s*(?P<spanyears_b>{year}))",
        rf"(?P<turned>(?P<turned_t>{turn})\s+(?P<turned_u>week|month|year))",
        rf"(?P<weekday>(?:(?P<weekday_t>{turn})\s+)?(?P<weekday_w>{weekday}))",
        rf"(?P<ago>(?P<ago_n>{_number()})\s+(?P<ago_u>{unit})\s+ago)",
        rf"(?P<later>(?P<later_n>{_number()})\s+(?P<later_u>{unit})\s+(?:later|afterwards))",
        r"(?P<nextday>the (?:next|following) day)",
        rf"(?P<day>{_any('day')})",
        r"(?P<decade>(?:1[89]|20)\d0s)",
        rf"(?P<year>{year}(?![\d,]*\d))",
    ]
    since = r"(?:(?P<since>since)\s+(?:the\s+)?)?"
    return re.compile(rf"(?<![\w$€£/.-]){since}(?:{'|'.join(forms)})(?!\w|[/-]\d)", re.IGNORECASE)


@cache
def _months() -> frozenset[str]:
    """The longest word of each month: alone, "Mar" or "Jun" may be a name."""
    longest: dict[str, str] = {}
    for word, number in words("month").items():
        longest[number] = max(longest.get(number, ""), word, key=len)
    return frozenset(longest.values())


def is_date(text: str, match: re.Match[str], form: str) -> bool:
    """Whether the words are a date: "may", "march" and "fall" are other words too, and so are four digits."""
    words = match.group()
    last = words.split()[-1]
    before = text[max(0, match.start() - 14) : match.start()].lower()
    if form in ("my", "season") and not match.group(f"{form}_y") and not match.group(f"{form}_t"):
        if form == "my" and (not last[0].isupper() or last.lower() not in _months()):
            return False
        if form == "my" and last.lower() in ("may", "march"):
            return bool(
                re.search(r"(?:\b(?:in|since|until|by|of|on|from|during|before|after)\s+|^\s*)$", before)
            ) or bool(match.group("since"))
        if form == "season":
            return bool(match.group("since")) or bool(
                re.search(r"\b(?:in|since|until|during|over)\s+(?:the\s+)?$", before)
            )
    if form == "weekday":
        return last[0].isupper()
    if form == "year":
        return bool(match.group("since")) or bool(
            re.search(
                r"(?:\b(?:in|since|until|from|by|of|during|before|after|to|and|the|between|a)\s+|[(,]\s*|^)$",
                before,
            )
        )
    return True
