"""Kinship between named people."""

from collections.abc import Callable

import pytest

from hrkg.extract.kin import EXTRACTOR
from hrkg.model import Document, Relation

TOLD = [
    ("{p:Ion Sava} and {p:his=Ion Sava} wife, {p:Ana Soler}, left.", {("his", "spouse", "Ana Soler")}),
    ("{p:Ion Sava} left; {p:his=Ion Sava} widow {p:Ana Soler} stayed.", {("his", "spouse", "Ana Soler")}),
    ("{p:Ana Soler}'s husband, {p:Ion Sava}, left.", {("Ana Soler", "spouse", "Ion Sava")}),
    ("{p:Ana Soler}'s younger brother {p:Ion Sava} left.", {("Ana Soler", "sibling", "Ion Sava")}),
    ("{p:Ana Soler}, the mother of {p:Ion Sava}, left.", {("Ana Soler", "children", "Ion Sava")}),
    ("{p:Ana Soler}, {p:Ion Sava}'s mother, left.", {("Ana Soler", "children", "Ion Sava")}),
    ("{p:Ana Soler} is the daughter of {p:Ion Sava}.", {("Ion Sava", "children", "Ana Soler")}),
    ("{p:Ana Soler}'s daughter, {p:Mira Soler}, 16, left.", {("Ana Soler", "children", "Mira Soler")}),
    (
        "{p:Ana Soler} left. {p:Her=Ana Soler} father, retired judge {p:Ion Sava}, stayed.",
        {("Ion Sava", "children", "Her")},
    ),
    ("The brothers {p:Ion Sava} and {p:Karl Sava} left.", {("Ion Sava", "sibling", "Karl Sava")}),
    (
        "{p:Ana Soler}'s sons {p:Ion Sava}, 9, and {p:Karl Sava} left.",
        {
            ("Ana Soler", "children", "Ion Sava"),
            ("Ana Soler", "children", "Karl Sava"),
            ("Ion Sava", "sibling", "Karl Sava"),
        },
    ),
    ("{p:Ana Soler}'s cousin, {p:Ion Sava}, left.", {("Ana Soler", "kinOf", "Ion Sava")}),
    ("{p:Ana Soler}'s brother-in-law {p:Ion Sava} left.", {("Ana Soler", "kinOf", "Ion Sava")}),
    ("{p:Ana Soler} married {p:Ion Sava} in 2001.", {("Ana Soler", "spouse", "Ion Sava")}),
    ("{p:Ana Soler} is married to {p:Ion Sava}.", {("Ana Soler", "spouse", "Ion Sava")}),
    ("The mother of {p:Ion Sava}, {p:Ana Soler}, left.", {("Ana Soler", "children", "Ion Sava")}),
    ("{p:Ion Sava}, nephew of {p:Ana Soler}, left.", {("Ana Soler", "kinOf", "Ion Sava")}),
]

UNTOLD = [
    "{p:Ana Soler} met a mother of two.",
    "{p:Ana Soler}'s husband was not named.",
    "{p:Ion Sava} and {p:his=} wife, {p:Ana Soler}, left.",
    "Sister {p:Ana Soler} and {p:Ion Sava} prayed.",
    "The {o:Muslim Brothers} held {p:Ana Soler} and {p:Ion Sava}.",
    "The couple told {p:Ana Soler} and {p:Ion Sava}.",
    "{p:Ana Soler} asked {p:Ion Sava} about the children.",
    "{p:Ana Soler}'s mother saw {p:Ion Sava} leave.",
    "{p:Ana Soler}'s lawyer, {p:Ion Sava}, left.",
    "{p:Ana Soler} spoke of the father of the nation, and {p:Ion Sava} agreed.",
    "{p:Ana Soler} and {p:Ion Sava} have no children.",
    "Every mother knows {p:Ana Soler} and {p:Ion Sava}.",
    "{p:Ana Soler}'s brother and {p:Ion Sava} left.",
    "The mother of {p:Ion Sava}'s friend met {p:Ana Soler}.",
    "{p:Ana Soler} left. {p:Her=Ana Soler} cousin {p:Ana Soler} stayed.",
]


def ties(document: Document) -> set[tuple[str, str, str]]:
    text = document.text
    found = [r for r in EXTRACTOR(document) if isinstance(r, Relation)]
    return {(r.subject.of(text), r.predicate, r.object.of(text)) for r in found}


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_told(marked: Callable[[str], Document], text: str, expected: set[tuple[str, str, str]]) -> None:
    assert ties(marked(text)) == expected


@pytest.mark.parametrize("text", UNTOLD)
def test_untold(marked: Callable[[str], Document], text: str) -> None:
    assert ties(marked(text)) == set()
