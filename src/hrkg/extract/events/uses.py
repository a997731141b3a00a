"""Read a trigger by its form: who fills which role, and whether it is told as having happened."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from hrkg.extract.clauses import Clauses
from hrkg.extract.events import nouns, words
from hrkg.extract.events.roles import Read, verb
from hrkg.extract.events.triggers import Trigger

_READERS: Mapping[str, Callable[[Clauses, Trigger], Read]] = MappingProxyType(
    {
        "appeal": words.appeal,
        "died": words.died,
        "found": words.found,
        "fronted": nouns.fronted,
        "held": words.held,
        "owner": words.owner,
        "shot": words.shot,
        "serving": words.serving,
        "state": words.state,
        "adjective": nouns.adjective,
        "noun": nouns.noun,
        "tried": words.tried,
        "unseen": words.unseen,
        "won": words.won,
    }
)


def read(clauses: Clauses, trigger: Trigger) -> Read:
    """Read a trigger by its form; None where its use is unclear or is another word."""
    return _READERS.get(trigger.form, verb)(clauses, trigger)
