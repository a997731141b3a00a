"""The command itself: help, version, and how failures become messages and exit codes."""

import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import hrkg
from hrkg import cli
from hrkg.errors import ArticleError, SetupError

GRAPH = Path(__file__).parents[1] / "data" / "two-articles.ttl"


def run(*arguments):
    return CliRunner().invoke(cli.main, list(arguments))


def test_help_lists_every_command_and_examples():
    result = run("--help")
    assert result.exit_code == 0
    for name, what in cli.COMMANDS.items():
        assert name in result.output
        assert what.split()[0] in result.output
    assert "Examples:" in result.output


def test_help_imports_no_command():
    script = (
        "import sys; from click.testing import CliRunner; from hrkg.cli import main; "
        "CliRunner().invoke(main, ['--help']); print([m for m in sys.modules if m.split('.')[0] in "
        "('spacy', 'pyoxigraph', 'rdflib', 'trafilatura')])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_version():
    assert run("--version").output == f"hrkg, version {hrkg.__version__}\n"


def test_every_command_file_is_listed():
    files = {p.stem for p in Path(cli.__file__).parent.glob("*.py")} - {"__init__"}
    assert files == set(cli.COMMANDS)


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_helps_with_an_example(name):
    result = run(name, "-h")
    assert result.exit_code == 0
    assert f"  hrkg {name} " in result.output.split("Examples:")[1]


@pytest.mark.parametrize(
    "arguments", [["no-such"], ["query", "--no-such"], ["explain"], ["build"], ["validate"]]
)
def test_wrong_usage_exits_with_2(arguments):
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Usage:" in result.stderr


@pytest.mark.parametrize(
    ("raised", "code", "said"),
    [
        (SetupError("there is no moon"), 2, "hrkg: error: there is no moon\n"),
        (ArticleError("half an article"), 2, "hrkg: error: half an article\n"),
        (KeyboardInterrupt(), 130, "\nhrkg: interrupted; nothing was half written\n"),
        (BrokenPipeError(), 141, ""),
    ],
)
def test_failures_become_messages_without_traceback(monkeypatch, raised, code, said):
    @click.command()
    def fails():
        raise raised

    monkeypatch.setattr(cli._Commands, "get_command", lambda *_: fails)
    result = run("query")
    assert result.exit_code == code
    assert result.stderr == said


def test_a_fault_of_ours_never_looks_like_violations_found(monkeypatch):
    @click.command()
    def fails():
        raise KeyError("slip")

    monkeypatch.setattr(cli._Commands, "get_command", lambda *_: fails)
    result = run("query")
    assert result.exit_code == 2
    assert "fault in hrkg itself (KeyError)" in result.stderr


def test_a_run_that_is_told_to_end_leaves_nothing_half_written(tmp_path):
    (tmp_path / "graph.ttl").write_text("old")
    script = (
        "import sys, time, click\n"
        "from hrkg import cli, store\n"
        "@click.command()\n"
        "def slow():\n"
        "    with store.Batch() as batch:\n"
        "        batch.add(b'new', 'graph.ttl'); batch.add(b'new', 'made/a.ttl')\n"
        "        print('ready', flush=True); time.sleep(60)\n"
        "cli._Commands.get_command = lambda *_: slow\n"
        "cli.main(['query'])\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as run_:
        assert run_.stdout.readline() == "ready\n"
        assert len(list(tmp_path.glob("**/.hrkg-*"))) == 2
        run_.send_signal(signal.SIGTERM)
        _, told = run_.communicate(timeout=30)
    assert run_.returncode == 128 + signal.SIGTERM
    assert told == "hrkg: stopped; nothing was half written\n"
    assert [p.name for p in tmp_path.rglob("*")] == ["graph.ttl"]
    assert (tmp_path / "graph.ttl").read_text() == "old"


def test_signals_are_handled_as_before_once_a_command_has_ended():
    before = signal.getsignal(signal.SIGTERM)
    run("query", "--list")
    assert signal.getsignal(signal.SIGTERM) is before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_standard_output_is_told_in_one_line():
    command = [sys.executable, "-c", "from hrkg.cli import main; main()"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*command, "query", str(GRAPH), "--view", "persons", "--format", "csv"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == (
        "hrkg: error: standard output cannot be written: No space left on device; choose another place\n"
    )


def test_a_closed_pipe_is_silent():
    command = (
        f"{sys.executable} -c 'from hrkg.cli import main; main()' query {GRAPH} --view evidence --format csv"
    )
    done = subprocess.run(
        ["bash", "-c", f"{command} | true; echo ${{PIPESTATUS[0]}}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    assert done.stdout in ("141\n", "0\n")  # 0 where all was written before the reader left
