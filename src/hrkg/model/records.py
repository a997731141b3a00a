"""What extractors return."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hrkg.model.text import Span

Kind = Literal["person", "organization", "place", "group"]
Form = Literal["name", "nominal", "pronoun"]
Modality = Literal["asserted", "attributed", "presupposed", "derived", "metadata", "reference", "curated"]


@dataclass(frozen=True, slots=True)
class Count:
    """How many a group has: bounds and the words that give them."""

    minimum: int | None
    maximum: int | None
    qualifier: str
    """Code of the list `count-qualifier`."""
    span: Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names or stands for a person, organization, place or unnamed group of people."""

    span: Span
    kind: Kind
    name: str
    """The label: as written without titles and possessive endings, or `government of X` for a state that acts."""
    form: Form = "name"
    code: str | None = None
    """Code of `organization-kind` or `place-kind`, where known."""
    key: str | None = None
    """Key of the row of reference data that it stands for (e.g. `place/cn`), where known."""
    count: Count | None = None
    """Groups only."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The mention at `mention` stands for the same thing as the mention at `antecedent`, in this article."""

    mention: Span
    antecedent: Span


@dataclass(frozen=True, slots=True)
class Membership:
    """The people that the group at `group` means are named elsewhere: `member` is one of them."""

    group: Span
    member: Span


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or period that the text tells."""

    span: Span
    edtf: str | None
    """Extended Date/Time Format, level 0 to 2 (ISO 8601-2); None where the words do not fix one."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """What a person is said to be; `predicate` is `occupation`, `ethnicity` or `nationality`."""

    subject: Span
    predicate: str
    value: str
    """Lower-case words, as they become a concept's label."""
    evidence: Span


@dataclass(frozen=True, slots=True)
class Post:
    """A person holds or held an office."""

    holder: Span
    title: str
    organization: Span | None
    evidence: Span


@dataclass(frozen=True, slots=True)
class Relation:
    """`predicate` is `affiliatedWith` (person to organization), `spouse`, `children`, `sibling` or `kinOf`."""

    subject: Span
    predicate: str
    object: Span
    evidence: Span


@dataclass(frozen=True, slots=True)
class Whole:
    """A larger place of the reference data."""

    key: str
    label: str
    code: str
    """Code of `place-kind`."""


@dataclass(frozen=True, slots=True)
class Location:
    """A place lies in a larger one, as the text says."""

    place: Span
    whole: Span | Whole
    """The larger place's mention, or the country that only an adjective names ("the Turkish city of X")."""
    evidence: Span
    adjective: Span | None = None
    """The words that name such a country."""


@dataclass(frozen=True, slots=True)
class Argument:
    """Who or what takes part; `role` is `affected`, `agent`, `participant`, `place`, `advocate` or `addressee`."""

    role: str
    filler: Span
    evidence: Span


@dataclass(frozen=True, slots=True)
class Prospect:
    """Why something is not reported as having happened: `kind` is a code of `prospect-kind`, `cue` the words."""

    kind: str
    cue: Span


@dataclass(frozen=True, slots=True)
class Event:
    """Something reported to have happened or, with a `prospect`, only urged, planned, promised or feared."""

    type: str
    """Code of `event-type`."""
    trigger: Span
    arguments: tuple[Argument, ...] = ()
    when: Moment | None = None
    prospect: Prospect | None = None
    modality: Modality = "asserted"


@dataclass(frozen=True, slots=True)
class Charge:
    """An official accusation of one person or group."""

    person: Span
    offence: str
    evidence: Span
    """The words of the offence and, where near, what ties it to the person."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A court's penalty for one person or group."""

    person: Span
    type: str
    """Code of `sentence-type`."""
    duration: str | None
    """ISO 8601 duration, e.g. `P4Y` or `P18M`."""
    evidence: Span


@dataclass(frozen=True, slots=True)
class Status:
    """What the article reports of somebody's liberty at one point of its story; the latest one becomes the report."""

    about: Span
    status: str
    """Code of `detention-status`."""
    evidence: Span
    when: Moment | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody says something; `speaker` is None where the unnamed author speaks."""

    speaker: Span | None
    cue: Span
    """The words that make it speech ("said", "according to")."""
    content: Span
    """What is said, without quotation marks."""
    stance: str
    """Code of `stance`."""
    target: Span | None = None
    direct: bool = False
    """Quoted word for word."""


Record = (
    Mention
    | Reference
    | Membership
    | Moment
    | Attribute
    | Post
    | Relation
    | Location
    | Event
    | Charge
    | Sentence
    | Status
    | Claim
)
