"""What people do, read from the words around their names."""

from collections.abc import Callable

import pytest

from hrkg.extract.occupations import EXTRACTOR
from hrkg.model import Attribute, Document

SAID = [
    ("The lawyer {p:Ana Soler} was released.", {("Ana Soler", "lawyer")}),
    ("{p:Ana Soler}, a lawyer, was released.", {("Ana Soler", "lawyer")}),
    ("{p:Ana Soler}, 41, a human rights lawyer, was released.", {("Ana Soler", "human rights lawyer")}),
    ("{p:Ana Soler} (41), a poet, was released.", {("Ana Soler", "poet")}),
    ("{p:Ana Soler} is a former schoolteacher.", {("Ana Soler", "former schoolteacher")}),
    ("Police held retired judge {p:Ion Sava}.", {("Ion Sava", "retired judge")}),
    ("{p:Ion Sava}, who was a nurse, left.", {("Ion Sava", "nurse")}),
    ("{p:Ion Sava}, a painter and activist, left.", {("Ion Sava", "painter"), ("Ion Sava", "activist")}),
    ("The painter and activist {p:Ion Sava} left.", {("Ion Sava", "painter"), ("Ion Sava", "activist")}),
    (
        "Reporters {p:Ana Soler} and {p:Ion Sava} were held.",
        {("Ana Soler", "reporter"), ("Ion Sava", "reporter")},
    ),
    (
        "{p:Ana Soler}, 41, and {p:Ion Sava}, 50, both journalists, were held.",
        {("Ana Soler", "journalist"), ("Ion Sava", "journalist")},
    ),
    (
        "Editor {p:Ana Soler} and cameraman {p:Ion Sava} left.",
        {("Ana Soler", "editor"), ("Ion Sava", "cameraman")},
    ),
    ("A farmer, {p:Ion Sava}, was shot.", {("Ion Sava", "farmer")}),
    ('"It is over," the lawyer, {p:Ana Soler}, told reporters.', {("Ana Soler", "lawyer")}),
    ("{p:Ana Soler}'s brother, the nurse {p:Ion Sava}, spoke.", {("Ion Sava", "nurse")}),
    ("{p:Ana Soler}'s lawyer, {p:Ion Sava}, spoke.", {("Ion Sava", "lawyer")}),
    ("The union's lawyer, {p:Ion Sava}, spoke.", {("Ion Sava", "lawyer")}),
    ("{p:Ana Soler} was freed. {p:She=Ana Soler} is a dentist.", {("She", "dentist")}),
    ("{p:Ana Soler}, an economist at {o:Port University}, wrote it.", {("Ana Soler", "economist")}),
    ("{p:Ana Soler} worked as a translator.", {("Ana Soler", "translator")}),
    ("Justice {p:Ana Soler} read the verdict.", {("Ana Soler", "judge")}),
    ("Father {p:Ion Sava} prayed.", {("Ion Sava", "priest")}),
    ("The law student {p:Ion Sava} left.", {("Ion Sava", "law student")}),
]

UNSAID = [
    "{p:Ana Soler} met a lawyer in Port Lelu.",
    "In a letter to {p:Ana Soler}, a lawyer said the case was closed.",
    "In a letter to {p:Ana Soler}, lawyers asked for more time.",
    "Police arrested {p:Ana Soler}, a lawyer's clerk said.",
    "The lawyers' association wrote to {p:Ana Soler}.",
    "{p:Ana Soler} is not a lawyer.",
    "{p:Ana Soler} asked whether the man was a lawyer.",
    "Lawyers for {p:Ana Soler} said she was ill.",
    "The lawyer of {p:Ana Soler} spoke.",
    "Counsel for the judge, {p:Ana Soler}, spoke.",
    "No lawyer, {p:Ana Soler} said, was present.",
    "{p:Ana Soler} left the reporter behind.",
    "The man who shot {p:Ana Soler} was a soldier.",
    "{p:Ana Soler} and a driver were held.",
    "His father {p:Ion Sava} waited.",
    "{p:He=} is a poet, one of many.",
    "{p:Ana Soler} spoke to reporters.",
    "Before becoming a lawyer, {p:Ana Soler} lived in Lelu.",
]


def occupations(document: Document) -> set[tuple[str, str]]:
    found = [r for r in EXTRACTOR(document) if isinstance(r, Attribute)]
    assert all(r.predicate == "occupation" for r in found)
    return {(r.subject.of(document.text), r.value) for r in found}


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_said(marked: Callable[[str], Document], text: str, expected: set[tuple[str, str]]) -> None:
    assert occupations(marked(text)) == expected


@pytest.mark.parametrize("text", UNSAID)
def test_unsaid(marked: Callable[[str], Document], text: str) -> None:
    assert occupations(marked(text)) == set()


def test_evidence_holds_name_and_words(marked: Callable[[str], Document]) -> None:
    document = marked("Then {p:Ana Soler}, 41, a lawyer from Lelu, left.")
    (found,) = EXTRACTOR(document)
    assert isinstance(found, Attribute)
    assert found.evidence.of(document.text) == "Ana Soler, 41, a lawyer"
