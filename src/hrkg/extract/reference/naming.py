"""Link names to names: equal ones, acronyms, and shorter forms of one fuller name."""

from collections.abc import Mapping, Sequence
from functools import cache

from hrkg import lexicons
from hrkg.extract.reference.chains import Chains, folded
from hrkg.model import Mention, Span

_ACRONYM = range(2, 9)
_OWNERS = 2
"""Words that may stand before a body's name and still leave it the same ("Saudi Interior Ministry")."""


@cache
def _aliases() -> Mapping[str, str]:
    """Every name and acronym of a well-known organization → its first name; what two share is left out."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    for row in lexicons.rows("organizations"):
        cells = (row["name"], row["also"], row["acronym"], row["ambiguous-acronym"])
        for name in (n for cell in cells for n in cell.split("|") if n):
            key = " ".join(folded(name))
            if found.setdefault(key, row["name"]) != row["name"]:
                shared.add(key)
    return {k: v for k, v in found.items() if k not in shared}


def equal(chains: Chains) -> None:
    """Link equal names, equal keys, and the names of one well-known organization."""
    groups: dict[tuple[str, ...], list[Mention]] = {}
    for m in chains.names("person", "organization", "place"):
        name = " ".join(folded(m.name))
        if m.kind == "organization":
            name = _aliases().get(name, name)
        groups.setdefault((m.kind, m.key or name), []).append(m)
    for same in groups.values():
        fullest = max(same, key=lambda m: (len(folded(m.name)), -m.span.begin))
        for m in same:
            chains.link(m, fullest)


def acronyms(chains: Chains) -> None:
    """Link "(XYZ)" behind a name, and capitals that are the initials of just one name."""
    organizations = chains.names("organization")
    heads = chains.heads(organizations)
    for m in organizations:
        letters = m.name.replace(".", "")
        if not (letters.isupper() and letters.isalpha() and len(letters) in _ACRONYM) or chains.linked(m):
            continue
        found = _bracketed(chains, m, organizations)
        if found is None:
            fits = [h for h in heads.values() if len(folded(h.name)) > 1 and _initials(h.name) == letters]
            found = fits[0] if len(fits) == 1 else None
        if found is not None:
            chains.link(m, found)


def _bracketed(chains: Chains, m: Mention, organizations: Sequence[Mention]) -> Mention | None:
    """The name right before the bracket that a mention stands in."""
    lead = chains.text[: m.span.begin].rstrip()
    if not lead.endswith("("):
        return None
    end = len(lead[:-1].rstrip())
    return next((o for o in organizations if o.span.end == end), None)


def _initials(name: str) -> str:
    return "".join(w[0] for w in name.replace("-", " ").split() if w[0].isupper())


def shorter(chains: Chains) -> None:
    """Link a shorter form of a name to the one fuller name that it can belong to."""
    _people(chains)
    for kind in ("organization", "place"):
        heads = chains.heads(chains.names(kind))
        names = {span: folded(m.name) for span, m in heads.items()}
        fits = _bodies if kind == "organization" else _sites
        for span, m in heads.items():
            longer = [s for s, full in names.items() if fits(names[span], full)]
            if len(longer) == 1 and _may_be(m, heads[longer[0]]):
                chains.link(m, heads[longer[0]])


def _bodies(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a body's name is the same without its owner in front ("Interior Ministry")."""
    return 1 < len(short) < len(full) <= len(short) + _OWNERS and full[-len(short) :] == short


def _may_be(m: Mention, longer: Mention) -> bool:
    """Whether a bare name may be the site's: it is no place that is known, and comes after the full name."""
    return longer.code != "facility" or (
        m.code is None and m.key is None and longer.span.begin < m.span.begin
    )


def _sites(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a region's or site's name is the same without the word for what it is ("Nghe An" Province)."""
    return len(full) == len(short) + 1 and full[:-1] == short and full[-1] in _site_heads()


@cache
def _site_heads() -> frozenset[str]:
    rows = lexicons.rows("place-heads")
    kinds = ("region", "facility")
    return frozenset(r["word"].lower() for r in rows if r["place-kind"] in kinds and r["position"] == "after")


def _people(chains: Chains) -> None:
    """Link surnames and given names; where two bear one, to the one who was named before, if just one was."""
    people = chains.names("person")
    heads = chains.heads(people)
    names = {span: folded(m.name) for span, m in heads.items()}
    first: dict[Span, int] = {}
    for m in people:
        first.setdefault(chains.head(m).span, m.span.begin)
    for span, m in heads.items():
        fuller = [h for s, h in heads.items() if s != span and _stretch(names[span], names[s])]
        fuller = [h for h in fuller if not any(_stretch(names[h.span], names[o.span]) for o in fuller)]
        accented = [h for h in fuller if set(_accented(m)) <= set(_accented(h))]
        fuller = accented if len(fuller) > 1 and accented else fuller
        earlier = [h for h in fuller if first[h.span] < first[span]]
        found = fuller if len(fuller) == 1 else earlier
        if len(found) == 1:
            chains.link(m, found[0])


def _accented(m: Mention) -> list[str]:
    """The words of a name with their accents: "An" is not "Ân" where both are in the article."""
    return m.name.casefold().replace("-", " ").split()


def titled(chains: Chains) -> None:
    """Link "Ms. Soler", where two bear the name, to the one of that gender if both genders are known."""
    heads = chains.heads(chains.names("person"))
    names = {span: folded(m.name) for span, m in heads.items()}
    for span, m in heads.items():
        fuller = [h for s, h in heads.items() if s != span and _stretch(names[span], names[s])]
        known = all(h.span in chains.gender for h in (m, *fuller))
        fits = [h for h in fuller if known and chains.gender[h.span] == chains.gender[span]]
        if len(fits) == 1 and len(fuller) > 1:
            chains.link(m, fits[0])


def _stretch(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name is a stretch of a longer one; "Yazan" is none of "Abu Yazan", who is Yazan's father."""
    if len(short) >= len(full):
        return False
    patronymic = lexicons.words("patronymic-particles")
    return any(
        full[i : i + len(short)] == short and not (i and full[i - 1] in patronymic)
        for i in range(len(full) - len(short) + 1)
    )
