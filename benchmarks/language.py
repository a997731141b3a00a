"""Print every figure of hrkg's language engine in one run: names, parse, links, agreement, speed, size."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import measures
from hrkg.errors import HrkgError, SetupError

PARTS = ("names", "ud", "marked", "parity", "speed")
EXAMPLES = """
examples, from the top of the checkout:
  everything:               python benchmarks/language.py --data DATASETS --float MODEL/float.onnx --json scores.json
  our marked articles:      python benchmarks/language.py --only marked
  and what is wrong there:  python benchmarks/language.py --only marked --errors
  some of them:             python benchmarks/language.py --only marked --articles n01,n02 --errors
  speed and size:           python benchmarks/language.py --only speed --words 5000 --rounds 1

DATASETS holds ner/*.spacy and ud/*.spacy, MODEL is what training.export wrote with --float; benchmarks/README.md says
what each figure counts. Exit code 2: an option, a file or a folder cannot be used.
"""


def cell(value: object) -> str:
    """A value as a table shows it."""
    if value is None:
        return "–"
    if isinstance(value, float):
        digits = 0 if abs(value) >= 1000 else 2 if abs(value) >= 0.1 else 4
        return f"{value:,.{digits}f}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def table(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> str:
    """Rows under a head, numbers flush right."""
    lines = [list(columns), *([cell(row.get(c)) for c in columns] for row in rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(columns))]
    words = [any(isinstance(row.get(c), str) for row in rows) for c in columns]
    return "\n".join(
        "  ".join(v.ljust(w) if left else v.rjust(w) for v, w, left in zip(line, widths, words, strict=True))
        for line in lines
    )


def titled(title: str, *parts: str) -> None:
    """Print a part of the report."""
    print(f"\n{title}\n{'-' * len(title)}", *parts, sep="\n", flush=True)


def names(options: argparse.Namespace) -> object:
    """Names on the held-out sets."""
    rows = measures.names(options.data)
    columns = ("set", "counting", "F1", "PERSON", "ORG", "PLACE", "precision", "recall", "names")
    titled(
        "Names on held-out sets: exact span and type, per cent",
        table(rows, columns),
        "strict: words that the set leaves unannotated count as outside, so a name found there is wrong;",
        "annotated words only: a name found wholly on such words is not counted.",
    )
    return rows


def ud(options: argparse.Namespace) -> object:
    """Parse and tags on the test treebanks."""
    rows = measures.ud(options.data)
    titled(
        "Universal Dependencies, test parts: gold words and sentences, per cent",
        table(rows, ("treebank", "UAS", "LAS", "UPOS", "words")),
        "LAS counts subtypes of relations.",
    )
    return rows


def marked(options: argparse.Namespace) -> object:
    """Names and links in our marked articles."""
    rows, faults = measures.marked_articles(options.articles)
    counted = ("measure", "precision", "recall", "F1", "right", "found", "wanted")
    titled(
        f"Marked invented articles, part {options.part} ({len(options.articles)} articles): engine and rules",
        table([r for r in rows if r["group"] == "all"], counted),
        "Names: exact span and kind. Links and pronouns: tests/quality/scoring.py says what is counted.",
    )
    cultures: dict[str, dict[str, Any]] = {}
    for r in rows:
        row = cultures.setdefault(r["group"], {"culture": r["group"], "articles": len(r["articles"])})
        row |= {f"{r['measure']} P": r["precision"], f"{r['measure']} R": r["recall"]}
    told = [f"{m} {x}" for m in ("people", "organizations", "places", "links", "pronouns") for x in "PR"]
    titled("By culture of names", table(list(cultures.values()), ("culture", "articles", *told)))
    if options.errors:
        lines = [
            f"{f.article}  {'wrong' if f.judgment.found else 'missed'}  {f.judgment.about}: {f.judgment.words}"
            + (f" ({f.judgment.note})" if f.judgment.note else "")
            for f in faults
        ]
        titled(f"Wrong and missed ({len(lines)})", *lines)
    return {"part": options.part, "articles": options.articles, "scores": rows}


def parity(options: argparse.Namespace) -> object:
    """Agreement of the 8-bit and the float model."""
    scores = measures.parity(options.float, options.data)
    titled(
        f"8-bit and float model: same labels, per cent of {scores['words']:,} words ({scores['text']})",
        table(
            [{"labels": k, "agree": f"{v:.3f}"} for k, v in scores.items() if isinstance(v, float)],
            ("labels", "agree"),
        ),
    )
    return scores


def speed(options: argparse.Namespace) -> object:
    """Speed, load time, memory and size."""
    told = measures.speeds(options.words, options.rounds)
    pipelines, products = told["installed spaCy pipelines"], told["GFLOP/s"]
    rates = ("words a second", "slowest", "fastest", "words a processor second", "words per GFLOP")
    memory = ("load seconds", "loaded MB", "peak MB")
    ratios = [f"hrkg / this, {key}" for key in ("words a processor second", *memory)]
    titled(
        f"Speed: one thread, {told['words']:,} words of sample articles, medians of {told['rounds']} rounds in turns",
        table(told["contenders"], ("contender", *rates)),
        f"float32 matrix product 512x384x1536 meanwhile: {products['median']:.0f} GFLOP/s"
        f" ({products['slowest']:.0f} to {products['fastest']:.0f})",
        "installed spaCy pipelines for English: "
        + (pipelines if isinstance(pipelines, str) else ", ".join(pipelines)),
        "hrkg: tokens, sentences and all heads of the engine; blank English: tokens and sentences only.",
    )
    titled("Loading and memory, fresh processes", table(told["contenders"], ("contender", *memory)))
    titled("Ratios", table(told["contenders"], ("contender", *ratios)))
    titled("Weights in the package, MB", table([told["weights MB"]], list(told["weights MB"])))
    return told


MEASURED: dict[str, Callable[[argparse.Namespace], object]] = {
    "names": names,
    "ud": ud,
    "marked": marked,
    "parity": parity,
    "speed": speed,
}
NEEDED = {"names": "data", "ud": "data", "parity": "float"}


def chosen(text: str) -> list[str]:
    """Words between commas."""
    return [word.strip() for word in text.split(",") if word.strip()]


def whole(text: str) -> int:
    """A number from 1."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    """Parse the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add(
        "--only",
        type=chosen,
        metavar="PARTS",
        help=f"some of {','.join(PARTS)}; without it, all that can run",
    )
    add(
        "--data", type=Path, metavar="DATASETS", help="folder of the public corpora, for names, ud and parity"
    )
    add("--float", type=Path, metavar="MODEL", help="float model, or its folder, for parity")
    add(
        "--part",
        choices=tuple(measures.ARTICLE_PARTS),
        default="dev",
        help="of the marked articles (default: dev)",
    )
    add("--articles", type=chosen, metavar="IDS", help="only these of the part, such as n01,n02")
    add(
        "--errors", action="store_true", help="list what is wrong or missed in the marked articles (dev only)"
    )
    add("--words", type=whole, default=20_000, help="about how many words to read for speed (default: 20000)")
    add("--rounds", type=whole, default=3, help="of the speed measurements (default: 3)")
    add("--json", type=Path, metavar="FILE", help="write all figures there too")
    return parser.parse_args(given)


def check(options: argparse.Namespace) -> list[str]:
    """The parts to measure.

    Raises:
        SetupError: the options do not fit together.
    """
    if unknown := sorted(set(options.only or ()) - set(PARTS)):
        raise SetupError(f"--only knows no {', '.join(unknown)}: choose from {', '.join(PARTS)}")
    if options.errors and options.part != "dev":
        raise SetupError(
            f"--errors lists words of the dev articles only, not of part {options.part}: the test articles are"
            " scored unseen; leave out --errors or say --part dev"
        )
    part = measures.ARTICLE_PARTS[options.part]
    if strange := sorted(set(options.articles or ()) - set(part)):
        raise SetupError(f"no {', '.join(strange)} in part {options.part}, which is {part[0]} to {part[-1]}")
    options.articles = sorted(set(options.articles)) if options.articles else list(part)
    for name in options.only or ():
        if (needed := NEEDED.get(name)) and getattr(options, needed) is None:
            raise SetupError(f"--only {name} needs --{needed}: see --help")
    wanted = [n for n in PARTS if n in (options.only or PARTS)]
    for name in list(wanted):
        if (needed := NEEDED.get(name)) and getattr(options, needed) is None:
            print(f"{name}: not measured, give --{needed}")
            wanted.remove(name)
    if "names" in wanted:
        measures.files(options.data, "ner", list(measures.NAME_SETS.values()))
    if "ud" in wanted:
        measures.files(options.data, "ud", list(measures.TREEBANKS.values()))
    if options.json and not options.json.parent.is_dir():
        raise SetupError(f"--json {options.json}: there is no folder {options.json.parent}; make it first")
    return wanted


def main(given: Sequence[str] | None = None) -> int:
    """Measure, print, and return the exit code."""
    options = arguments(given)
    try:
        wanted = check(options)
        report: dict[str, object] = {"machine": measures.machine()}
        print("; ".join(f"{k} {v}" for k, v in measures.machine().items()), flush=True)
        for name in wanted:
            report[name] = MEASURED[name](options)
    except HrkgError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    if options.json:
        options.json.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
