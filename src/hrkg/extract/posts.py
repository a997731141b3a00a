"""Offices that people hold or held: "Ana Soler, director of the League", "Foreign Ministry spokesman Li Han"."""

from collections.abc import Iterable, Iterator
from functools import cache

from hrkg import lexicons
from hrkg.extract.belonging import joinable
from hrkg.extract.descriptions import Description, descriptions
from hrkg.extract.noun_phrases import Reading, bounds
from hrkg.extract.offices import joined, offices
from hrkg.extract.reading import Placed, names, phrases, span, usable
from hrkg.model import Document, Mention, Post, Record, Relation

_LINKS = frozenset({"of", "at", "for", "with", "in", "from", "to", "on"})
_TOPICS = frozenset({"of", "for", "on", "to"})
_PAST = {"former": "former", "ex": "former", "retired": "retired"}
_CLIENTS = frozenset({"lawyer", "counsel", "partner", "advocate", "legal counsel"})
"""Those of people more often than of bodies."""
_TOPIC_LENGTH = 8
"""Tokens that "on freedom of association" may have after a title."""
_ENDS = frozenset({"", ",", ".", ";", ")", "—", "–", '"', "”", "until", "since", "and", "who"})


class Posts:
    """Posts from the lists `post-titles.tsv` and `post-verbs.tsv`, and the affiliation that a post brings.

    A title of use `role` ("researcher") makes a post only with the organization it is held in; one of use `rank`
    ("colonel") only right before a name. A post that the text tells with and without its organization is one.
    """

    name = "posts"
    requires = frozenset({"Mention", "Reference"})
    provides = frozenset({"Post", "Relation"})

    def __call__(self, document: Document) -> Iterable[Record]:
        """The posts that the text states."""
        kinds = {m.span: m for m in document.of(Mention)}
        called = names(document)
        told = [*_described(document), *_verbal(document)]
        posts = joined(told, list(offices(document)), called)
        placed = {(called[post.holder], post.title) for post in posts if post.organization}
        for post in posts:
            if post.organization is None and (called[post.holder], post.title) in placed:
                continue
            yield post
            if post.organization and joinable(kinds[post.organization], document.text):
                yield Relation(post.holder, "affiliatedWith", post.organization, post.evidence)


def _described(document: Document) -> Iterator[Post]:
    for reading, found in descriptions(document, "post-titles"):
        use = found.head.row["use"]
        if (use == "rank" and found.how != "before") or _only_part(reading, found):
            continue
        held, title = _held(reading, found)
        personal = found.owner is not None and found.owner.mention.kind == "person"
        belongs = (
            found.determiner in ("its", "their", "'s")
            and not personal
            and found.head.row["word"] not in _CLIENTS
        )
        if use == "role" and held is None and not belongs:
            continue
        for person in found.people:
            evidence = found.evidence.hull(held.mention.span) if held else found.evidence
            yield Post(person.mention.span, title, held.mention.span if held else None, evidence)


def _only_part(reading: Reading, found: Description) -> bool:
    """Whether the title is a part of a longer one ("deputy | information minister") or of an occupation."""
    following = found.head.end
    if found.how == "before" and reading.word(found.head.start) in lexicons.words("title-modifiers"):
        rest = phrases(reading.doc, following, min(following + 4, reading.sentence.end), "post-titles")
        if any(p.start - following < 2 for p in rest) and found.head.end - found.head.start == 1:
            return True
    low = max(reading.sentence.start, found.head.start - 3)
    occupations = phrases(reading.doc, low, found.head.end, "occupations")
    return any(p.start < found.head.start and p.end == found.head.end for p in occupations)


