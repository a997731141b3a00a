"""How dates are written: one pattern of all forms."""

import re
from functools import cache

from hrkg import lexicons

YEAR = r"(?:1[6-9]|20)\d\d"


@cache
def words(kind: str) -> dict[str, str]:
    """From the words of one kind of the list `calendar-words` to their values."""
    return {row["word"]: row["value"] for row in lexicons.rows("calendar-words") if row["kind"] == kind}


def any_of(kind: str) -> str:
    """A pattern of the words of one kind, the longest first."""
    found = sorted(words(kind), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in found) + ")"


@cache
def number() -> str:
    """A pattern of cardinals in digits or words."""
    found = sorted(lexicons.words("cardinals"), key=lambda w: (-len(w), w))
    return r"(?:\d{1,3}|" + "|".join(re.escape(w) for w in found) + ")"


def _day_forms(tail: str) -> list[str]:
    month, day = any_of("month"), r"\d{1,2}(?:st|nd|rd|th)?"
    to = r"\s*(?:[-–—]|\b(?:to|and|or|until|till|through)\b)\s*"
    weekday = rf"(?:{any_of('weekday')},?\s+(?:the\s+)?)?"

    def pair(form: str) -> str:
        return rf"(?P<{form}_a>{day})(?P<{form}_to>{to})(?P<{form}_b>{day})"

    def named(form: str) -> str:
        return rf"(?:(?P<{form}_w>{any_of('weekday')}),?\s+(?:the\s+)?)?"

    return [
        rf"(?P<mdd>{weekday}(?P<mdd_m>{month})\s+{pair('mdd')}(?![\d:])(?P<mdd_y>{tail})?)",
        rf"(?P<ddm>{weekday}{pair('ddm')}\s+(?:of\s+)?(?P<ddm_m>{month})(?P<ddm_y>{tail})?)",
        rf"(?P<md>{named('md')}(?P<md_m>{month})\s+(?:the\s+)?(?P<md_d>{day})(?![\d:])(?P<md_y>{tail})?)",
        rf"(?P<dm>{named('dm')}(?P<dm_d>{day})[\s-]+(?:of\s+)?(?P<dm_m>{month})(?P<dm_y>{tail}|-{YEAR})?)",
        rf"(?P<dturn>(?P<dturn_d>\d{{1,2}}(?:st|nd|rd|th))\s+of\s+(?P<dturn_t>{any_of('turn')})\s+month)",
    ]


def _part_forms(tail: str) -> list[str]:
    part, turn = rf"{any_of('part')}(?:[\s-]+|\s+in\s+)(?:the\s+)?", any_of("turn")
    whole = rf"(?:{YEAR}|{turn}\s+year)"
    order, fraction = any_of("ordinal"), any_of("fraction")
    return [
        rf"(?P<part>(?P<part_p>{part})(?P<part_m>{any_of('month')})(?P<part_y>{tail})?)",
        rf"(?P<partdecade>(?P<partdecade_p>{part})(?P<partdecade_d>{YEAR[:-2]}0[’']?s))",
        rf"(?P<partyear>(?P<partyear_p>{part})(?P<partyear_y>{whole}))",
        rf"(?P<partturn>(?P<partturn_p>{part})(?P<partturn_t>{turn})\s+(?P<partturn_u>week|month))",
        rf"(?P<weekof>(?P<weekof_o>{order})\s+week\s+(?:of|in)\s+(?P<weekof_m>{any_of('month')})(?P<weekof_y>{tail})?)",
        rf"(?P<fraction>(?P<fraction_o>{order})\s+(?P<fraction_f>{fraction})\s+of\s+(?P<fraction_y>{whole}))",
        r"(?P<within>(?P<within_p>earlier|later)\s+(?P<within_t>this|that|the\s+same)\s+(?P<within_u>week|month|year))",
    ]


