"""Whether words report that something happened, or only urge, plan, promise, condition or fear it.

Negated, denied, asked, habitual and merely possible acts are not reported as events. What governs a verb or noun
decides, and where nothing known governs an infinitive, nothing is reported: silence is safer than a false release.

Source: the distinction of actual, possible and counterfactual events follows FactBank (Saurí and Pustejovsky 2009,
Language Resources and Evaluation 43); the cue words are our own list.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from hrkg import lexicons
from hrkg.extract.clauses import Clauses, VerbGroup, closed
from hrkg.model import Prospect

_REACH = 14
"""Tokens between a governing verb and the infinitive or noun that it governs, at most."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`reported`: it is told as having happened. Else `prospect` tells why it is told, or None: it is not written."""

    reported: bool
    prospect: Prospect | None = None
    governor: tuple[int, int] | None = None
    """Tokens of the word that governs it: who urges or promises is its subject, who is asked its object."""


NOTHING = Verdict(False)
REPORTED = Verdict(True)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at tokens `doc[start:end]`."""

    start: int
    end: int
    effect: str


@cache
def _cues(scope: str) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Last word → (all words, effect), longest first."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in lexicons.rows("factuality-cues"):
        if row["scope"] == scope:
            words = tuple(row["word"].split(" "))
            index.setdefault(words[-1], []).append((words, row["effect"]))
    return {last: tuple(sorted(found, key=lambda e: -len(e[0]))) for last, found in index.items()}


def cues_left(clauses: Clauses, before: int, scope: str, reach: int = _REACH) -> Iterator[Cue]:
    """Cues of one scope left of token `before`, nearest first, up to a clause's end."""
    i = before - 1
    while i >= max(clauses.start, before - reach):
        if clauses.word(i) in (";", ":", "“", "”", '"'):
            return
        for words, effect in _cues(scope).get(clauses.word(i), ()):
            first = i - len(words) + 1
            if all(clauses.word(first + k) == w for k, w in enumerate(words)):
                yield Cue(first, i + 1, effect)
                i = first
                break
        i -= 1


def verb(clauses: Clauses, group: VerbGroup, form: str) -> Verdict:
    """Judge a verb: `form` is `past`, `passive`, `base`, `present`, `gerund` or `state`."""
    if _asked(clauses) or group.has("negation") or any(w in closed("habitual") for w in group.helpers):
        return NOTHING
    if _inverted(clauses, group) or _taken_back(clauses, group) or not _being(clauses, group):
        return NOTHING
    if "to" in group.helpers or (form == "base" and clauses.word(group.start - 1) == "to"):
        return _infinitive(clauses, group)
    for word in group.helpers:
        for words, effect in _cues("auxiliary").get(word, ()):
            if words == (word,):
                return _auxiliary(clauses, group, word, effect)
    if "be" in group.helpers:
        return _subjunctive(clauses, group)
    if form == "base":
        return _bare(clauses, group)
    if form == "gerund":
        return _gerund(clauses, group)
    return _clause(clauses, group)


def _asked(clauses: Clauses) -> bool:
    return clauses.word(clauses.end - 1) == "?" or clauses.word(clauses.end - 2) == "?"


def _inverted(clauses: Clauses, group: VerbGroup) -> bool:
    """A condition without "if": "Had X been released, ..."."""
    opened = clauses.word(clauses.start) in ("had", "were", "should") and group.start > clauses.start
    return opened and not any(clauses.word(i) == "," for i in range(clauses.start, group.start))


def _taken_back(clauses: Clauses, group: VerbGroup) -> bool:
    """Whether the words after take back what was retold: "Reports that X was freed were false"."""
    retold = any(cue.effect == "retold" for cue in cues_left(clauses, group.start, "retold", 40))
    later = range(group.end, min(clauses.end, group.end + 24))
    return retold and any(clauses.word(i) in _single("taken back") for i in later)


@cache
def _single(scope: str) -> frozenset[str]:
    return frozenset(row["word"] for row in lexicons.rows("factuality-cues") if row["scope"] == scope)


