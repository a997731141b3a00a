"""Join what two readings of a sentence found: words in their order, and the dependency tree."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hrkg.extract.clauses import Resolution
from hrkg.model import Argument, Event, Span

_GRAVE = frozenset({"acquittal", "death-in-custody", "execution", "release"})


def joined(words: Sequence[Event], trees: Iterable[Event], resolution: Resolution) -> list[Event]:
    """The events read from words, completed by those of the tree, and those that only the tree tells.

    An event of the tree joins one of the words where they share the trigger or the type and whom it befell; where the
    two disagree whether it happened, the words' reading stays: it is the more cautious one.
    """
    found = list(words)
    for new in trees:
        same = [i for i, old in enumerate(found) if _same(old, new, resolution)]
        if not same:
            found.append(new)
        elif _contested(found[same[0]], new, resolution):
            del found[same[0]]
        elif (found[same[0]].prospect is None) == (new.prospect is None) and found[same[0]].type == new.type:
            found[same[0]] = _completed(found[same[0]], new, resolution)
    return found


def _contested(old: Event, new: Event, resolution: Resolution) -> bool:
    """Whether the two readings tell a release, an acquittal or an execution of different people: then nobody knows."""
    one, other = _befallen(old, resolution), _befallen(new, resolution)
    return old.type == new.type and new.type in _GRAVE and bool(one) and bool(other) and not one & other


def _same(old: Event, new: Event, resolution: Resolution) -> bool:
    if old.trigger.begin < new.trigger.end and new.trigger.begin < old.trigger.end:
        return True
    return old.type == new.type and bool(_befallen(old, resolution) & _befallen(new, resolution))


def _befallen(event: Event, resolution: Resolution) -> set[Span]:
    roles = ("affected", "participant")
    fillers = (a.filler for a in event.arguments if a.role in roles)
    return {resolution.root(t) for f in fillers for t in resolution.targets(f)}


def _completed(old: Event, new: Event, resolution: Resolution) -> Event:
    """The event with the arguments that only the other reading has."""
    known = {(a.role, resolution.root(t)) for a in old.arguments for t in resolution.targets(a.filler)}
    taken = {t for _, t in known}
    more: list[Argument] = []
    for a in new.arguments:
        targets = {resolution.root(t) for t in resolution.targets(a.filler)}
        if targets and not targets & taken:
            more.append(a)
    return replace(old, arguments=(*old.arguments, *more), when=old.when or new.when)
