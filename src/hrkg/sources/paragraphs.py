"""Cut a text into paragraphs with their offsets, and look at each as a reader would."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from hrkg.model import Span

_LINE = re.compile(r"[^\r\n]+")
_QUOTED = re.compile(r'"[^"]*"|“[^“”]*”|«[^«»]*»')
_WRAPPED = 40
"""A line at least this long, cut before a small letter, is one that an editor wrapped."""
_WIDEST = 100
"""Hard-wrapped text is narrower than this."""
_QUOTATION = 5
"""Words in quotation marks that make a quotation; fewer are a term or a title."""
_FOLD = str.maketrans("‘’‛′“”„‟«»‐‑–—\u00a0", '\'\'\'\'""""""---- ')


def fold(text: str) -> str:
    """`text` as furniture patterns see it: small letters, straight quotes, single spaces, `#` for a number."""
    return re.sub(r"\d+", "#", " ".join(text.translate(_FOLD).casefold().split()))


def bare(text: str) -> str:
    """`fold` without bullets, dashes and punctuation at either end."""
    folded = fold(text)
    inner = [i for i, c in enumerate(folded) if c.isalnum() or c in "#©_"]
    return folded[inner[0] : inner[-1] + 1] if inner else ""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: `span` without white space at either end."""

    span: Span
    text: str

    @cached_property
    def folded(self) -> str:
        """See `fold`."""
        return fold(self.text)

    @cached_property
    def bare(self) -> str:
        """See `bare`."""
        return bare(self.text)

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return len(re.findall(r"\w+(?:['’.-]\w+)*", self.text))

    @cached_property
    def closed(self) -> bool:
        """Whether it ends as running text does, in a full stop and not as a heading."""
        return self.text.rstrip("\"'”’»)] ").endswith((".", "!", "?", "…", ":")) or self.words > 40

    @cached_property
    def quotes(self) -> bool:
        """Whether it quotes somebody: `_QUOTATION` words or more in quotation marks, or an open one."""
        opened = self.text.count("“") > self.text.count("”") or self.text.count('"') % 2 == 1
        return opened or any(len(q.group().split()) >= _QUOTATION for q in _QUOTED.finditer(self.text))

    @cached_property
    def addresses_reader(self) -> bool:
        """Whether it speaks to the reader, outside quotation marks."""
        return re.search(r"\byour?s?\b", _QUOTED.sub(" ", self.text), re.IGNORECASE) is not None

    @cached_property
    def reports(self) -> bool:
        """Whether it reads as reporting: a whole sentence of some length that does not speak to the reader."""
        return self.closed and self.words >= 10 and (self.quotes or not self.addresses_reader)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of `text` in order: lines, except where one line wraps into the next."""
    return tuple(Paragraph(span, span.of(text)) for span in _joined(text))


def _joined(text: str) -> Iterator[Span]:
    lines = [
        Span(m.start() + len(m.group()) - len(m.group().lstrip()), m.start() + len(m.group().rstrip()))
        for m in _LINE.finditer(text)
        if m.group().strip()
    ]
    width = _width(text, lines)
    open_: Span | None = None
    for number, line in enumerate(lines):
        open_ = line if open_ is None else open_.hull(line)
        following = lines[number + 1] if number + 1 < len(lines) else None
        if following is None or not _wraps(text, line, following, width):
            yield open_
            open_ = None


def _wraps(text: str, line: Span, following: Span, width: int | None) -> bool:
    """Whether the next line goes on with this one's sentence."""
    if re.fullmatch(r"[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*", text[line.end : following.begin]) is None:
        return False
    size = line.end - line.begin
    if size >= _WRAPPED and text[following.begin].islower():
        return True
    return width is not None and size + 1 + _first_word(text, following) > width


def _width(text: str, lines: list[Span]) -> int | None:
    """The width to which the whole text was hard-wrapped, if it was: most lines could not take another word."""
    if len(lines) < 6:
        return None
    width = max(line.end - line.begin for line in lines)
    if not _WRAPPED < width <= _WIDEST:
        return None
    inner = [
        (a, b)
        for a, b in pairwise(lines)
        if re.search(r"[\r\n][^\S\r\n]*[\r\n]", text[a.end : b.begin].replace("\r\n", "\n")) is None
    ]
    full = sum(a.end - a.begin + 1 + _first_word(text, b) > width for a, b in inner)
    return width if len(inner) >= 4 and full >= 0.7 * len(inner) else None


def _first_word(text: str, line: Span) -> int:
    return len(line.of(text).split(None, 1)[0])
