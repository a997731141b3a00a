"""Read graphs from files, or say with file and line why that cannot be."""

import sys

import pyoxigraph as ox

from hrkg.errors import SetupError
from hrkg.store.formats import article_instead, format_to_read, is_article


def load(path: str) -> ox.Store:
    """Parse a file of RDF into memory; `-` is Turtle from standard input.

    Raises:
        SetupError: no such file, a suffix that tells no format, or malformed RDF (with line and column).
    """
    store = ox.Store()
    kind = format_to_read(path)
    try:
        if path == "-":
            store.load(sys.stdin.buffer, format=kind)
        else:
            store.load(path=path, format=kind)
    except (OSError, SyntaxError, ValueError) as error:
        raise unreadable(path, error) from error
    return store


def unreadable(path: str, error: Exception) -> SetupError:
    """What to say where a file of RDF cannot be read or parsed: with line and column, where they are known."""
    what = "standard input" if path == "-" else path
    if isinstance(error, SyntaxError | ValueError):
        if is_article(path):
            return article_instead(path)
        return SetupError(
            f"{what}{_place(error)}: not well-formed RDF ({_told(error)}); mend it or build it again"
        )
    if isinstance(error, FileNotFoundError):
        return SetupError(f"there is no file {path}: check how it is spelled; `hrkg build` makes graphs")
    if isinstance(error, IsADirectoryError):
        return SetupError(f"{path} cannot be read: it is a folder; name a file of RDF in it")
    told = getattr(error, "strerror", None) or error
    return SetupError(f"{what} cannot be read: {told}; check the path and its permissions")


def _place(error: Exception) -> str:
    """Where the parser stopped; parsers of JSON-LD and RDF/XML do not always know."""
    if isinstance(error, SyntaxError) and error.lineno is not None:
        return f", line {error.lineno}, column {error.offset}"
    return ""


def _told(error: Exception) -> str:
    """The parser's message without the place, which is told before it."""
    told = str(getattr(error, "msg", error)).rstrip(".")
    return told.partition(": ")[2] if told.startswith("Parser error at") else told
