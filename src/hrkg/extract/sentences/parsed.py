"""Penalties that a verb tells in a sentence's dependency tree."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from spacy.tokens import Token

from hrkg import lexicons
from hrkg.extract.accused import patient, people, subject, tied
from hrkg.extract.clauses import Clauses
from hrkg.extract.inflections import verb as verb_of
from hrkg.extract.penalties import Term, terms, unitless
from hrkg.extract.reading import Placed
from hrkg.extract.sentences.sharing import bare, distributed, elliptic, together
from hrkg.extract.syntax import Tree, judge
from hrkg.model import Sentence

_REACH = 16
"""Tokens from a verb to its penalty, at most."""
_FAR = 40
"""The same for verbs that can only tell a penalty: names and ages may stand between."""
_YEARS = Term(0, 1, "imprisonment", "P1Y", False)
_PENALTIES = frozenset({"sentence", "sentences", "term", "terms", "punishment", "penalty", "imprisonment"})


def penalties(tree: Tree, clauses: Clauses, court: bool) -> Iterator[Sentence]:
    """The penalties of one sentence; `court`: whether the passage speaks of a court or prison."""
    for token in tree.tokens():
        row = _frame(token)
        if row is None:
            continue
        at = clauses.at.get(token.i)
        if at and at.mention.form == "name":
            continue
        if _told(tree, token, row):
            yield from _read(tree, clauses, token, row, court)


@cache
def _frames() -> Mapping[str, Mapping[str, str]]:
    return {row["lemma"]: row for row in lexicons.rows("penalty-frames")}


def _frame(token: Token) -> Mapping[str, str] | None:
    if token.pos_ not in ("VERB", "AUX", "ADJ") and not (
        token.dep_ in ("acl", "root") and token.lower_.endswith("ed")
    ):
        return None
    return _frames().get(verb_of(token.lower_, frozenset(_frames())) or "")


def _told(tree: Tree, verb: Token, row: Mapping[str, str]) -> bool:
    """Whether the penalty is imposed; a term that somebody "will have to serve" is."""
    if row["lemma"] != "spend" and judge(tree, verb, stative=True).reported:
        return True
    if row["lemma"] not in ("serve", "spend"):
        return False
    above = tree.parent(verb)
    helped = (
        above
        if above is not None and above.lower_ in ("have", "has", "had") and verb.dep_ == "xcomp"
        else verb
    )
    own = [c.lower_ for c in tree.children(helped, "aux", "advmod", "mark")]
    marked = {c.lower_ for c in tree.children(helped, "advcl") for c in c.children}
    return ("will" in own or "must" in own or helped is not verb) and not {"not", "never", "could"} & set(
        own
    ) | ({"if", "unless"} & marked)


def _read(
    tree: Tree, clauses: Clauses, verb: Token, row: Mapping[str, str], court: bool
) -> Iterator[Sentence]:
    who = _who(tree, clauses, verb, row)
    needs = row["needs"]
    if not who:
        return
    if needs in ("fine", "rights", "ban"):
        yield from distributed(clauses, who, _other(tree, verb, needs), verb.i)
        return
    stop = _stop(tree, verb)
    here = terms(tree.doc, verb.i + 1, stop)
    here = here if needs == "change" else together(clauses, here)
    if needs == "change":
        here = [t for t in here or _bare_numbers(tree, verb, stop) if _led(tree, t, row["led"])]
        here = here or [t for t in _bare_numbers(tree, verb, stop) if _led(tree, t, row["led"])]
    elif not here and row["lemma"] != "serve":
        here = _bare_numbers(tree, verb, stop)
    if (
        not here
        or here[0].start - verb.i > (_FAR if needs == "court" else _REACH)
        or not _fits(clauses, verb, row, here, court)
    ):
        return
    if len(who) > 1 and clauses.word(here[0].start - 1) in ("his", "her"):
        return
    yield from distributed(clauses, who, here, verb.i)
    if needs not in ("term", "change"):
        yield from elliptic(clauses, here[-1])


def _who(tree: Tree, clauses: Clauses, verb: Token, row: Mapping[str, str]) -> Sequence[Placed]:
    match row["who"]:
        case "subject":
            return subject(tree, verb) or _worded(tree, clauses, verb)
        case "owner":
            noun = tree.object(verb)
            if noun is not None and noun.lower_ in ("rest", "remainder"):
                noun = next((t for case, t in tree.obliques(noun) if case == "of"), None)
            if noun is None or noun.lower_ not in _PENALTIES:
                return ()
            found = [m for c in tree.children(noun, "nmod:poss") for m in people(tree, c)]
            return found or [
                m for case, t in tied(tree, noun) if case in ("of", "for", "against") for m in people(tree, t)
            ]
        case "on":
            return [m for case, t in tree.obliques(verb) if case == "on" for m in people(tree, t)]
        case _:
            return patient(tree, clauses, verb)


def _worded(tree: Tree, clauses: Clauses, verb: Token) -> list[Placed]:
    """The subject by the order of words, where the tree has none."""
    if tree.children(verb, "nsubj", "nsubj:pass"):
        found = clauses.subject(clauses.verb_group(verb.i).start)
        return [m for m in found.members if tree.kind(m) in ("person", "group")] if found else []
    return []


def _other(tree: Tree, verb: Token, needs: str) -> list[Term]:
    """A fine, the loss of political rights, or a ban for a time."""
    if needs == "fine":
        fine = next(
            (c for c in tree.children(verb, "obj", "nsubj:pass") if c.lower_ in ("fine", "fines")), verb
        )
        if verb_of(verb.lower_, frozenset({"pay", "impose"})) and fine is verb:
            return []
        return [Term(verb.i, verb.i + 1, "fine", None, True)]
    stop = _stop(tree, verb)
    long = terms(tree.doc, verb.i + 1, stop)
    words = tree.doc[verb.i : stop].text.lower()
    if needs == "rights":
        end = long[0].end if long else min(stop, verb.i + 5)
        found = Term(verb.i, end, "deprivation-of-political-rights", long[0].duration if long else None, True)
        return [found] if "political rights" in words else []
    by_court = any(
        _frame(t) is not None for t in (tree.parent(verb),) if t is not None and verb.dep_ == "conj"
    ) or any(m.mention.code == "court" for m in tree.members(tree.agent(verb)))
    return [Term(t.start, t.end, "other", t.duration, True) for t in long[:1] if by_court and t.duration]


def _stop(tree: Tree, verb: Token) -> int:
    """Where the words about a verb end: at a stop, a bracket, or the next finite verb."""
    dashes = [i for i in range(verb.i + 1, tree.sentence.end) if tree.doc[i].text in ("—", "–")]
    aside = range(dashes[0], dashes[1]) if len(dashes) == 2 else range(0)
    for i in range(verb.i + 1, tree.sentence.end):
        token = tree.doc[i]
        if i in aside:
            continue
        if token.text in (";", ":", "(") or (token.text in ("—", "–") and not aside):
            return i
        verbal = token.pos_ in ("VERB", "AUX") and token.tag_ in ("VBD", "VBZ", "VBP", "MD")
        if verbal or (token.dep_ == "conj" and _frame(token) is not None):
            return i
    return tree.sentence.end


def _led(tree: Tree, term: Term, words: str) -> bool:
    if tree.doc[term.start].lower_ in words.split(" "):
        return True  # "to life"
    i = term.start - 1
    while tree.doc[i].lower_ in ("a", "an", "just", "only"):
        i -= 1
    return tree.doc[i].lower_ in words.split(" ")


def _bare_numbers(tree: Tree, verb: Token, stop: int) -> list[Term]:
    """Years that go without saying: "got ten", "from five years to three"."""
    found: list[Term] = []
    for i in range(verb.i + 1, stop):
        token = tree.doc[i]
        if (
            token.tag_ == "CD"
            and token.dep_ in ("obj", "obl", "nmod", "obl:unmarked")
            and (not found or i >= found[-1].end)
        ):
            found += unitless(tree.doc, i, stop, _YEARS)
    return found


def _fits(clauses: Clauses, verb: Token, row: Mapping[str, str], here: list[Term], court: bool) -> bool:
    """Whether words after a verb are a penalty, not a mere stretch of time."""
    needs, first, last = row["needs"], here[0], here[-1]
    if needs in ("court", "change"):
        return True
    after = clauses.word(last.end)
    if needs == "prison":
        between = {clauses.word(i) for i in range(verb.i, last.end + 8)}
        return bool(between & lexicons.words("prison-words")) and (
            row["lemma"] != "spend" or "next" in between
        )
    if needs == "term":
        return _served(clauses, verb, here, court)
    words = {clauses.word(i) for i in range(first.start, first.end)}
    sure = (
        first.type not in ("imprisonment", "other")
        or bool(words & lexicons.words("prison-words"))
        or "sentence" in words
    )
    if sure or not court or first.named:
        return sure or (court and first.named)
    return bare(clauses, here) or after in (
        "in",
        "on",
        "after",
        "at",
        "apiece",
        "each",
        "respectively",
        "when",
        "over",
    )


def _served(clauses: Clauses, verb: Token, here: list[Term], court: bool) -> bool:
    """Whether "served four years" tells a penalty: not the part that is over, nor a term of office."""
    after, then = clauses.word(here[0].end), clauses.word(here[0].end + 1)
    inside = clauses.doc[here[0].start : here[0].end].text.lower()
    if re.search(r"\b(?:years?|months?|weeks?|days?) of (?:an?|the|his|her|their)\b", inside):
        return False  # "served three years of a nine-year sentence"
    if after in ("of", "as", "into") or (
        after == "in" and then in ("office", "power", "parliament", "government")
    ):
        return False
    if here[0].named or here[0].type == "life":
        return True
    if court and clauses.word(here[0].start - 1) in ("his", "her", "their"):
        return True  # "has completed her five months"
    if verb.tag_ == "VBG" or verb.lower_ == "serve":
        return after in (
            "in",
            "for",
            "at",
            "after",
            "and",
            ",",
            ".",
            ";",
            "when",
            "on",
            "but",
            "",
            "respectively",
        )
    return court and (after == "for" or (after, then) == ("in", "full"))
