"""Reading sources: encodings, limits, languages, offsets, and every reason to leave an article out."""

import hashlib
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrkg.errors import ArticleError
from hrkg.model import Article, Metadata
from hrkg.sources import Source, find, read
from hrkg.sources.decoding import LENGTH
from hrkg.sources.furniture import content

ENGLISH = (
    "Police in the harbour town of Velmora arrested three printers on Monday after a raid on their shop, a lawyer "
    "for one of the families said. The men were taken to a station outside the town and have not been charged."
)
FRENCH = (
    "La police de la ville portuaire de Velmora a arrêté lundi trois imprimeurs après une descente dans leur "
    "atelier, a déclaré l'avocat d'une des familles. Les hommes n'ont pas encore été inculpés."
)
GERMAN = (
    "Die Polizei der Hafenstadt Velmora hat am Montag drei Drucker nach einer Durchsuchung ihrer Werkstatt "
    "festgenommen, wie der Anwalt einer der Familien mitteilte. Angeklagt sind die Männer noch nicht."
)
RUSSIAN = "Полиция портового города задержала в понедельник трёх печатников."


def given_bytes(data: bytes, name: str = "a.txt", row: Metadata | None = None) -> Source:
    return Source(name, data=data, row=row)


def given_text(text: str, row: Metadata | None = None) -> Article:
    return read(given_bytes(text.encode(), row=row))


def test_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    data = f"\ufeff{ENGLISH}\r\n\r\nA second one – “quoted” 😀.\r\n".encode()
    path.write_bytes(data)
    article = read(find([str(path)])[0])
    assert article.text == data.decode()[1:]
    assert article.sha256 == hashlib.sha256(data).hexdigest()
    assert (article.source_file, article.rendering) == ("a.txt", "text")
    assert [s.of(article.text) for s in article.content] == [article.text.rstrip()]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_offsets_are_those_of_the_text_as_read(end: str) -> None:
    text = end.join(["Skip to content", "", "Printers held in Velmora 😀", "", ENGLISH, "", "Share this", ""])
    article = given_text(text)
    assert article.text == text
    (stretch,) = article.content
    assert stretch.of(text) == end.join(["Printers held in Velmora 😀", "", ENGLISH])
    assert stretch.begin == len("Skip to content" + 2 * end)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        ("\u00a0\u2003\n".encode(), "nothing but white space"),
        ("\ufeff\n".encode(), "nothing but white space"),
        (b"Caf\xe9 owners held.", r"not UTF-8 \(byte 3\)"),
        (b"Overlong \xc0\xaf", r"not UTF-8 \(byte 9\)"),
        (b"Surrogate \xed\xa0\x80", r"not UTF-8 \(byte 10\)"),
        (ENGLISH.encode("utf-16"), "is UTF-16"),
        (b"\xfe\xff" + ENGLISH.encode("utf-16-be"), "is UTF-16"),
        (ENGLISH.encode("utf-16-le"), "is UTF-16 without a byte-order mark"),
        (ENGLISH.encode("utf-16-be"), "is UTF-16 without a byte-order mark"),
        (ENGLISH.encode("utf-32"), "is UTF-32"),
        (b"%PDF-1.7 ...", "is a PDF file"),
        (b"PK\x03\x04...", "office document"),
        (b"{\\rtf1 ...}", "an RTF document"),
        (b"Words \x00 and more", r"control character U\+0000 at offset 6"),
        (b"Words \x1b[0m", r"control character U\+001B at offset 6"),
        (b"Skip to content\n\nShare this\n", "holds no article"),
        (b"---\n***\n", "holds no article"),
    ],
)
def test_what_is_no_text(data: bytes, said: str) -> None:
    with pytest.raises(ArticleError, match=rf"^a\.txt .*{said}.*: \w+"):
        read(given_bytes(data))


def test_form_feeds_are_text() -> None:
    assert given_text(f"{ENGLISH}\n\x0c{ENGLISH}x").text.count("\x0c") == 1


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ENGLISH)
    source = find([str(path)])[0]
    assert read(source, limit=len(ENGLISH)).text == ENGLISH
    with pytest.raises(ArticleError, match=r"a\.txt is larger than 100 bytes"):
        read(source, limit=100)
    with pytest.raises(ArticleError, match="is larger than 10 bytes"):
        read(given_bytes(b"x" * 11), limit=10)


