"""Lists of cases: whom the lines below a name speak of ("3. Ana Soler, 38, nurse" … "Charge: libel", "Two years.").

An entry is a block of lines, or the row of a table, that begins with a name and without a verb; its later sentences
without a subject are about that person.
"""

import re
from collections.abc import Mapping

from hrkg.extract.reading import Placed, placed
from hrkg.model import Document, TextSentence

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LEAD = 5
"""Tokens before the name (a number, a bullet, a form of address), at most."""


def entries(document: Document) -> Mapping[int, tuple[Placed, ...]]:
    """Number of a sentence → who heads the entry that it stands in."""
    found: dict[int, tuple[Placed, ...]] = {}
    head: tuple[Placed, ...] = ()
    opening = False
    for number, sentence in enumerate(document.sentences):
        if number == 0 or opening or _opens(document, document.sentences[number - 1], sentence):
            opening = not any(c.isalpha() for c in sentence.span.of(document.text))  # "3." alone
            head = _head(document, sentence)
        if head:
            found[number] = head
    return found


def row(document: Document, sentence: TextSentence) -> bool:
    """Whether a sentence is the row of a table: cells between upright strokes."""
    return [t.text for t in document.doc[sentence.start : sentence.end]].count("|") >= 2


def _opens(document: Document, last: TextSentence, sentence: TextSentence) -> bool:
    """Whether a block or row begins with a sentence."""
    gap = document.text[last.span.end : sentence.span.begin]
    return bool(re.search(r"\n[ \t]*\n", gap)) or ("\n" in gap and row(document, sentence))


def _head(document: Document, sentence: TextSentence) -> tuple[Placed, ...]:
    table = row(document, sentence)
    doc = document.doc
    if not table and any(t.tag_ in _FINITE for t in doc[sentence.start : sentence.end]):
        return ()
    names = [p for p in placed(document, sentence) if p.mention.form == "name"]
    first = next((p for p in names if p.mention.kind == "person"), None)
    if first is None or (first.start - sentence.start > _LEAD and not table):
        return ()
    if table:
        return (first,)
    opening = doc[sentence.start : first.start]
    if any(t.text.islower() and t.is_alpha for t in opening) or not _aside(
        doc[first.end - 1 : first.end + 1].text
    ):
        return ()
    people = [p for p in names if p.mention.kind == "person"]
    return tuple(p for p in people if p is first or doc[p.start - 1].lower_ in ("and", "&"))


def _aside(text: str) -> bool:
    """Whether a comma, bracket, stroke or the end follows the name."""
    return bool(re.search(r"[,;:(|]$", text.strip())) or " " not in text.strip()
