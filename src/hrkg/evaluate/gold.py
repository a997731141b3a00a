"""Read annotated articles: `<id>.json` with lists of people, events, claims …, beside the text `<id>.txt`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hrkg import vocab
from hrkg.errors import ArticleError, SetupError
from hrkg.evaluate.items import Item
from hrkg.evaluate.names import code
from hrkg.model import Metadata

_LISTS: Mapping[str, str] = {
    "persons": "name! also* ethnicity occupations* affiliations*",
    "organizations": "name! also* kind:organization-kind",
    "places": "name! also* kind:place-kind",
    "groups": "id! label! count_min# count_max# qualifier:count-qualifier",
    "events": "type!:event-type affected* agents* participants* place edtf",
    "prospective": "type!:event-type kind!:prospect-kind by* affected* edtf",
    "charges": "who! offence!",
    "sentences": "who! type!:sentence-type duration",
    "statuses": "who! status!:detention-status",
    "kin": "a! relation! b!",
    "claims": "speaker stance!:stance target content",
}
"""The fields of each list: `!` must be there, `*` is a list of words, `#` a number; after `:` its list of codes."""
_FIELD = re.compile(r"(?P<name>\w+)(?P<form>[!*#]?)(?::(?P<codes>[\w-]+))?")
_OF_PEOPLE = {"occupations": "occupation", "affiliations": "org"}
"""Lists inside persons that are views of their own, and the column in which a graph has them."""
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Trap:
    """What a careless reader would build, and the graph must not say."""

    view: str
    who: str
    """Of whom; empty where it holds of anybody."""
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated article."""

    id: str
    text: Path
    metadata: Metadata
    genre: str
    """Kind of text; empty where the annotation does not say."""
    country: str
    items: Mapping[str, tuple[Item, ...]]
    """What the graph should say, by view; `persons` with their posts and occupations apart, in views of their own."""
    traps: tuple[Trap, ...]


@dataclass(frozen=True, slots=True)
class Golds:
    """The annotated articles of a folder."""

    articles: tuple[Gold, ...]
    """In the order of their ids."""
    skipped: tuple[str, ...]
    """One sentence for each that cannot be used."""


def load(folder: Path, texts: Path | None = None) -> Golds:
    """All annotated articles in `folder`.

    Args:
        folder: with `<id>.json` files.
        texts: where the texts lie; None looks beside the annotations.

    Raises:
        SetupError: there is no such folder, or no annotation in it.
    """
    for place in (folder, texts):
        if place is not None and not place.is_dir():
            raise SetupError(f"there is no folder {place}: name one with annotated articles")
    files = sorted(folder.glob("*.json"))
    if not files:
        raise SetupError(f"the folder {folder} holds no annotated article: put <id>.json and <id>.txt there")
    articles, skipped = [], []
    for file in files:
        try:
            articles.append(read(file, texts or folder))
        except ArticleError as error:
            skipped.append(str(error))
    return Golds(tuple(articles), tuple(skipped))


