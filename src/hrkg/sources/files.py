"""Find the articles that the arguments of a command name: files, folders, globs and standard input."""

import glob
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import overload

from hrkg.errors import SetupError
from hrkg.model import Metadata
from hrkg.sources import manifest as manifests
from hrkg.sources.decoding import LIMIT

SUFFIXES = (".txt", ".md", ".html", ".htm", ".xhtml")
"""What is read as an article, in any case."""
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One article not yet read: a file, or bytes that came from standard input."""

    name: str
    """File name without folders; `-` for standard input."""
    path: Path | None = None
    data: bytes | None = field(default=None, repr=False)
    """Bytes already at hand, instead of a path."""
    row: Metadata | None = None
    """What the manifest says of it."""


@dataclass(frozen=True, slots=True)
class Sources(Sequence[Source]):
    """The sources found, sorted by name and then path, and what is worth telling about the search."""

    found: tuple[Source, ...]
    warnings: tuple[str, ...] = ()
    """One sentence each: manifest rows without a file, files passed over."""

    @overload
    def __getitem__(self, index: int) -> Source: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Source, ...]: ...
    def __getitem__(self, index: int | slice) -> Source | tuple[Source, ...]:
        """The source at a place, or those of a slice."""
        return self.found[index]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.found)


def find(paths: Sequence[str], manifest: Path | None = None) -> Sources:
    """All sources that `paths` name, each once, in an order that does not depend on the order of `paths`.

    A folder is searched recursively for the `SUFFIXES`; hidden files and folders, `manifest.csv` and files called
    README are no articles, and links to folders are not followed. A path that does not exist but has `*`, `?` or `[`
    is a glob (`**` goes through folders). `-` is standard input, read at once. A file named outright needs one of the
    `SUFFIXES` too: another one is refused rather than tried.

    Without `manifest`, each `manifest.csv` that lies in an article's own folder, or in a folder that was searched,
    supplies metadata, of two the one that is nearer to the article; with it, that file alone does.

    Raises:
        SetupError: a path is missing, holds no article or has another suffix; a manifest is malformed.
    """
    if not paths:
        raise SetupError("no sources given: name a file, a folder, a glob or - for standard input")
    found: dict[str, Source] = {}
    warnings: list[str] = []
    searched: set[Path] = set()
    for argument in sorted(set(paths)):
        if argument == STDIN:
            found[STDIN] = Source(STDIN, data=sys.stdin.buffer.read(LIMIT + 1))
            continue
        for path in _resolve(argument, warnings, searched):
            found.setdefault(os.path.realpath(path), Source(path.name, path))
    if not found:
        raise SetupError(
            f"no article among {', '.join(sorted(set(paths)))}: name a file that ends in {_SUFFIXES}"
        )
    searched |= {source.path.parent for source in found.values() if source.path is not None}
    rows, notes = _rows(found, manifest, searched)
    sources = [replace(source, row=rows.get(key)) for key, source in found.items()]
    sources.sort(key=lambda s: (s.name, str(s.path)))
    return Sources(tuple(sources), tuple(sorted({*warnings, *notes})))


_SUFFIXES = ", ".join(SUFFIXES)


def _resolve(argument: str, warnings: list[str], searched: set[Path]) -> Iterator[Path]:
    """The article files that one argument names; folders that were searched for them are added to `searched`."""
    if not argument or "\0" in argument:
        raise SetupError(f"{argument!r} is no path: name a file, a folder, a glob or - for standard input")
    path = Path(argument)
    # os.path, since pathlib falls over names that are too long
    if os.path.isdir(argument):  # noqa: PTH112
        inside = list(_inside(path, warnings, searched))
        if not inside:
            raise SetupError(
                f"the folder {argument} holds no article: put files there that end in {_SUFFIXES}"
            )
        yield from inside
    elif os.path.exists(argument):  # noqa: PTH110
        if _passed_over(path):
            warnings.append(f"{argument} was passed over: a manifest or a README is no article")
        elif path.suffix.lower() not in SUFFIXES:
            raise SetupError(f"{argument} is not of a kind that hrkg reads: save it as one of {_SUFFIXES}")
        else:
            yield path
    elif glob.has_magic(argument):
        matches = [Path(name) for name in sorted(glob.glob(argument, recursive=True))]  # noqa: PTH207 - absolute ones too
        files = [p for p in matches if not p.is_dir() and _is_article(p) and _is_file(p, warnings)]
        files += [p for folder in matches if folder.is_dir() for p in _inside(folder, warnings, searched)]
        if not files:
            raise SetupError(
                f"the pattern {argument} matches no article: it should match files in {_SUFFIXES}"
            )
        yield from files
    else:
        raise SetupError(f"there is no file or folder {argument}: check how it is spelled and where you are")


def _inside(folder: Path, warnings: list[str], searched: set[Path]) -> Iterator[Path]:
    """Articles in a folder and the folders below it, sorted."""

    def refuse(error: OSError) -> None:
        raise SetupError(
            f"the folder {error.filename} cannot be listed ({error.strerror}): check its permissions"
        )

    for place, below, names in os.walk(folder, onerror=refuse):
        searched.add(Path(place))
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            path = Path(place, name)
            if _is_article(path) and _is_file(path, warnings):
                yield path


def _is_file(path: Path, warnings: list[str]) -> bool:
    """Whether a path that looks like an article's is a file; what it is else is told."""
    if path.is_file():
        return True
    what = "a link that leads nowhere" if path.is_symlink() and not path.exists() else "no regular file"
    warnings.append(f"{printable(str(path))} was passed over: it is {what}")
    return False


