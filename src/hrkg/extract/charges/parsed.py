"""Charges that a sentence's dependency tree tells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from hrkg import lexicons
from hrkg.extract.accused import concerned, patient, people, subject
from hrkg.extract.charges.offences import Offences, Words
from hrkg.extract.clauses import Clauses
from hrkg.extract.inflections import verb as verb_of
from hrkg.extract.reading import Placed
from hrkg.extract.syntax import Tree, judge, lemmas
from hrkg.model import Charge

_INNER = frozenset({"obj", "obl", "obl:unmarked", "nmod", "xcomp", "iobj"})
_DIRECT = frozenset({"of", "with", "to"})
"""Prepositions of offences that depend on the verb alone, not on a penalty between."""
_DEEP = 3
"""Steps from a verb down to the preposition of the offence, at most."""


@dataclass(frozen=True, slots=True)
class _Told:
    """An offence at tokens, of whom, and the word that tells it."""

    people: list[Placed]
    offence: Words
    cue: int


def charges(tree: Tree, clauses: Clauses) -> Iterator[Charge]:
    """One charge for each person and offence."""
    offences = Offences(tree, clauses)
    for token in tree.tokens():
        at = clauses.at.get(token.i)
        if at and at.mention.form == "name":
            continue
        for told in (*_verb(tree, offences, token), *_noun(tree, offences, token)):
            words = clauses.span(*told.offence).of(clauses.document.text)
            begin, end = min(told.cue, told.offence[0]), max(told.cue + 1, told.offence[1])
            for member in told.people:
                for filler in clauses.resolution.fillers(member.mention):
                    yield Charge(filler, words, clauses.span(begin, end))


@cache
def _frames() -> Mapping[str, Mapping[str, str]]:
    return {row["lemma"]: row for row in lexicons.rows("charge-frames")}


@cache
def _nouns() -> Mapping[str, Mapping[str, str]]:
    return {row["lemma"]: row for row in lexicons.rows("charge-nouns")}


def _frame(token: Token) -> Mapping[str, str] | None:
    """The frame of a verb, of a participle that passes for a noun ("a monk accused of"), or none."""
    participle = (
        token.pos_ in ("NOUN", "PROPN")
        and token.dep_ in ("acl", "advcl", "root")
        and token.lower_.endswith("ed")
    )
    if token.pos_ not in ("VERB", "ADJ", "AUX") and not participle:
        return None
    return _frames().get(verb_of(token.lower_, frozenset(_frames())) or "")


def _verb(tree: Tree, offences: Offences, verb: Token) -> Iterator[_Told]:
    row = _frame(verb)
    if row is None or tree.children(verb, "compound:prt"):  # "handed over"
        return
    guilty = None
    if row["needs"] == "guilty":
        guilty = next((t for t in tree.tokens() if t.lower_ == "guilty" and t.i > verb.i), None)
        if guilty is None or not any(a.i == verb.i for a in guilty.ancestors):
            return
    who = _charged(tree, offences.clauses, verb, row["who"], guilty)
    if not who or not _told(tree, verb):
        return
    if row["lemma"] == "accuse" and not _official(tree, verb):
        return
    before = frozenset(row["before"].split(" "))
    found = sorted(_behind(tree, verb, before, 0), key=lambda f: f[1].i)
    for preposition, head in (*found, *(("", head) for head in offences.near(verb, before))):
        if _time(offences, head):
            continue
        named = list(offences.named(head))
        if not any(_fits(offences, w, row["needs"] if preposition else "weak", preposition) for w in named):
            continue
        named = [w for w in named if _fits(offences, w, "strong", "")]
        if named:
            for words in named:
                yield _Told(who, words, verb.i)
            return
    provision = offences.statute_after(verb) if row["needs"] != "weak" else None
    if provision:
        yield _Told([m for m in who if tree.kind(m) == "person"], provision, verb.i)


def _told(tree: Tree, verb: Token) -> bool:
    """Whether an act is told; one that a court ordered is, as far as its charge goes."""
    verdict = judge(tree, verb, stative=True)
    governor = tree.doc[verdict.governor[0]] if verdict.governor else None
    return verdict.reported or (
        governor is not None and verb_of(governor.lower_, frozenset({"order"})) is not None
    )


def _charged(tree: Tree, clauses: Clauses, verb: Token, role: str, guilty: Token | None) -> list[Placed]:
    if role == "subject":
        return subject(tree, verb)
    if guilty is None:
        return patient(tree, clauses, verb)
    found = people(tree, tree.object(verb))
    return found or [m for c in tree.children(guilty, "nsubj") for m in people(tree, c)]


def _behind(tree: Tree, token: Token, before: frozenset[str], depth: int) -> Iterator[tuple[str, Token]]:
    """Nominals and gerunds that one of some prepositions ties to a verb or to what depends on it."""
    for c in token.children:
        if not tree.inside(c) or depth > _DEEP:
            continue
        marks = [m.lower_ for m in tree.children(c, "case", "mark") if m.i < c.i]
        hit = next((m for m in marks if m in before), None)
        if hit and (c.dep_ in _INNER or c.tag_ == "VBG"):
            yield hit, c
        if c.lower_ == "guilty" or (c.dep_ in _INNER and c.i > token.i and not before & _DIRECT):
            yield from _behind(tree, c, before, depth + 1)


def _time(offences: Offences, head: Token) -> bool:
    """Whether a phrase tells a time or a length of time."""
    units = lexicons.words("penalty-units") if head.pos_ in ("NOUN", "NUM") else frozenset()
    return head.i in offences.clauses.moments or head.lower_ in units or head.lower_ == "life"


def _fits(offences: Offences, words: Words, needs: str, preposition: str) -> bool:
    """Whether words can be an offence, the surer the weaker the verb."""
    doc = offences.tree.doc
    last, first = doc[words[1] - 1], doc[words[0]]
    if words in offences.quotations:
        return True
    if (
        first.pos_ == "PRON"
        or (first.tag_ == "CD" and words[1] - words[0] == 1)
        or {last.lower_, doc[words[0] : words[1]].root.lower_} & lexicons.words("non-offences")
    ):
        return False
    whole = offences.clauses.at.get(words[0])
    if whole and whole.start <= words[0] and whole.end >= words[1]:
        return False
    return (
        needs in ("strong", "court", "term", "guilty") and preposition not in ("on", "over")
    ) or offences.legal(words)


def _official(tree: Tree, verb: Token) -> bool:
    """Whether an authority accuses, or nobody is said to."""
    agent = tree.agent(verb)
    if agent is None:
        return tree.passive(verb)
    codes = {m.mention.code for m in tree.members(agent)}
    named = {f for t in (agent, *agent.children) for f in lemmas(t)}
    return bool(codes & {"security", "court"}) or bool(named & lexicons.words("accusing-authorities"))


def _noun(tree: Tree, offences: Offences, noun: Token) -> Iterator[_Told]:
    row = (
        next((r for f in lemmas(noun) if (r := _nouns().get(f.removesuffix("s")))), None)
        if noun.pos_ == "NOUN"
        else None
    )
    if row is None:
        return
    lead = offences.lead(noun)
    if lead and tree.case(noun) == "in":
        return  # "in charge of the office"
    who, cue = concerned(tree, noun, of=not lead and row["lemma"] != "case")
    if not who or not _told(tree, cue):
        return
    if lead:
        named = list(offences.named(noun))
    else:
        before = frozenset(row["before"].split(" "))
        heads = [h for _, h in _behind(tree, noun, before, _DEEP) if not _time(offences, h)]
        heads = [h for h in heads if not people(tree, h)]  # "the conviction of Soler for fraud"
        named = [w for h in heads[:1] for w in offences.named(h)]
        own = offences.before(noun) if not named and row["lemma"] in ("case", "trial", "conviction") else None
        named += [own] if own else []
    for words in named:
        if _fits(offences, words, row["needs"], "of"):
            yield _Told(who, words, noun.i)
