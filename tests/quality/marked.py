"""Articles whose mentions are marked in the text itself: `{p1.name:Mira Kolesnik}`."""

import re
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

MARK = re.compile(r"\{(?P<chain>[pol][1-9][0-9]*)\.(?P<form>name|role|pron):(?P<words>[^{}\n]+)\}")


class Mention(NamedTuple):
    """Words that refer to a person (chain `p…`), an organization (`o…`) or a place (`l…`).

    `begin` and `end` are 0-based, half-open, in code points of the text without marks; `form` is name, role or
    pron.
    """

    begin: int
    end: int
    chain: str
    form: str


class Marked(NamedTuple):
    """An article without its marks, and what was marked, in the order of the text."""

    text: str
    mentions: list[Mention]

    def chains(self) -> dict[str, list[Mention]]:
        """The mentions of each chain, in the order of their first mention."""
        found: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            found[mention.chain].append(mention)
        return dict(found)


def parse(marked: str) -> Marked:
    """Take the marks out of a text.

    Raises:
        ValueError: a brace is left over: a mark is malformed, or stands inside another.
    """
    plain: list[str] = []
    mentions: list[Mention] = []
    read = length = 0

    def keep(words: str) -> None:
        nonlocal length
        if brace := re.search(r"[{}]", words):
            raise ValueError(f"malformed or nested mark near {words[max(0, brace.start() - 20) :][:60]!r}")
        plain.append(words)
        length += len(words)

    for mark in MARK.finditer(marked):
        keep(marked[read : mark.start()])
        begin = length
        keep(mark["words"])
        mentions.append(Mention(begin, length, mark["chain"], mark["form"]))
        read = mark.end()
    keep(marked[read:])
    return Marked("".join(plain), mentions)


def load(path: Path) -> Marked:
    """Read and parse a `.marked.txt` file (UTF-8).

    Raises:
        ValueError: a mark is malformed; the message names the file.
    """
    try:
        return parse(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from error
