"""What the tests of extractors share: documents written with their mentions marked in the text."""

import re
from collections.abc import Callable

import pytest

from hrkg.model import Document, Mention, Record, Reference, Span

_KINDS = {"p": "person", "o": "organization", "g": "group", "l": "place"}
_MARK = re.compile(r"\{(?P<kind>[pogl])(?:\.(?P<code>[a-z]+))?:(?P<words>[^{}=]+)(?:=(?P<tied>[^{}]*))?\}")
_PRONOUNS = frozenset(["he", "she", "it", "they", "we", "i", "his", "her", "its", "their"])


@pytest.fixture
def marked(document: Callable[..., Document]) -> Callable[[str], Document]:
    """Read a text with marked mentions.

    `{p:Ana Soler}` is a person's name (`o` organization, `g` group, `l` place), `{o.court:High Court}` has a kind, and
    `{p:she=Ana Soler}` stands for the last mention of that name before it; `{p:she=}` stands for nobody known.
    """

    def make(text: str) -> Document:
        plain, records, end = "", list[Record](), 0
        known: dict[str, Span] = {}
        for mark in _MARK.finditer(text):
            plain += text[end : mark.start()]
            words, tied = mark["words"], mark["tied"]
            span = Span(len(plain), len(plain) + len(words))
            form = "name" if tied is None else "pronoun" if words.lower() in _PRONOUNS else "nominal"
            kind = _KINDS[mark["kind"]]
            form = "nominal" if kind == "group" else form
            records.append(Mention(span, kind, words, form, mark["code"]))  # type: ignore[arg-type]
            if tied:
                records.append(Reference(span, known[tied]))
            elif tied is None:
                known[words] = span
            plain += words
            end = mark.end()
        return document(plain + text[end:], records)

    return make
