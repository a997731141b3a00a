"""What finders propose, and which of them stays where two overlap."""

from collections.abc import Iterable
from dataclasses import dataclass

from hrkg.extract.mentions.page import Page
from hrkg.model import Count, Form, Kind, Mention


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words `start:end` that may be a mention; the higher rank wins, then the longer, then the earlier."""

    start: int
    end: int
    rank: int
    kind: Kind
    name: str
    form: Form = "name"
    code: str | None = None
    key: str | None = None
    count: Count | None = None

    def mention(self, page: Page) -> Mention:
        """The record for it."""
        span = page.span(self.start, self.end)
        return Mention(span, self.kind, self.name, self.form, self.code, self.key, self.count)


class Board:
    """The candidates that were accepted so far, none sharing a word with another."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taken: list[Candidate | None] = [None] * len(page.words)

    def free(self, start: int, end: int) -> bool:
        """Whether no accepted candidate holds one of the words."""
        return all(c is None for c in self.taken[start:end])

    def add(self, candidates: Iterable[Candidate]) -> None:
        """Accept what is free, best first."""
        for c in sorted(candidates, key=lambda c: (-c.rank, c.start - c.end, c.start)):
            if c.end > c.start and self.free(c.start, c.end):
                self.taken[c.start : c.end] = [c] * (c.end - c.start)

    def release(self, candidate: Candidate) -> None:
        """Take an accepted candidate back."""
        self.taken[candidate.start : candidate.end] = [None] * (candidate.end - candidate.start)

    def within(self, start: int, end: int) -> list[Candidate]:
        """The accepted candidates that hold words of `start:end`, in order."""
        found: list[Candidate] = []
        for c in self.taken[start:end]:
            if c is not None and (not found or found[-1] is not c):
                found.append(c)
        return found

    def accepted(self) -> list[Candidate]:
        """All accepted candidates in the order of the text."""
        return self.within(0, len(self.taken))
