"""Records read from the annotated corpora, and the label inventories taken from them."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

from hrkg.language.engine.labels import lemma_script

UNKNOWN = "?"  # a word whose name tag is not annotated
LEXICONS = Path(__file__).parent / "lexicons"
_SEPARATOR = "\x1f"


@dataclass(frozen=True)
class Parse:
    """Syntax of one record; `heads` are word numbers within the record, a root being its own head."""

    heads: tuple[int, ...]
    relations: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    scripts: tuple[str, ...]
    starts: tuple[bool, ...]


@dataclass(frozen=True)
class Record:
    """Words of a document or a part of one with the annotation it has."""

    words: tuple[str, ...]
    names: tuple[str, ...] | None = None
    parse: Parse | None = None
    source: str = ""
    unannotated: tuple[str, ...] = field(default=())
    weight: float = 1.0


def lexicon(name: str) -> list[dict[str, str]]:
    """Read a lexicon of the training package as rows."""
    with (LEXICONS / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def documents(path: Path) -> Iterator[Doc]:
    """Read the documents of a DocBin file."""
    yield from DocBin().from_disk(path).get_docs(spacy.blank("en").vocab)


def name_tags(document: Doc) -> tuple[str, ...]:
    """Return the BIO tags of a document, `UNKNOWN` where a word is not annotated."""
    tags = ["O" if token.ent_iob else UNKNOWN for token in document]
    for entity in document.ents:
        for position in range(entity.start, entity.end):
            tags[position] = ("B-" if position == entity.start else "I-") + entity.label_
    return tuple(tags)


def parse_of(document: Doc) -> Parse:
    """Return the syntax of a document."""
    return Parse(
        heads=tuple(token.head.i for token in document),
        relations=tuple("root" if token.head.i == token.i else token.dep_ for token in document),
        upos=tuple(token.pos_ for token in document),
        xpos=tuple(token.tag_ for token in document),
        feats=tuple(str(token.morph) for token in document),
        scripts=tuple(lemma_script(token.text, token.lemma_) for token in document),
        starts=tuple(bool(token.is_sent_start) for token in document),
    )


def read_names(path: Path, source: str, unannotated: Iterable[str] = (), weight: float = 1.0) -> list[Record]:
    """Read a corpus annotated with names."""
    return [
        Record(tuple(t.text for t in d), name_tags(d), None, source, tuple(unannotated), weight)
        for d in documents(path)
    ]


def read_parses(path: Path, source: str) -> list[Record]:
    """Read a treebank."""
    return [Record(tuple(t.text for t in d), None, parse_of(d), source) for d in documents(path)]


def sentences(record: Record) -> list[Record]:
    """Cut a parsed record at its sentence starts."""
    assert record.parse is not None
    starts = [i for i, start in enumerate(record.parse.starts) if start or i == 0]
    return [cut(record, a, b) for a, b in zip(starts, [*starts[1:], len(record.words)], strict=True)]


def cut(record: Record, begin: int, end: int) -> Record:
    """Return a part of a record; a parsed one must be cut at sentence ends."""
    parse = record.parse
    if parse is not None:
        parse = Parse(
            heads=tuple(head - begin for head in parse.heads[begin:end]),
            relations=parse.relations[begin:end],
            upos=parse.upos[begin:end],
            xpos=parse.xpos[begin:end],
            feats=parse.feats[begin:end],
            scripts=parse.scripts[begin:end],
            starts=parse.starts[begin:end],
        )
    names = record.names[begin:end] if record.names is not None else None
    return replace(record, words=record.words[begin:end], names=names, parse=parse)


def join(parts: list[Record]) -> Record:
    """Put consecutive parts of one document together again."""
    if len(parts) == 1:
        return parts[0]
    offsets = [0]
    for part in parts:
        offsets.append(offsets[-1] + len(part.words))
    parses = [part.parse for part in parts]
    parse = None
    if all(p is not None for p in parses):
        known = [p for p in parses if p is not None]
        parse = Parse(
            heads=tuple(h + o for p, o in zip(known, offsets, strict=False) for h in p.heads),
            relations=tuple(x for p in known for x in p.relations),
            upos=tuple(x for p in known for x in p.upos),
            xpos=tuple(x for p in known for x in p.xpos),
            feats=tuple(x for p in known for x in p.feats),
            scripts=tuple(x for p in known for x in p.scripts),
            starts=tuple(x for p in known for x in p.starts),
        )
    names: tuple[str, ...] | None = None
    if any(part.names is not None for part in parts):
        names = tuple(x for part in parts for x in (part.names or (UNKNOWN,) * len(part.words)))
    return replace(parts[0], words=tuple(w for p in parts for w in p.words), names=names, parse=parse)


def add_names(treebank: list[Record], named: list[Record]) -> list[Record]:
    """Give the treebank's sentences the names annotated on the same words elsewhere.

    Both are cut into sentences; those not found keep no names.
    """
    stream = _SEPARATOR + "".join(w + _SEPARATOR for r in named for w in r.words)
    tags = [tag for r in named for tag in r.names or ()]
    positions: dict[int, int] = {}
    offset = 0
    for number, word in enumerate(w for r in named for w in r.words):
        positions[offset] = number
        offset += len(word) + 1
    cursor = 0
    out: list[Record] = []
    for record in treebank:
        parts: list[Record] = []
        for sentence in sentences(record):
            wanted = _SEPARATOR + "".join(w + _SEPARATOR for w in sentence.words)
            place = stream.find(wanted, cursor, cursor + 20_000)
            if place < 0:
                place = stream.find(wanted)
            if place >= 0:
                cursor = place + len(wanted) - 1
                first = positions[place]
                names = tags[first : first + len(sentence.words)]
                if names[0].startswith("I-"):
                    names[0] = "B" + names[0][1:]
                sentence = replace(
                    sentence,
                    names=tuple(names),
                    unannotated=named[0].unannotated,
                    weight=named[0].weight,
                    source=named[0].source,
                )
            parts.append(sentence)
        named_parts = [p for p in parts if p.names is not None]
        head = named_parts[0] if named_parts else parts[0]
        joined = join(parts)
        out.append(
            replace(joined, source=head.source, weight=head.weight, unannotated=head.unannotated)
            if named_parts
            else record
        )
    return out


def silver(record: Record, demonyms: frozenset[str], law_heads: frozenset[str]) -> Record:
    """Mark nationality words and names of laws where the corpus annotates no other name.

    Distant labels: no corpus at hand marks these types. A nationality word is one of a closed list, capitalised;
    a law is a run of capitalised words ending in "Act", "Convention" and the like, with "on ..." or "of ...".
    """
    if record.names is None:
        return record
    words, tags = record.words, list(record.names)
    for position, word in enumerate(words):
        if word in demonyms and tags[position] in ("O", UNKNOWN):
            tags[position] = "B-NORP"
        if word in law_heads and tags[position] in ("O", UNKNOWN):
            begin = position
            while (
                begin
                and tags[begin - 1] in ("O", UNKNOWN, "B-NORP")
                and (
                    (
                        words[begin - 1][:1].isupper()
                        and words[begin - 1].lower() not in ("the", "a", "this", "in")
                    )
                    or (
                        words[begin - 1] in ("of", "and", "for")
                        and begin > 1
                        and words[begin - 2][:1].isupper()
                        and tags[begin - 2] in ("O", UNKNOWN)
                    )
                )
            ):
                begin -= 1
            end = position + 1
            if end < len(words) and words[end][:1].isupper():  # "Southern Poverty Law Center"
                continue
            if word in ("Convention", "Covenant", "Declaration", "Law", "Protocol", "Treaty", "Charter"):
                while (
                    end + 1 < len(words)
                    and (words[end] in ("on", "of", "the", "and", "against") or words[end][:1].isupper())
                    and tags[end] in ("O", UNKNOWN)
                ):
                    end += 1
                while end > position + 1 and not words[end - 1][:1].isupper():
                    end -= 1
            if end - begin >= 2:
                tags[begin:end] = ["B-LAW"] + ["I-LAW"] * (end - begin - 1)
    return replace(record, names=tuple(tags))


def inventory(values: Iterable[str], least: int) -> list[str]:
    """Return the labels seen at least `least` times, the most frequent first, ties by name."""
    counts = Counter(values)
    return [v for v, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if n >= least]
