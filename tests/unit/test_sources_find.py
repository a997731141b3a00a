"""Finding sources: arguments, folders, globs, standard input, and the manifest rows that belong to them."""

import io
import itertools
import os
import sys
from pathlib import Path

import pytest

from hrkg.errors import SetupError
from hrkg.sources import LIMIT, find


def touch(path: Path, text: str = "Some words.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "deep/er/c.HTML", "deep/d.xhtml", "deep/e.htm"):
        touch(tmp_path / name)
    for name in (".hidden.txt", ".git/x.txt", "README.md", "deep/readme.txt", "notes.pdf", "data.json"):
        touch(tmp_path / name)
    touch(tmp_path / "manifest.csv", "file\n")
    return tmp_path


def names(paths: list[str], manifest: Path | None = None) -> list[str]:
    return [source.name for source in find(paths, manifest)]


def test_folder_is_searched_recursively_without_what_is_no_article(folder: Path) -> None:
    assert names([str(folder)]) == ["a.md", "b.txt", "c.HTML", "d.xhtml", "e.htm"]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["b.txt"]),
        ("**/*.htm", ["e.htm"]),
        ("[ab].*", ["a.md", "b.txt"]),
        ("?.md", ["a.md"]),
        ("d*", ["c.HTML", "d.xhtml", "e.htm"]),
        ("**", ["a.md", "b.txt", "c.HTML", "d.xhtml", "e.htm"]),
    ],
)
def test_glob(folder: Path, pattern: str, expected: list[str]) -> None:
    assert names([f"{folder}/{pattern}"]) == expected


def test_a_file_whose_name_looks_like_a_glob_is_a_file(tmp_path: Path) -> None:
    touch(tmp_path / "case[1].txt")
    touch(tmp_path / "case1.txt")
    assert names([str(tmp_path / "case[1].txt")]) == ["case[1].txt"]


def test_the_same_source_counts_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (folder / "link.txt").symlink_to(folder / "b.txt")
    found = names(["b.txt", "./b.txt", str(folder / "b.txt"), "link.txt", "*.txt", "deep/../b.txt"])
    assert len(found) == 1


def test_order_of_arguments_does_not_matter(folder: Path) -> None:
    arguments = [str(folder / "b.txt"), str(folder / "deep"), f"{folder}/*.md"]
    results = {tuple(find(list(order))) for order in itertools.permutations(arguments)}
    assert len(results) == 1
    assert [s.name for s in next(iter(results))] == ["a.md", "b.txt", "c.HTML", "d.xhtml", "e.htm"]


def test_sources_are_a_sequence(folder: Path) -> None:
    found = find([str(folder)])
    assert (len(found), found[0].name, [s.name for s in found[:2]]) == (5, "a.md", ["a.md", "b.txt"])


def test_links_to_folders_are_not_followed(folder: Path) -> None:
    (folder / "deep" / "loop").symlink_to(folder)
    assert len(find([str(folder)])) == 5


@pytest.mark.parametrize(
    ("argument", "said"),
    [
        ("absent.txt", "there is no file or folder"),
        ("absent/", "there is no file or folder"),
        ("absent-*.txt", "matches no article"),
        ("*.pdf", "matches no article"),
        ("empty", "holds no article"),
        ("notes.pdf", "not of a kind that hrkg reads"),
        ("", "is no path"),
        ("a\0b", "is no path"),
    ],
)
def test_what_cannot_be_found_stops_the_run(
    folder: Path, monkeypatch: pytest.MonkeyPatch, argument: str, said: str
) -> None:
    monkeypatch.chdir(folder)
    (folder / "empty").mkdir()
    with pytest.raises(SetupError, match=said):
        find([argument])


def test_no_arguments() -> None:
    with pytest.raises(SetupError, match="no sources given"):
        find([])


def test_what_a_shell_glob_drags_along_is_passed_over(folder: Path) -> None:
    found = find([str(folder / "manifest.csv"), str(folder / "README.md"), str(folder / "b.txt")])
    assert [s.name for s in found] == ["b.txt"]
    assert len(found.warnings) == 2


def test_nothing_but_a_readme(folder: Path) -> None:
    with pytest.raises(SetupError, match="no article among"):
        find([str(folder / "README.md")])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list any folder")
def test_folder_that_may_not_be_listed(tmp_path: Path) -> None:
    touch(tmp_path / "in" / "a.txt")
    (tmp_path / "in").chmod(0)
    try:
        with pytest.raises(SetupError, match="cannot be listed"):
            find([str(tmp_path)])
    finally:
        (tmp_path / "in").chmod(0o700)


class Stdin:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_standard_input_is_read_once_and_never_past_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Stdin(b"x" * (LIMIT + 100)))
    (source,) = find(["-", "-"])
    assert (source.name, source.path, len(source.data or b"")) == ("-", None, LIMIT + 1)


