"""Note what the words beside a name state: what its bearer is called and does, and a person's gender."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from hrkg import lexicons
from hrkg.extract.reference.chains import Chains
from hrkg.model import Mention, Span

_BEFORE, _AFTER, _LONGEST = 5, 12, 4
_ENDS = frozenset({",", ".", ";", "–", "—", "and"})
_OPENS = frozenset({"a", "an", "the", "who", "former", "his", "her", "is", "was"})
_WHOSE = frozenset({"'s", "’s", "his", "her", "their", "of", "for"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


@cache
def nouns() -> Mapping[str, tuple[str, str]]:
    """Nouns for one person → role and, where the noun tells it, gender."""
    return {r["singular"]: (r["role"], r["gender"]) for r in lexicons.rows("people-nouns")}


@cache
def _titles() -> Mapping[str, str]:
    return {r["word"]: r["gender"] for r in lexicons.rows("honorifics") if r["use"] == "honorific"}


@cache
def _taken_up() -> Mapping[str, frozenset[str]]:
    """What somebody is called → the nouns that may stand for them later ("chemist" → "scientist")."""
    return {r["word"]: frozenset(r["also"].split("|")) for r in lexicons.rows("role-synonyms")}


@cache
def _custody() -> frozenset[str]:
    return frozenset(r["word"] for r in lexicons.rows("name-verbs") if "custody" in r["use"].split())


def note(chains: Chains) -> None:
    """Fill `roles`, `deeds`, `told` and `gender` from the words beside names."""
    for m in chains.names("person"):
        head = chains.head(m).span
        before, after = beside(chains, m)
        while before and before[-1] in _titles():
            if _titles()[before[-1]]:
                chains.gender.setdefault(head, _titles()[before[-1]])
            before.pop()
        words = [w.lower() for w in (before[:-1] if before and before[-1] == "," else before)]
        for size in range(1, _LONGEST + 1):
            _call(chains, head, " ".join(words[-size:]))
        opened = bool(after) and (after[0] in _OPENS or " ".join(after) in nouns())
        for i in range(len(after)):
            whose = i > 0 and after[i - 1] in _WHOSE
            if not whose and (opened or i == 0) and not {"of", "for", "'s", "’s"} & set(after[:i]):
                for j in range(i + 1, min(i + _LONGEST, len(after)) + 1):
                    _call(chains, head, " ".join(after[i:j]))
        _parsed(chains, m, head)


def note_of_pronouns(chains: Chains) -> None:
    """The same of clauses whose subject is a pronoun that was linked: "She is a nurse", "He taught"."""
    for m in chains.mentions:
        if m.form == "pronoun" and m.kind == "person" and chains.linked(m):
            _clause(chains, chains.tokens(m).root, chains.head(m).span)


def _parsed(chains: Chains, m: Mention, head: Span) -> None:
    """Appositions, predicates and deeds that the parse ties to a name."""
    root = chains.tokens(m).root
    described = any(c.dep_ == "appos" for c in root.children)
    for child in root.children:
        if described and child.dep_ == "conj" and child.tag_ == "NN" and not _determined(child):
            _call_phrase(chains, child, head)  # "a nun and teacher"
        elif child.dep_ == "appos" and child.pos_ == "NOUN" and child.i > root.i:
            for noun in [child, *(c for c in child.children if c.dep_ == "conj" and c.pos_ == "NOUN")]:
                _call_phrase(chains, noun, head)
        elif child.dep_ == "acl:relcl" and any(
            c.dep_ == "nsubj" and c.lower_ == "who" for c in child.children
        ):
            _predicate(chains, child, head)
    if root.dep_ == "appos" and root.head.pos_ == "NOUN" and root.head.i < root.i:
        _call_phrase(chains, root.head, head)
    _clause(chains, root, head)


def _determined(noun: Any) -> bool:
    return any(c.dep_ in ("det", "nmod:poss", "nummod") for c in noun.children)


def _clause(chains: Chains, token: Any, head: Span) -> None:
    """What the verb or predicate of which a token is the subject or the object says."""
    verb = token.head
    if token.dep_ == "nsubj":
        _predicate(chains, verb, head)
    taken = token.dep_ in ("nsubj:pass", "obj") and verb.lower_ in _custody()
    if taken and (token.dep_ == "obj" or verb.tag_ != "VBG") and not _denied(verb):
        chains.told["custody"].add(head)
    dies = token.dep_ in _SUBJECTS and verb.lower_ in lexicons.words("death-words")
    if dies and not _denied(verb) and (token.dep_ == "nsubj:pass") == (verb.lower_ == "killed"):
        chains.told["death"].add(head)


def _predicate(chains: Chains, predicate: Any, head: Span) -> None:
    if _denied(predicate):
        return
    if predicate.pos_ == "NOUN" and any(c.dep_ == "cop" for c in predicate.children):
        _call_phrase(chains, predicate, head)
    elif predicate.pos_ == "VERB":
        noun = lexicons.mapping("agent-verbs", "word", "noun").get(predicate.lower_)
        if noun:
            chains.deeds.setdefault(head, set()).add(noun)


def _denied(token: Any) -> bool:
    return any(c.lower_ in ("not", "n't", "n’t", "never", "no") or c.tag_ == "MD" for c in token.children)


def _call_phrase(chains: Chains, noun: Any, head: Span) -> None:
    """Call somebody by a noun and by what it is with the words before it, if the phrase has one."""
    if any(c.dep_ in ("nummod", "nmod:poss") or c.lower_ == "no" for c in noun.children):
        return
    for size in range(_LONGEST):
        _call(chains, head, " ".join(t.lower_ for t in noun.doc[max(0, noun.i - size) : noun.i + 1]))


def _call(chains: Chains, head: Span, noun: str) -> None:
    if noun in nouns():
        role, gender = nouns()[noun]
        chains.roles.setdefault(head, set()).add(noun)
        if gender and role != "other":
            chains.gender.setdefault(head, gender)


def called(chains: Chains, head: Span, noun: str) -> bool:
    """Whether the article calls somebody by a noun, or by one that the noun may take up."""
    roles = chains.roles.get(head, set())
    return noun in roles or any(noun in _taken_up().get(r, ()) for r in roles)


def introduced(chains: Chains, noun: str, before: int) -> bool:
    """Whether "a lawyer" or "another lawyer" who is nobody named stands before an offset.

    Then "the lawyer" may be that one. What only describes somebody named ("Ana Soler, a lawyer", "is a lawyer", "as a
    lawyer") brings in nobody.
    """
    last = noun.split()[-1]
    for sentence in chains.document.sentences:
        if sentence.span.begin >= before:
            return False
        if any(_brings_in(chains, t) for t in _like(chains, sentence.start, sentence.end, last, before)):
            return True
    return False


def _like(chains: Chains, start: int, end: int, word: str, before: int) -> Iterator[Any]:
    return (t for t in chains.document.doc[start:end] if t.lower_ == word and t.idx < before)


def _brings_in(chains: Chains, token: Any) -> bool:
    """Whether a noun with an indefinite determiner stands for somebody of its own."""
    determiner = next((c for c in token.lefts if c.lower_ in ("a", "an", "another", "one", "second")), None)
    if determiner is None or token.dep_ in ("appos", "compound", "flat"):
        return False
    if any(
        c.dep_ == "cop" or c.lower_ == "as" or (c.dep_ in ("appos", "flat") and c.pos_ == "PROPN")
        for c in token.children
    ):
        return False
    doc = chains.document.doc
    left = doc[determiner.i - 1] if determiner.i else None
    if left is not None and left.lower_ in (",", "(", "—", "–") and chains.ends_name(left.idx):
        return False
    return not chains.covered(token)


def beside(chains: Chains, m: Mention) -> tuple[list[str], list[str]]:
    """Words before a name in its sentence, and those of the apposition behind it (lower-case)."""
    doc: Any = chains.document.doc
    found = chains.tokens(m)
    sentence = chains.document.sentences[chains.sentence(m)]
    before = [t.text for t in doc[max(sentence.start, found.start - _BEFORE) : found.start] if not t.is_space]
    after: list[str] = []
    if found.end < sentence.end and doc[found.end].text in (",", "–", "—"):
        for token in doc[found.end + 1 : min(sentence.end, found.end + _AFTER)]:
            if token.text == "and" and _goes_on(doc, token.i, sentence.end, after):
                continue
            if token.text in _ENDS and not (token.text == "," and after and after[-1].isdigit()):
                break
            after.append(token.lower_)
    return before, after


def _goes_on(doc: Any, i: int, end: int, after: list[str]) -> bool:
    """Whether "and" joins one more noun to an apposition and ends it ("a nun and teacher,")."""
    closed = i + 2 >= end or doc[i + 2].text in _ENDS
    return bool(after) and after[-1] in nouns() and i + 1 < end and doc[i + 1].lower_ in nouns() and closed
