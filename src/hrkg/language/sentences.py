"""Split content into sentences: a paragraph's end ends a sentence, an abbreviation's full stop does not."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from hrkg import lexicons
from hrkg.model import Article, Span, TextSentence

_PARAGRAPH = re.compile(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)\s*|\r\n?|\n")
_CLOSERS = frozenset("\"'”’»)]")
_OPENERS = frozenset("\"'“‘«([")
_STOPS = re.compile(r"^(?:[.!?]+|…)$")
_WRAPPED = 40
"""A line at least this long, cut before a small letter, is one that an editor wrapped."""


def split(article: Article, doc: Doc) -> Iterator[TextSentence]:
    """The sentences of the content, in order; furniture has none."""
    content = article.content or ((Span(0, len(article.text)),) if article.text else ())
    for number, paragraph in enumerate(p for stretch in content for p in _paragraphs(article.text, stretch)):
        chunk = doc.char_span(paragraph.begin, paragraph.end, alignment_mode="expand")
        if chunk is None:
            continue
        start = chunk.start
        for end in _ends(doc, chunk.start, chunk.end):
            found = _trimmed(doc, start, end)
            if found:
                first, last = found
                span = Span(doc[first].idx, doc[last - 1].idx + len(doc[last - 1].text))
                heading = start == chunk.start and end == chunk.end and not _closed(doc, first, last)
                yield TextSentence(span, first, last, number, heading)
            start = end


def _paragraphs(text: str, stretch: Span) -> Iterator[Span]:
    """Paragraphs of a stretch; a line break inside a wrapped sentence is none."""
    begin = stretch.begin
    for gap in _PARAGRAPH.finditer(text, stretch.begin, stretch.end):
        line = max(text.rfind("\n", 0, gap.start()), text.rfind("\r", 0, gap.start())) + 1
        after = text[gap.end() : gap.end() + 1]
        wrapped = len(gap.group().splitlines()) == 1 and gap.start() - line >= _WRAPPED and after.islower()
        if wrapped:
            continue
        if text[begin : gap.start()].strip():
            yield Span(begin, gap.start())
        begin = gap.end()
    if text[begin : stretch.end].strip():
        yield Span(begin, stretch.end)


def _ends(doc: Doc, start: int, stop: int) -> Iterator[int]:
    """Token numbers where sentences of `doc[start:stop]` end."""
    i = start
    while i < stop:
        word = doc[i].text
        if (_STOPS.match(word) and not _abbreviates(doc, i)) or _abbreviation_ends(doc, i, stop):
            end = i + 1
            while end < stop and doc[end].text in _CLOSERS and not doc[end - 1].whitespace_:
                end += 1
            following = next((doc[k] for k in range(end, stop) if not doc[k].is_space), None)
            if following is None:
                break
            spaced = any(doc[k].is_space for k in range(i, end + 1)) or bool(doc[end - 1].whitespace_)
            quoted = word != "." and doc[end - 1].text in _CLOSERS
            starts = (
                following.text[0].isupper() or following.text[0] in _OPENERS or following.text[0].isdigit()
            )
            if spaced and (starts or (word in "!?" and not quoted and not following.text[0].islower())):
                yield end
                i = end
                continue
        i += 1
    yield stop


def _abbreviates(doc: Doc, i: int) -> bool:
    """Whether a full stop belongs to the abbreviation before it ("No. 7"), which the tokenizer cut off."""
    if doc[i].text != "." or i == 0 or doc[i - 1].whitespace_:
        return False
    word = doc[i - 1].lower_ + "."
    numbered = i + 1 < len(doc) and doc[i + 1].like_num
    return word in lexicons.words("abbreviations") and (numbered or not doc[i - 1].text.islower())


def _abbreviation_ends(doc: Doc, i: int, stop: int) -> bool:
    """Whether a word that keeps its full stop ("U.S.") also ends the sentence: a function word follows in capitals."""
    word = doc[i].text
    if not (word.endswith(".") and len(word) > 2 and i + 1 < stop):
        return False
    following = next((doc[k] for k in range(i + 1, stop) if not doc[k].is_space), None)
    if following is None or not following.text[0].isupper():
        return False
    return word.lower() not in lexicons.words("abbreviations") and following.lower_ in lexicons.words(
        "sentence-starters"
    )


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """The tokens without white space at either end."""
    while start < end and doc[start].is_space:
        start += 1
    while end > start and doc[end - 1].is_space:
        end -= 1
    return (start, end) if start < end else None


def _closed(doc: Doc, start: int, end: int) -> bool:
    """Whether the tokens end in closing punctuation, as running text does."""
    last = end - 1
    while last > start and doc[last].text in _CLOSERS:
        last -= 1
    return doc[last].text[-1] in ".!?:…" or end - start > 40
