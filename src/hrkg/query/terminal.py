"""Text as a terminal shows it: how wide, where to break, nothing that steers the terminal."""

import unicodedata
from functools import cache

from hrkg import vocab


def plain(text: str) -> str:
    r"""`text` on one line without control characters, which could steer the terminal that shows an article's words.

    >>> plain("one\ntwo \x1b[31m")
    'one two [31m'
    """
    flat = "".join(" " if c in "\n\r\t\v\f\u2028\u2029" else c for c in text)
    return "".join(c for c in flat if unicodedata.category(c) not in ("Cc", "Cs") and c not in _TURNERS)


_TURNERS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Embeddings, overrides and isolates of writing direction: left open, they reorder the line around them."""


def width_of(text: str) -> int:
    r"""Columns that `text` takes on a terminal: two for East Asian wide characters, none for combining ones.

    Source: Unicode Standard Annex 11, East Asian Width.

    >>> width_of("abc"), width_of("艾未未"), width_of("e\u0301")
    (3, 6, 1)
    """
    return len(text) if text.isascii() and text.isprintable() else sum(_columns(c) for c in text)


@cache
def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` columns, broken at spaces, and within words only where one is longer."""
    if width_of(text) <= width:
        return [text]
    lines, line, used = [], "", 0
    for word in text.split(" "):
        size = width_of(word)
        if line and used + 1 + size <= width:
            line, used = f"{line} {word}", used + 1 + size
            continue
        if line:
            lines.append(line)
        line, used = "", 0
        for character in word:
            columns = _columns(character)
            if line and used + columns > width:
                lines.append(line)
                line, used = "", 0
            line, used = line + character, used + columns
    return [*lines, line]


@cache
def _namespaces() -> tuple[tuple[str, str], ...]:
    """Namespace and prefix, the longest namespace first."""
    return tuple(
        sorted(((ns, p) for p, ns in vocab.prefixes().items()), key=lambda item: (-len(item[0]), item))
    )


def shorten(iri: str) -> str:
    """An IRI with its known prefix, for reading (`hrd:person/mira-kolesnik-f2134a`), else as it is."""
    for namespace, prefix in _namespaces():
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
