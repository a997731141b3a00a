"""Where sentences end."""

import pytest

CASES = [
    ("He was held. She was not.", ["He was held.", "She was not."]),
    ("Dr. Ada Brin met Sen. Otto Vale in Zarova.", ["Dr. Ada Brin met Sen. Otto Vale in Zarova."]),
    ("The U.S. Congress met. It voted.", ["The U.S. Congress met.", "It voted."]),
    ("They live in the U.S. The court is in Zarova.", ["They live in the U.S.", "The court is in Zarova."]),
    ("“Let them go,” he said. “All of them.”", ["“Let them go,” he said.", "“All of them.”"]),
    ("She asked: “Why?” and left.", ["She asked: “Why?” and left."]),
    ('"They are free." The lawyer smiled.', ['"They are free."', "The lawyer smiled."]),
    ("Held since 3.30 p.m. on Monday.", ["Held since 3.30 p.m. on Monday."]),
    ("A line\n\nAnother line", ["A line", "Another line"]),
    ("Case No. 7 was heard.", ["Case No. 7 was heard."]),
    ("What now? Nobody knows! He waits…", ["What now?", "Nobody knows!", "He waits…"]),
    (
        "The court in the capital heard the case on Monday and\nadjourned it.",
        ["The court in the capital heard the case on Monday and\nadjourned it."],
    ),
    ("Short line\nnext line", ["Short line", "next line"]),
    ("She wrote “We are here.” in chalk.", ["She wrote “We are here.” in chalk."]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences(document, text, expected):
    assert [s.span.of(text) for s in document(text).sentences] == expected


def test_the_number_of_cases():
    assert len(CASES) == 14


def test_headings_are_lines_without_a_full_stop(document):
    found = document("Students held in Zarova\n\nPolice held ten students.").sentences
    assert [s.heading for s in found] == [True, False]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U.S.-China talks", ["U.S.", "-", "China", "talks"]),
        ("a Zarova-based group", ["a", "Zarova", "-", "based", "group"]),
        ("Reuters/Agency", ["Reuters", "/", "Agency"]),
        ("Mira's lawyer", ["Mira", "'s", "lawyer"]),
        ("Mira’s lawyer", ["Mira", "’s", "lawyer"]),
    ],
)
def test_tokens(document, text, words):
    assert [t.text for t in document(text).doc] == words