def read(file: Path, texts: Path) -> Gold:
    """One annotated article.

    Raises:
        ArticleError: the annotation is malformed, with the place in it, or its text is missing.
    """
    try:
        data = json.loads(file.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise ArticleError(f"{file} cannot be read ({error.strerror}): check its permissions") from error
    except UnicodeDecodeError as error:
        raise ArticleError(f"{file} is not UTF-8 (byte {error.start}): save it as UTF-8") from error
    except json.JSONDecodeError as error:
        raise ArticleError(
            f"{file}, line {error.lineno}: not well-formed JSON ({error.msg}): mend it"
        ) from error
    top = _Object(data, str(file), "")
    source = top.object("source")
    text = texts / (source.word("file") or f"{file.stem}.txt")
    if not text.is_file():
        raise ArticleError(f"{file}: its text {text} is missing: put it there, or say where with --texts")
    items = {name: tuple(_item(e, fields) for e in top.list(name)) for name, fields in _LISTS.items()}
    items |= _about_people(top)
    return Gold(
        id=file.stem,
        text=text,
        metadata=_metadata(top.object("meta")),
        genre=source.word("genre"),
        country=source.word("country"),
        items=items,
        traps=tuple(
            Trap(t.word("view", needed=True), t.word("who"), t.word("value", needed=True), t.word("why"))
            for t in top.list("traps")
        ),
    )


class _Object:
    """An object in an annotation, which knows where it stands."""

    def __init__(self, data: object, file: str, path: str) -> None:
        self._file, self._path = file, path
        if not isinstance(data, dict):
            raise self.error("", "an object {…}")
        self._data = data

    def error(self, name: str, wanted: str) -> ArticleError:
        place = ".".join(part for part in (self._path, name) if part) or "the top"
        return ArticleError(f"{self._file}: {place} must be {wanted}: mend the annotation")

    def object(self, name: str) -> _Object:
        """An object inside; an empty one where there is none."""
        return _Object(self._data.get(name) or {}, self._file, ".".join(p for p in (self._path, name) if p))

    def list(self, name: str) -> Sequence[_Object]:
        """The objects of a list inside; none where there is none."""
        found = self._data.get(name) or []
        if not isinstance(found, list):
            raise self.error(name, "a list […]")
        where = ".".join(part for part in (self._path, name) if part)
        return [_Object(entry, self._file, f"{where}[{i}]") for i, entry in enumerate(found)]

    def word(self, name: str, *, needed: bool = False) -> str:
        """A string, empty for null."""
        found = self._data.get(name)
        if (found is None or found == "") and not needed:
            return ""
        if not isinstance(found, str) or not found.strip():
            raise self.error(name, "a string" if found is not None else "there, a string")
        return found

    def words(self, name: str) -> tuple[str, ...]:
        """A list of strings, without empty ones."""
        found = self._data.get(name) or []
        if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
            raise self.error(name, "a list of strings")
        return tuple(word for word in found if word)

    def number(self, name: str) -> str:
        """A whole number as digits, empty for null."""
        found = self._data.get(name)
        if found is None:
            return ""
        if not isinstance(found, int) or isinstance(found, bool) or found < 0:
            raise self.error(name, "a whole number or null")
        return str(found)

    def flag(self, name: str) -> bool:
        """True or false; false where there is nothing."""
        found = self._data.get(name, False)
        if not isinstance(found, bool):
            raise self.error(name, "true or false")
        return found


def _item(entry: _Object, fields: str) -> Item:
    found: dict[str, tuple[str, ...]] = {}
    for field in _FIELD.finditer(fields):
        name, form, codes = field["name"], field["form"], field["codes"]
        if form == "*":
            values = entry.words(name)
        elif form == "#":
            values = tuple(filter(None, [entry.number(name)]))
        else:
            values = tuple(filter(None, [entry.word(name, needed=form == "!")]))
        if codes:
            known = {code(one) for one in vocab.codes(codes)}
            if not known.issuperset(map(code, values)):
                raise entry.error(name, f"a code of the list {codes}, which {' '.join(values)} is not")
        if values:
            found[name] = values
    return Item(found, entry.flag("optional"), entry.word("evidence"))


def _about_people(top: _Object) -> dict[str, tuple[Item, ...]]:
    """What is annotated inside persons, as rows of the views that tell it."""
    found: dict[str, list[Item]] = {"posts": [], "ethnicities": [], **{view: [] for view in _OF_PEOPLE}}
    for person in top.list("persons"):
        who, optional = (person.word("name", needed=True),), person.flag("optional")
        evidence = person.word("evidence")
        for post in person.list("posts"):
            columns = {"person": who, "title": (post.word("title", needed=True),)}
            if post.word("org"):
                columns["org"] = (post.word("org"),)
            found["posts"].append(Item(columns, optional, evidence))
        for view, column in _OF_PEOPLE.items():
            found[view] += [
                Item({"person": who, column: (word,)}, optional, evidence) for word in person.words(view)
            ]
        if person.word("ethnicity"):
            columns = {"person": who, "ethnicity": (person.word("ethnicity"),)}
            found["ethnicities"].append(Item(columns, optional, evidence))
    return {view: tuple(items) for view, items in found.items()}


def _metadata(meta: _Object) -> Metadata:
    """What a manifest would say of the article: in single spaces."""
    published = meta.word("published")
    if published and not _DATE.fullmatch(published):
        raise meta.error("published", "a date YYYY, YYYY-MM or YYYY-MM-DD")
    return Metadata(
        headline=" ".join(meta.word("headline").split()) or None,
        publisher=" ".join(meta.word("publisher").split()) or None,
        published=published or None,
        authors=tuple(" ".join(author.split()) for author in meta.words("authors")),
    )
