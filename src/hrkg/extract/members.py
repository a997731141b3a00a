"""Find the named people that a group is: "All three were found guilty", "sentenced two editors", "they", "the couple".

A group is taken for people whom the article names only where a list of names near it fits, and just one does:

1. a counted or plural definite group, or "they", after a list of just so many people in one phrase;
2. a counted group after one that was tied to so many people already;
3. a counted group that opens a story, before a list of just so many people who were not named until then.

Source: sets of antecedents as in Vala, Piper and Choi, "The more antecedents, the merrier: resolving
multi-antecedent anaphors" (ACL 2016); the rules are our own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from hrkg import lexicons
from hrkg.extract.clauses import Resolution
from hrkg.extract.reading import Placed, placed
from hrkg.extract.syntax import Tree, parsed
from hrkg.model import Document, Membership, Mention, Span

_Tied = tuple[int, int, tuple[Span, ...]]
"""Sentence, offset, and the first mentions of people who were named or meant there together."""
_BACK, _AHEAD = 4, 3
"""Sentences over which a list of names is sought."""
_DEFINITE = frozenset({"the", "both", "all", "these", "those", "her", "his", "their"})


@dataclass(frozen=True, slots=True)
class _List:
    """People named in one phrase, in sentence `number`."""

    number: int
    begin: int
    members: tuple[Span, ...]
    """The first mention of each."""
    new: bool
    """Whether none of them was named before."""


class Members:
    """Ties groups to the people whom they mean."""

    name = "members"
    requires = frozenset({"Mention", "Reference"})
    provides = frozenset({"Membership", "Reference"})

    def __call__(self, document: Document) -> Iterator[Membership]:
        """One record for each member of each group that is tied."""
        if not parsed(document.doc):
            return
        resolution = Resolution(document)
        inside = [placed(document, sentence) for sentence in document.sentences]
        lists = list(_lists(document, resolution, inside))
        tied: list[_Tied] = []
        for number, here in enumerate(inside):
            for group in here:
                members = _members(document, group, number, lists, tied)
                if members:
                    tied.append((number, group.mention.span.begin, members))
                    for member in members:
                        yield Membership(group.mention.span, member)


def _lists(document: Document, resolution: Resolution, inside: Sequence[Sequence[Placed]]) -> Iterator[_List]:
    """Lists of two or more people, each named in its own words, in the order of the text."""
    first: dict[Span, int] = {}
    for number, here in enumerate(inside):
        for p in here:
            if p.mention.kind == "person" and p.mention.form == "name":
                for target in resolution.targets(p.mention.span):
                    first.setdefault(resolution.root(target), p.mention.span.begin)
        tree = Tree(document, document.sentences[number], here, resolution)
        done: set[int] = set()
        for p in here:
            token = _head(tree, p)
            if p.start in done or p.mention.kind != "person" or p.mention.form == "pronoun":
                continue
            found = [m for m in tree.members(token) if m.mention.kind == "person"]
            done.update(m.start for m in found)
            targets = [resolution.targets(m.mention.span) for m in found]
            roots = tuple(dict.fromkeys(resolution.root(t) for ts in targets for t in ts[:1]))
            if len(roots) >= 2:
                begin = found[0].mention.span.begin
                yield _List(number, begin, roots, all(first.get(r, 0) >= begin for r in roots))


def _head(tree: Tree, p: Placed) -> Token:
    """The token of a mention that its others hang on."""
    words: list[Token] = list(tree.doc[p.start : p.end])
    for token in words:
        if not p.start <= token.head.i < p.end or token.head.i == token.i:
            return token
    return words[0]


def _members(
    document: Document,
    group: Placed,
    number: int,
    lists: Sequence[_List],
    tied: Sequence[_Tied],
) -> tuple[Span, ...]:
    mention = group.mention
    if mention.kind != "group" or _partial(document, group):
        return ()
    size = _size(mention)
    at = mention.span.begin
    definite = mention.form == "pronoun" or _definite(document, mention)
    if definite:
        known = [(x.number, x.begin, x.members) for x in lists if x.begin < at]
        near = [k for k in (*known, *tied) if k[1] < at and number - k[0] <= (_BACK if size else 1)]
        fits = [k for k in near if size is None or len(k[2]) == size]
        last = max(fits, key=lambda k: k[1], default=None)
        if last is None or (size is None and _rival(document, last, at, number)):
            return ()
        return last[2]
    if size is None or size > len(lexicons.rows("cardinals")):
        return ()
    ahead = [x for x in lists if 0 <= x.number - number <= _AHEAD and x.begin > at and x.new]
    fits_ahead = [x for x in ahead if len(x.members) == size]
    return fits_ahead[0].members if len(fits_ahead) == 1 and fits_ahead[0] is ahead[0] else ()


def _partial(document: Document, group: Placed) -> bool:
    """Whether only a part of the group is meant ("17 of them"), or another is explained ("two pupils, both boys")."""
    head = next(
        (t for t in document.doc[group.start : group.end] if t.head.i not in range(group.start, group.end)),
        None,
    )
    before = document.doc[group.start - 1].lower_ if group.start else ""
    return before in ("of", "among") or (head is not None and head.dep_ == "appos")


def _rival(document: Document, known: _Tied, at: int, number: int) -> bool:
    """Whether somebody else, or another group, is named near a list and the words that may mean it."""
    own = {m.name for m in document.mentions if m.span in known[2]}
    first = document.sentences[max(0, min(known[0], number) - 2)].span.begin
    for m in document.mentions:
        if m.form == "pronoun" or not first <= m.span.begin < at:
            continue
        if known[1] <= m.span.begin and (m.kind == "group" or (m.kind == "person" and m.name not in own)):
            return True
        if m.kind == "group" and m.count and m.count.minimum != len(known[2]):
            return True
    return False


def _size(mention: Mention) -> int | None:
    """How many people a group is, where its words say just that."""
    count = mention.count
    if count and count.qualifier == "exact" and count.minimum == count.maximum:
        return count.minimum
    if mention.name.split()[-1] in lexicons.words("pair-nouns"):
        return 2
    return None


def _definite(document: Document, mention: Mention) -> bool:
    """Whether words tell that the group was spoken of before; "the" may stand outside the mention."""
    opening = mention.span.of(document.text).lower().split()[:1]
    before = document.text[: mention.span.begin].lower().split()[-1:]
    return bool(set(opening + before) & _DEFINITE)


EXTRACTOR = Members()
