"""What `language.py` measures: a function each, from data to plain figures."""

from __future__ import annotations

import csv
import hashlib
import platform
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "quality"))

import marked
import scoring

from benchmarks import speed
from hrkg import extract, language, resolve, resources
from hrkg.errors import SetupError
from hrkg.language.engine import LanguageModel
from hrkg.model import Article, Mention, Metadata, Span
from training import corpus, evaluate

ROOT = Path(__file__).resolve().parent.parent
ARTICLE_PARTS = scoring.PARTS
MARKED = ROOT / "tests" / "quality" / "names"
WEIGHTS = resources.folder("data") / "models" / "engine"
ARTICLES = resources.folder("data") / "articles"
NAME_SETS = {"UNER-EWT": "ner_uner_test", "GUM": "ner_gum_test", "Re-DocRED held out": "ner_redocred_ho"}
TREEBANKS = {"EWT": "ud_test_ewt", "GUM": "ud_test_gum", "PUD": "ud_test_pud"}
PARITY_SETS = ("ner_dev", "ud_dev")
STRICT, ANNOTATED = "strict", "annotated words only"
_KINDS = {"PERSON": "PERSON", "ORG": "ORG", "LOC": "PLACE"}


class Fault(NamedTuple):
    """A judgment that is not right, and the article it is of."""

    article: str
    judgment: scoring.Judgment


def files(folder: Path, kind: str, names: Sequence[str]) -> list[Path]:
    """The corpora of a kind (`ner`, `ud`) in a folder of datasets.

    Raises:
        SetupError: some are not there.
    """
    paths = [folder / kind / f"{name}.spacy" for name in names]
    if missing := [str(path) for path in paths if not path.is_file()]:
        raise SetupError(
            f"no {', '.join(missing)}: --data wants the folder that holds {kind}/*.spacy"
            " (spaCy DocBins; training/README.md says of what)"
        )
    return paths


def weights() -> LanguageModel:
    """The engine that ships with hrkg."""
    return LanguageModel(WEIGHTS)


def names(folder: Path) -> list[dict[str, Any]]:
    """Exact span and type F1, precision and recall on the held-out sets, GUM in capitals too."""
    model, rows = weights(), []
    for name, path in zip(NAME_SETS, files(folder, "ner", list(NAME_SETS.values())), strict=True):
        records = corpus.read_names(path, name)
        rows += _name_rows(model, name, records)
        if name == "GUM":
            rows += _name_rows(model, f"{name} in capitals", evaluate.upper(records))
    return rows


def _name_rows(model: LanguageModel, name: str, records: list[corpus.Record]) -> list[dict[str, Any]]:
    """A row for each way to count; one where the set leaves no word unannotated, since both are the same."""
    analyses = model.analyse([r.words for r in records])
    gaps = any(tag == corpus.UNKNOWN for r in records for tag in r.names or ())
    rows = []
    for counting in (STRICT, ANNOTATED) if gaps else (f"{STRICT} = {ANNOTATED}",):
        counts = evaluate.name_counts(records, analyses, annotated_only=counting == ANNOTATED)
        kinds = {_KINDS[kind]: scoring.Tally(*count) for kind, count in counts.items()}
        every = scoring.Tally(*(sum(column) for column in zip(*counts.values(), strict=True)))
        row: dict[str, Any] = {"set": name, "counting": counting, "F1": every.f1}
        row |= {kind: tally.f1 for kind, tally in kinds.items()}
        rows.append(row | {"precision": every.precision, "recall": every.recall, "names": every.wanted})
    return rows


def ud(folder: Path) -> list[dict[str, Any]]:
    """Scores of the parse and the tags on gold words and sentences of the test treebanks."""
    model, rows = weights(), []
    for name, path in zip(TREEBANKS, files(folder, "ud", list(TREEBANKS.values())), strict=True):
        records = corpus.read_parses(path, name)
        scores = evaluate.syntax_scores(model, records)
        words = sum(len(r.words) for r in records)
        rows.append({"treebank": name, **{k: scores[k] for k in ("UAS", "LAS", "UPOS")}, "words": words})
    return rows


