"""Tell who speaks in a quotation, for "my brother" inside it."""

from functools import cache
from typing import Any

from hrkg import lexicons
from hrkg.extract.reference.chains import Chains
from hrkg.model import Mention, Span


@cache
def _verbs() -> frozenset[str]:
    return frozenset(r["word"] for r in lexicons.rows("name-verbs") if "speech" in r["use"].split())


def speaks(chains: Chains, m: Mention) -> bool:
    """Whether a mention is the subject of a verb of saying."""
    root = chains.tokens(m).root
    return root.dep_ == "nsubj" and root.head.lower_ in _verbs()


def reports(chains: Chains, m: Mention) -> bool:
    """Whether a mention is the subject of a verb of saying that has what is said with it ("read a list" has not)."""
    verb = chains.tokens(m).root.head
    told = verb.dep_ == "parataxis" or any(c.dep_ in ("ccomp", "parataxis") for c in verb.children)
    return told and speaks(chains, m)


def speaker(chains: Chains, quotation: Span) -> Mention | None:
    """The one person who says the quotation, or the one right before it in the same paragraph."""
    sentences = chains.document.sentences
    numbers = [
        n for n, s in enumerate(sentences) if s.span.begin < quotation.end and quotation.begin < s.span.end
    ]
    if not numbers:
        return None
    people = {m.span: m for n in numbers for m in _said(chains, n)}
    before = numbers[0] - 1
    if not people and before >= 0 and sentences[before].paragraph == sentences[numbers[0]].paragraph:
        ended = sentences[before].span.of(chains.text)
        people = {m.span: m for m in _said(chains, before)} if "”" in ended or '"' in ended else {}
    return next(iter(people.values())) if len(people) == 1 else None


def _said(chains: Chains, number: int) -> list[Mention]:
    """The people of a sentence who are the subjects of verbs of saying outside quotations."""
    sentence = chains.document.sentences[number]
    doc: Any = chains.document.doc
    found: list[Mention] = []
    for token in doc[sentence.start : sentence.end]:
        m = chains.at(token)
        if (
            m is None
            or m.kind != "person"
            or m.span in {o.span for o in found}
            or chains.quotation(m) is not None
        ):
            continue
        if speaks(chains, m) and (m.form == "name" or chains.linked(m)):
            found.append(m)
    return [chains.head(m) for m in found]
