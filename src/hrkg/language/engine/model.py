"""The language engine at run time: onnxruntime and numpy only."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from hrkg.language.engine.labels import NAME_TAGS, apply_script
from hrkg.language.engine.names import best_tags
from hrkg.language.engine.trees import decode
from hrkg.language.engine.windows import Window, plan
from hrkg.language.engine.wordpiece import WordPiece

PIECES_PER_BATCH = 320  # fits the processor's cache; larger batches are slower
WORDS_PER_CHUNK = 2000  # label scores take 13 kB a word until the trees are decoded
_MOST_WORD_PIECES = 60
# A spanning tree over n words takes memory in n cubed at worst; longer "sentences" are lists, cut into several trees.
_MOST_TREE_WORDS = 250
Array = NDArray[np.float32]


@dataclass(frozen=True)
class Analysis:
    """Annotation of one paragraph's words; `heads[i] == i` marks a root."""

    names: list[str]
    upos: list[str]
    xpos: list[str]
    feats: list[str]
    lemmas: list[str]
    starts: list[bool]
    heads: list[int]
    relations: list[str]


@dataclass
class _Scores:
    names: Array
    tags: dict[str, NDArray[np.int64]]
    starts: Array
    arcs: list[tuple[Window, Array, Array, Array]]


class LanguageModel:
    """The encoder with its heads.

    Args:
        folder: holds `engine.onnx`, `labels.json` and `vocab.txt`.
        threads: of onnxruntime; results do not depend on it.
        file: another model file in the folder.
    """

    def __init__(self, folder: Path, threads: int = 1, file: str = "engine.onnx") -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            str(folder / file), options, providers=["CPUExecutionProvider"]
        )
        self._outputs = [output.name for output in self._session.get_outputs()]
        self.labels: dict[str, list[str]] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self._root = self.labels["relations"].index("root")
        self.wordpiece = WordPiece.from_file(folder / "vocab.txt")

    def analyse(
        self, paragraphs: Sequence[Sequence[str]], starts: Sequence[Sequence[int]] | None = None
    ) -> list[Analysis]:
        """Annotate paragraphs, each given as its words.

        Args:
            paragraphs: words; an empty paragraph is allowed.
            starts: for each paragraph the numbers of the words that begin sentences, when known.
        """
        found: list[Analysis] = []
        begin = 0
        while begin < len(paragraphs):
            end, words = begin + 1, len(paragraphs[begin])
            while end < len(paragraphs) and words + len(paragraphs[end]) <= WORDS_PER_CHUNK:
                words += len(paragraphs[end])
                end += 1
            found += self._chunk(paragraphs[begin:end], starts[begin:end] if starts is not None else None)
            begin = end
        return found

    def _chunk(
        self, paragraphs: Sequence[Sequence[str]], starts: Sequence[Sequence[int]] | None
    ) -> list[Analysis]:
        windows: list[tuple[int, int, Window]] = []  # subwords, paragraph, window
        for number, words in enumerate(paragraphs):
            lengths = [min(len(self.wordpiece.word(w)[0]), _MOST_WORD_PIECES) for w in words]
            given = starts[number] if starts is not None else None
            planned = plan(words, lengths, given)
            windows += [(2 + sum(lengths[w.begin : w.end]), number, w) for w in planned]
        scores = [self._empty(len(words)) for words in paragraphs]
        windows.sort(key=lambda item: (item[0], item[1], item[2].begin))
        group: list[tuple[int, int, Window]] = []
        for item in windows:
            if group and item[0] * (len(group) + 1) > PIECES_PER_BATCH:
                self._run(paragraphs, group, scores)
                group = []
            group.append(item)
        if group:
            self._run(paragraphs, group, scores)
        return [
            self._decode(words, result, starts[number] if starts is not None else None)
            for number, (words, result) in enumerate(zip(paragraphs, scores, strict=True))
        ]

    def _empty(self, count: int) -> _Scores:
        tags = {name: np.zeros(count, np.int64) for name in ("upos", "xpos", "feats", "scripts")}
        return _Scores(np.zeros((count, len(NAME_TAGS)), np.float32), tags, np.zeros(count, np.float32), [])

    def _run(
        self, paragraphs: Sequence[Sequence[str]], group: list[tuple[int, int, Window]], scores: list[_Scores]
    ) -> None:
        longest = max(length for length, _, _ in group)
        count = max(window.end - window.begin for _, _, window in group)
        pieces = np.zeros((len(group), longest), np.int64)
        shapes = np.zeros_like(pieces)
        mask = np.zeros_like(pieces)
        first = np.zeros((len(group), count + 1), np.int64)
        for row, (_, number, window) in enumerate(group):
            ids, forms, places = [self.wordpiece.start], [0], [0]
            for word in paragraphs[number][window.begin : window.end]:
                places.append(len(ids))
                more, cases = self.wordpiece.word(word)
                ids += more[:_MOST_WORD_PIECES]
                forms += cases[:_MOST_WORD_PIECES]
            ids.append(self.wordpiece.end)
            pieces[row, : len(ids)] = ids
            shapes[row, : len(forms)] = forms
            mask[row, : len(ids)] = 1
            first[row, : len(places)] = places
        found = dict(
            zip(
                self._outputs,
                self._session.run(
                    self._outputs, {"pieces": pieces, "shapes": shapes, "mask": mask, "first": first}
                ),
                strict=True,
            )
        )
        for row, (_, number, window) in enumerate(group):
            length = window.end - window.begin
            inside = slice(window.keep_begin - window.begin, window.keep_end - window.begin)
            kept = slice(window.keep_begin, window.keep_end)
            target = scores[number]
            target.names[kept] = found["names"][row, inside]
            for name, values in target.tags.items():
                values[kept] = found[name][row, inside]
            target.starts[kept] = found["starts"][row, inside, 1]
            if window.whole:
                target.starts[window.begin] = 1.0
            target.arcs.append(
                (
                    window,
                    found["arcs"][row, :length, : length + 1],
                    found["query"][row, :length],
                    found["key"][row, : length + 1],
                )
            )

    def _decode(self, words: Sequence[str], scores: _Scores, given: Sequence[int] | None) -> Analysis:
        count = len(words)
        begins = list(given) if given is not None else np.flatnonzero(scores.starts > 0.5).tolist()
        if count and (not begins or begins[0] != 0):
            begins = [0, *begins]
        bounds = [*begins, count]
        begins = [
            place
            for begin, end in pairwise(bounds)
            for place in range(begin, max(end, begin + 1), _MOST_TREE_WORDS)
            if count
        ]
        heads = np.arange(count)
        relations = np.full(count, self._root)
        scores.arcs.sort(key=lambda item: item[0].begin)
        for begin, end in zip(begins, [*begins[1:], count], strict=False):
            self._tree(begin, end, scores.arcs, heads, relations)
        upos = [self.labels["upos"][i] for i in scores.tags["upos"]]
        scripts = [self.labels["scripts"][i] for i in scores.tags["scripts"]]
        opened = set(begins)
        return Analysis(
            names=[NAME_TAGS[i] for i in best_tags(scores.names)],
            upos=upos,
            xpos=[self.labels["xpos"][i] for i in scores.tags["xpos"]],
            feats=[self.labels["feats"][i] for i in scores.tags["feats"]],
            lemmas=[apply_script(w, s, u == "PROPN") for w, s, u in zip(words, scripts, upos, strict=True)],
            starts=[i in opened for i in range(count)],
            heads=heads.tolist(),
            relations=[self.labels["relations"][i] for i in relations],
        )

    def _tree(
        self,
        begin: int,
        end: int,
        arcs: list[tuple[Window, Array, Array, Array]],
        heads: NDArray[np.int64],
        relations: NDArray[np.int64],
    ) -> None:
        """Decode one sentence; one that spans windows takes each word's scores from the window that keeps it."""
        matrix = np.full((end - begin, end - begin + 1), -1e6, np.float32)
        owners: list[tuple[Window, Array, Array, Array]] = []
        for item in arcs:
            window, table = item[0], item[1]
            low, high = max(begin, window.keep_begin), min(end, window.keep_end)
            if low >= high:
                continue
            owners.append(item)
            seen_low, seen_high = max(begin, window.begin), min(end, window.end)
            rows = slice(low - window.begin, high - window.begin)
            matrix[low - begin : high - begin, 0] = table[rows, 0]
            matrix[low - begin : high - begin, 1 + seen_low - begin : 1 + seen_high - begin] = table[
                rows, 1 + seen_low - window.begin : 1 + seen_high - window.begin
            ]
        tree = decode(matrix)
        for window, _, query, key in owners:
            low, high = max(begin, window.keep_begin), min(end, window.keep_end)
            chosen = tree[low - begin : high - begin]
            local = np.where(chosen == 0, 0, chosen + begin - window.begin)
            local = np.where((local < 0) | (local >= len(key)), 0, local)
            width = key.shape[1]
            asked = query[low - window.begin : high - window.begin].reshape(high - low, -1, width + 1)
            table = np.matmul(asked[:, :, :width], key[local][:, :, None])[:, :, 0] + asked[:, :, width]
            table[:, self._root] = -1e9
            relations[low:high] = np.where(chosen == 0, self._root, table.argmax(1))
            heads[low:high] = np.where(chosen == 0, np.arange(low, high), chosen - 1 + begin)
