"""Read `manifest.csv`, the table that says of articles what their text does not."""

import csv
import io
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from hrkg.errors import SetupError
from hrkg.model import Metadata
from hrkg.sources.dates import is_iso

NAME = "manifest.csv"
COLUMNS = ("file", "url", "headline", "publisher", "published", "authors", "language")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a manifest."""

    file: str
    """Path from the manifest's folder, or a bare file name; `-` for standard input."""
    line: int
    """Line of the manifest where the row begins, from 1."""
    metadata: Metadata


def normal(name: str) -> str:
    """A file name as compared: composed, since some file systems store accents decomposed."""
    return unicodedata.normalize("NFC", name)


def load(path: Path) -> tuple[Row, ...]:
    """All rows of a manifest: UTF-8, comma-separated, a header with `file` and any of the other `COLUMNS`.

    Raises:
        SetupError: it cannot be read, or a line is malformed; the message names file and line.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SetupError(f"{path} is not UTF-8 (byte {error.start}): save it as CSV in UTF-8") from error
    except OSError as error:
        raise SetupError(f"{path} cannot be read ({error.strerror}): check its permissions") from error
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    lines: dict[str, int] = {}
    header: list[str] | None = None
    begin = 1
    try:
        for cells in reader:
            line, begin = begin, reader.line_num + 1
            where = f"{path}, line {line}"
            if not any(cell.strip() for cell in cells):
                continue
            if header is None:
                header = _header(cells, where)
                continue
            row = _row(header, cells, where, line)
            key = normal(row.file)
            if key in lines:
                raise SetupError(
                    f"{where}: {row.file} has a row already, on line {lines[key]}: leave one of them"
                )
            lines[key] = line
            rows.append(row)
    except csv.Error as error:
        raise SetupError(
            f"{path}, line {reader.line_num}: not well-formed CSV ({error}): check the quotes"
        ) from error
    if header is None:
        raise SetupError(f"{path}, line 1: empty: write a header with the column file")
    return tuple(rows)


def _header(cells: list[str], where: str) -> list[str]:
    header = [cell.strip() for cell in cells]
    for name in header:
        if name not in COLUMNS:
            raise SetupError(
                f"{where}: unknown column {name!r}: use {', '.join(COLUMNS)}, separated by commas"
            )
        if header.count(name) > 1:
            raise SetupError(f"{where}: the column {name} stands there twice: leave one of them")
    if "file" not in header:
        raise SetupError(f"{where}: the column file is missing: add it, it says which article a row is about")
    return header


def _row(header: list[str], cells: list[str], where: str, line: int) -> Row:
    if len(cells) != len(header):
        raise SetupError(
            f"{where}: {len(cells)} cells where the header has {len(header)}: put cells with commas in quotes"
        )
    for name, cell in zip(header, cells, strict=True):
        if _CONTROL.search(cell):
            raise SetupError(f"{where}: a control character in the column {name}: delete it")
    row = {name: " ".join(cell.split()) for name, cell in zip(header, cells, strict=True)}
    if not row["file"]:
        raise SetupError(f"{where}: the cell file is empty: name the article that the row is about")
    published, url, language = row.get("published"), row.get("url"), row.get("language", "").lower()
    if published and not is_iso(published):
        raise SetupError(f"{where}: {published!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD")
    if url and not is_web_address(url):
        raise SetupError(
            f"{where}: {url!r} is no web address: write one that begins with https:// or http://"
        )
    if language and not re.fullmatch(r"[a-z]{2}(-[a-z0-9-]+)?", language):
        raise SetupError(f"{where}: {language!r} is no language code: write two letters, like en")
    return Row(
        row["file"],
        line,
        Metadata(
            url=url or None,
            headline=row.get("headline") or None,
            publisher=row.get("publisher") or None,
            published=published or None,
            authors=tuple(name.strip() for name in row.get("authors", "").split(";") if name.strip()),
            language=language[:2] or None,
        ),
    )


def is_web_address(url: str) -> bool:
    """Whether `url` is an http(s) address with a host and without characters that an IRI must not have."""
    if re.search(r"[\s<>\"{}|\\^`\x00-\x20\x7f]", url):
        return False
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(host)
