"""Windows drawn from the corpora, and batches of tensors made of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from random import Random
from typing import Any

import torch
from torch import Tensor

from hrkg.language.engine.labels import NAME_TAGS, NAME_TYPES
from hrkg.language.engine.wordpiece import WordPiece

from .augment import Augmenter
from .corpus import UNKNOWN, Record, cut, join, sentences

IGNORE = -100
MOST_PIECES = 400
_ENDS = frozenset([".", "?", "!", "...", "”"])


@dataclass(frozen=True)
class Inventories:
    """Labels of the heads, in order."""

    relations: list[str]
    upos: list[str]
    xpos: list[str]
    feats: list[str]
    scripts: list[str]


@dataclass
class Batch:
    """Tensors of one step; words are counted from 1 in `heads`, 0 is the root."""

    pieces: Tensor
    shapes: Tensor
    mask: Tensor
    first: Tensor
    allowed: Tensor
    weight: Tensor
    noisy: Tensor
    heads: Tensor
    sentence: Tensor
    relations: Tensor
    upos: Tensor
    xpos: Tensor
    feats: Tensor
    scripts: Tensor
    starts: Tensor

    def words(self) -> int:
        """Return the number of words."""
        return int((self.sentence >= 0).sum())


def _rough_sentences(record: Record) -> list[Record]:
    bounds = [0]
    for position, word in enumerate(record.words):
        if word in _ENDS and position + 1 - bounds[-1] >= 4:
            bounds.append(position + 1)
    if bounds[-1] != len(record.words):
        bounds.append(len(record.words))
    names = record.names or ()
    kept = [b for b in bounds if b in (0, len(record.words)) or not names[b].startswith("I-")]
    return [cut(record, a, b) for a, b in pairwise(kept)]


def _longest(parts: list[Record], limit: int) -> list[Record]:
    """Cut parts that are far over the limit; only parts without syntax can be cut anywhere."""
    out: list[Record] = []
    for part in parts:
        if part.parse is None and len(part.words) > limit:
            out += [cut(part, a, min(a + limit, len(part.words))) for a in range(0, len(part.words), limit)]
        else:
            out.append(part)
    return out


def windows(record: Record, settings: dict[str, Any], random: Random) -> Iterator[Record]:
    """Cut a document into windows of whole sentences of random lengths."""
    long = int(settings["long_words"])
    parts = _longest(sentences(record) if record.parse else _rough_sentences(record), long)
    position = 0
    while position < len(parts):
        roll = random.random()
        limit = long
        if roll < settings["single"]:
            limit = 1
        elif roll < settings["single"] + settings["middle"]:
            limit = int(settings["middle_words"])
        end, words = position + 1, len(parts[position].words)
        while end < len(parts) and words + len(parts[end].words) <= limit:
            words += len(parts[end].words)
            end += 1
        yield join(parts[position:end])
        position = end


class Collator:
    """Makes tensors of records."""

    def __init__(self, wordpiece: WordPiece, inventories: Inventories, noisy: frozenset[str]) -> None:
        self.wordpiece = wordpiece
        self.noisy = noisy
        self._index = {
            name: {label: i for i, label in enumerate(getattr(inventories, name))}
            for name in ("relations", "upos", "xpos", "feats", "scripts")
        }
        self._tag = {tag: i for i, tag in enumerate(NAME_TAGS)}
        self._free = {
            kind: [i for i, tag in enumerate(NAME_TAGS) if tag.endswith("-" + kind)] for kind in NAME_TYPES
        }

    def length(self, record: Record) -> int:
        """Return the number of subwords of a record, marks included."""
        return 2 + sum(len(self.wordpiece.word(word)[0]) for word in record.words)

    def batch(self, records: list[Record]) -> Batch:
        """Return padded tensors."""
        size = len(records)
        longest = max(self.length(record) for record in records)
        count = max(len(record.words) for record in records)
        pieces = torch.zeros(size, longest, dtype=torch.long)
        shapes = torch.zeros(size, longest, dtype=torch.long)
        mask = torch.zeros(size, longest, dtype=torch.bool)
        first = torch.zeros(size, count + 1, dtype=torch.long)
        allowed = torch.ones(size, count, len(NAME_TAGS), dtype=torch.bool)
        weight = torch.zeros(size, count)
        noisy = torch.zeros(size, dtype=torch.bool)
        sentence = torch.full((size, count), -1)
        fields = {
            name: torch.full((size, count), IGNORE)
            for name in ("heads", "relations", "upos", "xpos", "feats", "scripts", "starts")
        }
        for row, record in enumerate(records):
            ids, forms, places = [self.wordpiece.start], [0], [0]
            for word in record.words:
                places.append(len(ids))
                more, cases = self.wordpiece.word(word)
                ids += more
                forms += cases
            ids.append(self.wordpiece.end)
            forms.append(0)
            pieces[row, : len(ids)] = torch.tensor(ids)
            shapes[row, : len(ids)] = torch.tensor(forms)
            mask[row, : len(ids)] = True
            first[row, : len(places)] = torch.tensor(places)
            sentence[row, : len(record.words)] = 0
            noisy[row] = record.source in self.noisy
            if record.names is not None:
                self._names(record, allowed[row], weight[row])
            if record.parse is not None:
                self._parse(record, row, fields, sentence)
        return Batch(
            pieces,
            shapes,
            mask,
            first,
            allowed,
            weight,
            noisy,
            fields["heads"],
            sentence,
            fields["relations"],
            fields["upos"],
            fields["xpos"],
            fields["feats"],
            fields["scripts"],
            fields["starts"],
        )

    def _names(self, record: Record, allowed: Tensor, weight: Tensor) -> None:
        free = [i for kind in record.unannotated for i in self._free[kind]]
        for position, tag in enumerate(record.names or ()):
            if tag == UNKNOWN:
                continue
            weight[position] = record.weight
            allowed[position] = False
            allowed[position, self._tag[tag]] = True
            if tag == "O" and free:
                allowed[position, free] = True

    def _parse(self, record: Record, row: int, fields: dict[str, Tensor], sentence: Tensor) -> None:
        parse = record.parse
        assert parse is not None
        length = len(record.words)
        fields["heads"][row, :length] = torch.tensor(
            [0 if head == i else head + 1 for i, head in enumerate(parse.heads)]
        )
        for name in ("relations", "upos", "xpos", "feats", "scripts"):
            index = self._index[name]
            fields[name][row, :length] = torch.tensor([index.get(v, IGNORE) for v in getattr(parse, name)])
        starts = torch.tensor([int(start) for start in parse.starts])
        starts[0] = 1
        sentence[row, :length] = starts.cumsum(0)
        fields["starts"][row, :length] = starts
        fields["starts"][row, 0] = IGNORE


class Sampler:
    """Endless stream of batches: passes over all corpora in proportion, windows of like length together."""

    def __init__(
        self,
        corpora: list[tuple[list[Record], float]],
        augmenter: Augmenter,
        collator: Collator,
        settings: dict[str, Any],
        templates: float,
        pieces_per_batch: int,
        random: Random,
    ) -> None:
        self.corpora = corpora
        self.augmenter = augmenter
        self.collator = collator
        self.settings = settings
        self.templates = templates
        self.pieces = pieces_per_batch
        self.random = random
        self.passes = 0

    def __iter__(self) -> Iterator[Batch]:
        while True:
            yield from self._one_pass()
            self.passes += 1

    def _one_pass(self) -> Iterator[Batch]:
        documents = [
            record
            for records, share in self.corpora
            for record in records
            for _ in range(int(share) + (self.random.random() < share - int(share)))
        ]
        self.random.shuffle(documents)
        pool: list[Record] = []
        for document in documents:
            for window in windows(document, self.settings, self.random):
                pool.append(self.augmenter.variant(window, self.random))
                if self.random.random() < self.templates:
                    invented = self.augmenter.invented(self.random)
                    pool.append(self.augmenter.variant(invented, self.random))
            if len(pool) >= 1500:
                yield from self._batches(pool)
                pool = []
        if pool:
            yield from self._batches(pool)

    def _batches(self, pool: list[Record]) -> Iterator[Batch]:
        sized = sorted(((self.collator.length(r), i) for i, r in enumerate(pool)))
        groups: list[list[Record]] = [[]]
        for length, number in sized:
            if length > MOST_PIECES:
                continue
            if groups[-1] and length * (len(groups[-1]) + 1) > self.pieces:
                groups.append([])
            groups[-1].append(pool[number])
        self.random.shuffle(groups)
        for group in groups:
            if group:
                yield self.collator.batch(group)
