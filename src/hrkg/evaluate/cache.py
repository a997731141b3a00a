"""Keep what the language engine says of each text, so that the next evaluation need not ask it again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

from hrkg import language, resources
from hrkg.errors import SetupError
from hrkg.language import Annotator
from hrkg.language.annotators import Read

_KEPT = ["ORTH", "SPACY", "TAG", "POS", "LEMMA", "MORPH", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE"]


class Cached:
    """An annotator that asks another one only for what it has not seen.

    A file a text holds spaCy's own byte format (`DocBin`: message pack, no executable content). Its name is a digest
    of the tokens and sentences, and of what reads them: weights, code of `hrkg.language`, versions; so nothing stale
    is ever found. Old files are not deleted.

    Args:
        annotator: whom to ask.
        identity: what tells this annotator from others, e.g. `engine_identity()`.
        folder: where the files go; it is made.

    Raises:
        SetupError: the folder cannot be made.
    """

    def __init__(self, annotator: Annotator, identity: str, folder: Path) -> None:
        self._annotator, self._identity, self._folder = annotator, identity, folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SetupError(
                f"the folder {folder} cannot be made ({error.strerror}): name another"
            ) from error

    def annotate(self, read: Sequence[Read]) -> list[Doc]:
        """The same as the annotator gives, from the folder where it is there."""
        found = [self._load(entry) for entry in read]
        missing = [i for i, doc in enumerate(found) if doc is None]
        if missing:
            for i, doc in zip(missing, self._annotator.annotate([read[i] for i in missing]), strict=True):
                self._save(read[i], doc)
                found[i] = doc
        return [doc for doc in found if doc is not None]

    def _file(self, read: Read) -> Path:
        doc, sentences = read
        told = hashlib.sha256(self._identity.encode())
        for token in doc:
            told.update(f"{token.text}\x00{token.whitespace_}\x01".encode())
        for sentence in sentences:
            told.update(f"{sentence.start} {sentence.end} {sentence.paragraph}\x02".encode())
        return self._folder / f"{told.hexdigest()[:32]}.spacy"

    def _load(self, read: Read) -> Doc | None:
        try:
            data = self._file(read).read_bytes()
            (doc,) = DocBin().from_bytes(data).get_docs(read[0].vocab)
        except FileNotFoundError:
            return None
        except Exception as error:  # a file cut short or of another version: whatever the readers raise on it
            raise SetupError(f"{self._file(read)} is damaged ({error}): delete the folder") from error
        return doc

    def _save(self, read: Read, doc: Doc) -> None:
        """Beside, then renamed, so that a run that is stopped leaves no half file."""
        file = self._file(read)
        beside = file.with_suffix(f".{os.getpid()}")
        beside.write_bytes(DocBin(attrs=_KEPT, docs=[doc]).to_bytes())
        beside.replace(file)


@cache
def engine_identity() -> str:
    """A digest of hrkg's own engine: its weights and the code that runs them."""
    told = hashlib.sha256(version("spacy").encode())
    weights = sorted((resources.folder("data") / "models" / "engine").iterdir())
    code = sorted(Path(language.__file__).parent.rglob("*.py"))
    for file in (*weights, *code):
        told.update(file.read_bytes())
    return told.hexdigest()


def pipeline_identity(name: str) -> str:
    """What tells an installed spaCy pipeline: its name and version, as its metadata has them, and spaCy's."""
    meta = spacy.load(name).meta
    return f"{meta['lang']} {meta['name']} {meta['version']} {version('spacy')}"
