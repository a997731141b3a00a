"""Mint every IRI: from the article alone for what it tells, from names and anchors for what is shared.

No counter, clock or blank node: the same input gives the same IRIs, whatever the order of the articles.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass

import pyoxigraph as ox

from hrkg import vocab
from hrkg.errors import SetupError
from hrkg.model import Span

BASE = "https://w3id.org/hrkg/id/"
"""Where things live unless a build says otherwise."""
_BASE_FORM = re.compile(r"https?://[^\s<>\"{}|\\^`#?]+/")


def slug(text: str, limit: int = 60) -> str:
    """Lower-case letters and digits of `text` with single hyphens, Latin letters without their marks.

    >>> slug("Sayed Mahdi al-Ghawwās")
    'sayed-mahdi-al-ghawwas'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    cut = (
        re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]s\b|['’.]", "", plain.lower())).strip("-")[:limit].strip("-")
    )
    return cut or digest(text, 8)


def digest(text: str, length: int) -> str:
    """First `length` hex digits of the SHA-256 of `text`."""
    return hashlib.sha256(text.encode()).hexdigest()[:length]


@dataclass(frozen=True, slots=True)
class Iris:
    """Mints IRIs below one base."""

    base: str = BASE

    def __post_init__(self) -> None:
        if not _BASE_FORM.fullmatch(self.base):
            raise SetupError(f"the base {self.base} must be an http(s) IRI that ends in /, e.g. {BASE}")

    def article(self, article: str) -> ox.NamedNode:
        """An article, by the first 16 hex digits of its source's digest."""
        return ox.NamedNode(f"{self.base}a/{article}")

    def told(self, article: str, kind: str, begin: int, extra: str = "") -> ox.NamedNode:
        """What an article tells of its own: article, kind, begin of its first span, and what tells it from others."""
        return ox.NamedNode(f"{self.base}a/{article}/{kind}-{begin}" + (f"-{extra}" if extra else ""))

    def span(self, article: str, span: Span) -> ox.NamedNode:
        """A stretch of an article's text, by its offsets (as RFC 5147 writes them)."""
        return ox.NamedNode(f"{self.base}a/{article}/char={span.begin},{span.end}")

    def report(self, article: str, *parts: str) -> ox.NamedNode:
        """A report: the digest of the statement in terms that no other article changes."""
        return ox.NamedNode(f"{self.base}a/{article}/report-{digest(chr(31).join((article, *parts)), 24)}")

    def shared(self, kind: str, label: str, anchor: str) -> ox.NamedNode:
        """A person, organization or place, by its fullest name and the article that anchors it."""
        return ox.NamedNode(f"{self.base}{kind}/{slug(label)}-{anchor[:6]}")

    def curated(self, key: str) -> ox.NamedNode:
        """A thing of the reference data, by its key (`place/cn`)."""
        return ox.NamedNode(self.base + key)


def concept(scheme: str, label: str) -> ox.NamedNode:
    """The concept of an open list that an article's words name; minted where the list has none."""
    return vocab.concept(scheme, slug(label))
