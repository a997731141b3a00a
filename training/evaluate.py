"""Scores of an exported engine: names, syntax, agreement of the 8-bit with the float model, speed.

Example: python -m training.evaluate --data DATASETS --model FOLDER --part dev [--report scores.json]
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path

from hrkg.language.engine.labels import apply_script
from hrkg.language.engine.model import Analysis, LanguageModel
from hrkg.language.engine.names import spans

from .corpus import UNKNOWN, Parse, Record, read_names, read_parses

TYPES = ("PERSON", "ORG", "LOC")
NAME_SETS = {
    "dev": ["ner_dev", "ner_gum_dev"],
    "test": ["ner_uner_test", "ner_gum_test", "ner_redocred_ho", "ner_redocred_test"],
}
TREEBANKS = {"dev": ["ud_dev"], "test": ["ud_test_ewt", "ud_test_gum", "ud_test_gumnews", "ud_test_pud"]}


def f_score(right: int, found: int, wanted: int) -> float:
    """Return the F1 in per cent."""
    return round(200 * right / max(1, found + wanted), 2)


def name_counts(
    records: Sequence[Record], analyses: Sequence[Analysis], *, annotated_only: bool = False
) -> dict[str, tuple[int, int, int]]:
    """Count names of each type: right (exact span and type), found, wanted.

    Args:
        records: with names.
        analyses: of the same words.
        annotated_only: leave out what was found on words all of which the corpus leaves unannotated, instead of
            counting it as wrong.
    """
    counts = dict.fromkeys(TYPES, (0, 0, 0))
    for record, analysis in zip(records, analyses, strict=True):
        tags = record.names or ()
        gold = {s for s in spans(["O" if t == UNKNOWN else t for t in tags]) if s[2] in TYPES}
        found = {s for s in spans(analysis.names) if s[2] in TYPES}
        if annotated_only:
            found = {s for s in found if any(tags[i] != UNKNOWN for i in range(s[0], s[1]))}
        for kind in TYPES:
            mine, theirs = {s for s in gold if s[2] == kind}, {s for s in found if s[2] == kind}
            right, all_found, wanted = counts[kind]
            counts[kind] = (right + len(mine & theirs), all_found + len(theirs), wanted + len(mine))
    return counts


def name_scores(records: Sequence[Record], analyses: Sequence[Analysis]) -> dict[str, float]:
    """Return exact span and type F1 of each type and of all; words without annotation count as outside."""
    counts = name_counts(records, analyses)
    right, found, wanted = (sum(column) for column in zip(*counts.values(), strict=True))
    annotated = name_counts(records, analyses, annotated_only=True)
    scores = {kind: f_score(*counts[kind]) for kind in TYPES}
    scores["all"] = f_score(right, found, wanted)
    scores["all, unannotated left out"] = f_score(right, sum(c[1] for c in annotated.values()), wanted)
    scores["precision"] = round(100 * right / max(1, found), 2)
    scores["recall"] = round(100 * right / max(1, wanted), 2)
    return scores


def _parse(record: Record) -> Parse:
    assert record.parse is not None
    return record.parse


def syntax_scores(model: LanguageModel, records: Sequence[Record]) -> dict[str, float]:
    """Return the scores on gold words and sentences, and the F1 of sentence starts found by the model."""
    paragraphs = [record.words for record in records]
    starts = [[i for i, s in enumerate(_parse(r).starts) if s or i == 0] for r in records]
    known = model.analyse(paragraphs, starts)
    totals = dict.fromkeys(("UAS", "LAS", "UPOS", "XPOS", "feats", "lemma"), 0)
    words = 0
    for record, analysis in zip(records, known, strict=True):
        parse = _parse(record)
        words += len(record.words)
        for i in range(len(record.words)):
            attached = analysis.heads[i] == parse.heads[i]
            totals["UAS"] += attached
            totals["LAS"] += attached and analysis.relations[i] == parse.relations[i]
            totals["UPOS"] += analysis.upos[i] == parse.upos[i]
            totals["XPOS"] += analysis.xpos[i] == parse.xpos[i]
            totals["feats"] += analysis.feats[i] == parse.feats[i]
            gold = apply_script(record.words[i], parse.scripts[i], keep_case=False)
            totals["lemma"] += analysis.lemmas[i].lower() == gold.lower()
    scores = {name: round(100 * value / words, 2) for name, value in totals.items()}
    right = found = wanted = 0
    for gold_starts, analysis in zip(starts, model.analyse(paragraphs), strict=True):
        mine = {i for i, start in enumerate(analysis.starts) if start} - {0}
        right += len(mine & set(gold_starts))
        found += len(mine)
        wanted += len(gold_starts) - 1
    if wanted:
        scores["sentence starts"] = f_score(right, found, wanted)
    return scores


def agreement(first: Sequence[Analysis], second: Sequence[Analysis]) -> dict[str, float]:
    """Return in per cent how many words have the same label in both."""
    same: dict[str, int] = {}
    words = 0
    for a, b in zip(first, second, strict=True):
        words += len(a.names)
        for name in ("names", "upos", "xpos", "feats", "lemmas", "starts", "heads", "relations"):
            pairs = zip(getattr(a, name), getattr(b, name), strict=True)
            same[name] = same.get(name, 0) + sum(x == y for x, y in pairs)
    scores = {name: round(100 * value / max(1, words), 3) for name, value in same.items()}
    scores["all labels"] = round(100 * sum(same.values()) / max(1, words * len(same)), 3)
    return scores


def upper(records: Sequence[Record]) -> list[Record]:
    """Return the records in capitals."""
    return [Record(tuple(w.upper() for w in r.words), r.names, r.parse, r.source) for r in records]


def scores(model: LanguageModel, data: Path, part: str) -> dict[str, dict[str, float]]:
    """Return all scores of a part, `dev` or `test`."""
    report: dict[str, dict[str, float]] = {}
    for name in NAME_SETS[part]:
        records = read_names(data / "ner" / f"{name}.spacy", name)
        report[name] = name_scores(records, model.analyse([r.words for r in records]))
        if "gum" in name:
            capitals = upper(records)
            report[name + " in capitals"] = name_scores(capitals, model.analyse([r.words for r in capitals]))
    for name in TREEBANKS[part]:
        report[name] = syntax_scores(model, read_parses(data / "ud" / f"{name}.spacy", name))
    return report


def main() -> None:
    """Evaluate from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--file", default="engine.onnx")
    parser.add_argument("--part", choices=("dev", "test"), default="dev")
    parser.add_argument("--report", type=Path)
    options = parser.parse_args()
    begun = time.perf_counter()
    model = LanguageModel(options.model, file=options.file)
    loaded = time.perf_counter() - begun
    report = scores(model, options.data, options.part)
    records = [r for n in NAME_SETS["dev"][:1] for r in read_names(options.data / "ner" / f"{n}.spacy", n)]
    records += read_parses(options.data / "ud" / "ud_dev.spacy", "ud_dev")
    paragraphs = [r.words for r in records]
    begun, used = time.perf_counter(), time.process_time()
    analyses = model.analyse(paragraphs)
    words = sum(map(len, paragraphs))
    report["speed"] = {
        "words": words,
        "words a second": round(words / (time.perf_counter() - begun)),
        "words a processor second": round(words / (time.process_time() - used)),
        "load seconds": round(loaded, 2),
    }
    if (options.model / "float.onnx").exists() and options.file != "float.onnx":
        exact = LanguageModel(options.model, file="float.onnx")
        report["agreement with float"] = agreement(analyses, exact.analyse(paragraphs))
        alone = [analysis for p in paragraphs[:60] for analysis in model.analyse([p])]
        report["agreement with one paragraph at a time"] = agreement(analyses[:60], alone)
    for name, values in report.items():
        print(name, json.dumps(values))
    if options.report:
        options.report.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
