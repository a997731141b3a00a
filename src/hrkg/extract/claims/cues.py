"""Words that make something speech, in a dependency tree: verbs with what belongs to them, and nouns of speech."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from hrkg import lexicons
from hrkg.extract.clauses import closed
from hrkg.extract.syntax import Tree, lemmas

_GATHERING = frozenset(
    {"gather", "issue", "march", "meet", "protest", "rally", "sign", "strike", "use", "write"}
)
"""Verbs whose purpose is told as done: people "marched to demand"."""
_UNREAL = frozenset(
    {"can", "could", "may", "might", "must", "shall", "should", "will", "would", "'ll", "’ll", "'d"}
)
_IF = frozenset({"if", "unless", "whether", "before", "lest", "until"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or noun of speech, `doc[start:end]` with the words that belong to it."""

    token: Token
    start: int
    end: int
    stance: str
    reads: str
    """How what is said stands to it: a value of column `reads` of `stance-verbs.tsv`, or `noun`."""
    negated: bool = False
    aim: Token | None = None
    """The noun that a light verb governs ("expressed concern")."""


@cache
def _verbs() -> Mapping[str, tuple[tuple[tuple[str, ...], Mapping[str, str]], ...]]:
    """First word → (the words after it, row), longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Mapping[str, str]]]] = {}
    for row in lexicons.rows("stance-verbs"):
        first, *rest = row["word"].split(" ")
        found.setdefault(first, []).append((tuple(rest), row))
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in found.items()}


@cache
def nouns() -> Mapping[str, str]:
    """Nouns for what somebody says → stance."""
    return lexicons.mapping("stance-nouns", "word", "stance")


@cache
def voices(use: str) -> frozenset[str]:
    """Nouns that speak for somebody (`speaks`, `stands`), or introduce his words (`account`, `view`)."""
    return frozenset(r["word"] for r in lexicons.rows("stance-voices") if r["use"] == use)


@cache
def procedures() -> frozenset[str]:
    """What a body denies or rejects by an act and not by words: bail, appeals, visas."""
    return lexicons.words("stance-procedures")


def bases(token: Token) -> tuple[str, ...]:
    """Base forms that a word may have, the predicted lemma first."""
    word = token.lower_
    found = [word, *lemmas(token)]
    for ending, instead in (
        ("ies", "y"),
        ("ied", "y"),
        ("es", ""),
        ("s", ""),
        ("ed", ""),
        ("ing", ""),
        ("d", ""),
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            stem = word[: len(word) - len(ending)] + instead
            found += [stem, stem + "e"] if ending == "ing" else [stem]
            if len(stem) > 3 and stem[-1] == stem[-2]:
                found.append(stem[:-1])
    return tuple(dict.fromkeys(found))


def speech(token: Token) -> bool:
    """Whether a word may be a verb of speech."""
    return token.pos_ in ("VERB", "AUX") and any(base in _verbs() for base in bases(token))


def cues(tree: Tree, token: Token) -> Iterator[Cue]:
    """The readings of a verb of speech that is told as done, the most telling first."""
    if not _able(tree, token) or token.dep_ in ("amod", "compound", "case", "fixed", "aux"):
        return
    entries = next((e for base in bases(token) if (e := _verbs().get(base))), ())
    if not entries:
        return
    told, negated = _told(tree, token)
    if not told:
        return
    for rest, row in entries:
        end = _rest(tree, token, rest)
        if end is None or negated != (row["reads"] == "opinion"):
            continue
        if (row["reads"] == "state") != (_copula(tree, token) is not None):
            continue
        if row["reads"] == "noun":
            aim = next((o for o in tree.children(token, "obj") if _stance(o)), None)
            if aim is not None and not any(c.lower_ in ("no", "little") for c in aim.children):
                yield Cue(token, token.i, max(end, aim.i + 1), _stance(aim) or "report", "noun", aim=aim)
            continue
        yield Cue(token, token.i, end, row["stance"], row["reads"], negated)


def voiced(token: Token) -> str | None:
    """The stance of a verb said in the present tense by whom it is about: "we condemn", "Canada calls on"."""
    if token.tag_ not in ("VBP", "VBZ", "VBG") or not any(c.dep_ == "nsubj" for c in token.children):
        return None
    after = [t.lower_ for t in token.doc[token.i + 1 : token.i + 4]]
    for base in bases(token):
        for rest, row in _verbs().get(base, ()):
            if row["reads"] in ("act", "of") and row["stance"] != "report" and (not rest or rest[0] in after):
                return row["stance"]
    return None


def _able(tree: Tree, token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") or (token.pos_ == "ADJ" and _copula(tree, token) is not None)


def _copula(tree: Tree, token: Token) -> Token | None:
    """The "is" of "is concerned", which taggers take for a copula or a passive."""
    if token.pos_ == "VERB" and tree.children(token, "obl:agent"):
        return None
    found = tree.children(token, "cop", "aux:pass")
    return found[0] if found and (token.pos_ == "ADJ" or _states(token)) else None


def _states(token: Token) -> bool:
    return any(row["reads"] == "state" for base in (token.lower_,) for _, row in _verbs().get(base, ()))


def _stance(noun: Token) -> str | None:
    return next((nouns()[base] for base in bases(noun) if base in nouns()), None)


def _rest(tree: Tree, token: Token, rest: tuple[str, ...]) -> int | None:
    """Where the cue ends if its further words follow the verb, adverbs between them aside."""
    i = token.i + 1
    for word in rest:
        while i < tree.sentence.end and tree.doc[i].pos_ == "ADV" and tree.doc[i].lower_ != word:
            i += 1
        if i >= tree.sentence.end or tree.doc[i].lower_ != word:
            apart = len(rest) == 1 and any(
                case == word and t.i > token.i and t.dep_ in ("obl", "nmod")
                for case, t in tree.obliques(token)
            )
            return token.i + 1 if apart else None
        i += 1
    return i


def _told(tree: Tree, verb: Token) -> tuple[bool, bool]:
    """Whether speech is told as done, and whether its verb is negated."""
    negated = False
    for c in verb.children:
        if not tree.inside(c):
            continue
        if c.dep_ in ("advmod", "aux") and (c.lower_ in closed("negation") or c.lower_ == "neither"):
            negated = True
        if c.dep_ == "aux" and c.lower_ in _UNREAL:
            return False, negated
        if c.dep_ in ("mark", "advmod") and c.lower_ in _IF and c.i < verb.i:
            return False, negated
        if c.dep_ == "mark" and c.lower_ == "to" and not _purpose(tree, verb):
            return False, negated
        if c.dep_ in ("nsubj", "nsubj:pass") and any(d.lower_ == "no" for d in c.children):
            return False, negated
    parent = tree.parent(verb)
    if (
        verb.dep_ == "conj"
        and parent is not None
        and parent.pos_ == "VERB"
        and not tree.children(verb, "nsubj", "aux")
    ):
        infinitive = any(c.lower_ == "to" for c in tree.children(parent, "mark")) and verb.tag_ == "VB"
        modal = any(c.lower_ in _UNREAL for c in tree.children(parent, "aux")) and verb.tag_ == "VB"
        if infinitive or modal:
            return _told(tree, parent)
    return True, negated


def _purpose(tree: Tree, verb: Token) -> bool:
    parent = tree.parent(verb)
    return verb.dep_ == "advcl" and parent is not None and any(b in _GATHERING for b in bases(parent))
