"""What a trigger's neighbours are to it: roles, factuality and modality, and the plain reading of a verb."""

from dataclasses import dataclass

from hrkg.extract import predicates
from hrkg.extract.clauses import Clauses, Phrase, closed
from hrkg.extract.events.triggers import Trigger
from hrkg.extract.factuality import Verdict
from hrkg.extract.reading import Placed
from hrkg.model import Modality

_STATIVE = frozenset({"detention", "imprisonment", "house-arrest", "internment", "charging"})


@dataclass(frozen=True, slots=True)
class Roles:
    """What fills the roles beside the verb."""

    subject: Phrase | Placed | None = None
    object: Phrase | Placed | None = None


Read = tuple[Roles, Verdict, Modality] | None


def modality(clauses: Clauses, presupposed: bool = False) -> Modality:
    """How the sentence tells it: in passing, by somebody's word, or plainly."""
    if presupposed:
        return "presupposed"
    words = clauses.words.values()
    return "attributed" if any(w in closed("attribution") for w in words) else "asserted"


def verb(clauses: Clauses, trigger: Trigger) -> Read:
    """The plain reading of a verb: agent, patient, factuality."""
    stative = trigger.type in _STATIVE or trigger.form == "held" or trigger.type == "charging"
    found = predicates.read(
        clauses, trigger.start, trigger.end, trigger.form, transitive=bool(trigger.object), stative=stative
    )
    if found is None or (trigger.type == "charging" and _priced(clauses, trigger.end, found.patient)):
        return None
    return Roles(found.agent, found.patient), found.verdict, modality(clauses, found.presupposed)


def _priced(clauses: Clauses, end: int, patient: Phrase | None) -> bool:
    """Whether somebody is charged a price: "charged X a fee", "was charged 40 dinars"."""
    i = patient.end if patient and patient.start >= end else end
    active = i > end
    if active and clauses.word(i) in ("a", "an"):
        return True
    word = clauses.word(i)
    price = word.isdigit() or word in ("$", "€", "£")
    return price and i not in clauses.moments and not clauses.actor(i) and not clauses.actor(i + 1)
