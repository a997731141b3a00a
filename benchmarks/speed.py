"""Speed, load time and memory of the language engine beside spaCy and a matrix product; `language.py` calls this.

Everything is measured in fresh processes with one thread each: libraries take the number of their threads when they are
imported, and memory once taken is not given back.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

HRKG, ENGINE, BLANK = "hrkg", "hrkg, engine alone", "spaCy blank English + sentencizer"
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_ROWS, _INNER, _COLUMNS = 512, 384, 1536
_SHORTEST = 1.0
"""Seconds: what is quicker is repeated, since a clock tells little of a tenth of a second."""


def measure(folder: Path, words: int, rounds: int) -> dict[str, Any]:
    """Measure everything over the articles of a folder, repeated up to a number of words.

    Returns:
        What `rates` returns, and under `loads` what `load` returns, of each round, by contender.
    """
    found = _fresh("texts", str(folder), str(words))
    told: dict[str, Any] = _fresh("rates", str(rounds), given=found)
    told["loads"] = {name: [] for name in told["seconds"] if name != ENGINE}
    for _ in range(rounds):
        for name, rows in told["loads"].items():
            rows.append(_fresh("load", name, given=found))
    return told


def _fresh(*arguments: str, given: object = None) -> Any:
    """What this module prints in a process of its own."""
    command = [sys.executable, str(Path(__file__).resolve()), *arguments]
    environment = {**os.environ, **_ONE_THREAD}
    done = subprocess.run(
        command, env=environment, input=json.dumps(given), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stderr}")
    return json.loads(done.stdout)


def installed() -> list[str]:
    """The spaCy pipelines at hand, those whose language is English."""
    from spacy.util import get_installed_models

    return sorted(name for name in get_installed_models() if name.startswith("en_"))


def texts(folder: Path, words: int) -> tuple[list[str], int]:
    """The content of a folder's articles, repeated whole until there are about enough words, and how many there are.

    Words are hrkg's tokens without white space, the same for all contenders.
    """
    from hrkg import sources
    from hrkg.model import Span

    found: list[str] = []
    for source in sources.find([str(folder)]):
        article = sources.read(source)
        content = article.content or (Span(0, len(article.text)),)
        found.append("\n\n".join(span.of(article.text) for span in content))
    once = sum(len(words) for text in found for words, _ in paragraphs(text))
    times = max(1, round(words / once))
    return found * times, once * times


def paragraphs(text: str) -> list[tuple[list[str], list[int]]]:
    """The words of each paragraph, and which of them begin sentences, as hrkg hands them to its engine."""
    from hrkg import language

    document = language.read(_article(text))
    found = []
    for _, group in groupby(document.sentences, key=lambda s: s.paragraph):
        words: list[str] = []
        starts: list[int] = []
        for s in group:
            starts.append(len(words))
            words += [t.text for t in document.doc[s.start : s.end] if not t.is_space]
        found.append((words, starts))
    return found


def _article(text: str) -> Any:
    from hrkg.model import Article, Metadata, Span

    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(digest, text, "article.txt", Metadata(), (Span(0, len(text)),))


def _exhaust(values: Iterable[object]) -> None:
    for _ in values:
        pass


def _hrkg() -> Callable[[list[str]], None]:
    from hrkg import language

    engine = language.Engine(threads=1)
    return lambda found: _exhaust(language.read_all(map(_article, found), engine))


def _engine() -> Callable[[list[str]], None]:
    """Words and sentences are at hand after the first call: what encoder, heads and decoding take."""
    from hrkg import resources
    from hrkg.language.engine import LanguageModel

    model = LanguageModel(resources.folder("data") / "models" / "engine")
    ready: dict[str, list[tuple[list[str], list[int]]]] = {}

    def run(found: list[str]) -> None:
        given = [p for text in found for p in (ready.get(text) or ready.setdefault(text, paragraphs(text)))]
        model.analyse([words for words, _ in given], [starts for _, starts in given])

    return run


def _spacy(name: str) -> Callable[[list[str]], None]:
    import spacy

    if name == BLANK:
        nlp = spacy.blank("en")
        nlp.add_pipe("sentencizer")
    else:
        nlp = spacy.load(name)
    return lambda found: _exhaust(nlp.pipe(found))


def _contender(name: str) -> Callable[[list[str]], None]:
    return {HRKG: _hrkg, ENGINE: _engine}.get(name, lambda: _spacy(name))()


def rates(found: list[str], count: int, rounds: int) -> dict[str, Any]:
    """Read the same texts with each contender, in turns, a matrix product before each.

    Returns:
        `words` read by each, `seconds` and `processor seconds` of each round by contender, `GFLOP/s` of the products.
    """
    names = [HRKG, ENGINE, BLANK, *installed()]
    ready = {name: _contender(name) for name in names}
    for run in ready.values():  # what is loaded or compiled at the first call is no part of the speed
        run(list(dict.fromkeys(found)))
    wall: dict[str, list[float]] = {name: [] for name in names}
    used: dict[str, list[float]] = {name: [] for name in names}
    products: list[float] = []
    for _ in range(rounds):
        for name, run in ready.items():
            products.append(_product())
            times, begun, processor = 0, time.perf_counter(), time.process_time()
            while not times or time.perf_counter() - begun < _SHORTEST:
                run(found)
                times += 1
            wall[name].append((time.perf_counter() - begun) / times)
            used[name].append((time.process_time() - processor) / times)
    return {"words": count, "seconds": wall, "processor seconds": used, "GFLOP/s": products}


def _product() -> float:
    """Billions of operations a second of a float32 matrix product, the best of some."""
    import numpy as np

    random = np.random.default_rng(0)
    a = random.random((_ROWS, _INNER), np.float32)
    b = random.random((_INNER, _COLUMNS), np.float32)
    best = float("inf")
    for _ in range(40):
        begun = time.perf_counter()
        a @ b
        best = min(best, time.perf_counter() - begun)
    return 2 * _ROWS * _INNER * _COLUMNS / best / 1e9


def load(name: str, found: list[str]) -> dict[str, float]:
    """Load a contender in this process, from its imports on, and read the texts.

    Returns:
        `seconds` until it can read, `loaded MB` then, `peak MB` after reading; no megabytes where the system does not
        tell them.
    """
    begun = time.perf_counter()
    run = _contender(name)
    told = {"seconds": time.perf_counter() - begun}
    for label, value in _memory():
        if label == "VmRSS":
            told["loaded MB"] = value
    run(found)
    for label, value in _memory():
        if label == "VmHWM":
            told["peak MB"] = value
    return told


def _memory() -> Iterator[tuple[str, float]]:
    """What Linux tells of this process, in megabytes; getrusage would tell the parent's peak after a fork."""
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text(encoding="ascii", errors="replace").splitlines():
            label, _, value = line.partition(":")
            if label.startswith("Vm"):
                yield label, int(value.split()[0]) * 1024 / 1e6


def main() -> None:
    """Run in a fresh process: `texts FOLDER WORDS`, or with those on standard input `rates ROUNDS` or `load NAME`."""
    job, *arguments = sys.argv[1:]
    given: Any = json.load(sys.stdin)
    if job == "texts":
        told: object = texts(Path(arguments[0]), int(arguments[1]))
    elif job == "rates":
        told = rates(given[0], given[1], int(arguments[0]))
    else:
        told = load(arguments[0], given[0])
    print(json.dumps(told))


if __name__ == "__main__":
    main()
