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
    if found is None:
        return None
    return Roles(found.agent, found.patient), found.verdict, modality(clauses, found.presupposed)
