"""Link nouns that stand for people: "the lawyer", "the young woman", "the experts"."""

from collections.abc import Mapping
from functools import cache

from hrkg import lexicons
from hrkg.extract.reference import speakers, stated
from hrkg.extract.reference.chains import Chains
from hrkg.model import Mention, Span

_ARGUMENTS = ("nsubj", "obj", "iobj", "obl")
_FOCUS = 2
"""Sentences after which somebody is no longer who "the teacher" means, if somebody else may be one."""
_NOBODY = "nobody"
"""Of nouns that stand for somebody kept unnamed ("the source")."""
_WINDOW = 2
"""Sentences in which "the young woman" looks for the one woman."""


@cache
def _told() -> Mapping[str, str]:
    return lexicons.mapping("told-nouns", "word", "told")


def link(chains: Chains) -> None:
    """Link each noun to the one person or group that it can mean."""
    for m in chains.mentions:
        if m.form != "nominal" or chains.linked(m):
            continue
        found = None
        if m.kind == "person" and m.span.of(chains.text).lower().startswith("the "):
            found = _person(chains, m)
        elif m.kind == "group":
            found = _group(chains, m)
        if found is not None:
            chains.link(m, found)


def _person(chains: Chains, m: Mention) -> Mention | None:
    """The one person named so far whom the article calls that, or who fits what the noun tells."""
    if _told().get(m.name) == _NOBODY or stated.introduced(chains, m.name, m.span.begin):
        return None
    heads = chains.heads(o for o in chains.names("person") if o.span.begin < m.span.begin)
    fits = [h for span, h in heads.items() if stated.called(chains, span, m.name)]
    fits = fits or [h for span, h in heads.items() if m.name in chains.deeds.get(span, ())]
    if not fits:
        return _telling(chains, m, heads)
    others = _others(chains, m)
    if len(fits) != 1 or fits[0].span in others or _out_of_focus(chains, m, fits[0], others):
        return None
    return fits[0]


def _others(chains: Chains, m: Mention) -> set[Span]:
    """Who cannot be meant: arguments of the same verb, who is joined by "and", and who is said to say it."""
    root = chains.tokens(m).root
    found: set[Span] = set()
    for o in chains.inside(chains.sentence(m), m):
        if o.kind != "person":
            continue
        other = chains.tokens(o).root
        verb = other.head
        argument = verb.i == root.head.i and verb.pos_ == "VERB" and other.dep_.startswith(_ARGUMENTS)
        joined = root.dep_ == "conj" and root.head.i == other.i
        says = speakers.speaks(chains, o) and any(t.i == verb.i for t in root.ancestors)
        if argument or joined or says:
            found.add(chains.head(o).span)
    quotation = chains.quotation(m)
    said_by = speakers.speaker(chains, quotation) if quotation else None
    return found | ({said_by.span} if said_by else set())


def _out_of_focus(chains: Chains, m: Mention, person: Mention, others: set[Span]) -> bool:
    """Whether the person was long not spoken of, and near stands another of whom nothing says what they are."""
    if any(chains.head(o).span == person.span for o in chains.before(m, _FOCUS)):
        return False
    near = chains.heads(
        o for o in chains.before(m, 1) if o.kind == "person" and (o.form == "name" or chains.linked(o))
    )
    return any(span not in chains.roles and span not in others for span in near)


def _telling(chains: Chains, m: Mention, heads: Mapping[Span, Mention]) -> Mention | None:
    """Whom "the detainee", "the dead man" and "the young woman" mean, by what was told of people."""
    words = m.span.of(chains.text).lower().removeprefix("the ")
    told = _told().get(words) or _told().get(m.name)
    if told is None:
        return None
    gender = stated.nouns()[m.name][1]
    if told == "gender":
        return _one_of_gender(chains, m, gender)
    fits = [heads[s] for s in sorted(chains.told[told]) if s in heads]
    if len(fits) != 1 or len(chains.told[told]) != 1 or fits[0].span in _others(chains, m):
        return None
    return fits[0] if not gender or chains.gender.get(fits[0].span, gender) == gender else None


def _one_of_gender(chains: Chains, m: Mention, gender: str) -> Mention | None:
    """The one person near of a gender, if the gender of everybody near is known."""
    near = chains.heads(
        o for o in chains.before(m, _WINDOW) if o.kind == "person" and (o.form == "name" or chains.linked(o))
    )
    fits = [h for span, h in near.items() if chains.gender.get(span, gender) == gender]
    if len(fits) != 1 or fits[0].span not in chains.gender or fits[0].span in _others(chains, m):
        return None
    return fits[0]


def _group(chains: Chains, m: Mention) -> Mention | None:
    """The one earlier group of the same noun, for "the experts"; a group with another count is another."""
    if m.count or not m.span.of(chains.text).lower().startswith(("the ", "these ", "those ")):
        return None
    noun = m.name.split()[-1].lower()
    groups = (
        o
        for o in chains.mentions
        if o.kind == "group" and o.form == "nominal" and o.span.begin < m.span.begin
    )
    heads = chains.heads(o for o in groups if o.name.split()[-1].lower() == noun)
    return next(iter(heads.values())) if len(heads) == 1 else None