def printable(name: str) -> str:
    """A file name for messages: what cannot be printed is written as an escape."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in name)


def _is_article(path: Path) -> bool:
    """Whether a file that was not named outright counts as an article, by its name."""
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(".") and not _passed_over(path)


def _passed_over(path: Path) -> bool:
    return path.name.lower() == manifests.NAME or path.stem.lower() == "readme"


def _rows(
    found: dict[str, Source], manifest: Path | None, folders: set[Path]
) -> tuple[dict[str, Metadata], list[str]]:
    """Which row of which manifest belongs to each source, and the rows that belong to none."""
    if manifest is not None:
        if not os.path.isfile(manifest):  # noqa: PTH113 - pathlib falls over names that are too long
            raise SetupError(f"there is no manifest {manifest}: check how it is spelled")
        files = [manifest]
    else:
        # outer folders first, so that the manifest nearer to an article has the last word
        outer_first = sorted(folders, key=os.path.realpath)
        files = [f / manifests.NAME for f in outer_first if (f / manifests.NAME).is_file()]
    by_name: dict[str, list[str]] = {}
    for key, source in sorted(found.items()):
        by_name.setdefault(manifests.normal(source.name), []).append(key)
    rows: dict[str, Metadata] = {}
    notes: list[str] = []
    seen: set[str] = set()
    for file in files:
        real = os.path.realpath(file)
        if real in seen:
            continue
        seen.add(real)
        for row in manifests.load(file):
            owner = _owner(row, file, found, by_name if manifest is not None else {})
            if owner is not None:
                rows[owner] = row.metadata
            elif manifest is not None or not os.path.isfile(file.parent / row.file):  # noqa: PTH113 - as above
                notes.append(f"{file}, line {row.line}: {row.file} is not among the sources: check the name")
    return rows, notes


def _owner(
    row: manifests.Row, file: Path, found: dict[str, Source], by_name: dict[str, list[str]]
) -> str | None:
    """Key of the source that a row speaks of: by its path from the manifest, else by its bare name."""
    if row.file == STDIN:
        return STDIN if STDIN in found else None
    real = os.path.realpath(file.parent / row.file)
    if real in found:
        return real
    if "/" not in row.file:
        same = by_name.get(manifests.normal(row.file), [])
        if len(same) > 1:
            raise SetupError(
                f"{file}, line {row.line}: {len(same)} sources are called {row.file}: write its folder too"
            )
        return same[0] if same else None
    return next((k for k in sorted(found) if manifests.normal(k) == manifests.normal(real)), None)