def test_too_long() -> None:
    assert len(given_text(ENGLISH + "\n" * (LENGTH - len(ENGLISH))).text) == LENGTH
    with pytest.raises(ArticleError, match=r"^a\.txt holds more than 1,000,000 characters"):
        given_text(ENGLISH + "\n" * (LENGTH + 1 - len(ENGLISH)))


def test_a_name_that_is_not_utf_8_is_told_printably() -> None:
    with pytest.raises(
        ArticleError, match=r"^caf\\udce9\\n\.txt: the name of the file is not UTF-8"
    ) as raised:
        read(given_bytes(ENGLISH.encode(), "caf\udce9\n.txt"))
    assert str(raised.value).isprintable()


def test_gone_since_it_was_found(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ENGLISH)
    source = find([str(path)])[0]
    path.unlink()
    with pytest.raises(ArticleError, match=r"a\.txt cannot be read"):
        read(source)


def test_what_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"a\.txt cannot be read"):
        read(Source("a.txt", tmp_path))


HOSTILE = [
    "“",
    "«",
    '"',
    " ",
    ".",
    "\n",
    "\n ",
    " |",
    "| ",
    "(",
    "© ",
    "a.",
    "By A ",
    "1. ",
    "'",
    "You, ",
    "\t",
    "-",
]


@pytest.mark.parametrize("part", HOSTILE)
def test_time_grows_with_the_text_and_not_faster(part: str) -> None:
    text = f"{ENGLISH}\n{ENGLISH[:40]}{part * 30_000}{ENGLISH[-40:]}"
    begin = time.process_time()
    given_text(text)
    assert time.process_time() - begin < 5


def test_neither_path_nor_data() -> None:
    with pytest.raises(ArticleError, match="neither a file nor data"):
        read(Source("a.txt"))


@pytest.mark.parametrize("text", [FRENCH, GERMAN, RUSSIAN, RUSSIAN * 5])
def test_other_languages_are_left_out(text: str) -> None:
    with pytest.raises(ArticleError, match="another language than English"):
        given_text(text)
    with pytest.raises(ArticleError, match="another language than English"):
        given_text(text, Metadata(language="en"))


def test_a_manifest_is_believed_when_it_names_another_language() -> None:
    with pytest.raises(ArticleError, match=r"\(fr, says its manifest\)"):
        given_text(ENGLISH, Metadata(language="fr"))


def test_short_texts() -> None:
    assert given_text("By Selvin Akbal and Tarem Ozmun").text
    short = "Trois journalistes ont été arrêtés lundi à Velmora."
    with pytest.raises(ArticleError, match="if it is English, say so in manifest"):
        given_text(short)
    assert given_text(short, Metadata(language="en")).metadata.language == "en"


def test_standard_input_is_named_so() -> None:
    with pytest.raises(ArticleError, match=r"^standard input is empty"):
        read(given_bytes(b"", "-"))


LINES = st.sampled_from(
    [
        ENGLISH,
        "Skip to content",
        "Share this",
        "Related stories",
        "",
        " ",
        "Two held – lawyer 😀",
        "© 2019 A. B/Reuters",
        "Home | World",
        "Velmora Post",
        "He was freed. Photo: Ada Brenn/AFP",
        "12 May 2019",
        "Your gift can help us.",
    ]
) | st.text(max_size=30)


@given(st.lists(LINES, max_size=15), st.sampled_from(["\n", "\r\n", "\n\n", "\r"]))
def test_content_lies_in_the_text_ascending_and_apart(lines: list[str], end: str) -> None:
    text = end.join(lines)
    spans = content(text, Metadata(publisher="Velmora Post"))
    assert all(0 <= s.begin < s.end <= len(text) for s in spans)
    assert all(a.end < b.begin for a, b in pairwise(spans))
    assert all(s.of(text) == s.of(text).strip() for s in spans)
    if ENGLISH in lines:
        assert any(ENGLISH in s.of(text) for s in spans)
