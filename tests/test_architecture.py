"""The laws of ARCHITECTURE.md that import-linter does not check."""

import ast
import re
from pathlib import Path

import pytest

from hrkg import extract

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "src" / "hrkg").rglob("*.py"))
EXTRACTORS = {
    "affiliations",
    "charges",
    "claims",
    "dates",
    "ethnicities",
    "events",
    "kin",
    "locations",
    "members",
    "mentions",
    "occupations",
    "posts",
    "prospects",
    "reference",
    "sentences",
    "statuses",
}


def test_modules_are_found():
    assert len(MODULES) > 40


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT / "src")))
def test_a_module_has_at_most_300_lines(path):
    assert path.read_text(encoding="utf-8").count("\n") <= 300


def test_no_extractor_is_lost_or_added_unseen():
    assert {e.name for e in extract.extractors() if type(e).__module__.startswith("hrkg.")} == EXTRACTORS


def test_extractors_do_not_import_each_other():
    imports = re.compile(r"(?:from|import) hrkg\.extract\.(\w+)")
    checked = 0
    for name in EXTRACTORS:
        base = ROOT / "src" / "hrkg" / "extract" / name
        files = sorted(base.rglob("*.py")) if base.is_dir() else [base.with_suffix(".py")]
        for file in files:
            found = set(imports.findall(file.read_text(encoding="utf-8"))) - {name}
            assert not found & EXTRACTORS, f"{file.name} imports {found & EXTRACTORS}"
            checked += 1
    assert checked >= len(EXTRACTORS)


def test_no_word_list_stands_in_python():
    """A literal collection of more than a dozen plain words belongs into data/lexicons or ontology/."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Set | ast.List | ast.Tuple):
                words = [
                    e.value
                    for e in node.elts
                    if isinstance(e, ast.Constant)
                    and isinstance(e.value, str)
                    and re.fullmatch(r"[a-z][a-z ]+", e.value)
                ]
                assert len(words) <= 12, f"{path.name}:{node.lineno}: {words[:5]} …"


def test_the_architecture_page_is_short_enough_to_be_read():
    assert (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").count("\n") <= 120
