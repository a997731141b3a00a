"""Find the data that travels with the package: `ontology/`, `shapes/` and `data/`.

In a checkout (also an editable install) they are the folders at the top of the repository; in a wheel they lie
under `hrkg/_resources/`, put there by the build configuration in `pyproject.toml`.
"""

from functools import cache
from pathlib import Path

from hrkg.errors import SetupError

_PACKAGE = Path(__file__).resolve().parent


@cache
def folder(name: str) -> Path:
    """The folder of packaged data called `name` ("ontology", "shapes", "data").

    Raises:
        SetupError: neither the wheel nor the checkout has it, so the installation is broken.
    """
    for root in (_PACKAGE / "_resources", _PACKAGE.parent.parent):
        path = root / name
        if path.is_dir():
            return path
    raise SetupError(
        f"the folder {name}/ that belongs to hrkg is missing beside {_PACKAGE}: install hrkg again"
    )