def _being(clauses: Clauses, group: VerbGroup) -> bool:
    """Whether "being freed" is told: "is being", "after being"; not "risks being", "spoke of being"."""
    if "being" not in group.helpers or closed("be") & set(group.helpers[: group.helpers.index("being")]):
        return True
    return clauses.word(group.start - 1) in _single("gerund")


def governed(clauses: Clauses, start: int) -> Verdict | None:
    """Judge a participle after a noun phrase that begins at token `start`, where a verb governs both.

    "wants X freed" urges, "getting X freed" and "have X freed" tell nothing; None where no such verb stands before
    the phrase, so that the participle is a reduced relative clause ("prisoners freed in May").
    """
    i = start - 1
    while i >= max(clauses.start, start - 5):
        for words, effect in _cues("participle").get(clauses.word(i), ()):
            if words == (clauses.word(i),):
                if effect == "hypothetical" or clauses.verb_group(i).has("negation"):
                    return NOTHING
                return _prospect(clauses, i, i + 1, effect, (i, i + 1))
        if (
            clauses.actor(i)
            or clauses.breaks(i)
            or clauses.word(i) in closed("preposition")
            or i in clauses.moments
        ):
            return None
        i -= 1
    return None


def _prospect(clauses: Clauses, start: int, end: int, kind: str, governor: tuple[int, int] | None) -> Verdict:
    return Verdict(False, Prospect(kind, clauses.span(start, end)), governor)


def _infinitive(clauses: Clauses, group: VerbGroup) -> Verdict:
    to = next((i for i in range(group.end - 1, group.start - 2, -1) if clauses.word(i) == "to"), group.start)
    helpers = [clauses.word(i) for i in range(max(clauses.start, to - 4), to)]
    if any(w in closed("negation") for w in helpers):
        return NOTHING
    for cue in cues_left(clauses, to, "infinitive"):
        if cue.effect == "factual":
            return _clause(clauses, group)
        if cue.effect == "negated":
            return NOTHING
        return _prospect(clauses, cue.start, cue.end, cue.effect, (cue.start, cue.end))
    return NOTHING


def _auxiliary(clauses: Clauses, group: VerbGroup, word: str, effect: str) -> Verdict:
    at = next(i for i in range(group.end - 1, clauses.start - 1, -1) if clauses.word(i) == word)
    for cue in cues_left(clauses, group.start, "clause", 40):
        if cue.effect in ("negated", "conditional", "feared"):
            if cue.effect == "negated":
                return NOTHING
            return _prospect(clauses, cue.start, cue.end, cue.effect, None)
        if cue.effect == "urged" and effect in ("urged", "conditional"):
            return _prospect(clauses, cue.start, cue.end, "urged", (cue.start, cue.end))
    if at == clauses.start:
        return NOTHING
    if effect == "conditional" and any(clauses.word(i) in closed("speech") for i in range(clauses.start, at)):
        effect = "promised"
    return _prospect(clauses, at, at + 1, effect, None)


def _subjunctive(clauses: Clauses, group: VerbGroup) -> Verdict:
    """A bare "be": "demanded that he be freed"."""
    for cue in cues_left(clauses, group.start, "clause", 40):
        if cue.effect == "urged":
            return _prospect(clauses, cue.start, cue.end, "urged", (cue.start, cue.end))
    return NOTHING


def _bare(clauses: Clauses, group: VerbGroup) -> Verdict:
    """A base form without "to" or an auxiliary of its own: coordinated, imperative, or a headline's present tense."""
    before = clauses.word(group.start - 1)
    if before in ("and", "or", ","):
        for i in range(group.start - 1, clauses.start - 1, -1):
            if clauses.word(i) == "to":
                return _infinitive(clauses, VerbGroup(i, group.end, ("to",)))
            for words, effect in _cues("auxiliary").get(clauses.word(i), ()):
                if words == (clauses.word(i),):
                    return _prospect(clauses, i, i + 1, effect, None)
        return NOTHING
    if before in ("", ":", "“", '"', "!", "must", "please"):
        return _prospect(clauses, group.end - 1, group.end, "urged", None)
    if clauses.sentence.heading and clauses.actor(group.start - 1):
        return _clause(clauses, group)
    return NOTHING


