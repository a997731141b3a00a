"""Names in the annotated articles of `data/corpus`: each name of the annotation, wherever the text has it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hrkg.language import pipeline

from .corpus import UNKNOWN, Record

_LISTS = {"persons": "PERSON", "organizations": "ORG", "places": "LOC"}
_APOSTROPHES = str.maketrans("’‘", "''")


def read_articles(
    folder: Path, source: str, unannotated: tuple[str, ...] = ("EVENT", "NORP", "LAW")
) -> list[Record]:
    """Read articles with their names as word tags, in the order of the file names.

    The annotation lists every person, organization and place once, with its other forms; a form is tagged at each
    of its occurrences, the longest first. Capitalised words in no form are left unannotated
    unless the article has them in small letters too (nationalities, events, a bare surname that is not listed), and
    so are forms listed under two types (a capital that is a place and a government's other name).
    """
    return [_record(path, source, unannotated) for path in sorted(folder.glob("*.json"))]


def _record(path: Path, source: str, unannotated: tuple[str, ...]) -> Record:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    tokens = [token for token in pipeline().make_doc(text) if not token.is_space]
    words = tuple(token.text for token in tokens)
    forms = _forms(gold)
    longest = max((len(form) for form in forms), default=0)
    plain = [word.translate(_APOSTROPHES) for word in words]
    tags: list[str] = []
    while len(tags) < len(words):
        at = len(tags)
        for length in range(min(longest, len(words) - at), 0, -1):
            label = forms.get(tuple(plain[at : at + length]))
            if label is not None:
                break
        else:
            common = not words[at][:1].isupper() or tokens[at].is_stop or words[at].lower() in words
            length, label = 1, "O" if common else UNKNOWN
        tags += [label] if label in ("O", UNKNOWN) and length == 1 else _tags(label, length)
    return Record(words, tuple(tags), None, source, unannotated)


def _tags(label: str, length: int) -> list[str]:
    return [UNKNOWN] * length if label == UNKNOWN else [f"B-{label}"] + [f"I-{label}"] * (length - 1)


def _forms(gold: dict[str, Any]) -> dict[tuple[str, ...], str]:
    """The names of an annotation, tokenized, with their types; `UNKNOWN` where two types share a form."""
    forms: dict[tuple[str, ...], str] = {}
    for key, label in _LISTS.items():
        for entry in gold.get(key, ()):
            for name in (entry["name"], *entry.get("also", ())):
                name = name.removeprefix("the ").removeprefix("The ")
                if not name[:1].isupper():
                    continue
                form = tuple(t.text.translate(_APOSTROPHES) for t in pipeline().make_doc(name))
                forms[form] = label if forms.get(form, label) == label else UNKNOWN
    return forms
