"""Link "her brother" and "my client" to whom the article states to be that: "Her brother, Ion Sava, …"."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from hrkg import lexicons
from hrkg.extract.reference import speakers, stated
from hrkg.extract.reference.chains import Chains
from hrkg.model import Mention, Span

_POSSESSIVES = frozenset({"his", "her", "my"})
_ENDINGS = frozenset({"'s", "’s", "'", "’"})
_TITLES = 5
"""Words that titles and modifiers may take between the noun and the name."""
_PHRASE = 4
_CLOSES = frozenset(
    {",", ".", ";", ":", ")", "(", "—", "–", "and", "who", "said", "says", "told", "was", "is", '"', "”"}
)


@cache
def _converse() -> Mapping[str, frozenset[str]]:
    """A noun for somebody's relative → the nouns for whom they are that of ("uncle" → "niece")."""
    return {r["word"]: frozenset(r["converse"].split("|")) for r in lexicons.rows("relative-nouns")}


def note(chains: Chains) -> None:
    """Fill `relatives`, and `gender` from nouns such as "husband"."""
    doc: Any = chains.document.doc
    for sentence in chains.document.sentences:
        for i in range(sentence.start, sentence.end):
            token = doc[i]
            if token.lower_ not in _POSSESSIVES and token.text not in _ENDINGS:
                continue
            noun = _noun(doc, i + 1, sentence.end)
            owner = _owner(chains, token) if noun else None
            if noun is None or owner is None:
                continue
            target = _named_after(chains, noun[0], sentence.end) or _named_before(
                chains, token, noun[0], sentence
            )
            if target is not None:
                _tell(chains, owner, noun[1], target)


def _noun(doc: Any, start: int, end: int) -> tuple[int, str] | None:
    """The noun for a relative behind a possessor, modifiers left out: the token after it, and the noun."""
    for i in range(start, min(start + _PHRASE, end)):
        for size in (5, 3, 2, 1):
            words = " ".join(t.lower_ for t in doc[i : min(i + size, end)])
            if words in _converse():
                return min(i + size, end), words
        if not doc[i].is_alpha and doc[i].text != "-":
            return None
    return None


def _owner(chains: Chains, token: Any) -> Mention | None:
    """The person whom the possessor means."""
    if token.text in _ENDINGS:
        m = chains.at(token) or (chains.at(token.doc[token.i - 1]) if token.i else None)
    elif token.lower_ == "my":
        at = Span(token.idx, token.idx + len(token.text))
        quotation = chains.quoting(at)
        return speakers.speaker(chains, quotation) if quotation else None
    else:
        m = chains.at(token)
    if m is None or m.kind != "person" or (m.form != "name" and not chains.linked(m)):
        return None
    return chains.head(m)


def _named_after(chains: Chains, i: int, end: int) -> Mention | None:
    """The name that the noun introduces: "brother Ion", "brother, retired judge Ion Sava, said"."""
    doc: Any = chains.document.doc
    comma = i < end and doc[i].text == ","
    for k in range(i + comma, min(i + comma + _TITLES, end)):
        m = chains.at(doc[k])
        if m is not None:
            after = chains.tokens(m).end
            closed = after >= end or doc[after].text in _CLOSES or doc[after].text in ",."
            return m if m.kind == "person" and m.form == "name" and (closed or not comma) else None
        modifies = (
            doc[k].text[0].isupper()
            or doc[k].text == "."
            or doc[k].lower_ in stated.nouns()
            or doc[k].pos_ in ("ADJ", "NOUN")
        )
        if not modifies or (
            k == i and not comma and doc[k].lower_ not in stated.nouns() and not doc[k].text[0].isupper()
        ):
            return None
    return None


def _named_before(chains: Chains, token: Any, after: int, sentence: Any) -> Mention | None:
    """The name that the phrase explains or is predicated of: "Zaw, her husband," and "Zaw is her husband"."""
    doc: Any = chains.document.doc
    k = token.i - 1
    if token.text in _ENDINGS:
        m = chains.at(token) or chains.at(doc[token.i - 1])
        k = chains.tokens(m).start - 1 if m else k
    if k <= sentence.start or not (after >= sentence.end or doc[after].text in _CLOSES):
        return None
    if doc[k].text not in (",", "(") and doc[k].lower_ not in ("is", "was"):
        return None
    m = chains.at(doc[k - 1])
    return m if m and m.kind == "person" and m.form == "name" else None


def _tell(chains: Chains, owner: Mention, noun: str, target: Mention) -> None:
    one, other = owner.span, chains.head(target).span
    if one == other:
        return
    chains.relatives.setdefault((one, noun), set()).add(other)
    for converse in _converse()[noun]:
        chains.relatives.setdefault((other, converse), set()).add(one)
    gender = stated.nouns().get(noun, ("", ""))[1]
    chains.roles.setdefault(other, set()).add(noun)
    if gender:
        chains.gender.setdefault(other, gender)


def link(chains: Chains) -> None:
    """Link each possessed noun to the only person stated to be that of the possessor."""
    doc: Any = chains.document.doc
    for m in chains.mentions:
        if m.form != "nominal" or m.kind != "person" or chains.linked(m):
            continue
        start = chains.tokens(m).start
        token = doc[start - 1] if start else None
        if token is None or (token.lower_ not in _POSSESSIVES and token.text not in _ENDINGS):
            continue
        owner = _owner(chains, token)
        found = chains.relatives.get((owner.span, m.name), set()) if owner else set()
        gender = stated.nouns().get(m.name, ("", ""))[1]
        fits = [s for s in sorted(found) if not gender or chains.gender.get(s, gender) == gender]
        if len(fits) == 1:
            chains.link(m, next(o for o in chains.mentions if o.span == fits[0]))
