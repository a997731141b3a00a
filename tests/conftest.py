"""What tests share: hand-made articles and documents."""

import hashlib
from collections.abc import Callable, Iterable

import pytest

from hrkg import language
from hrkg.model import Article, Document, Extracted, Metadata, Record, Span


def make_article(text: str, **metadata: object) -> Article:
    """An article of nothing but content."""
    data = text.encode()
    content = (Span(0, len(text)),) if text else ()
    return Article(hashlib.sha256(data).hexdigest(), text, "made.txt", Metadata(**metadata), content)  # type: ignore[arg-type]


@pytest.fixture
def article() -> Callable[..., Article]:
    """Make an article from its text and metadata."""
    return make_article


@pytest.fixture
def document() -> Callable[..., Document]:
    """Read a text, and put records into the document as if extractors had found them."""

    def make(text: str, records: Iterable[Record] = (), **metadata: object) -> Document:
        found = [Extracted(record, "hand") for record in records]
        return language.read(make_article(text, **metadata)).adding(found)

    return make


@pytest.fixture
def at() -> Callable[..., Span]:
    """The span of the n-th occurrence (from 0) of words in a text."""

    def find(text: str, words: str, n: int = 0) -> Span:
        begin = -1
        for _ in range(n + 1):
            begin = text.index(words, begin + 1)
        return Span(begin, begin + len(words))

    return find


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--golden-write` writes the golden graphs anew instead of comparing them."""
    parser.addoption("--golden-write", action="store_true", help="write the golden graphs anew")
