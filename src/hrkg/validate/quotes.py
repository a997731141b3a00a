"""Compare each span's words with the text of its article, where the texts are at hand."""

import hashlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import rdflib
from rdflib import SDO, Namespace
from rdflib.term import Node

from hrkg import vocab
from hrkg.errors import SetupError
from hrkg.validate.findings import Finding, Severity

SHAPES = "https://w3id.org/hrkg/shapes#"
"""Namespace of hrkg's shapes; the three checks here have names in it too, since SHACL cannot read text files."""
_HR = Namespace(vocab.NAMESPACE)
_NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
_SHOWN = 60
"""Characters of a text's own words that a message shows; enough to see by how much offsets have slipped."""


def compare(graph: rdflib.Graph, folder: Path) -> Iterator[Finding]:
    """What differs between the spans of a graph and the texts in a folder.

    An article's text is the file called like its source file (with the ending `.txt`), or like its IRI's last
    segment or its SHA-256; where the graph gives the SHA-256 of the text, a file of that digest wins.

    Raises:
        SetupError: no such folder, or a file in it is not UTF-8.
    """
    if not folder.is_dir():
        raise SetupError(f"{folder} is not a folder: name the one that `hrkg build --texts` wrote")
    for article in sorted(graph.subjects(rdflib.RDF.type, SDO.NewsArticle), key=str):
        name = str(graph.value(article, _HR.sourceFile, any=True) or article)
        path, text = _text(graph, article, folder)
        if path is None:
            yield _finding(
                Severity.WARNING, "text-missing", article, name,
                f"There is no text of this article in {folder.name}/: its words were not compared; "
                "write the texts again with `hrkg build --texts`.",
            )  # fmt: skip
            continue
        digest = graph.value(article, _HR.textSha256, any=True)
        if digest is not None and str(digest) != hashlib.sha256(text.encode()).hexdigest():
            yield _finding(
                Severity.VIOLATION, "text-changed", article, name,
                f"{path.name} is not the text that this article was read from (its SHA-256 is another): "
                "build the graph again, or give the text of then.",
            )  # fmt: skip
            continue
        yield from _spans(graph, article, name, text)


def _spans(graph: rdflib.Graph, article: Node, name: str, text: str) -> Iterator[Finding]:
    for span in sorted(graph.subjects(_NIF.referenceContext, article), key=str):
        try:
            begin, end = (int(str(graph.value(span, p, any=True))) for p in (_NIF.beginIndex, _NIF.endIndex))
        except ValueError:
            continue  # the shapes of spans tell that an offset is missing
        quoted = str(graph.value(span, _NIF.anchorOf, any=True) or "")
        there = text[max(begin, 0) : max(end, 0)]
        if quoted != there:
            shown = there if len(there) <= _SHOWN else there[:_SHOWN] + "..."
            yield _finding(
                Severity.VIOLATION, "words-differ", span, name,
                f"The words of this span differ from the text, which has {shown!r} at [{begin}, {end}): "
                "correct offsets and words, or build the graph again.",
                quoted,
            )  # fmt: skip


def _text(graph: rdflib.Graph, article: Node, folder: Path) -> tuple[Path | None, str]:
    """The file of an article's text, and what it holds; a name from the graph never leads out of the folder."""
    digest = graph.value(article, _HR.textSha256, any=True)
    names = [str(article).rsplit("/", 1)[-1] + ".txt"]
    for file in sorted(map(str, graph.objects(article, _HR.sourceFile))):
        last = PurePosixPath(file.replace("\\", "/")).name
        names += [last.rsplit(".", 1)[0] + ".txt", last + ".txt"]
    names += [f"{sha}.txt" for sha in sorted(map(str, graph.objects(article, _HR.sha256)))]
    found = [folder / name for name in dict.fromkeys(names) if "/" not in name and (folder / name).is_file()]
    texts = [(path, _read(path)) for path in found]
    for path, text in texts:
        if hashlib.sha256(text.encode()).hexdigest() == str(digest):
            return path, text
    return texts[0] if texts else (None, "")


def _read(path: Path) -> str:
    """Strict UTF-8 without its byte-order mark, newlines as they are, as articles are read."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SetupError(f"{path} is not UTF-8 at byte {error.start}: save it as UTF-8") from error


def _finding(
    severity: Severity, check: str, node: Node, article: str, message: str, words: str | None = None
) -> Finding:
    return Finding(severity, SHAPES + check, str(node), None, None, message, article, words)
