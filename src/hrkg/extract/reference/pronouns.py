"""Link "he", "she" and "they" where just one person or group near can be meant."""

from typing import Any

from hrkg.extract.reference import stated
from hrkg.extract.reference.chains import Chains
from hrkg.model import Mention, Span

_GENDER = {
    "he": "male",
    "him": "male",
    "his": "male",
    "himself": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
    "herself": "female",
}
_OBJECTS = frozenset({"obj", "iobj", "obl"})
_REFLEXIVE = frozenset({"himself", "herself"})
_BEFORE, _BEHIND = 6, 9
"""Words beside a name in which a noun is taken to describe its bearer."""


def link(chains: Chains) -> None:
    """Link each pronoun into its own sentence or, if that has nobody, into the one before."""
    for m in chains.mentions:
        if m.form != "pronoun" or chains.linked(m):
            continue
        at = chains.sentence(m)
        for sentence in (at, at - 1):
            here = _heard(chains, m, sentence)
            if here is None or _settled(chains, m, here, sentence):
                break


def _heard(chains: Chains, m: Mention, sentence: int) -> list[Mention] | None:
    """What the pronoun may look back on; None if it is quoted and nobody was named in the quotation.

    Whoever is quoted does not take up the narrator's words, nor the narrator those inside a quotation.
    """
    inside = chains.inside(sentence, m)
    quotation = chains.quotation(m)
    if quotation is None:
        return [o for o in inside if chains.quotation(o) is None]
    here = [o for o in inside if chains.quotation(o) == quotation]
    return here or None


def _settled(chains: Chains, m: Mention, here: list[Mention], sentence: int) -> bool:
    """Link the pronoun if one antecedent fits; whether the search ends here either way."""
    gender = _GENDER.get(m.name)
    if gender is None:
        groups = chains.heads(o for o in here if o.kind == "group" and o.form != "pronoun")
        others = [o for o in here if o.kind in ("person", "organization") and o.form != "pronoun"]
        if len(groups) == 1 and not others:
            chains.link(m, next(iter(groups.values())))
        return bool(groups or others)
    people = [o for o in here if o.kind == "person" and (o.form == "name" or chains.linked(o))]
    other = _acting_on(chains, m)
    people = [o for o in people if chains.head(o).span not in other]
    heads = chains.heads(people)
    fits = [h for span, h in heads.items() if chains.gender.get(span, gender) == gender]
    loose = any(o.kind == "person" and o.form == "nominal" and not chains.linked(o) for o in here)
    stranger = loose or _stranger(chains, m, people, sentence, gender)
    if len(fits) == 1 and (len(heads) == 1 or fits[0].span in chains.gender) and not stranger:
        chains.link(m, fits[0])
        chains.gender.setdefault(fits[0].span, gender)
    return bool(heads) or stranger


def _acting_on(chains: Chains, m: Mention) -> set[Span]:
    """Who does something to the pronoun's person, so is another: "Soler, who examined him", "Soler met him".

    So is who is described by whose they are: "Ana Soler, his wife".
    """
    token = chains.tokens(m).root
    verb = token.head
    if token.dep_ == "nmod:poss" and verb.dep_ == "appos" and verb.pos_ == "NOUN":
        found = [verb.head]
    elif token.dep_ in _OBJECTS and m.name not in _REFLEXIVE:
        found = [c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass")]
        if verb.dep_ == "acl:relcl" and any(c.lower_ in ("who", "that") for c in found):
            described = verb.head
            found = [described, described.head] if described.dep_ == "appos" else [described]
    else:
        return set()
    mentions = [chains.at(t) for t in found]
    return {chains.head(o).span for o in mentions if o is not None}


def _stranger(chains: Chains, m: Mention, people: list[Mention], number: int, gender: str) -> bool:
    """Whether a noun for somebody else ("his lawyer") stands before the pronoun, so that it may be meant."""
    doc: Any = chains.document.doc
    sentence = chains.document.sentences[number]
    beside: set[int] = set()
    for o in people:
        if o.form == "name":
            found = doc.char_span(o.span.begin, o.span.end, alignment_mode="expand")
            beside.update(range(found.start - _BEFORE, found.end + _BEHIND))
    for token in doc[sentence.start : sentence.end]:
        if token.idx >= m.span.begin:
            return False
        if token.i not in beside and token.lower_ in stated.nouns():
            role, told = stated.nouns()[token.lower_]
            if role != "collective" and told in ("", gender):
                return True
    return False
