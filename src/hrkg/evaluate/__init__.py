"""Compare graphs with annotated articles: what was found, what is wrong, what was missed.

Every article is read and mapped as in `hrkg build`, with the metadata of its annotation; then the views are asked of
its graph alone, and their rows are tied to what the annotator wrote. Which built names mean which annotated ones is
told in `names`, which rows agree in `views`, what is counted in `scoring`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from hrkg import language, pipeline
from hrkg.errors import SetupError
from hrkg.evaluate import gold
from hrkg.evaluate.answers import answers
from hrkg.evaluate.gold import Gold
from hrkg.evaluate.scoring import GROUPS, Scored, Summary, Tally, score, summarize
from hrkg.evaluate.views import VIEWS
from hrkg.sources import Source

__all__ = ["GROUPS", "VIEWS", "Evaluation", "Scored", "Summary", "Tally", "evaluate", "summarize"]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How well the articles of a folder were read."""

    scored: tuple[Scored, ...]
    """In the order of their ids."""
    built: pipeline.Built
    """The graphs, the texts, and what went wrong while reading."""
    skipped: tuple[str, ...]
    """One sentence for each annotation that is malformed and each article that could not be read.

    The latter are scored as if their graphs were empty.
    """

    @property
    def summary(self) -> Summary:
        """All articles together."""
        return summarize(self.scored)

    def by(self, key: Callable[[Gold], str]) -> dict[str, Summary]:
        """Articles by genre or country, sorted; those without one under a dash."""
        parts: dict[str, list[Scored]] = {}
        for one in self.scored:
            parts.setdefault(key(one.gold) or "–", []).append(one)
        return {name: summarize(part) for name, part in sorted(parts.items())}


def evaluate(
    folder: Path,
    *,
    texts: Path | None = None,
    annotator: language.Annotator | None = None,
    metadata: bool = True,
    progress: Callable[[Iterable[Source]], Iterable[Source]] = iter,
) -> Evaluation:
    """Read the annotated articles of a folder and compare their graphs with the annotations.

    Args:
        folder: with `<id>.json`, and `<id>.txt` unless `texts` is given.
        texts: where the texts lie.
        annotator: tags, parses and names; None is hrkg's own engine.
        metadata: whether articles are read with the metadata of their annotations, as if a manifest gave it.
        progress: wraps the articles as they are read, to show how far it is.

    Raises:
        SetupError: there is no annotated article that can be used.
    """
    golds = gold.load(folder, texts)
    if not golds.articles:
        raise SetupError(f"none of the annotations in {folder} can be used: {golds.skipped[0]}")
    found = [
        Source(one.text.name, one.text, row=one.metadata if metadata else None) for one in golds.articles
    ]
    built = pipeline.read(progress(found), annotator or language.Engine())
    graphs = {
        article.source_file: (mapped.quads, article.text)
        for article, mapped in zip(built.articles, built.mapped, strict=True)
    }
    scored = []
    for one in golds.articles:
        quads, text = graphs.get(one.text.name, ((), ""))
        scored.append(score(one, answers(quads), text))
    missing = [
        f"{one.text} is scored as if nothing was read of it: {_why(built, one.text.name)}"
        for one in golds.articles
        if one.text.name not in graphs
    ]
    return Evaluation(tuple(scored), built, (*golds.skipped, *missing))


def _why(built: pipeline.Built, name: str) -> str:
    """What the build says of a file that it did not read."""
    return next((told for told in (*built.skipped, *built.warnings) if told.startswith(name)), "not read")
