"""What makes the latest word on somebody's liberty doubtful, so that no status is told: silence before a wrong one."""

from collections.abc import Iterator

from spacy.tokens import Token

from hrkg import lexicons
from hrkg.extract.clauses import Resolution
from hrkg.extract.reading import phrases, placed, tokens
from hrkg.extract.syntax import Tree
from hrkg.model import Claim, Document, Event, Mention, Span, TextSentence

_NEAR = 3
"""Words between a name and a word of death ("the death of Mr. X", "X has died")."""
_REACH = 18
"""Words over which a verb of speech may report an event."""


def hearsay(document: Document, event: Event) -> bool:
    """Whether somebody without a name reports the event ("a channel reported that X had been freed")."""
    claims = document.of(Claim)
    if any(c.speaker and c.content.covers(event.trigger) for c in claims):
        return False
    if any(c.speaker is None and c.content.covers(event.trigger) for c in claims):
        return True
    sentence = _sentence(document, event.trigger)
    if sentence is None:
        return False
    start, _ = tokens(document.doc, event.trigger)
    first = max(sentence.start, start - _REACH)
    said = [p.end for p in phrases(document.doc, first, start, "speech-verbs")]
    return any(document.doc[i].lower_ == "that" for end in said for i in range(end, start))


def overturned(document: Document, evidence: Span) -> bool:
    """Whether the same sentence or the next undoes a judgment."""
    here = _sentence(document, evidence)
    if here is None:
        return False
    _, end = tokens(document.doc, evidence)
    following = next((s for s in document.sentences if s.start >= here.end), here)
    stop = following.end if following.paragraph == here.paragraph else here.end
    return any(True for _ in phrases(document.doc, end, stop, "overturning-words"))


def perhaps_freed(document: Document, resolution: Resolution) -> Iterator[Span]:
    """Everybody named in the two sentences before a release of a "he", "she" or "they" that leads to no name."""
    freed = {
        r["word"] for r in lexicons.rows("event-triggers") if r["type"] == "release" and r["form"] == "past"
    }
    mentions = document.mentions
    for number, sentence in enumerate(document.sentences):
        for i in range(sentence.start, sentence.end):
            if document.doc[i].lower_ not in freed or not _pronoun_before(document, resolution, sentence, i):
                continue
            for before in document.sentences[max(0, number - 2) : number + 1]:
                if before.paragraph == sentence.paragraph:
                    yield from (m.span for m in mentions if before.span.covers(m.span) and m.form == "name")


def _pronoun_before(document: Document, resolution: Resolution, sentence: TextSentence, i: int) -> bool:
    """Whether an untied pronoun is the subject of the participle at `i`."""
    for k in range(i - 1, max(sentence.start, i - 5) - 1, -1):
        word = document.doc[k]
        if word.lower_ in ("he", "she", "they"):
            at = Span(word.idx, word.idx + len(word.text))
            return not any(resolution.targets(at))
        if word.lower_ not in (
            "was",
            "were",
            "been",
            "has",
            "have",
            "had",
            "later",
            "then",
            "finally",
            "also",
        ):
            return False
    return False


def dead(document: Document, mention: Mention) -> bool:
    """Whether the words beside a name tell of a death."""
    start, end = tokens(document.doc, mention.span)
    deaths = lexicons.words("death-words")
    before = [document.doc[i].lower_ for i in range(max(0, start - _NEAR - 1), start)]
    after = [document.doc[i].lower_ for i in range(end, min(len(document.doc), end + _NEAR))]
    return (
        ("death" in before and "of" in before)
        or ("body" in before and "of" in before)
        or _told(after, deaths)
    )


def _told(after: list[str], deaths: frozenset[str]) -> bool:
    """Whether a clause that goes on behind the name tells of a death."""
    for word in after:
        if word in deaths:
            return True
        if word not in ("'s", "’s", "has", "had", "was", "is", "also", "later"):
            return False
    return False


def _sentence(document: Document, span: Span) -> TextSentence | None:
    return next((s for s in document.sentences if s.span.covers(span)), None)


def of_another(document: Document, event: Event) -> bool:
    """Whether the parse gives the event's verb a subject or object that is none of those affected.

    "The information that X published was true, released in the public interest": not X was released.
    """
    if not document.doc.has_annotation("DEP"):
        return False
    start, end = tokens(document.doc, event.trigger)
    verb = next((t for t in document.doc[start:end] if t.pos_ in ("VERB", "AUX", "ADJ")), None)
    if verb is None:
        return False
    party = _party(verb)
    if party is None or party.pos_ == "PRON":
        return False
    affected = [a.filler for a in event.arguments if a.role == "affected"]
    return not any(_heads_to(document, span, party) for span in affected)


def _party(verb: Token) -> Token | None:
    """Who the parse says the verb is done to: its object, its passive subject, or the noun that it modifies."""
    step = verb
    for _ in range(4):
        children = {child.dep_: child for child in step.children}
        for relation in ("obj", "nsubj:pass", "nsubj"):
            if relation in children and not (relation == "nsubj" and step is verb and "obj" in children):
                return children[relation]
        if step.dep_ in ("acl", "acl:relcl"):
            return step.head
        if step.dep_ not in ("conj", "advcl", "xcomp", "parataxis"):
            return None
        step = step.head
    return None


def _heads_to(document: Document, span: Span, party: Token) -> bool:
    """Whether the words of a span are the party, or named with it ("X, a lawyer", "X and Y", "two of them")."""
    start, end = tokens(document.doc, span)
    if start <= party.i < end:
        return True
    for token in document.doc[start:end]:
        step = token
        for _ in range(6):
            if step.i == party.i:
                return True
            if step.dep_ not in (
                "conj",
                "appos",
                "flat",
                "nmod",
                "compound",
                "nummod",
                "det",
                "amod",
                "nmod:poss",
                "case",
            ):
                break
            step = step.head
    return any(
        party.head.i == i or (party.dep_ == "conj" and start <= party.head.i < end) for i in range(start, end)
    )


def perhaps_out(document: Document, resolution: Resolution) -> Iterator[Span]:
    """Everybody of whom a tree tells that they came out, are free or escaped, in words that name no release."""
    words = lexicons.words("liberty-words")
    for sentence in document.sentences:
        tokens_ = document.doc[sentence.start : sentence.end]
        if sentence.heading or not any(t.lower_ in words for t in tokens_):
            continue
        tree = Tree(document, sentence, placed(document, sentence), resolution)
        for token in tokens_:
            verb = token if token.pos_ == "VERB" or tree.children(token, "cop") else tree.parent(token)
            if token.lower_ in words and verb is not None and tree.past_or_present(verb):
                yield from (
                    m.mention.span for m in tree.members(tree.subject(verb)) if tree.kind(m) == "person"
                )
