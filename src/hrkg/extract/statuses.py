"""Where an article leaves each person: the latest status of liberty that it reports, one for each person or group.

What is reported of a person becomes facts here; `hrkg.extract.liberty` has the table that decides between them.
"""

from collections.abc import Iterator

from hrkg import lexicons
from hrkg.extract import doubts
from hrkg.extract.clauses import Resolution
from hrkg.extract.liberty import OLD, PLEAS, PRISON, Fact, decide, expired
from hrkg.extract.reading import tokens
from hrkg.extract.syntax import parsed
from hrkg.model import Document, Event, Sentence, Span, Status

_HELD = frozenset({"arrest", "detention", "house-arrest", "imprisonment", "internment"})


class Statuses:
    """Decide one status for each person or group."""

    name = "statuses"
    requires = frozenset({"Mention", "Reference", "Event", "Sentence", "Claim"})
    provides = frozenset({"Status"})

    def __call__(self, document: Document) -> Iterator[Status]:
        """Statuses in the order in which people are first spoken of."""
        resolution = Resolution(document)
        published = document.article.metadata.published
        facts: dict[Span, list[Fact]] = {}
        for event in document.of(Event):
            if event.prospect is None:
                unsure = event.type in ("release", "acquittal") and doubts.hearsay(document, event)
                kind = "unsure" if unsure else _kind(document, event)
                fact = Fact(kind, event.trigger, event.when)
                for argument in event.arguments:
                    if argument.role == "affected":
                        for target in resolution.targets(argument.filler):
                            if event.modality == "presupposed" and resolution.kind(target) == "group":
                                continue  # "three women held since May want ...": told in passing, of nobody known
                            facts.setdefault(resolution.root(target), []).append(fact)
        for sentence in document.of(Sentence):
            undone = doubts.overturned(document, sentence.evidence)
            kind = "past" if undone else f"sentence {_penalty(document, sentence)}"
            when = next((e.when for e in document.of(Event) if _tells(e, sentence)), None)
            if expired(sentence.duration, when, published):
                kind = "sentence served"
            for target in resolution.targets(sentence.person):
                facts.setdefault(resolution.root(target), []).append(Fact(kind, sentence.evidence, when))
        _note_doubts(document, resolution, facts)
        for about in sorted(facts):
            if not _told_of(document, resolution, about):
                continue
            if decided := decide(facts[about], published):
                status, fact = decided
                yield Status(about, status, fact.evidence, fact.when)


def _note_doubts(document: Document, resolution: Resolution, facts: dict[Span, list[Fact]]) -> None:
    """Mark those of whom the article may tell a release or a death that was not read."""
    if parsed(document.doc):
        for span in doubts.perhaps_out(document, resolution):
            for target in resolution.targets(span):
                told = facts.get(resolution.root(target))
                if told and not any(f.kind in ("release", "acquittal") for f in told):
                    told.append(Fact("unsure", span, None))
    for span in doubts.perhaps_freed(document, resolution):
        for target in resolution.targets(span):
            facts.setdefault(resolution.root(target), []).append(Fact("unsure", span, None))
    for mention in document.mentions:
        if mention.kind == "person" and mention.form == "name" and doubts.dead(document, mention):
            for target in resolution.targets(mention.span):
                facts.setdefault(resolution.root(target), []).append(Fact("dead", mention.span, None))


def _tells(event: Event, sentence: Sentence) -> bool:
    """Whether an event is the sentencing by which a penalty was imposed."""
    kinds = ("sentencing", "imprisonment", "conviction")
    return event.type in kinds and event.when is not None and sentence.evidence.covers(event.trigger)


def _told_of(document: Document, resolution: Resolution, about: Span) -> bool:
    """Whether a status can be told: of a person, or of a counted group whom more than one noun tells."""
    kind = resolution.kind(about)
    if kind != "group":
        return kind == "person"
    if not any(m.span == about and " " in m.name for m in document.mentions):
        return False  # "the others", "people": nobody could tell who they are
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
    if event.type == "trial" and document.doc[start].lower_ in PLEAS:
        return "past"  # whoever pleads may since be sentenced, or be out on bail
    if event.type == "killing":
        return "dead"
    if event.when is None and event.type in _HELD and _of_old_times(document, event):
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
    open_ended = bool(event.when and (event.when.edtf or "").endswith("/.."))
    lasts = (
        event.modality == "presupposed"
        or open_ended
        or before & lexicons.words("lasting-custody")
        or _present(document, start)
    )
    return "lasting" if event.type == "detention" and lasts else event.type


def _of_old_times(document: Document, event: Event) -> bool:
    """Whether the sentence of an undated event names years, all of them long past ("in the 1930s")."""
    published = int((document.article.metadata.published or "0")[:4])
    sentence = next((s for s in document.sentences if s.span.covers(event.trigger)), None)
    if not published or sentence is None:
        return False
    words = (t.text.removesuffix("s") for t in document.doc[sentence.start : sentence.end])
    years = [int(w) for w in words if len(w) == len("2018") and w.isdigit() and w[:2] in ("18", "19", "20")]
    return bool(years) and max(years) < published - OLD


def _present(document: Document, start: int) -> bool:
    """Whether the trigger's verb group is in the present: "is held", "are being held", "is in custody"."""
    head = document.doc[start]
    group = [c for c in head.children if c.dep_ in ("aux", "aux:pass", "cop")]
    first = min(group, key=lambda t: t.i, default=head)
    return first.tag_ in ("VBZ", "VBP") and first.lower_ not in ("has", "have", "does", "do")


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
    ) and sentence.type in PRISON:
        return "served"
    return "prison" if sentence.type in PRISON else "other"


EXTRACTOR = Statuses()
