"""Where an article leaves each person: the latest status of liberty that it reports, one for each person or group.

Decision table, first line that holds; E: an event reported as happened (never one urged or planned), S: a sentence,
C: a charge. "later" compares dates, and where those are unknown nothing is decided.

| reported of the person                                     | status                 |
|------------------------------------------------------------|------------------------|
| E execution                                                | executed               |
| E death-in-custody                                         | died-in-custody        |
| a death told beside the name, a release of hearsay, or     |                        |
|   one of a "he" who may be the person                      | none                   |
| E acquittal, no S, nothing later                           | acquitted              |
| E release, and custody or S prison not later               | released               |
| E release, and custody or S prison later                   | by the later one       |
| E release, and S, prison, house arrest, formal arrest or   |                        |
|   conviction of which nobody knows whether it came later                 | none                   |
| S prison, life, death or suspended death, in the dock      | imprisoned, convicted  |
| S of another kind, or in absentia                          | convicted              |
| E imprisonment                                             | imprisoned             |
| E house-arrest, residential-surveillance, internment       | the same               |
| E enforced-disappearance                                   | disappeared            |
| E conviction                                               | convicted              |
| E trial that goes on                                       | on-trial               |
| E detention that lasts ("remains in custody")              | detained               |
| E formal-arrest                                            | formally-arrested      |
| E charging                                                 | charged                |
| E arrest or detention, not short and not long ago          | detained               |
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hrkg import lexicons
from hrkg.extract import doubts
from hrkg.extract.clauses import Resolution
from hrkg.extract.reading import tokens
from hrkg.model import Document, Event, Moment, Sentence, Span, Status

_PRISON = frozenset({"imprisonment", "life"})
_CUSTODY = frozenset(
    {
        "detention",
        "arrest",
        "formal-arrest",
        "imprisonment",
        "house-arrest",
        "residential-surveillance",
        "internment",
    }
)
_STAGES = (
    ("imprisonment", "imprisoned"),
    ("house-arrest", "house-arrest"),
    ("residential-surveillance", "residential-surveillance"),
    ("internment", "interned"),
    ("enforced-disappearance", "disappeared"),
    ("conviction", "convicted"),
    ("trial", "on-trial"),
    ("lasting", "detained"),
    ("formal-arrest", "formally-arrested"),
    ("charging", "charged"),
    ("detention", "detained"),
    ("arrest", "detained"),
)
_WEIGHTY = frozenset(
    {
        "sentence prison",
        "sentence absent",
        "sentence other",
        "imprisonment",
        "lasting",
        "house-arrest",
        "formal-arrest",
        "conviction",
    }
)
"""What may have come after a release of unknown date."""
_STALE = 3
"""Years after which a bare report of an arrest no longer tells that somebody is held."""


@dataclass(frozen=True, slots=True)
class _Fact:
    kind: str
    evidence: Span
    when: Moment | None

    @property
    def day(self) -> str | None:
        """The first day that the date may mean, as far as it can be compared; of a season, the year."""
        edtf = (self.when.edtf if self.when else None) or ""
        found = re.match(r"[\[{]?(\d{4})(-(?:0\d|1[0-2]))?(-\d\d)?", edtf)
        return "".join(part or "" for part in found.groups()) if found else None


class Statuses:
    """Decide one status for each person or group."""

    name = "statuses"
    requires = frozenset({"Mention", "Reference", "Event", "Sentence", "Claim"})
    provides = frozenset({"Status"})

    def __call__(self, document: Document) -> Iterator[Status]:
        """Statuses in the order in which people are first spoken of."""
        resolution = Resolution(document)
        facts: dict[Span, list[_Fact]] = {}
        for event in document.of(Event):
            if event.prospect is None:
                unsure = event.type in ("release", "acquittal") and doubts.hearsay(document, event)
                kind = "unsure" if unsure else _kind(document, event)
                fact = _Fact(kind, event.trigger, event.when)
                for argument in event.arguments:
                    if argument.role == "affected":
                        for target in resolution.targets(argument.filler):
                            if event.modality == "presupposed" and resolution.kind(target) == "group":
                                continue  # "three women held since May want ...": told in passing, of nobody known
                            facts.setdefault(resolution.root(target), []).append(fact)
        for sentence in document.of(Sentence):
            undone = doubts.overturned(document, sentence.evidence)
            kind = "past" if undone else f"sentence {_penalty(document, sentence)}"
            for target in resolution.targets(sentence.person):
                facts.setdefault(resolution.root(target), []).append(_Fact(kind, sentence.evidence, None))
        _note_doubts(document, resolution, facts)
        year = int((document.article.metadata.published or "0")[:4])
        for about in sorted(facts):
            if not _told_of(document, resolution, about):
                continue
            if decided := decide(facts[about], year):
                status, fact = decided
                yield Status(about, status, fact.evidence, fact.when)


def _note_doubts(document: Document, resolution: Resolution, facts: dict[Span, list[_Fact]]) -> None:
    """Mark those of whom the article may tell a release or a death that was not read."""
    for span in doubts.perhaps_freed(document, resolution):
        for target in resolution.targets(span):
            facts.setdefault(resolution.root(target), []).append(_Fact("unsure", span, None))
    for mention in document.mentions:
        if mention.kind == "person" and mention.form == "name" and doubts.dead(document, mention):
            for target in resolution.targets(mention.span):
                facts.setdefault(resolution.root(target), []).append(_Fact("dead", mention.span, None))


def _told_of(document: Document, resolution: Resolution, about: Span) -> bool:
    """Whether a status can be told: of a person, or of a group that the article counts ("three teachers")."""
    kind = resolution.kind(about)
    if kind != "group":
        return kind == "person"
    start, end = tokens(document.doc, about)
    numbers = lexicons.mapping("cardinals", "word", "value")
    return any(t.like_num or t.lower_ in numbers for t in document.doc[max(0, start - 2) : end])


def _kind(document: Document, event: Event) -> str:
    """The event's type; near words tell apart custody that lasts, that was short, and steps of an earlier time."""
    start, end = tokens(document.doc, event.trigger)
    before = {document.doc[i].lower_ for i in range(max(0, start - 5), end)}
    after = {document.doc[i].lower_ for i in range(end, min(len(document.doc), end + 5))}
    if event.type in ("acquittal", "conviction", "trial", "sentencing") and "had" in before:
        return "past"
    if event.type == "trial" and "tried" in before and "being" not in before:
        return "past"
    far = {document.doc[i].lower_ for i in range(end, min(len(document.doc), end + 16))}
    if event.type == "enforced-disappearance" and far & lexicons.words("reappearance-words"):
        return "past"
    if event.type not in ("detention", "arrest", "imprisonment", "internment", "house-arrest"):
        return event.type
    if (
        document.doc[start].lower_ == "served"
        or "when" in before
        or ("spent" in far and far & lexicons.words("penalty-units"))
        or _past_release(document, end)
    ):
        return "short"
    if (
        before & lexicons.words("short-custody")
        or after & lexicons.words("short-times")
        or {"was", "serving"} <= before
    ):
        return "short"
    return (
        "lasting" if event.type == "detention" and before & lexicons.words("lasting-custody") else event.type
    )


