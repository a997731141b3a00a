"""Find mentions of people, organizations, places and groups by rules and word lists, without a trained model.

Each finder proposes candidates with a rank; where two share a word the higher rank stays (`candidates.Board`). Names
are found first in the article as a whole, then their shorter forms, then the bodies, groups and pronouns between them.
"""

from collections.abc import Iterable

from hrkg.extract.mentions import (
    bodies,
    employers,
    groups,
    heads,
    later,
    numerals,
    organizations,
    people,
    places,
    portions,
    pronouns,
    recognized,
    role_nouns,
    shorter,
    states,
    words,
)
from hrkg.extract.mentions.candidates import Board, Candidate
from hrkg.extract.mentions.page import Page
from hrkg.model import Document, Mention

RANK_CERTAIN = 40


class Mentions:
    """Reads a document and returns its mentions, one a span, none overlapping."""

    name = "mentions"
    requires: frozenset[str] = frozenset()
    provides: frozenset[str] = frozenset({"Mention"})

    def __call__(self, document: Document) -> Iterable[Mention]:
        """All mentions of the content, in the order of the text."""
        page = Page(document)
        board = Board(page)
        guesses: list[Candidate] = []
        certain = list(recognized.names(page, document))
        read = {c.start: c for c in certain}
        for line in page.lines:
            found = [*organizations.named(page, line), *places.named(page, line), *states.acting(page, line)]
            found += bodies.owned(page, line)
            guesses += [c for c in found if c.rank < RANK_CERTAIN]
            certain += [c for c in found if c.rank >= RANK_CERTAIN]
        certain += employers.named(page)
        board.add(certain)
        # "the force that holds Wadi Sirhat": what the article places somewhere is not somebody elsewhere
        located = {c.name for c in board.accepted() if c.kind == "place" and c.end - c.start > 1}
        for line in page.lines:
            if not line.heading:
                for proposed in (people.evident(page, line, board), people.listed(page, line, board)):
                    kept = [recognized.completed(c, read, page) for c in proposed]
                    board.add(c for c in kept if c.name not in located)
        known = shorter.Known(page, [c for c in board.accepted() if c.kind == "person"])
        for c in board.accepted():
            # a town's name that somebody in the article bears is the town only after "in" and the like
            sure = page.lower[c.start - 1] in words.cues("sure-place-preposition") if c.start else False
            if c.rank == places.TOWN and not sure and known.at(page, c.start, c.end) == c.end:
                board.release(c)
        for line in page.lines:
            board.add(shorter.forms(page, line, board, known))
        board.add(guesses)
        board.add(later.names(page, board))
        heads.settled(board)
        headed = heads.Heads(board)
        first = next((line for line in page.lines if not line.heading), None)
        for line in page.lines:
            board.add(
                [
                    *bodies.generic(page, line, board),
                    *employers.generic(page, line, board),
                    *heads.repeated(page, line, board, headed),
                    *groups.collectives(page, line, board),
                    *numerals.standing(page, line, board),
                    *portions.standing(page, line, board),
                    *pronouns.standing(page, line, board),
                    *role_nouns.standing(page, line, board, first),
                ]
            )
        return [c.mention(page) for c in states.of_one_country(page, portions.called(page, board.accepted()))]


EXTRACTOR = Mentions()
