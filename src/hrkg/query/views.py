"""The views: the fixed SPARQL queries in `ontology/views/` that every graph answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import MappingProxyType

from hrkg import resources
from hrkg.errors import SetupError


@dataclass(frozen=True, slots=True)
class View:
    """One query with fixed column names."""

    name: str
    question: str
    """What it answers, from the comment in its first line."""
    path: Path

    @property
    def query(self) -> str:
        """Its SPARQL."""
        return self.path.read_text(encoding="utf-8")


@cache
def views() -> Mapping[str, View]:
    """All views by name, sorted.

    Raises:
        SetupError: the views are not there, or one does not begin with its question.
    """
    found = {}
    for path in sorted((resources.folder("ontology") / "views").glob("*.rq")):
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        if not first.startswith("# "):
            raise SetupError(f"the view {path.name} must begin with its question: a first line `# Who …?`")
        found[path.stem] = View(path.stem, first.removeprefix("# ").strip(), path)
    if not found:
        raise SetupError("the folder ontology/views/ of hrkg is missing or empty: install hrkg again")
    return MappingProxyType(found)


def view(name: str) -> View:
    """The view called `name`.

    Raises:
        SetupError: there is none of that name.
    """
    known = views()
    if name in known:
        return known[name]
    near = get_close_matches(name.lower(), known, n=3, cutoff=0.5) or [k for k in known if name.lower() in k]
    hint = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(known)}"
    raise SetupError(f"there is no view {name}: {hint} (`hrkg query --list` tells what each answers)")
