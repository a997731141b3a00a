"""Which stance a claim takes: that of the verb; where it only reports, what the words said do.

The words are weighed as sentences where there is a dependency tree: who does what, what is denied, demanded or
foreseen. Lists of words (`stance-words.tsv`, `stance-cues.tsv`) tell blame, scorn, praise and fear.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Token

from hrkg import lexicons
from hrkg.extract import syntax
from hrkg.extract.claims.cues import bases, speech, voiced
from hrkg.extract.claims.speakers import Line
from hrkg.extract.noun_phrases import stops
from hrkg.extract.reading import Placed, phrases
from hrkg.model import Mention, Span

_NOBODY = frozenset({"no", "nobody", "none", "never", "neither", "nothing"})
"""What begins with these says that something is not so."""
_REACH = 8
"""Tokens between a verb and the actor that is its object."""
_OFFICIAL = frozenset({"government", "security", "court", "party"})
_DUTY = frozenset({"should", "must", "ought"})
_FUTURE = frozenset({"will", "would", "'ll", "’ll", "shall", "wo", "'d"})
_RISK = frozenset({"will", "would", "could", "may", "might", "'ll", "’ll"})
_ALLEGED = frozenset(
    {"accusation", "account", "allegation", "charge", "claim", "list", "report", "statement", "suggestion"}
)
_NOT = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor"})
_FATAL = frozenset(
    {"kill", "murder", "shoot", "wound", "injure", "attack", "assassinate", "massacre", "arrest"}
)
"""Harm that is told of plainly, unless it is told who did it."""
_SELF = frozenset({"i", "we"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "expl", "nsubj:outer"})


@cache
def _words() -> Mapping[str, str]:
    return lexicons.mapping("stance-words", "word", "stance")


@cache
def harm() -> frozenset[str]:
    """Words that tell harm done to somebody."""
    return frozenset(w for w, s in _words().items() if s == "accuse")


@cache
def _actors() -> frozenset[str]:
    return lexicons.words("stance-actors")


def stance(
    line: Line, stated: str, start: int, end: int, speaker: Mention | None = None, direct: bool = False
) -> str:
    """The stance that the verb states; where it only reports, what the words `doc[start:end]` do."""
    if stated == "criticise" and line.doc[start].lower_ in (
        "called",
        "calls",
        "call",
        "described",
        "describes",
    ):
        return _called(line, start, end)
    if stated != "report":
        return stated
    if line.doc[start].lower_ in _NOBODY:
        return "deny"
    if syntax.parsed(line.doc):
        return _weighed(line, start, end, speaker, direct)
    return next((cue.row["stance"] for cue in phrases(line.doc, start, end, "stance-cues")), stated)


def _called(line: Line, start: int, end: int) -> str:
    """What somebody calls something: an allegation is rejected, what is given good names is praised."""
    tokens = list(line.doc[start:end])
    if any(b in _ALLEGED for t in tokens[1:6] for b in bases(t)):
        return "reject"
    found = {_words()[b] for t in tokens[1:] for b in bases(t) if b in _words()}
    return (
        "reject"
        if "reject" in found
        else "praise"
        if "praise" in found and "criticise" not in found
        else "criticise"
    )


def _weighed(line: Line, start: int, end: int, speaker: Mention | None, direct: bool) -> str:
    cue = next((c.row["stance"] for c in phrases(line.doc, start, end, "stance-cues")), "report")
    if cue == "defend":
        return cue
    found = [_sentence(line, root, start, end, speaker, direct) for root in _roots(line, start, end)]
    return next((s for s in (*found, cue) if s != "report"), "report")


def _roots(line: Line, start: int, end: int) -> Iterator[Token]:
    """The heads of the clauses that the words are made of."""
    for t in line.doc[start:end]:
        if t.pos_ in ("PUNCT", "CCONJ", "SCONJ"):
            continue
        head = t.head
        if (
            t.dep_ == "root"
            or head.i == t.i
            or not start <= head.i < end
            or (t.dep_ in ("conj", "parataxis") and any(c.dep_ in _SUBJECTS for c in t.children))
        ):
            yield t


def _sentence(line: Line, root: Token, start: int, end: int, speaker: Mention | None, direct: bool) -> str:
    own = [c for c in root.children if start <= c.i < end]
    aux = {c.lower_ for c in own if c.dep_ == "aux"}
    subject = next((c for c in own if c.dep_ in _SUBJECTS), None)
    negated = _negated(own, root)
    words = [t for t in root.subtree if start <= t.i < end]
    official = speaker is not None and speaker.code in _OFFICIAL
    itself = subject is not None and _same(line, subject, speaker, direct)
    if (itself or not negated) and (said := voiced(root)):
        return said
    if aux & _DUTY:
        return "criticise" if "have" in aux else "urge"
    if _demands(root, own, subject):
        return "urge"
    if any(_conditional(c) for c in own) and (aux & _RISK or not aux):
        return "criticise" if "have" in aux else "warn"
    told = _told(words)
    if aux & _FUTURE and itself and "have" not in aux and "like" not in bases(root):
        return "reject" if negated else "promise"
    for one in ("concern", "reject", "praise"):
        if told.get(one) and not (negated and one == "praise"):
            return one
    if negated:
        return _denial(root, own, told, official, itself)
    court = speaker is not None and speaker.code == "court"
    if not court and _blames(told, root, subject, own, aux):
        return "accuse"
    if official and told.get("defend"):
        return "defend"
    if told.get("criticise"):
        return "criticise"
    return "defend" if told.get("defend") else "report"


def _blames(
    told: Mapping[str, Token], root: Token, subject: Token | None, own: list[Token], aux: set[str]
) -> bool:
    """Whether the words tell harm: what is harm in itself, or what armed or unnamed people did to somebody."""
    harm = told.get("accuse")
    if harm is not None and not any(b in _FATAL for b in bases(harm)):
        return True
    if any(c.dep_ == "obl:agent" and any(b in _actors() for b in bases(c)) for c in own):
        return True
    if (
        subject is None
        or root.pos_ != "VERB"
        or aux & _RISK
        or not any(b in _actors() for b in bases(subject))
    ):
        return False
    return harm is not None or _acts(root, own)


def _told(words: list[Token]) -> Mapping[str, Token]:
    """Stances of the words said → the first word of each."""
    found: dict[str, Token] = {}
    for t in words:
        if t.pos_ in ("PROPN", "PUNCT", "PRON") or (t.pos_ == "VERB" and t.lower_ in ("lie", "lies")):
            continue
        for base in bases(t):
            if base in _words():
                found.setdefault(_words()[base], t)
                break
    return found


def _negated(own: list[Token], root: Token) -> bool:
    """Whether a clause says that something is not so."""
    for c in own:
        if c.dep_ in ("advmod", "aux", "det", "cc:preconj") and c.lower_ in _NOT | _NOBODY:
            return True
        if c.dep_ in (*_SUBJECTS, "obj", "nmod") and (
            c.lower_ in _NOBODY or any(d.lower_ in ("no", "not", "neither") for d in c.children)
        ):
            return True
    return root.lower_ in _NOBODY


def _denial(root: Token, own: list[Token], told: Mapping[str, Token], official: bool, itself: bool) -> str:
    """What a negation does: officials deny, as do those who never did it; others complain of what is not done."""
    if official or told.get("accuse") or any(c.dep_ == "expl" for c in own):
        return "deny"
    if itself:
        did = any(c.lower_ in ("did", "never") for c in own) and root.pos_ == "VERB"
        return "deny" if did and "intend" not in bases(root) and "plan" not in bases(root) else "report"
    subject = next((c for c in own if c.dep_ in _SUBJECTS), None)
    if root.pos_ == "NOUN" and subject is not None and subject.pos_ == "PROPN":
        return "defend"
    return "criticise"


def _demands(root: Token, own: list[Token], subject: Token | None) -> bool:
    """An imperative, or what "I want" and "we ask"."""
    if (
        root.tag_ == "VB"
        and subject is None
        and root.pos_ == "VERB"
        and not any(c.dep_ in ("aux", "mark") and c.lower_ != "do" for c in own)
    ):
        first = root.i == min(t.i for t in root.subtree if t.pos_ != "PUNCT")
        return first or any(_conditional(c) for c in own)
    asks = {"want", "ask", "call", "demand", "urge", "appeal", "request", "plead", "beg"}
    return subject is not None and subject.lower_ in _SELF and any(b in asks for b in bases(root)[:3])


def _conditional(token: Token) -> bool:
    return token.dep_ == "advcl" and any(
        c.lower_ in ("if", "unless", "should", "should") for c in token.children
    )


def _acts(root: Token, own: list[Token]) -> bool:
    """Whether somebody does something to a person, or to what is his: "they took my brother"."""
    told = root.tag_ == "VBD" or any(c.lower_ in ("have", "has", "had", "'ve", "’ve") for c in own)
    objects = [c for c in own if c.dep_ in ("obj", "iobj")]
    somebody = any(
        o.pos_ in ("PRON", "PROPN") or any(c.dep_ == "nmod:poss" for c in o.children) for o in objects
    )
    return told and somebody and not speech(root)


def _same(line: Line, subject: Token, speaker: Mention | None, direct: bool) -> bool:
    """Whether a clause is about its speaker: "I", or a name or pronoun that stands for him."""
    if subject.lower_ in _SELF:
        return True
    if speaker is None or direct:
        return False
    at = line.token(subject.i)
    if at is None:
        return False
    here, there = line.roots(at), line.roots(speaker)
    return bool(here & there) or (not here and subject.lower_ in ("he", "she", "it", "they"))


def target(line: Line, after: int, stop: int) -> Span | None:
    """The actor that is the object of a verb ending before token `after`: "accused [the police] of"."""
    k = after
    while k < min(stop, after + _REACH):
        found: Placed | None = line.starting.get(k)
        if found:
            return found.mention.span if line.usable(found) else None
        word = line.word(k)
        if word not in ("the", "a", "an", "all", "both") and (
            word in stops() or not (line.doc[k].is_alpha or word == "-")
        ):
            return None
        k += 1
    return None
