"""The documentation says what is there: data files, commands, the README's lines."""

import csv
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from hrkg.cli import main

ROOT = Path(__file__).resolve().parent.parent
PAGES = [
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "data/README.md",
    "ontology/README.md",
]
COMMANDS = ["build", "evaluate", "explain", "query", "validate"]
MARK = "<!-- made from sources.tsv by `make golden`; do not edit below -->\n"


def data_table() -> str:
    """Each data file with source, licence, date, rows and digest, from `data/sources.tsv` and the files."""
    lines = ["| file | rows | what, and from where | licence | date | SHA-256 |", "|---|---|---|---|---|---|"]
    with (ROOT / "data" / "sources.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            data = (ROOT / "data" / row["file"]).read_bytes()
            rows = data.count(b"\n") - 1
            digest = hashlib.sha256(data).hexdigest()[:16]
            lines.append(
                f"| `{row['file']}` | {rows} | {row['source']} | {row['licence']} | {row['date']} | `{digest}` |"
            )
    return "\n".join(lines) + "\n"


def test_the_table_of_data_files_is_current(request):
    page = ROOT / "data" / "README.md"
    head = page.read_text(encoding="utf-8").split(MARK)[0]
    wanted = head + MARK + data_table()
    if request.config.getoption("--golden-write"):
        page.write_text(wanted, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == wanted, "say `make golden`"


def test_every_data_file_has_a_source():
    with (ROOT / "data" / "sources.tsv").open(encoding="utf-8", newline="") as file:
        named = {row["file"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}
    there = {str(p.relative_to(ROOT / "data")) for p in (ROOT / "data" / "lexicons").iterdir()}
    assert len(there) > 20
    assert there == named


@pytest.mark.parametrize("path", sorted((ROOT / "data" / "lexicons").iterdir()), ids=lambda p: p.name)
def test_word_lists_are_sorted_and_without_repeats(path):
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    assert header
    assert "\t".join(header.split("\t")) == header
    assert all(line.count("\t") == header.count("\t") for line in lines), "ragged"
    assert lines == sorted(lines), "not sorted"
    assert len(lines) == len(set(lines)), "repeats"


def test_the_commands_are_the_documented_ones():
    assert sorted(main.list_commands(None)) == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented_and_helps_with_an_example(command):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"hrkg {command}" in readme
    result = CliRunner().invoke(main, [command, "--help"])
    assert result.exit_code == 0
    _, _, examples = result.output.partition("Examples:\n")
    assert [line for line in examples.splitlines() if line.lstrip().startswith(f"hrkg {command} ")], (
        result.output
    )


@pytest.mark.parametrize("page", PAGES)
def test_links_between_pages_lead_somewhere(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", text):
        assert ((ROOT / page).parent / target).exists(), f"{page} links to {target}"


def test_the_readmes_make_targets_exist():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(
        r"^make ([a-z]+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    ):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A folder as the README assumes it: articles, a statement, and a graph built from the articles."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "data" / "articles", folder / "articles")
    shutil.copy(ROOT / "data" / "articles" / "zaslonsk-students-2023.txt", folder / "statement.txt")
    return folder


def run(line: str, desk: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of shell with this environment's hrkg first on the path."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["sh", "-c", line],
        cwd=desk,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PATH": path, "COLUMNS": "100"},
    )


def test_the_readmes_commands_run_and_say_what_it_shows(desk, request):
    page = ROOT / "README.md"
    text = page.read_text(encoding="utf-8")
    lines = [line for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) for line in block.splitlines()]
    commands = [line.split("#")[0].strip() for line in lines if "hrkg" in line]
    assert len(commands) == 4
    for command in commands:
        result = run(command, desk)
        assert result.returncode == 0, f"{command}: {result.stderr}"
    shown = re.findall(r"```console\n\$ (.*?)\n(.*?)```", text, re.DOTALL)
    assert len(shown) == 2
    for command, output in shown:
        result = run(command, desk)
        assert result.returncode == 0, f"{command}: {result.stderr}"
        if request.config.getoption("--golden-write"):
            text = text.replace(f"$ {command}\n{output}```", f"$ {command}\n{result.stdout}```")
            page.write_text(text, encoding="utf-8")
        else:
            assert result.stdout == output, f"{command}: say `make golden`"
