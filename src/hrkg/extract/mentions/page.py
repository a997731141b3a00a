"""An article as plain lists of words: what the finders of mentions read, without white-space tokens."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from hrkg.model import Document, Span

T = TypeVar("T")

_STOPPED, _UNSTOPPED = 10, 5
"""Words from which on many capitals make a headline, with a full stop and without."""

_WORDS = re.compile(r"['’]s\b|[-–/]|[\w.]+(?:['’](?!s\b)\w+)*|[^\w\s]")
_CURLY = str.maketrans({"’": "'", "‘": "'"})


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as positions `start:end` in the lists of a `Page`."""

    start: int
    end: int
    heading: bool
    paragraph: int


class Page:
    """The words of an article's content, straight apostrophes for curly ones, with their offsets.

    Positions count the words of all sentences together, white space left out. `tag` and `dependency` (UD) are empty
    where nothing annotated the document.
    """

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.words: list[str] = []
        self.lower: list[str] = []
        self.begin: list[int] = []
        self.end: list[int] = []
        self.tag: list[str] = []
        self.dependency: list[str] = []
        self.lines: list[Line] = []
        for sentence in document.sentences:
            start = len(self.words)
            for token in document.doc[sentence.start : sentence.end]:
                word = token.text
                if word.isspace():
                    continue
                self.words.append(word.translate(_CURLY))
                self.begin.append(token.idx)
                self.end.append(token.idx + len(word))
                self.tag.append(token.pos_)
                self.dependency.append(token.dep_)
            heading = sentence.heading or _title_case(self.words[start:])
            self.lines.append(Line(start, len(self.words), heading, sentence.paragraph))
        self.lower = [w.lower() for w in self.words]
        self.small = {w for w in self.words if w[0].islower()}
        """The words that the article also writes in small letters."""
        self.capital = [w[0].isupper() for w in self.words]

    def glued(self, i: int) -> bool:
        """Whether no white space parts the word at `i` from the one before."""
        return i > 0 and self.begin[i] == self.end[i - 1]

    def span(self, start: int, end: int) -> Span:
        """Characters of the words `start:end`."""
        return Span(self.begin[start], self.end[end - 1])

    def slice(self, start: int, end: int) -> str:
        """Words `start:end` as written, white space made single."""
        return " ".join(self.text[self.begin[start] : self.end[end - 1]].split())

    def word(self, i: int, line: Line) -> str:
        """Lower-case word at `i`; nothing outside the line."""
        return self.lower[i] if line.start <= i < line.end else ""


def _title_case(words: list[str]) -> bool:
    """Whether a sentence is written as headlines are, so that its capitals tell nothing."""
    letters = [w for w in words if w[0].isalpha()]
    if "," in words or len(letters) < (_STOPPED if words[-1] in ".!?" else _UNSTOPPED):
        return False
    return sum(w[0].isupper() for w in letters) > 0.7 * len(letters)


def split_words(text: str) -> tuple[str, ...]:
    """The words of an entry of a word list, parted as the tokenizer parts them."""
    return tuple(w.translate(_CURLY) for w in _WORDS.findall(text))


class Phrases(Generic[T]):
    """Phrases by their first word, so that looking one up costs one dictionary access a word."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        index: dict[str, dict[tuple[str, ...], T]] = {}
        for text, value in entries:
            words = split_words(text)
            if words:
                index.setdefault(words[0], {}).setdefault(words, value)
        self._index = {
            first: tuple(sorted(found.items(), key=lambda e: -len(e[0]))) for first, found in index.items()
        }

    def at(self, words: list[str], i: int, end: int) -> tuple[int, T] | None:
        """The longest phrase that begins at `i` and ends by `end`: its end and value."""
        if i >= end:
            return None
        for phrase, value in self._index.get(words[i], ()):
            stop = i + len(phrase)
            if stop <= end and (len(phrase) == 1 or words[i + 1 : stop] == list(phrase[1:])):
                return stop, value
        return None

    def all(self, words: list[str], start: int, end: int) -> Iterator[tuple[int, int, T]]:
        """All phrases in `start:end`, the longest first, none overlapping."""
        i = start
        while i < end:
            found = self.at(words, i, end) if words[i] in self._index else None
            if found:
                yield i, found[0], found[1]
                i = found[0]
            else:
                i += 1
