"""Write files whole or not at all, and say beforehand where that cannot be."""

import os
import re
import stat
import sys
import tempfile
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Self

from hrkg.errors import SetupError

_OPEN = re.compile(r"/dev/(?:fd/|std(?:out|err)\Z)|/proc/")
"""Names of what is open already, such as a file that the shell appends to: to be written to and never replaced."""


class Batch:
    """Files that appear together: each is written beside its place, and all are moved there when the `with` block ends.

    Whatever goes wrong before that leaves every old file as it was. Links are followed, and a file that was there keeps
    its mode. What is no regular file (standard output, a pipe, a device) is written straight, in its turn.
    """

    def __init__(self) -> None:
        self._waiting: list[tuple[str, Path | None, bytes | Path]] = []
        """Path as given, where it leads, and the temporary file or (where it leads to no file) the bytes."""
        self._folders: list[Path] = []
        """Those made on the way."""

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Move all to their places in the order in which they were added, or forget them all."""
        try:
            if kind is None:
                self._settle()
                self._folders.clear()
        finally:
            for _path, _target, temporary in self._waiting:
                if isinstance(temporary, Path):
                    temporary.unlink(missing_ok=True)
            for folder in reversed(self._folders):
                with suppress(OSError):
                    folder.rmdir()

    def add(self, data: bytes, path: str) -> None:
        """Write one file beside its place; `-` is standard output.

        Raises:
            SetupError: the file cannot be written.
        """
        try:
            if _is_stream(path):
                self._waiting.append((path, None, data))
                return
            target = _target(path)
            self._make(target.parent)
            mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
            handle, name = tempfile.mkstemp(dir=target.parent, prefix=".hrkg-")
            self._waiting.append((path, target, Path(name)))
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(mode)
        except OSError as error:
            raise _unwritable(path, error) from error

    def _make(self, folder: Path) -> None:
        missing = [f for f in (folder, *folder.parents) if not f.exists()]
        for one in reversed(missing):
            one.mkdir(exist_ok=True)
            self._folders.append(one)

    def _settle(self) -> None:
        for path, target, made in self._waiting:
            try:
                if isinstance(made, bytes):
                    _pour(made, path)
                elif target is not None:
                    made.replace(target)
            except BrokenPipeError:
                raise
            except OSError as error:
                raise _unwritable(path, error) from error


def write(data: bytes, path: str) -> None:
    """Write one file whole or not at all, as `Batch` does; `-` is standard output.

    Raises:
        SetupError: the file cannot be written.
    """
    with Batch() as batch:
        batch.add(data, path)


def _pour(data: bytes, path: str) -> None:
    if path == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND), "wb") as file:
        file.write(data)


def _unwritable(path: str, error: OSError) -> SetupError:
    what = "standard output" if path == "-" else path
    return SetupError(f"{what} cannot be written: {error.strerror or error}; choose another place")


def _is_stream(path: str) -> bool:
    """Whether writing goes to something that is open or no regular file, and so cannot be replaced."""
    return path == "-" or _OPEN.match(path) is not None or (Path(path).exists() and not Path(path).is_file())


def _target(path: str) -> Path:
    """The file that `path` leads to, through links; it need not be there yet."""
    return Path(os.path.realpath(path))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def check_writable(path: str) -> None:
    """Fail before long work, not after it, where `path` cannot be written.

    Raises:
        SetupError: it is a folder or write-protected, its folder cannot be made or written, or its name is too long.
    """
    if path == "-":
        return
    try:
        if Path(path).is_dir():
            raise SetupError(f"{path} is a folder: name a file in it, e.g. {Path(path) / 'graph.ttl'}")
        if Path(path).exists() and not os.access(path, os.W_OK):
            raise SetupError(f"{path} cannot be written: it is write-protected; choose another place")
        if _is_stream(path):
            return
        target = _target(path)
        folder = target.parent
        while not folder.exists() and folder != folder.parent:
            folder = folder.parent
        for part in target.parts[len(folder.parts) :]:
            (folder / part).exists()  # raises where a name is longer than the file system holds
    except OSError as error:
        raise _unwritable(path, error) from error
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        raise SetupError(f"{path} cannot be written: {folder} is not a folder that you may write in")


def check_apart(outputs: Iterable[str], inputs: Iterable[str | Path]) -> None:
    """Fail where an output would replace an input or another output; links are followed.

    Names that differ in case or in how accents are stored count as one, since some file systems keep no two of them.

    Raises:
        SetupError: two are one file.
    """
    taken = {_key(path): "which is read: nothing is written over a source" for path in inputs}
    for path in outputs:
        if path == "-":
            continue
        key = _key(path)
        if key in taken:
            raise SetupError(f"{path} would be written over, {taken[key]}; choose another place")
        taken[key] = "by another output of the same build"


def _key(path: str | Path) -> str:
    return unicodedata.normalize("NFC", os.path.realpath(path)).casefold()
