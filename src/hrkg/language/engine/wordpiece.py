"""WordPiece with word shapes: words to subword and shape identifiers.

Source: the BERT tokenisation (lower-cased, accents stripped, split at punctuation, longest match first).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path

NO_LETTERS, LOWER, TITLE, UPPER, MIXED = range(5)
SHAPES = 5
MAX_CHARACTERS = 60


def shape(piece: str) -> int:
    """Return the letter-case class of a stretch of text without punctuation."""
    letters = [character for character in piece if character.isalpha()]
    if not letters:
        return NO_LETTERS
    if all(not character.isupper() for character in letters):
        return LOWER
    if letters[0].isupper() and not any(character.isupper() for character in letters[1:]):
        return TITLE
    if all(not character.islower() for character in letters):
        return UPPER
    return MIXED


def _is_punctuation(character: str) -> bool:
    code = ord(character)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(character).startswith("P")


def _pieces(word: str) -> list[str]:
    """Split a word at punctuation marks and at white space."""
    pieces: list[str] = []
    begin = 0
    for position, character in enumerate(word):
        if character.isspace() or _is_punctuation(character):
            if begin < position:
                pieces.append(word[begin:position])
            if not character.isspace():
                pieces.append(character)
            begin = position + 1
    if begin < len(word):
        pieces.append(word[begin:])
    return pieces


def _fold(piece: str) -> str:
    decomposed = unicodedata.normalize("NFD", piece.lower())
    return "".join(c for c in decomposed if unicodedata.category(c) not in ("Mn", "Cf", "Cc"))


class WordPiece:
    """Turns words into subword and shape identifiers, remembering words it has seen."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self.unknown = self._ids["[UNK]"]
        self.start = self._ids["[CLS]"]
        self.end = self._ids["[SEP]"]
        self._seen: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {}

    @classmethod
    def from_file(cls, path: Path) -> WordPiece:
        """Read a vocabulary with one piece a line."""
        return cls(path.read_text(encoding="utf-8").rstrip("\n").split("\n"))

    def word(self, word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the subword identifiers of a word and their shapes; never empty."""
        found = self._seen.get(word)
        if found is None:
            found = self._encode(word)
            if len(self._seen) < 200_000:
                self._seen[word] = found
        return found

    def _encode(self, word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
        ids: list[int] = []
        shapes: list[int] = []
        for piece in _pieces(word[:MAX_CHARACTERS]):
            folded = _fold(piece)
            if folded:
                longest = self._match(folded)
                ids.extend(longest)
                shapes.extend([shape(piece)] * len(longest))
        if not ids:
            return (self.unknown,), (NO_LETTERS,)
        return tuple(ids), tuple(shapes)

    def _match(self, piece: str) -> list[int]:
        ids: list[int] = []
        begin = 0
        while begin < len(piece):
            end = len(piece)
            prefix = "##" if begin else ""
            while end > begin and (number := self._ids.get(prefix + piece[begin:end])) is None:
                end -= 1
            if end == begin or number is None:
                return [self.unknown]
            ids.append(number)
            begin = end
        return ids
