"""Note what the words beside a person's name state: what they are called, and their gender."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from hrkg import lexicons
from hrkg.extract.reference.chains import Chains
from hrkg.model import Mention, Span

_BEFORE, _AFTER, _LONGEST = 5, 12, 4
_ENDS = frozenset({",", ".", ";", "–", "—", "and"})
_OPENS = frozenset({"a", "an", "the", "who", "former", "his", "her", "is", "was"})


@cache
def nouns() -> Mapping[str, tuple[str, str]]:
    """Nouns for one person → role and, where the noun tells it, gender."""
    return {r["singular"]: (r["role"], r["gender"]) for r in lexicons.rows("people-nouns")}


@cache
def _titles() -> Mapping[str, str]:
    return {r["word"]: r["gender"] for r in lexicons.rows("honorifics") if r["gender"]}


def note(chains: Chains) -> None:
    """Fill `roles` and `gender` from titles, roles before a name and appositions behind it."""
    for m in chains.names("person"):
        head = chains.head(m).span
        before, after = beside(chains, m)
        if before and before[-1] in _titles():
            chains.gender.setdefault(head, _titles()[before[-1]])
        words = [w.lower() for w in before if w not in _titles()]
        for size in range(1, _LONGEST + 1):
            _call(chains, head, " ".join(words[-size:]))
        opened = bool(after) and (after[0] in _OPENS or " ".join(after) in nouns())
        for i in range(len(after)):
            whose = i > 0 and after[i - 1] in ("'s", "’s", "his", "her", "their", "of", "for")
            if not whose and (opened or i == 0) and not {"of", "for", "'s", "’s"} & set(after[:i]):
                for j in range(i + 1, min(i + _LONGEST, len(after)) + 1):
                    _call(chains, head, " ".join(after[i:j]))


def _call(chains: Chains, head: Span, noun: str) -> None:
    if noun in nouns():
        role, gender = nouns()[noun]
        chains.roles.setdefault(head, set()).add(noun)
        if gender and role != "other":
            chains.gender.setdefault(head, gender)


def beside(chains: Chains, m: Mention) -> tuple[list[str], list[str]]:
    """Words before a name in its sentence, and those of the apposition behind it (lower-case)."""
    doc: Any = chains.document.doc
    found = doc.char_span(m.span.begin, m.span.end, alignment_mode="expand")
    sentence = chains.document.sentences[chains.sentence(m)]
    before = [t.text for t in doc[max(sentence.start, found.start - _BEFORE) : found.start] if not t.is_space]
    if before and before[-1] == ",":
        before.pop()
    after: list[str] = []
    if found.end < sentence.end and doc[found.end].text in (",", "–", "—"):
        for token in doc[found.end + 1 : min(sentence.end, found.end + _AFTER)]:
            if token.text in _ENDS and not (token.text == "," and after and after[-1].isdigit()):
                break
            after.append(token.lower_)
    return before, after
