"""The command `hrkg`: a file for each subcommand, loaded only when it is called."""

from __future__ import annotations

import os
import signal
import sys
import threading
import traceback
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING

import click

from hrkg.errors import HrkgError

if TYPE_CHECKING:
    from hrkg.sources import Source  # which `hrkg --help` need not load

COMMANDS: Mapping[str, str] = {
    "build": "Read articles and write their graph.",
    "validate": "Check a graph with SHACL.",
    "query": "Ask a graph: the ready views, or SPARQL of your own.",
    "explain": "Tell all that a graph says of somebody, with the words behind it.",
    "evaluate": "Score hrkg against annotated articles, and show its errors.",
}
"""Name → what it does. The modules of the same names are imported on call, so that `hrkg --help` answers at once."""
CANNOT_RUN = 2
_INTERRUPTED = 130
_PIPE_CLOSED = 141
"""What a shell reports of a process that ends by SIGINT or SIGPIPE."""


class _Stopped(BaseException):
    """A signal asks to end: raised wherever the run is, so that what was half done is cleared away."""


class _Commands(click.Group):
    """A group that finds its commands by name and turns what goes wrong into messages and exit codes."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The names, in the order in which one uses them."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        """Import a command."""
        if name not in COMMANDS:
            return None
        command = getattr(import_module(f"hrkg.cli.{name}"), name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; the one place where failures become messages."""
        try:
            with _stoppable():
                return super().invoke(ctx)
        except HrkgError as error:
            click.echo(f"hrkg: error: {error}", err=True)
            _flush_output()
            ctx.exit(CANNOT_RUN)
        except _Stopped as stopped:
            click.echo("hrkg: stopped; nothing was half written", err=True)
            ctx.exit(128 + stopped.args[0])  # as a shell reports it
        except KeyboardInterrupt:
            click.echo("\nhrkg: interrupted; nothing was half written", err=True)
            ctx.exit(_INTERRUPTED)
        except BrokenPipeError:
            _forget_output()
            ctx.exit(_PIPE_CLOSED)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except (
            Exception
        ) as error:  # a fault of hrkg must not leave with 1, which says that violations were found
            traceback.print_exc()
            click.echo(
                f"hrkg: error: this is a fault in hrkg itself ({type(error).__name__}); please report what is above",
                err=True,
            )
            ctx.exit(CANNOT_RUN)


@contextmanager
def _stoppable() -> Iterator[None]:
    """Turn the signals by which systems end processes into an exception, unless somebody handles or ignores them."""
    signals = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    main_thread = threading.current_thread() is threading.main_thread()
    ours = [s for s in signals if main_thread and signal.getsignal(s) is signal.SIG_DFL]

    def stop(number: int, _frame: object) -> None:
        raise _Stopped(number)

    for one in ours:
        signal.signal(one, stop)
    try:
        yield
    finally:
        for one in ours:
            signal.signal(one, signal.SIG_DFL)


def _flush_output() -> None:
    """Where standard output cannot be written, let the interpreter's last flush not fail once more."""
    try:
        sys.stdout.flush()
    except OSError:
        _forget_output()


def _forget_output() -> None:
    """Let the interpreter's last flush go nowhere, since whoever read our output has left."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:  # a stream without a file, which has nothing to flush to
        return


def watched(found: Iterable[Source]) -> Iterator[Source]:
    """The sources as they are read, with a bar on standard error where a person watches it."""
    listed = list(found)
    if not sys.stderr.isatty():
        yield from listed
        return
    with click.progressbar(
        listed,
        label="reading",
        file=sys.stderr,
        show_pos=True,
        item_show_func=lambda source: source.name if source else None,
    ) as bar:
        yield from bar


EXAMPLES = """\b
Examples:
  hrkg build articles/ -o graph.ttl
  hrkg validate graph.ttl
  hrkg query graph.ttl --view detained
  hrkg explain graph.ttl "Mira Kolesnik"
  hrkg evaluate annotated/ --errors 10
"""


@click.group(cls=_Commands, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="hrkg", prog_name="hrkg")
def main() -> None:
    """Build a knowledge graph of people, organizations and events from articles, with the words behind each statement.

    Exit codes: 0 fine, 1 violations found or articles skipped, 2 cannot run.
    """
