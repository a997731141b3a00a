"""Do two names, or two phrases, mean the same? Written forms vary; scoring must not count that as an error."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from hrkg import lexicons

if TYPE_CHECKING:
    from hrkg.evaluate.gold import Gold

_ENDINGS = ("ies", "ing", "ed", "es", "s")
_SHORTEST_STEM = 3
SAME_GROUP = 0.4
"""Overlap from which two phrases describe one unnamed group of people."""
_SAME_PERSON = 0.6
_SAME_THING = 0.75
"""Overlap of tokens from which a name and a fuller form of it mean one person, organization or place."""


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """`text` without case, accents, punctuation and possessive endings, in single spaces.

    >>> fold("Đặng’s  U.S. lawyer")
    'đang us lawyer'
    """
    text = unicodedata.normalize("NFKD", text).replace("’", "'").replace("‘", "'")
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    text = re.sub(r"'s\b", "", text).replace("u.s.", "us").replace("u.n.", "un")
    return " ".join(re.sub(r"[^\w]+", " ", text).split())


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in lexicons.rows("evaluation-words") if row["kind"] == kind)


@cache
def _demonyms() -> dict[str, str]:
    rows = lexicons.rows("evaluation-words")
    return {row["word"]: row["meaning"] for row in rows if row["kind"] == "demonym"}


@lru_cache(maxsize=1 << 16)
def tokens(text: str) -> frozenset[str]:
    """The telling words of a phrase, without their commonest endings.

    >>> sorted(tokens("the activities of lawyers"))
    ['activity', 'lawyer']
    """
    return frozenset(_stem(word) for word in fold(text).split() if word not in _words("stop"))


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word


def overlap(first: str, second: str) -> float:
    """Jaccard index of two phrases' tokens, 0 to 1; 1 where one holds all of the other's tokens, two at least.

    >>> overlap("deputy foreign minister", "foreign minister"), overlap("lawyer", "rights lawyer")
    (1.0, 0.5)
    """
    a, b = tokens(first), tokens(second)
    if not a or not b:
        return 0.0
    if (a <= b or b <= a) and min(len(a), len(b)) >= 2:
        return 1.0
    return len(a & b) / len(a | b)


@lru_cache(maxsize=1 << 16)
def government(text: str) -> str | None:
    """The state of which `text` names the government, folded; None where it names something else.

    >>> government("Chinese authorities"), government("the government of China"), government("China")
    ('china', 'china', None)
    """
    words = [word for word in fold(text).split() if word not in _words("stop")]
    rest = [word for word in words if word not in _words("government")]
    if not rest or len(rest) == len(words):
        return None
    place = " ".join(rest)
    return _demonyms().get(place, place)


def code(text: str) -> str:
    """A code as compared: `FormalArrest`, `formal-arrest` and `formal arrest` are one."""
    return re.sub(r"[^a-z]", "", text.casefold())


class Names:
    """Which annotated thing a built name means.

    A name means a thing if it is one of its annotated names; or, unless it is another thing's, if it is the same
    government in other words or a fuller or shorter form: two tokens at least, all of one name in the other, and
    enough of the longer one. A group is meant by any phrase that shares enough tokens with its label.

    Args:
        gold: the annotated article.
    """

    def __init__(self, gold: Gold) -> None:
        self._meanings: dict[str, set[str]] = {}
        self._known: dict[tuple[str, str], bool] = {}
        self.people = frozenset(person.one("name") for person in gold.items["persons"])
        self.labels = {group.one("id"): group.one("label") for group in gold.items["groups"]}
        self.ids = {label: key for key, label in self.labels.items()}
        for view in ("persons", "organizations", "places"):
            for item in gold.items[view]:
                for name in (item.one("name"), *item.all("also")):
                    self._meanings.setdefault(fold(name), set()).add(item.one("name"))
        for label in self.labels.values():
            self._meanings.setdefault(fold(label), set()).add(label)

    def full(self, reference: str) -> str:
        """The label of a group's id; any other reference as it is."""
        return self.labels.get(reference, reference)

    def same(self, reference: str, name: str) -> bool:
        """Whether a built `name` means what the annotator calls `reference`: a name, a group's id, or plain words."""
        key = (reference, name)
        if key not in self._known:
            self._known[key] = self._same(reference, name)
        return self._known[key]

    def any(self, references: tuple[str, ...], names: tuple[str, ...]) -> bool:
        """Whether one of the names means one of the references."""
        return any(self.same(reference, name) for reference in references for name in names)

    def _same(self, reference: str, name: str) -> bool:
        if not name:
            return False
        full = self.full(reference)
        if fold(full) == fold(name):
            return True
        meant = self._meanings.get(fold(name), set())
        if full in meant:
            return True
        is_group = reference in self.labels
        if meant and not is_group:
            return False  # the name of another
        forms = [form for form, things in self._meanings.items() if full in things] or [fold(full)]
        state = government(name)
        if state is not None and state in {government(form) for form in forms}:
            return True
        if is_group:
            return any(overlap(form, name) >= SAME_GROUP for form in forms)
        least = _SAME_PERSON if full in self.people else _SAME_THING
        return any(_is_form_of(tokens(form), tokens(name), least) for form in forms)


def _is_form_of(first: frozenset[str], second: frozenset[str], least: float) -> bool:
    """Whether two names differ by words left out only, and not by too many."""
    if not first or not second:
        return False
    if first == second:
        return True
    nested = first <= second or second <= first
    return nested and min(len(first), len(second)) >= 2 and len(first & second) / len(first | second) >= least