def _past_release(document: Document, end: int) -> bool:
    """Whether the same clause ends the custody: "served a year before he was freed"."""
    words = [document.doc[i].lower_ for i in range(end, min(len(document.doc), end + 14))]
    stop = next((i for i, w in enumerate(words) if w in (".", ";")), len(words))
    ahead = words[:stop]
    return "before" in ahead and bool(set(ahead[ahead.index("before") :]) & lexicons.words("release-words"))


def _penalty(document: Document, sentence: Sentence) -> str:
    start, end = tokens(document.doc, sentence.evidence)
    words = {document.doc[i].lower_ for i in range(max(0, start - 6), min(len(document.doc), end + 6))}
    if "absentia" in words:
        return "absent"
    if (
        words & {"served", "completed", "spent", "suspended", "had"} or {"was", "serving"} <= words
    ) and sentence.type in _PRISON:
        return "served"
    return "prison" if sentence.type in _PRISON else "other"


def _stale(fact: _Fact, year: int) -> bool:
    return bool(year and fact.day) and int((fact.day or "0")[:4]) <= year - _STALE


def _vague(fact: _Fact) -> bool:
    """Whether only a year is told: what else is reported may well be of a later case."""
    return len(fact.day or "") == len("2018")


def decide(facts: Sequence[_Fact], year: int) -> tuple[str, _Fact] | None:
    """The status that the decision table gives, and the fact that it rests on; `year` is of publication, or 0."""
    by_kind: dict[str, list[_Fact]] = {}
    for fact in facts:
        by_kind.setdefault(fact.kind, []).append(fact)
    for kind, status in (("execution", "executed"), ("death-in-custody", "died-in-custody")):
        if kind in by_kind:
            return status, by_kind[kind][0]
    if "dead" in by_kind or "unsure" in by_kind:
        return None
    others = any(f.kind != "acquittal" for f in facts)
    acquitted = [f for f in by_kind.get("acquittal", ()) if not (others and (_stale(f, year) or _vague(f)))]
    if acquitted and not any(k.startswith("sentence") for k in by_kind):
        day = max(f.day or "" for f in acquitted)
        if not day or not any(f.day and f.day > day for f in facts):
            return "acquitted", acquitted[0]
    custody = [f for f in facts if f.kind in _CUSTODY or f.kind in ("lasting", "short", "sentence prison")]
    if releases := by_kind.get("release"):
        release = max(releases, key=lambda f: f.day or "")
        later = [f for f in custody if f.day and release.day and f.day > release.day and f.kind != "short"]
        if not later:
            unknown = [f for f in facts if f.kind in _WEIGHTY and not (f.day and release.day)]
            return None if unknown else ("released", release)
        facts, by_kind = later, {f.kind: [f] for f in later}
    for kind, status in (
        ("sentence prison", "imprisoned"),
        ("sentence absent", "convicted"),
        ("sentence other", "convicted"),
    ):
        if kind in by_kind:
            return status, by_kind[kind][0]
    if "sentence served" in by_kind:
        return None
    for kind, status in _STAGES:
        for fact in by_kind.get(kind, ()):
            if kind in ("arrest", "detention") and _stale(fact, year):
                continue
            if kind in ("arrest", "detention") and "short" in by_kind:
                return None
            return status, fact
    return None


EXTRACTOR = Statuses()
