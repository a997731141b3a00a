"""Offices that the dependency tree tells, and how they join those that the words beside a name tell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from hrkg import lexicons
from hrkg.extract.belonging import Body, body, covering
from hrkg.extract.portraits import Portrait, Portraits, own_words
from hrkg.extract.reading import phrases
from hrkg.extract.syntax import Tree, judge
from hrkg.model import Document, Mention, Post, Span

_PAST = {"former": "former", "ex": "former", "retired": "retired"}


def offices(document: Document) -> Iterator[Post]:
    """The posts that people hold by the dependency trees; none where the document was not parsed."""
    portraits = Portraits(document)
    for tree in portraits.trees():
        for found in portraits.of(tree, "post-titles"):
            use = found.phrase.row["use"]
            if (use == "rank" and found.how != "before") or found.how == "stands" or _inside(tree, found):
                continue
            held = body(tree, found.head, document)
            if use != "role" or held is not None:
                title = _title(tree, found, held)
                yield from _posts(tree, found.people, title, held.mention if held else None, found.evidence)
        yield from _verbal(tree, portraits)


def _posts(
    tree: Tree, people: Sequence[Span], title: str, held: Mention | None, evidence: Span
) -> Iterator[Post]:
    for person in people:
        yield Post(
            person,
            title,
            held.span if held else None,
            covering(tree, evidence, held.span) if held else evidence,
        )


def _inside(tree: Tree, found: Portrait) -> bool:
    """Whether the title ends a longer occupation ("union leader"), so that it is no office of its own."""
    low = max(tree.sentence.start, found.phrase.start - 3)
    occupations = phrases(tree.doc, low, found.phrase.end, "occupations")
    return any(p.start < found.phrase.start and p.end == found.phrase.end for p in occupations)


def _title(tree: Tree, found: Portrait, held: Body | None) -> str:
    """The title with the nouns before it, what it is over ("of the press service"), and "former"."""
    words, before = own_words(tree, found)
    past = next((_PAST[w] for w in sorted(before) if w in _PAST), "")
    topic = ""
    if held and held.behind.i >= found.phrase.end:
        topic = " ".join(tree.doc[found.phrase.end : held.behind.i + 1].text.split())
    return " ".join(filter(None, (past, words, found.phrase.row["title"], topic)))


def _verbal(tree: Tree, portraits: Portraits) -> Iterator[Post]:
    """As in "Ana Soler, who heads the League": the verb names the post."""
    for phrase in phrases(tree.doc, tree.sentence.start, tree.sentence.end, "post-verbs"):
        verb = next((t for t in tree.doc[phrase.start : phrase.end] if t.pos_ == "VERB"), None)
        if verb is None or not judge(tree, verb, stative=True).reported:
            continue
        of = tree.object(verb) or next((t for case, t in tree.obliques(verb) if case == "over"), None)
        held = next((p.mention for p in tree.members(of) if tree.kind(p) == "organization"), None)
        people = portraits.people(tree, tree.agent(verb))
        if held and people:
            title = lexicons.mapping("post-verbs", "word", "title")[phrase.row["word"]]
            yield from _posts(tree, people[:1], title, held, covering(tree, held.span, *people[:1]))


def joined(told: Sequence[Post], parsed: Sequence[Post], called: Mapping[Span, str]) -> list[Post]:
    """The posts of both readings, each once: the words' title, and a body where either tells it."""
    posts = list(told)
    for one in parsed:
        same = [i for i, p in enumerate(posts) if called[p.holder] == called[one.holder] and _alike(p, one)]
        if not same:
            posts.append(one)
        elif one.organization and not any(posts[i].organization for i in same):
            evidence = one.evidence
            posts[same[0]] = replace(posts[same[0]], organization=one.organization, evidence=evidence)
    return posts


def _alike(one: Post, other: Post) -> bool:
    first, second = set(one.title.lower().split()), set(other.title.lower().split())
    return first <= second or second <= first
