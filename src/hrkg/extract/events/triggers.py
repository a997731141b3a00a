"""Find trigger words and decide, from the words around, whether each is a verb, an adjective, a noun or a state."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from hrkg import lexicons
from hrkg.extract.clauses import Clauses, closed
from hrkg.extract.reading import phrases

_VERBAL = ("past", "base", "present", "gerund")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger at tokens `doc[start:end]`, used in one form, and the roles that its neighbours fill."""

    start: int
    end: int
    type: str
    form: str
    subject: str
    object: str
    possessor: str


@cache
def _forms(word: str) -> Mapping[str, Mapping[str, str]]:
    """All rows of a trigger word by form."""
    return {row["form"]: row for row in lexicons.rows("event-triggers") if row["word"] == word}


def triggers(clauses: Clauses) -> Iterator[Trigger]:
    """The triggers of a sentence, from left to right."""
    for found in phrases(clauses.doc, clauses.start, clauses.end, "event-triggers"):
        rows = _forms(found.row["word"])
        form = _form(clauses, found.start, found.end, rows)
        if form is not None:
            row = rows[form]
            yield Trigger(
                found.start, found.end, row["type"], form, row["subject"], row["object"], row["possessor"]
            )


def _form(clauses: Clauses, start: int, end: int, rows: Mapping[str, object]) -> str | None:
    if clauses.at.get(start) and clauses.at[start].mention.form == "name":
        return None  # inside a name: "Committee against Torture"
    if start in clauses.moments:
        return None  # "March"
    around = clauses.at.get(start)
    if around and around.start <= start and end < around.end and around.mention.kind in ("group", "person"):
        return "adjective" if "adjective" in rows else None  # "two abducted members"
    if "adjective" in rows and _prenominal(clauses, start, end):
        return "adjective"
    if "base" in rows and _verb_slot(clauses, start):
        return "base"
    if "noun" in rows and not ("base" in rows and _verb_slot(clauses, start)):
        if "past" not in rows and "present" not in rows and "gerund" not in rows:
            return "noun"
        if "gerund" in rows and clauses.word(start - 1) in closed("be"):
            return "gerund"
        if "present" in rows and clauses.sentence.heading and clauses.actor(start - 1):
            return "present"
        return "noun"
    return next((form for form in rows if form not in ("adjective", "base")), None)


def _verb_slot(clauses: Clauses, start: int) -> bool:
    """Whether a base form stands where only a verb can."""
    group = clauses.verb_group(start)
    if group.has("modal") or group.has("to") or group.has("do"):
        return True
    before = clauses.word(group.start - 1)
    if before in ("and", "or") or (before == "," and group.helpers):
        after = clauses.word(start + 1)
        return bool(clauses.actor(start + 1)) or after in ("all", "the", "those", "him", "her", "them")
    if start == clauses.start or before in (":", "“", '"'):
        return bool(clauses.actor(start + 1)) or clauses.word(start + 1) in (
            "all",
            "him",
            "her",
            "them",
            "the",
        )
    return bool(clauses.sentence.heading and clauses.actor(start - 1) and clauses.object(start + 1))


def _prenominal(clauses: Clauses, start: int, end: int) -> bool:
    """Whether a participle stands before the noun or name that it describes."""
    before = clauses.word(start - 1)
    if before in closed("be") | closed("have") | closed("modal") or clauses.verb_group(start).helpers:
        return before in ("the", "a", "an")
    if clauses.actor(start - 1) or not clauses.object(end):
        return False
    if before in (
        "the",
        "a",
        "an",
        "of",
        "for",
        "by",
        "with",
        "",
        ":",
        "that",
        "from",
        "on",
        "“",
        '"',
        "including",
    ):
        return True
    return before.endswith("ly") or (clauses.doc[start].text[0].isupper() and start == clauses.start)
