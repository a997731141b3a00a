"""Ethnicity and nationality: only where the words state them."""

from collections.abc import Callable

import pytest

from hrkg.extract.ethnicities import EXTRACTOR
from hrkg.model import Attribute, Document

SAID = [
    ("Uyghur economist {p:Ana Soler} was held.", ("ethnicity", "Uyghur")),
    ("{p:Ana Soler}, a Kurdish teacher, was held.", ("ethnicity", "Kurdish")),
    ("{p:Ana Soler}, an ethnic Kazakh, was held.", ("ethnicity", "Kazakh")),
    ("{p:Ana Soler}, an ethnic Kazakh herder, was held.", ("ethnicity", "Kazakh")),
    ("{p:Ana Soler}, 30, a member of the Hazara minority, was held.", ("ethnicity", "Hazara")),
    ("{p:Ana Soler}, who is Tibetan, was held.", ("ethnicity", "Tibetan")),
    ("The Crimean Tatar activist {p:Ana Soler} was held.", ("ethnicity", "Crimean Tatar")),
    ("The Uighur poet {p:Ana Soler} was held.", ("ethnicity", "Uyghur")),
    ("{p:Ana Soler}, a Dutch national, was held.", ("nationality", "dutch")),
    ("{p:Ana Soler} is a Canadian citizen.", ("nationality", "canadian")),
    ("Swedish citizen {p:Ana Soler} was held.", ("nationality", "swedish")),
]

UNSAID = [
    "Chinese President {p:Ana Soler} left.",
    "Russian lawyer {p:Ana Soler} spoke.",
    "Tibetan Prime Minister {p:Ana Soler} spoke.",
    "Uyghur rights activist {p:Ana Soler} spoke.",
    "Tibetan language advocate {p:Ana Soler} spoke.",
    "{p:Ana Soler} speaks Kurdish.",
    "{p:Ana Soler} lives in the Kurdish region.",
    "{p:Ana Soler} teaches Tamil to a student.",
    "{p:Ana Soler} is in the Tibetan capital.",
    "{p:Ana Soler} criticised the Uyghur economist.",
    "{p:Ana Soler} spoke of the Kazakh border.",
    "{p:Ana Soler} met a Dutch national.",
    "In a letter to {p:Ana Soler}, a Dutch citizen asked for help.",
    "The national {p:Ana Soler} prize was given.",
]


def stated(document: Document) -> set[tuple[str, str]]:
    return {(r.predicate, r.value) for r in EXTRACTOR(document) if isinstance(r, Attribute)}


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_said(marked: Callable[[str], Document], text: str, expected: tuple[str, str]) -> None:
    assert stated(marked(text)) == {expected}


@pytest.mark.parametrize("text", UNSAID)
def test_unsaid(marked: Callable[[str], Document], text: str) -> None:
    assert stated(marked(text)) == set()
