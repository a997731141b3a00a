"""Link nouns that stand for organizations and sites: "the group", "the ministry", "the library", "the prison"."""

from collections.abc import Mapping
from functools import cache

from hrkg import lexicons
from hrkg.extract.reference import stated
from hrkg.extract.reference.chains import Chains
from hrkg.model import Mention, Span

_NEAR = 2
"""Sentences that a noun such as "the group" looks back over."""
_FAR = 14
"""Sentences after which a noun no longer takes up the name that it heads."""
_PRIVATE = frozenset({"ngo", "movement", "research", "nhri", "religious", "other"})
"""Kinds that "the group" and "the organization" may mean."""
_STANDING = frozenset({"security", "government"})
"""Kinds of which an article that repeats a bare noun ("police") means the same body."""
_GOVERNMENT = "organization/government-"
_STATE = frozenset({"government", "authorities"})
_WIDE = frozenset({"group", "organization", "organisation"})
"""Nouns for whatever private body an article speaks of."""
_BESIDE = 8


def link(chains: Chains) -> None:
    """Link each noun to the one body or site that it can mean."""
    _note(chains)
    repeated: dict[str, Mention] = {}
    for m in chains.mentions:
        if m.form != "nominal" or m.kind not in ("organization", "place"):
            continue
        if m.kind == "place":
            found = _headed(chains, m)
        elif m.name in _STATE:
            found = _state(chains, m)
        else:
            found = _body(chains, m)
        if found is None and m.code in _STANDING:
            found = repeated.setdefault(m.name, m)
        if found is not None:
            chains.link(m, found)


def _state(chains: Chains, m: Mention) -> Mention | None:
    """The government that "the authorities" can mean: the article's only one, or of the only country near."""
    states = {
        o.key: o for o in reversed(chains.names("organization")) if (o.key or "").startswith(_GOVERNMENT)
    }
    if m.key:
        return states.get(m.key)
    near = {_country(o.key): o for o in chains.before(m, _NEAR) if o.key}
    countries = {_country(o.key) for o in chains.mentions if o.key}
    if len(states) == 1 and len(countries) == 1:
        return next(iter(states.values()))
    found = next(iter(near.values())) if len(near) == 1 else None
    return states.get(f"{_GOVERNMENT}{_country(found.key)}") if found else None


def _country(key: str | None) -> str:
    """The two-letter code at the end of `place/cn` and `organization/government-cn`."""
    return (key or "")[-2:]


def _body(chains: Chains, m: Mention) -> Mention | None:
    """The one named organization of the noun's kind: near, else the one that the article calls so anywhere."""
    narrowed = chains.text[m.span.end :].startswith(" of ")
    if narrowed or not m.span.of(chains.text).lower().startswith(("the ", "this ", "that ")):
        return None
    noun = m.name.split()[-1].lower().removesuffix("s")
    if m.name[0].isupper():  # "the Forum": the one name of the article with that word
        heads = chains.heads(o for o in chains.names("organization") if noun in o.name.lower())
        return next(iter(heads.values())) if len(heads) == 1 else None
    kind = m.code or lexicons.mapping("generic-bodies", "word", "kind").get(m.name, "")
    kinds = _PRIVATE if kind == "ngo" else {kind}
    near = [o for o in chains.before(m, _NEAR) if o.kind == "organization" and o.form == "name" and not o.key]
    named = [o for o in near if noun in o.name.lower()]
    headed = (
        not named
        and kind not in ("", "court")
        and any(noun in _words(o) for o in chains.names("organization"))
    )
    fits = named or [o for o in near if o.code in kinds and kind not in _STANDING and not headed]
    if fits:
        return fits[-1] if len(chains.heads(fits)) == 1 else None
    if kind in _STANDING or kind == "court":
        return None
    return _headed(chains, m) or (_only(chains, m, kinds) if m.name in _WIDE else None)


def _headed(chains: Chains, m: Mention) -> Mention | None:
    """The one thing named before that the article calls by the noun, in its name or beside it."""
    noun = m.name.split()[-1].lower()
    named = [o for o in chains.names(m.kind) if o.span.begin < m.span.begin and not o.key]
    heads = chains.heads(
        o for o in named if noun in _words(o) or noun in chains.roles.get(chains.head(o).span, ())
    )
    if len(heads) != 1 or not _recent(chains, m, heads) or stated.introduced(chains, noun, m.span.begin):
        return None
    return next(iter(heads.values()))


def _recent(chains: Chains, m: Mention, heads: Mapping[Span, Mention]) -> bool:
    return any(chains.head(o).span in heads for o in chains.before(m, _FAR))


def _words(m: Mention) -> list[str]:
    return m.name.lower().split()


def _only(chains: Chains, m: Mention, kinds: frozenset[str] | set[str]) -> Mention | None:
    """The only private body of the whole article."""
    heads = chains.heads(
        o for o in chains.names("organization") if not o.key and (o.code in kinds or not o.code)
    )
    found = next(iter(heads.values()), None)
    return found if found and len(heads) == 1 and found.span.begin < m.span.begin else None


@cache
def _nouns() -> frozenset[str]:
    """Nouns for bodies, one word each."""
    generic = {r["word"] for r in lexicons.rows("generic-bodies") if r["use"] == "definite"}
    return frozenset(w for w in generic | lexicons.words("name-heads") if " " not in w)


def _note(chains: Chains) -> None:
    """Fill `roles` of bodies from the nouns beside their names: "the weekly Sahil", "Sahil, a weekly based in"."""
    for m in chains.names("organization", "place"):
        span = chains.head(m).span
        tokens = chains.tokens(m)
        doc = chains.document.doc
        sentence = chains.document.sentences[chains.sentence(m)]
        k = tokens.start - 1
        if k > sentence.start and doc[k].text == ",":
            k -= 1
        if k >= sentence.start and doc[k].lower_ in _nouns() and not doc[k].is_title:
            _call(chains, span, doc[k].lower_)
        if (
            tokens.end + 1 < sentence.end
            and doc[tokens.end].text == ","
            and doc[tokens.end + 1].lower_ in ("a", "an", "the")
        ):
            for token in doc[tokens.end + 2 : min(tokens.end + _BESIDE, sentence.end)]:
                if token.lower_ in _nouns():
                    _call(chains, span, token.lower_)
                if token.text in ",.;" or token.pos_ == "ADP":
                    break


def _call(chains: Chains, head: Span, noun: str) -> None:
    chains.roles.setdefault(head, set()).add(noun)