def _gerund(clauses: Clauses, group: VerbGroup) -> Verdict:
    before = clauses.word(group.start - 1)
    if group.has("be") or before in ("after", "since", "by", "for", ","):
        return _clause(clauses, group)
    return NOTHING


def _clause(clauses: Clauses, group: VerbGroup) -> Verdict:
    """Cues further left in the sentence that reach a finite verb."""
    for cue in cues_left(clauses, group.start, "clause", 40):
        if cue.effect == "negated":
            if _between_verbs(clauses, cue.end, group.start) > 1:
                continue
            return NOTHING
        if cue.effect in ("conditional", "feared", "scheduled"):
            if (
                any(clauses.word(i) == "," for i in range(cue.end, group.start))
                and clauses.word(cue.start) != "if"
            ):
                continue
            return _prospect(clauses, cue.start, cue.end, cue.effect, None)
        if cue.effect in ("hypothetical", "promised") and _between_verbs(clauses, cue.end, group.start) == 0:
            return (
                NOTHING
                if cue.effect == "hypothetical"
                else _prospect(clauses, cue.start, cue.end, cue.effect, (cue.start, cue.end))
            )
    return REPORTED


def _between_verbs(clauses: Clauses, start: int, end: int) -> int:
    return sum(clauses.word(i) in closed("be") | closed("have") | closed("speech") for i in range(start, end))


def noun(clauses: Clauses, start: int) -> Verdict | None:
    """Judge an event noun whose phrase begins at token `start`; None where nothing known governs it."""
    if _asked(clauses):
        return NOTHING
    for cue in cues_left(clauses, start, "noun", 9):
        if cue.effect == "factual":
            if (
                cue.end == start
                or cue.end - cue.start > 1
                or clauses.word(cue.start) not in closed("preposition")
            ):
                return REPORTED
            continue
        if any(clauses.breaks(i) for i in range(cue.end, start)):
            break
        if cue.effect == "hypothetical":
            return NOTHING
        return _prospect(clauses, cue.start, cue.end, cue.effect, (cue.start, cue.end))
    group = clauses.verb_group(start)
    return NOTHING if group.has("negation") else _object_of(clauses, start)


def _object_of(clauses: Clauses, start: int) -> Verdict | None:
    """What a modal or "to" before the verb of a noun makes of it: "will attend the summit", "to hold a trial"."""
    for i in range(start - 1, max(clauses.start, start - 5), -1):
        word = clauses.word(i)
        if word in closed("modal"):
            coming = word in ("will", "shall", "'ll")
            return _prospect(clauses, i, i + 1, "scheduled", None) if coming else NOTHING
        if word == "to":
            verb = i + 1 < start and clauses.role(i + 1) and clauses.word(i + 1) not in closed("determiner")
            return _infinitive(clauses, VerbGroup(i, i + 2, ("to",))) if verb else None
        if (
            clauses.actor(i)
            or clauses.breaks(i)
            or word in closed("preposition")
            or word in (",", "and", "or")
        ):
            return None
    return None


def ahead(clauses: Clauses, end: int) -> Verdict | None:
    """A noun phrase ending before token `end` whose verb says that it lies ahead: "the trial is due to open"."""
    i = end
    if clauses.word(i) == "failed":
        return NOTHING
    if clauses.word(i) in closed("be"):
        i += 1
    elif clauses.word(i) in _single("ahead present"):
        return _prospect(clauses, i, i + 1, "scheduled", None)
    elif clauses.word(i) not in closed("modal"):
        return None
    if clauses.word(i) in _single("ahead"):
        return _prospect(clauses, i, i + 1, "scheduled", None)
    return NOTHING if clauses.word(i) in closed("negation") | closed("modal") else None
