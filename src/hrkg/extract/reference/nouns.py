"""Link nouns that stand for something named: "the group", "the ministry", "the lawyer", "the experts"."""

from hrkg import lexicons
from hrkg.extract.reference.chains import Chains
from hrkg.model import Mention

_NEAR = 2
"""Sentences that a noun such as "the group" looks back over."""
_PRIVATE = frozenset({"ngo", "movement", "research", "nhri", "religious", "other"})
"""Kinds that "the group" and "the organization" may mean."""
_STANDING = frozenset({"security", "government"})
"""Kinds of which an article that repeats a bare noun ("police") means the same body."""
_STATE = frozenset({"government", "authorities"})


def link(chains: Chains) -> None:
    """Link each noun to the one thing near it that it can mean."""
    bodies: dict[str, Mention] = {}
    for m in chains.mentions:
        if m.form != "nominal":
            continue
        if m.kind == "organization":
            found = _state(chains, m) if m.name in _STATE else _body(chains, m)
            if found is None and m.code in _STANDING:
                found = bodies.setdefault(m.name, m)
        else:
            found = _person(chains, m) if m.kind == "person" else _group(chains, m)
        if found is not None:
            chains.link(m, found)


def _state(chains: Chains, m: Mention) -> Mention | None:
    """The government that "the authorities" can mean: the article's only one, or of the only country near."""
    states = {o.key: o for o in reversed(chains.names("organization")) if o.key}
    if m.key:
        return states.get(m.key)
    near = {_country(o.key): o for o in chains.before(m, _NEAR) if o.key}
    countries = {_country(o.key) for o in chains.mentions if o.key}
    if len(states) == 1 and len(countries) == 1:
        return next(iter(states.values()))
    found = next(iter(near.values())) if len(near) == 1 else None
    return states.get(f"organization/government-{_country(found.key)}") if found else None


def _country(key: str | None) -> str:
    """The two-letter code at the end of `place/cn` and `organization/government-cn`."""
    return (key or "")[-2:]


def _body(chains: Chains, m: Mention) -> Mention | None:
    """The one named organization of the noun's kind within the last sentences."""
    written = m.span.of(chains.text)
    if not written.lower().startswith("the "):
        return None
    noun = m.name.split()[-1].lower().removesuffix("s")
    if m.name[0].isupper():  # "the Forum": the one name of the article with that word
        heads = chains.heads(o for o in chains.names("organization") if noun in o.name.lower())
        return next(iter(heads.values())) if len(heads) == 1 else None
    kind = m.code or lexicons.mapping("generic-bodies", "word", "kind").get(m.name, "")
    kinds = _PRIVATE if kind == "ngo" else {kind}
    near = [o for o in chains.before(m, _NEAR) if o.kind == "organization" and o.form == "name" and not o.key]
    named = [o for o in near if noun in o.name.lower()]
    fits = named or [o for o in near if o.code in kinds and kind not in _STANDING]
    heads = chains.heads(fits)
    return fits[-1] if len(heads) == 1 else None


def _person(chains: Chains, m: Mention) -> Mention | None:
    """The one person named so far whom the article calls that ("the lawyer")."""
    heads = chains.heads(o for o in chains.names("person") if o.span.begin < m.span.begin)
    fits = [h for span, h in heads.items() if m.name in chains.roles.get(span, ())]
    return fits[0] if len(fits) == 1 else None


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
