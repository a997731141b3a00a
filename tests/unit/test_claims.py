"""Who says what, in which stance, of whom."""

from collections.abc import Callable

import pytest

from hrkg.extract.claims import EXTRACTOR
from hrkg.model import Claim, Document

MADE = [
    (
        '"The trial was a show for the cameras," said {p:Ana Soler}.',
        "Ana Soler",
        "The trial was a show for the cameras",
        "report",
    ),
    (
        '"The trial was a show for the cameras," {p:Ana Soler} said.',
        "Ana Soler",
        "The trial was a show for the cameras",
        "report",
    ),
    (
        "“The trial was a show,” {p:Ana Soler}, a lawyer, told reporters.",
        "Ana Soler",
        "The trial was a show",
        "report",
    ),
    ('{p:Ana Soler} said: "The trial was a show."', "Ana Soler", "The trial was a show.", "report"),
    ('{p:Ana Soler} said, "The trial was a show."', "Ana Soler", "The trial was a show.", "report"),
    (
        '"They must free her today," said {p:Ana Soler}, who leads the {o:Lantern League}.',
        "Ana Soler",
        "They must free her today",
        "urge",
    ),
    (
        "{p:Ana Soler} said that the trial had been unfair.",
        "Ana Soler",
        "the trial had been unfair",
        "report",
    ),
    (
        "{p:Ana Soler} said on Monday that the trial had been unfair.",
        "Ana Soler",
        "the trial had been unfair",
        "report",
    ),
    ("{p:Ana Soler} said the trial had been unfair.", "Ana Soler", "the trial had been unfair", "report"),
    (
        "{p:Ana Soler} told {g:reporters} that the trial had been unfair.",
        "Ana Soler",
        "the trial had been unfair",
        "report",
    ),
    ("The trial had been unfair, {p:Ana Soler} said.", "Ana Soler", "The trial had been unfair", "report"),
    (
        "The trial had been unfair, said {p:Ana Soler}, a lawyer.",
        "Ana Soler",
        "The trial had been unfair",
        "report",
    ),
    ("According to {p:Ana Soler}, the trial was unfair.", "Ana Soler", "the trial was unfair", "report"),
    (
        "The trial was unfair, according to the {o:Lantern League}.",
        "Lantern League",
        "The trial was unfair",
        "report",
    ),
    ("{p:Ana Soler} denied that anybody was held.", "Ana Soler", "anybody was held", "deny"),
    (
        "The {o:Lantern League} warned that more arrests would follow.",
        "Lantern League",
        "more arrests would follow",
        "warn",
    ),
    ("{g:Residents} said the road was closed.", "Residents", "the road was closed", "report"),
    ("KYIV, May 3 – {p:Ana Soler} said the road was closed.", "Ana Soler", "the road was closed", "report"),
    (
        "{p:Ana Soler} left. {p:She=Ana Soler} said the road was closed.",
        "She",
        "the road was closed",
        "report",
    ),
    (
        "{p:Ana Soler}, a lawyer for the {o:Lantern League}, said the road was closed.",
        "Ana Soler",
        "the road was closed",
        "report",
    ),
    (
        "{p:Ana Soler} of the {o:Lantern League} said the road was closed.",
        "Ana Soler",
        "the road was closed",
        "report",
    ),
    (
        "On Friday, {p:Ana Soler}, who was freed in May, said the road was closed.",
        "Ana Soler",
        "the road was closed",
        "report",
    ),
]

AIMED = [
    ("{p:Ana Soler} accused the {o:Coast Police} of beating him.", "accuse", "Coast Police"),
    ("The {o:Lantern League} urged the {o:Coast Police} to free her.", "urge", "Coast Police"),
    ("The {o:Lantern League} called on the {o:Coast Police} to free her.", "urge", "Coast Police"),
    ("{p:Ana Soler} asked the {o:Coast Police} to free her.", "urge", "Coast Police"),
    ("{p:Ana Soler} blamed the {o:Coast Police} for the delay.", "accuse", "Coast Police"),
    ("{p:Ana Soler} condemned the raid on the newspaper.", "criticise", None),
    ("The {o:Lantern League} welcomed the release of two prisoners.", "praise", None),
    ("{p:Ana Soler} praised the {o:Coast Police} for its restraint.", "praise", "Coast Police"),
    ("{p:Ana Soler} rejected the report as a fabrication.", "reject", None),
    ("{p:Ana Soler} pledged to publish the findings.", "promise", None),
    ("The {o:Lantern League} expressed concern over her health.", "concern", None),
]