def test_standard_input_beside_files_and_with_a_manifest(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Stdin(b"Words."))
    manifest = touch(folder / "m.csv", "file,headline\n-,From a pipe\nb.txt,From a file\n")
    found = find(["-", str(folder / "b.txt")], manifest)
    assert [(s.name, s.row.headline if s.row else None) for s in found] == [
        ("-", "From a pipe"),
        ("b.txt", "From a file"),
    ]


def test_manifests_are_found_beside_the_articles(folder: Path) -> None:
    touch(folder / "manifest.csv", "file,headline\nb.txt,Top\ndeep/d.xhtml,From above\ngone.txt,Lost\n")
    touch(folder / "deep" / "manifest.csv", "file,headline\nd.xhtml,Own\n")
    found = find([str(folder)])
    rows = {s.name: s.row.headline for s in found if s.row}
    assert rows == {"b.txt": "Top", "d.xhtml": "Own"}
    assert len(found.warnings) == 1
    assert "line 4: gone.txt is not among the sources" in found.warnings[0]


def test_rows_for_files_that_are_there_but_were_not_asked_for_are_fine(folder: Path) -> None:
    touch(folder / "manifest.csv", "file,headline\nb.txt,Bee\na.md,Ay\n")
    found = find([str(folder / "b.txt")])
    assert found.warnings == ()
    assert found[0].row is not None
    assert found[0].row.headline == "Bee"


def test_a_given_manifest_stands_for_all_others_and_knows_bare_names(folder: Path, tmp_path: Path) -> None:
    touch(folder / "manifest.csv", "file,headline\nb.txt,Beside\n")
    given = touch(tmp_path / "elsewhere" / "m.csv", "file,headline\ne.htm,Given\na.md,Ay\nx.txt,None\n")
    found = find([str(folder / "deep"), str(folder / "b.txt")], given)
    assert {s.name: s.row.headline for s in found if s.row} == {"e.htm": "Given"}
    assert [w.split(": ")[1].split()[0] for w in found.warnings] == ["a.md", "x.txt"]


def test_a_bare_name_that_fits_two_sources_stops_the_run(tmp_path: Path) -> None:
    touch(tmp_path / "a" / "x.txt")
    touch(tmp_path / "b" / "x.txt")
    given = touch(tmp_path / "m.csv", "file\nx.txt\n")
    with pytest.raises(SetupError, match=r"m\.csv, line 2: 2 sources are called x\.txt"):
        find([str(tmp_path / "a"), str(tmp_path / "b")], given)
    given.write_text("file,headline\nb/x.txt,Bee\n", encoding="utf-8")
    found = find([str(tmp_path / "a"), str(tmp_path / "b")], given)
    assert [s.row.headline if s.row else None for s in found] == [None, "Bee"]


def test_a_missing_manifest_stops_the_run(folder: Path) -> None:
    with pytest.raises(SetupError, match="there is no manifest"):
        find([str(folder)], folder / "absent.csv")


def test_a_manifest_in_a_given_folder_speaks_of_the_folders_below(tmp_path: Path) -> None:
    touch(tmp_path / "top" / "sub" / "x.txt")
    touch(tmp_path / "top" / "sub" / "deep" / "y.txt")
    touch(
        tmp_path / "top" / "manifest.csv",
        "file,headline\nsub/x.txt,From above\nsub/deep/y.txt,Farther\nsub/z.txt,Lost\n",
    )
    touch(tmp_path / "top" / "sub" / "manifest.csv", "file,headline\ndeep/y.txt,Nearer\n")
    for argument in (tmp_path / "top", tmp_path / "t*"):
        found = find([str(argument)])
        assert [s.row.headline if s.row else None for s in found] == ["From above", "Nearer"]
        assert len(found.warnings) == 1
        assert "line 4: sub/z.txt is not among the sources" in found.warnings[0]


@pytest.mark.parametrize("argument", ["", "/*"])
def test_what_looks_like_an_article_and_is_no_file_is_told(folder: Path, argument: str) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "lost\x1b.txt").symlink_to(folder / "gone.txt")
    (folder / "data.fifo").symlink_to(folder / "gone.txt")
    found = find([f"{folder}{argument}"])
    assert [s.name for s in found] == ["a.md", "b.txt", "c.HTML", "d.xhtml", "e.htm"]
    assert found.warnings == (
        f"{folder}/lost\\x1b.txt was passed over: it is a link that leads nowhere",
        f"{folder}/pipe.txt was passed over: it is no regular file",
    )


def test_names_that_are_too_long_are_not_there(folder: Path) -> None:
    with pytest.raises(SetupError, match="there is no file or folder"):
        find(["x" * 300 + ".txt"])
    with pytest.raises(SetupError, match="there is no manifest"):
        find([str(folder)], Path("x" * 300))
    touch(folder / "manifest.csv", f"file\n{'x' * 300}.txt\n")
    assert "is not among the sources" in find([str(folder)]).warnings[0]
