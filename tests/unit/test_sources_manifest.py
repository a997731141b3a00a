"""Manifests: what is well-formed, and the line that is named when one is not."""

from pathlib import Path

import pytest

from hrkg.errors import SetupError
from hrkg.model import Metadata
from hrkg.sources.manifest import load


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "manifest.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_all_columns(tmp_path: Path) -> None:
    rows = load(
        written(
            tmp_path,
            "\ufefffile,url,headline,publisher,published,authors,language\r\n"
            'a.txt,https://post.example/a,"Printers held, lawyer says",Velmora Post,2019-03-04,'
            "Ada Brenn; Olu Tarrant,EN-gb\r\n"
            "\r\n"
            '"b.txt",,"Two\nlines",,2019,,\r\n'
            "c.txt,,,,2019-03,,fr\r\n",
        )
    )
    assert [(row.file, row.line) for row in rows] == [("a.txt", 2), ("b.txt", 4), ("c.txt", 6)]
    assert rows[0].metadata == Metadata(
        url="https://post.example/a",
        headline="Printers held, lawyer says",
        publisher="Velmora Post",
        published="2019-03-04",
        authors=("Ada Brenn", "Olu Tarrant"),
        language="en",
    )
    assert rows[1].metadata == Metadata(headline="Two lines", published="2019")
    assert rows[2].metadata == Metadata(published="2019-03", language="fr")


def test_any_subset_in_any_order(tmp_path: Path) -> None:
    (row,) = load(written(tmp_path, "headline,file\nHello,x.txt\n"))
    assert (row.file, row.metadata) == ("x.txt", Metadata(headline="Hello"))


MALFORMED = [
    ("", 1, "empty"),
    ("\n\n", 1, "empty"),
    ("url,headline\n", 1, "the column file is missing"),
    ("file,titel\n", 1, "unknown column 'titel'"),
    ("file;url\n", 1, "unknown column 'file;url'"),
    ("file,url,url\n", 1, "stands there twice"),
    ("file,url\na.txt\n", 2, "1 cells where the header has 2"),
    ("file,url\na.txt,,\n", 2, "3 cells where the header has 2"),
    ("file,url\n,https://a.example/\n", 2, "the cell file is empty"),
    ("file\na.txt\nb.txt\na.txt\n", 4, "has a row already, on line 2"),
    ("file\ncafe\u0301.txt\ncaf\u00e9.txt\n", 3, "has a row already, on line 2"),
    ("file,published\na.txt,4 March 2019\n", 2, "is no date"),
    ("file,published\na.txt,2019-02-30\n", 2, "is no date"),
    ("file,published\na.txt,2019-13\n", 2, "is no date"),
    ("file,published\na.txt,0000\n", 2, "is no date"),
    ("file,published\na.txt,2019-3-4\n", 2, "is no date"),
    ("file,published\na.txt,٢٠١٩\n", 2, "is no date"),
    ("file,url\na.txt,javascript:alert(1)\n", 2, "is no web address"),
    ("file,url\na.txt,file:///etc/passwd\n", 2, "is no web address"),
    ("file,url\na.txt,www.post.example\n", 2, "is no web address"),
    ("file,url\na.txt,https://\n", 2, "is no web address"),
    ("file,url\na.txt,https://a.example/a b\n", 2, "is no web address"),
    ("file,url\na.txt,https://a.example/<b>\n", 2, "is no web address"),
    ("file,url\na.txt,https://[::1\n", 2, "is no web address"),
    ("file,language\na.txt,english\n", 2, "is no language code"),
    ('file,headline\na.txt,"open\n', 2, "not well-formed CSV"),
    ('file,headline\na.txt,"a"b\n', 2, "not well-formed CSV"),
    ("file,headline\na.txt,bell\x07\n", 2, "control character in the column headline"),
    ("file,headline\na.txt,nul\x00\n", 2, "NUL|control character"),
]


@pytest.mark.parametrize(("text", "line", "said"), MALFORMED)
def test_malformed(tmp_path: Path, text: str, line: int, said: str) -> None:
    with pytest.raises(SetupError, match=rf"manifest\.csv, line {line}: .*({said})"):
        load(written(tmp_path, text))


def test_not_utf_8(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"manifest\.csv is not UTF-8 \(byte 8\)"):
        load(written(tmp_path, b"file\ncaf\xe9.txt\n"))


def test_a_folder_is_no_manifest(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="cannot be read"):
        load(tmp_path)