UNMADE = [
    "A lawyer said the road was closed.",
    "{p:He=} said the road was closed.",
    "{p:Ana Soler} declined to say where she had been.",
    "{p:Ana Soler} did not say where she had been.",
    "{p:Ana Soler} will say that the road was closed.",
    "{p:Ana Soler} was told that the road was closed.",
    "{p:Ana Soler} was accused of fraud and theft.",
    "{p:Ana Soler} is said to be in prison.",
    "{p:Ana Soler} denied him insulin for weeks.",
    "{o.court:High Court} rejected the appeal of the two men.",
    "Police found a “box of old books” in the flat of {p:Ana Soler}.",
    "She called it “reform”, and {p:Ana Soler} left.",
    "The claims of {p:Ana Soler} were heard by the court.",
    "{p:Ana Soler} asked for water.",
    "The report says nothing of {p:Ana Soler}.",
    "{p:Ana Soler}'s lawyer said the road was closed.",
    "A friend of {p:Ana Soler} said the road was closed.",
    "If {p:Ana Soler} would say that the road was closed, we could go.",
    "League says trial of {p:Ana Soler} was unfair",
]


def claims(document: Document) -> list[Claim]:
    return [r for r in EXTRACTOR(document) if isinstance(r, Claim)]


@pytest.mark.parametrize(("text", "speaker", "content", "stance"), MADE)
def test_made(marked: Callable[[str], Document], text: str, speaker: str, content: str, stance: str) -> None:
    document = marked(text)
    (found,) = claims(document)
    assert found.speaker is not None
    assert found.speaker.of(document.text) == speaker
    assert found.content.of(document.text) == content
    assert found.stance == stance
    assert found.direct == ('"' in text or "“" in text)


@pytest.mark.parametrize(("text", "stance", "target"), AIMED)
def test_aimed(marked: Callable[[str], Document], text: str, stance: str, target: str | None) -> None:
    document = marked(text)
    (found,) = claims(document)
    assert found.stance == stance
    assert (found.target.of(document.text) if found.target else None) == target


@pytest.mark.parametrize("text", UNMADE)
def test_unmade(marked: Callable[[str], Document], text: str) -> None:
    assert claims(marked(text)) == []


def test_split_quotation_has_one_speaker(marked: Callable[[str], Document]) -> None:
    document = marked('"They came at night," {p:Ana Soler} said. "They took both of my brothers."')
    assert [(c.speaker.of(document.text) if c.speaker else None, c.direct) for c in claims(document)] == [
        ("Ana Soler", True),
        ("Ana Soler", True),
    ]


def test_quotation_over_paragraphs(marked: Callable[[str], Document]) -> None:
    document = marked(
        '{p:Ana Soler} said: "They came at night and took them.\n\n"Nobody told us where they went."'
    )
    assert [c.speaker.of(document.text) for c in claims(document) if c.speaker] == ["Ana Soler", "Ana Soler"]


def test_nested_quotation_is_one_claim(marked: Callable[[str], Document]) -> None:
    document = marked("“He told us ‘stay at home’ and then left,” said {p:Ana Soler}.")
    (found,) = claims(document)
    assert found.content.of(document.text) == "He told us ‘stay at home’ and then left"


def test_coordinated_verbs_make_two_claims(marked: Callable[[str], Document]) -> None:
    document = marked(
        "The {o:Lantern League} condemned the raid on the paper and called for an inquiry into it."
    )
    assert [c.stance for c in claims(document)] == ["criticise", "urge"]


def test_long_quotation_is_cut(marked: Callable[[str], Document]) -> None:
    said = " ".join(f"We walked to camp number {n} in the rain." for n in ("one", "two", "three", "four"))
    found = claims(marked(f'{{p:Ana Soler}} said: "{said}"'))
    assert len(found) == 2


def test_continued_quotation_without_speaker_is_left_out(marked: Callable[[str], Document]) -> None:
    assert claims(marked('The wall reads: "Nobody will ever leave this place alive."')) == []
