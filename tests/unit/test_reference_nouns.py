"""Nouns, aliases and relatives that stand for somebody named, read with the language engine."""

from functools import cache

import pytest

from hrkg.extract.mentions import EXTRACTOR as MENTIONS
from hrkg.extract.reference import EXTRACTOR
from hrkg.language import Engine, read
from hrkg.model import Article, Extracted, Mention, Reference


@cache
def engine() -> Engine:
    return Engine()


def links(text: str) -> dict[str, str]:
    """Words of each linked mention (the last of equals) → name of what it was linked to."""
    document = read(Article("0" * 64, text, "test.txt"), engine())
    document = document.adding(Extracted(m, MENTIONS.name) for m in MENTIONS(document))
    named = {m.span: m.name for m in document.of(Mention)}
    found: dict[str, str] = {}
    for reference in EXTRACTOR(document):
        assert isinstance(reference, Reference)
        found[reference.mention.of(text)] = named[reference.antecedent]
    return found


LINKED = [
    # heads of names
    (
        "The Kestrane Velm Foundation was shut. Soldiers now sleep in the foundation.",
        "the foundation",
        "Kestrane Velm Foundation",
    ),
    ("He is held in Kalvar Prison. Nobody may visit the prison on Fridays.", "the prison", "Kalvar Prison"),
    (
        "The Lower Reach Security Directorate promised a report. The directorate gave no date.",
        "The directorate",
        "Lower Reach Security Directorate",
    ),
    # what a body is called beside its name
    (
        "Orla Kestrane, a reporter with the weekly Steppe Bulletin, was held. On Friday the weekly said why.",
        "the weekly",
        "Steppe Bulletin",
    ),
    # roles
    (
        "Orla Kestrane, a nun and teacher, was freed on Monday. Pupils met the teacher.",
        "the teacher",
        "Orla Kestrane",
    ),
    ("Milo Kestrane is a mechanic. Guards beat the mechanic on Monday.", "the mechanic", "Milo Kestrane"),
    (
        "Soldiers searched the home of Orla Kestrane, a reporter. They beat the journalist.",
        "the journalist",
        "Orla Kestrane",
    ),
    (
        "Orla Kestrane, who sang at weddings, was held on Monday. Her neighbours miss the singer.",
        "the singer",
        "Orla Kestrane",
    ),
    (
        "Milo Kestrane was arrested on Monday. A spokesman said the detainee was well.",
        "the detainee",
        "Milo Kestrane",
    ),
    (
        "Milo Kestrane, a baker, died on Friday. Flowers lay beside a portrait of the dead man.",
        "the dead man",
        "Milo Kestrane",
    ),
    (
        "Orla Kestrane was freed on Monday. She is a nurse. Guards beat the nurse.",
        "the nurse",
        "Orla Kestrane",
    ),
    # relatives
    (
        "Orla Kestrane was freed on Monday. Her brother, Milo Kestrane, waited. Orla Kestrane hugged her brother.",
        "brother",
        "Milo Kestrane",
    ),
    (
        "Orla Kestrane's daughter, Nadia Velm, wept. “They took my mother at night,” Nadia Velm said.",
        "mother",
        "Orla Kestrane",
    ),
    (
        "Milo Kestrane's lawyer, Nadia Velm, came late. Nadia Velm said her client was ill.",
        "client",
        "Milo Kestrane",
    ),
    # aliases
    ("Orla Kestrane, 41, better known as Tia Velm, was freed.", "Tia Velm", "Orla Kestrane"),
    # openings
    (
        "A village priest was sent to a penal colony on Monday.\n\nMilo Kestrane, a priest, had read out a list.",
        "A village priest",
        "Milo Kestrane",
    ),
]


@pytest.mark.parametrize(("text", "words", "name"), LINKED)
def test_linked(text: str, words: str, name: str) -> None:
    assert links(text).get(words) == name


APART = [
    # two prisons, or one that nobody named
    ("He was moved from Kalvar Prison to Edrin Prison. Nobody may visit the prison.", "the prison"),
    ("He left Kalvar Prison. A prison in the north took him. Nobody may visit the prison.", "the prison"),
    ("He left Kalvar Prison on Monday. Critics of the prison system were pleased.", "the prison"),
    # another bearer of the role, named or not
    ("The lawyer Orla Kestrane met the lawyer Milo Velm. Guards searched the lawyer.", "the lawyer"),
    (
        "The lawyer Orla Kestrane left. Then a lawyer from the capital came. Guards searched the lawyer.",
        "the lawyer",
    ),
    # the noun is somebody else than who acts on them, or than who says it
    ("The lawyer Orla Kestrane came. Kestrane met the lawyer on Monday.", "the lawyer"),
    ("The lawyer Orla Kestrane came. Kestrane said the lawyer was ill.", "the lawyer"),
    # the nearer person may be a teacher too
    (
        "Orla Kestrane, a teacher, was freed. Snow fell. It was cold. A list names Milo Velm. They beat the teacher.",
        "the teacher",
    ),
    # two were taken into custody
    (
        "Milo Kestrane was arrested on Monday. Orla Velm was arrested on Friday. Guards beat the detainee.",
        "the detainee",
    ),
    # no relative, or two
    ("Orla Kestrane hugged her brother.", "brother"),
    ("Her colleagues praise Orla Kestrane. Milo Velm knows her brother.", "brother"),
    # "Milo" is the father's son, not the father
    ("Abu Yazan Kelmente was held. Kelmente's neighbours told Yazan.", "Yazan"),
    # a speaker of the role is not who the text opens with
    ("A lawyer was arrested on Monday.\n\n“We are appalled,” said Orla Kestrane, a lawyer.", "A lawyer"),
    # the group of other things
    ("Amnesty International protested. It named the group of chemicals that kill.", "the group"),
]


@pytest.mark.parametrize(("text", "words"), APART)
def test_left_apart(text: str, words: str) -> None:
    assert words not in links(text)


def test_the_name_with_the_same_accents_is_meant() -> None:
    text = "The girl Trần Đặng Khánh An met the clerk Trần Quốc Ân. Ân smiled."
    assert links(text).get("Ân") == "Trần Quốc Ân"