def _held(reading: Reading, found: Description) -> tuple[Placed | None, str]:
    """The body in which the post is held, and the post's title."""
    start = _title_start(reading, found)
    held = found.owner if found.owner and found.owner.mention.kind == "organization" else None
    bodies = [p for p in found.within if p.mention.kind == "organization"]
    held = held or (bodies[-1] if bodies else None)
    end = found.head.end
    if found.how != "before" or found.head.end < found.people[0].start:
        after, end = _after(reading, found.head.end)
        held = held or after
    title = _words(reading, start, found.head.start)
    title += [found.head.row["title"], *_words(reading, found.head.end, end)]
    words = _joined(title)
    for i in range(found.start, start):
        if reading.word(i) in _PAST and not words.startswith(_PAST[reading.word(i)]):
            return held, f"{_PAST[reading.word(i)]} {words}"
    return held, words


def _words(reading: Reading, start: int, end: int) -> list[str]:
    """Words of a title in small letters, so that "Deputy" and "deputy" are one; names keep their capitals."""
    known = _title_words()
    return [reading.word(i) if reading.word(i) in known else reading.doc[i].text for i in range(start, end)]


def _joined(words: list[str]) -> str:
    text = " ".join(words)
    for mark in ("-", "–"):
        text = text.replace(f" {mark} ", mark)
    return text.replace(" 's", "'s").replace(" ’s", "’s")


@cache
def _title_words() -> frozenset[str]:
    """All single words of known titles."""
    titles = frozenset(w for title in lexicons.words("post-titles") for w in title.split(" "))
    return titles | lexicons.words("title-modifiers")


def _title_start(reading: Reading, found: Description) -> int:
    """The first token of the title: nouns and known adjectives before the head, bodies and possessors left out."""
    i = found.head.start
    low = max([p.end for p in found.within] + ([found.owner.end] if found.owner else []) + [found.start])
    while i > low:
        word = reading.word(i - 1)
        if (
            word in ("'s", "’s", "'", "’")
            or word in bounds("determiner")
            or (word.endswith("ed") and word.islower())
        ):
            break
        other = word in lexicons.words("post-titles") and word not in lexicons.words("title-modifiers")
        if other and i - 1 < found.head.start:
            break
        i -= 1
    while i < found.head.start and (reading.word(i) in ("-", "–") or reading.word(i).endswith("based")):
        i += 1
    return i


def _after(reading: Reading, i: int) -> tuple[Placed | None, int]:
    """The body after "of", "at" or "for", and where the title ends when a topic belongs to it."""
    if (
        reading.word(i) == ","
        and (listed := reading.body(i + 1))
        and reading.word(listed.end) in (",", ".", "", "|", ")")
    ):
        return (listed, i) if listed.start == i + 1 else (None, i)
    if reading.word(i) not in _LINKS:
        return None, i
    if first := reading.body(i + 1):
        return first, i
    if reading.word(i) not in _TOPICS:
        return None, i
    k = i + 1
    while k - i < _TOPIC_LENGTH and reading.word(k) not in _ENDS:
        body = reading.body(k + 1)
        if reading.word(k) in ("at", "of", "in", "for", "with") and body:
            return body, k
        word = reading.word(k)
        if (
            word in bounds("auxiliary") | bounds("pronoun")
            or word in lexicons.words("speech-verbs")
            or word == "by"
        ):
            return None, i
        if not (reading.doc[k].is_alpha or word in ("-", "'s", "’s", ".") or "." in word):
            return None, i
        k += 1
    return None, k if reading.word(k) in _ENDS else i


def _verbal(document: Document) -> Iterator[Post]:
    """As in "Ana Soler, who heads the League": the verb names the post."""
    allowed = usable(document)
    for sentence in document.sentences:
        for verb in phrases(document.doc, sentence.start, sentence.end, "post-verbs"):
            reading = Reading(document, sentence, allowed)
            person, body = reading.subject(verb.start), reading.body(verb.end)
            if person and body:
                evidence = span(document.doc, person.start, body.end)
                yield Post(person.mention.span, verb.row["title"], body.mention.span, evidence)


EXTRACTOR = Posts()