def read(text: str, name: str, engine: language.Engine) -> scoring.Reading:
    """What hrkg's whole reading, engine and rules, makes of an article."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    article = Article(digest, text, name, Metadata(), (Span(0, len(text)),))
    document, _ = extract.extract(language.read(article, engine))
    mentions = document.of(Mention)
    return scoring.Reading(
        names={
            (m.span.begin, m.span.end): m.kind for m in mentions if m.form == "name" and m.kind != "group"
        },
        entities=[[(s.begin, s.end) for s in e.mentions] for e in resolve.gather(document).entities],
        pronouns=[(m.span.begin, m.span.end) for m in mentions if m.form == "pronoun"],
    )


def marked_articles(identifiers: Sequence[str]) -> tuple[list[dict[str, Any]], list[Fault]]:
    """Score marked articles: all together, then by culture of names; and what is not right in them.

    An article of two cultures counts for both.
    """
    engine = language.Engine()
    judged: dict[str, list[scoring.Judgment]] = {}
    for identifier in identifiers:
        article = marked.load(MARKED / f"{identifier}.marked.txt")
        judged[identifier] = scoring.judge(article, read(article.text, identifier, engine))
    with (MARKED / "cultures.tsv").open(encoding="utf-8", newline="") as file:
        told = {r["id"]: r["cultures"] for r in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}
    groups = {"all": list(identifiers)}
    for culture in sorted({c for i in identifiers for c in told[i].split(",")}):
        groups[culture] = [i for i in identifiers if culture in told[i].split(",")]
    rows = [
        {
            "group": group,
            "articles": members,
            "measure": measure,
            "precision": t.precision,
            "recall": t.recall,
            "F1": t.f1,
            "right": t.right,
            "found": t.found,
            "wanted": t.wanted,
        }
        for group, members in groups.items()
        for measure, t in scoring.tallies(j for i in members for j in judged[i]).items()
    ]
    faults = [Fault(i, j) for i, found in judged.items() for j in found if not j.right]
    return rows, faults


def parity(floating: Path, folder: Path | None) -> dict[str, Any]:
    """Agreement of the 8-bit engine with a float model, word by word, in per cent.

    Args:
        floating: the model file, or the folder of a `float.onnx`, with its `labels.json` and `vocab.txt` beside it.
        folder: of datasets, whose dev sets are read; None reads the sample articles.

    Raises:
        SetupError: a file is missing, or the model has other labels than the engine.
    """
    path = floating / "float.onnx" if floating.is_dir() else floating
    for wanted in (path, path.parent / "labels.json", path.parent / "vocab.txt"):
        if not wanted.is_file():
            raise SetupError(f"no {wanted}: --float wants the model that training.export wrote with --float")
    exact, model = LanguageModel(path.parent, file=path.name), weights()
    if exact.labels != model.labels:
        raise SetupError(f"{path} has other labels than {WEIGHTS}: give the float model of the same export")
    if folder is None:
        given = [words for text in speed.texts(ARTICLES, 1)[0] for words, _ in speed.paragraphs(text)]
    else:
        ner, treebank = PARITY_SETS
        records = corpus.read_names(files(folder, "ner", [ner])[0], ner)
        records += corpus.read_parses(files(folder, "ud", [treebank])[0], treebank)
        given = [list(r.words) for r in records]
    scores = evaluate.agreement(model.analyse(given), exact.analyse(given))
    text = "sample articles" if folder is None else " and ".join(PARITY_SETS)
    return {"text": text, "words": sum(map(len, given)), **scores}


def speeds(words: int, rounds: int) -> dict[str, Any]:
    """Words a second on one core, load time and memory, medians over the rounds, beside spaCy."""
    told = speed.measure(ARTICLES, words, rounds)
    count, products = told["words"], told["GFLOP/s"]
    rows = []
    for name, seconds in told["seconds"].items():
        rate = count / median(seconds)
        row: dict[str, Any] = {"contender": name, "words a second": rate}
        row |= {"slowest": count / max(seconds), "fastest": count / min(seconds)}
        row["words a processor second"] = count / median(told["processor seconds"][name])
        row["words per GFLOP"] = rate / median(products)
        for key in ("seconds", "loaded MB", "peak MB"):
            values = [load[key] for load in told["loads"].get(name, ()) if key in load]
            row["load seconds" if key == "seconds" else key] = median(values) if values else None
        rows.append(row)
    first = rows[0]
    for row in rows:
        for key in ("words a processor second", "load seconds", "loaded MB", "peak MB"):
            if row[key] and first[key]:
                row[f"hrkg / this, {key}"] = first[key] / row[key]
    sizes = {
        path.name: path.stat().st_size / 1e6 for path in sorted(WEIGHTS.iterdir()) if path.suffix != ".md"
    }
    return {
        "words": count,
        "rounds": rounds,
        "GFLOP/s": {"median": median(products), "slowest": min(products), "fastest": max(products)},
        "installed spaCy pipelines": speed.installed() or "none installed",
        "contenders": rows,
        "weights MB": {**sizes, "all": sum(sizes.values())},
    }


def machine() -> dict[str, Any]:
    """What the figures were measured on and with."""
    told = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        lines = info.read_text(encoding="utf-8", errors="replace").splitlines()
        told = next((x.partition(":")[2].strip() for x in lines if x.startswith("model name")), told)
    packages = {name: version(name) for name in ("hrkg", "numpy", "onnxruntime", "spacy")}
    digest = hashlib.sha256((WEIGHTS / "engine.onnx").read_bytes()).hexdigest()[:16]
    return {
        "processor": told,
        "system": platform.system(),
        "python": platform.python_version(),
        **packages,
        "engine.onnx sha256": digest,
    }