def _relative_forms() -> list[str]:
    turn, unit, vague = any_of("turn"), any_of("unit"), any_of("vague")
    week = rf"(?:\s+(?:of\s+)?(?P<weekday_o>{turn})\s+week)?"
    some, half = rf"(?:{number()}|{vague})", r"(?:\s+and\s+a\s+half)"
    return [
        rf"(?P<past>(?:the|this)\s+(?:past|last)\s+(?:{some}\s+)?{unit}(?!\s+(?:of|in)\s+{any_of('month')}))",
        rf"(?P<turned>(?P<turned_t>{turn})\s+(?P<turned_u>week|month|year))",
        rf"(?P<weekday>(?:(?P<weekday_t>{turn})\s+)?(?P<weekday_w>{any_of('weekday')}){week})",
        rf"(?P<halfago>(?:{number()}{half}\s+{unit}|{number()}\s+{unit}{half}|half\s+an?\s+{unit})\s+ago)",
        rf"(?P<vagueago>(?:(?:{vague}\s+)?{unit})\s+ago)",
        rf"(?P<ago>(?P<ago_n>{number()})\s+(?P<ago_u>{unit})\s+ago(?P<ago_today>\s+today)?)",
        rf"(?P<later>(?P<later_n>{number()})\s+(?P<later_u>{unit})\s+(?P<later_p>later|afterwards|earlier))",
        rf"(?P<other>(?P<other_t>{any_of('other-day')})\s+(?P<other_u>{any_of('other-unit')}))",
        rf"(?P<day>{any_of('day')})",
    ]


@cache
def pattern(inside: bool = False) -> re.Pattern[str]:
    """One alternation, the fuller forms first; `inside` a range a date may follow a hyphen."""
    turn = any_of("turn")
    tail = (
        rf"(?:,?\s+(?:of\s+)?{YEAR}\b|,?\s+(?:of\s+)?(?:{turn})\s+year\b"
        rf"|\s+(?:of\s+)?{any_of('other-year')}\s+year\b)"
    )
    years = rf"(?P<season_y>,?\s+(?:of\s+)?{YEAR}[-–/]\d\d(?:\d\d)?|{tail})?"
    forms = [
        rf"(?P<named>{any_of('named')})",
        rf"(?P<iso>{YEAR}(?P<iso_s>[-/])\d\d(?P=iso_s)\d\d(?:T\d\d:[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)",
        rf"(?P<slashed>\d{{1,2}}(?P<slashed_s>[/.])\d{{1,2}}(?P=slashed_s){YEAR})",
        rf"(?P<spanyears>(?P<spanyears_a>{YEAR})\s*[-–—/]\s*(?P<spanyears_b>{YEAR}))",
        rf"(?P<short>(?P<short_a>{YEAR})[-–/](?P<short_b>\d\d))",
        *_day_forms(tail),
        *_part_forms(tail),
        rf"(?P<season>(?:(?P<season_t>{turn})\s+)?(?:{any_of('part')}[\s-]+)?(?P<season_s>{any_of('season')}){years})",
        rf"(?P<my>(?:(?P<my_t>{turn})\s+)?(?P<my_m>{any_of('month')})(?P<my_y>{tail})?)",
        *_relative_forms(),
        rf"(?P<decade>{YEAR[:-2]}0[’']?s)",
        r"(?P<century>(?P<century_n>\d{1,2})(?:st|nd|rd|th)[\s-]+century)",
        rf"(?P<year>{YEAR}(?![\d,]*\d))",
    ]
    prefix = (
        r"(?:(?P<since>since)\s+(?:(?P<loose>at\s+least|around|about|as\s+early\s+as)\s+)?(?:the\s+)?"
        r"|(?P<until>until|till)\s+(?:the\s+)?|(?P<about>around|about|circa|ca\.)\s+)?"
    )
    start = "" if inside else r"(?<![\w$€£/.-])(?<!\d,)"
    return re.compile(rf"{start}{prefix}(?:{'|'.join(forms)})(?!\w|[/-]\d|%)", re.IGNORECASE)
