"""Turn a source's bytes into text, strictly, or say what they are instead."""

import codecs
import re

from hrkg.errors import ArticleError

LIMIT = 10 * 1024 * 1024
"""Most bytes of one source: a thousand times a long article, and little enough to parse on a laptop.

Pages may need them for what is no text; of text there is less (`LENGTH`)."""
LENGTH = 1_000_000
"""Most characters of a text, a hundred times a long article: what the tokenizer takes at once."""

_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
)
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")
"""No text has these; the form feed stays, since programs that turn PDF into text write it between pages. Halves of
surrogate pairs come from odd encodings and cannot be written again."""
_NOT_OF_THE_WEB = frozenset(
    ["idna", "punycode", "raw_unicode_escape", "undefined", "unicode_escape", "utf_7"]
)
"""Encodings that Python has and no browser takes: a page that declares one of them is made to mislead."""
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_HEAD = 4096
"""Bytes of a page in which its encoding must be declared (the HTML standard says the first 1,024)."""


def decode(data: bytes, name: str, *, page: bool = False) -> str:
    """The text of `data`: strict UTF-8, a byte-order mark dropped, line ends as they are.

    A web page (`page`) that is not UTF-8 is decoded by the encoding it declares itself, as strictly.

    Raises:
        ArticleError: the bytes are empty, binary, or not in the encoding.
    """
    if not data.strip():
        raise ArticleError(f"{name} is empty: remove it or save the article again")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            raise ArticleError(f"{name} is {encoding}, not UTF-8: save it as UTF-8")
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise ArticleError(f"{name} is {kind}, not text: save the article as text or HTML")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        declared = _declared(data) if page else None
        if declared is None:
            raise ArticleError(f"{name} is not UTF-8 (byte {error.start}): save it as UTF-8") from error
        try:
            text = data.decode(declared)
        except (UnicodeError, LookupError) as failure:
            raise ArticleError(
                f"{name} is neither UTF-8 (byte {error.start}) nor the {declared} that it declares: save it as UTF-8"
            ) from failure
    control = _CONTROL.search(text)
    if control:
        if _looks_wide(data):
            raise ArticleError(f"{name} is UTF-16 without a byte-order mark, not UTF-8: save it as UTF-8")
        raise ArticleError(
            f"{name} is binary: control character U+{ord(control.group()):04X} at offset {control.start()}: "
            "save the article as text or HTML"
        )
    if not text.strip():
        raise ArticleError(f"{name} holds nothing but white space: remove it or save the article again")
    return text


def is_page(data: bytes, name: str) -> bool:
    """Whether the source is a web page: by its suffix, or for standard input by how it begins."""
    if name.lower().endswith((".html", ".htm", ".xhtml")):
        return True
    start = data[:_HEAD].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    return name == "-" and (
        start.startswith((b"<!doctype html", b"<html")) or (start.startswith(b"<?xml") and b"<html" in start)
    )


def _declared(data: bytes) -> str | None:
    """The encoding that a page declares, read as browsers do; None where it is none that Python knows as text."""
    found = _CHARSET.search(data[:_HEAD])
    if found is None:
        return None
    try:
        encoding = codecs.lookup(found.group(1).decode("ascii")).name
    except LookupError:
        return None
    if encoding == "utf-8" or encoding.replace("-", "_") in _NOT_OF_THE_WEB:
        return None
    # The encoding standard of the web reads Latin-1 and ASCII as Windows-1252.
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}.get(
        encoding, encoding
    )


def _looks_wide(data: bytes) -> bool:
    """Whether every other byte is mostly zero, as in UTF-16 of Latin letters."""
    sample = data[:2000]
    return any(half.count(0) > 0.6 * max(1, len(half)) for half in (sample[::2], sample[1::2]))
