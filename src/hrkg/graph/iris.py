"""Mint every IRI: from the article alone for what it tells, from names and anchors for what is shared.

No counter, clock or blank node: the same input gives the same IRIs, whatever the order of the articles.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

import pyoxigraph as ox
from anyascii import anyascii

from hrkg import vocab
from hrkg.errors import SetupError
from hrkg.model import Identity, Span

BASE = "https://w3id.org/hrkg/id/"
"""Where things live unless a build says otherwise."""
T = TypeVar("T")
_BASE_FORM = re.compile(r"https?://[^\s<>\"{}|\\^`#?]+/")


def slug(text: str, limit: int = 60) -> str:
    """Lower-case Latin letters and digits of `text` with single hyphens; other scripts as `anyascii` writes them.

    >>> slug("Sayed Mahdi al-Ghawwās")
    'sayed-mahdi-al-ghawwas'
    >>> slug("Łukasz Đỗ")
    'lukasz-do'
    """
    plain = re.sub(r"['’]s\b|['’.]", "", anyascii(text.replace("’", "'")).lower())
    cut = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:limit].strip("-")
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
        try:
            ox.NamedNode(self.base)
        except ValueError as error:
            raise SetupError(
                f"the base {self.base} is no valid IRI ({error}); take one such as {BASE}"
            ) from error

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

    def reference(self, key: str) -> ox.NamedNode:
        """A thing of the reference data, by the key of its row (`place/vn`)."""
        return ox.NamedNode(self.base + key)

    def shared(self, things: Mapping[T, tuple[str, Identity]]) -> dict[T, ox.NamedNode]:
        """The nodes of people, organizations and places, from the kind and identity of each.

        A row of reference data by its key; else the slug of the fullest name and the article that anchors it. Where
        names that differ have one slug in one anchor, each carries a digest of its name.
        """
        names: dict[tuple[str, str, str], set[str]] = {}
        for kind, identity in things.values():
            if not identity.key:
                names.setdefault((kind, slug(identity.label), identity.anchor), set()).add(identity.label)
        nodes = {}
        for key, (kind, identity) in things.items():
            cut = slug(identity.label)
            tie = (
                f"-{digest(identity.label, 6)}"
                if len(names.get((kind, cut, identity.anchor), ())) > 1
                else ""
            )
            local = identity.key or f"{kind}/{cut}{tie}-{identity.anchor[:6]}"
            nodes[key] = ox.NamedNode(self.base + local)
        return nodes


def concept(scheme: str, label: str) -> ox.NamedNode:
    """The concept of an open list that an article's words name; minted where the list has none."""
    return vocab.concept(scheme, slug(label))
