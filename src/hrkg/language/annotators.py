"""What annotates a tokenized article: hrkg's own engine, or any installed spaCy pipeline behind one adapter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby
from typing import Protocol

import spacy
from spacy.tokens import Doc, Span

from hrkg import lexicons, resources
from hrkg.errors import SetupError
from hrkg.language.engine import Analysis, LanguageModel, spans
from hrkg.model import TextSentence

_OWN = {"LOC": "PLACE"}
Read = tuple[Doc, Sequence[TextSentence]]


class Annotator(Protocol):
    """Gives tokenized articles their tags, lemmas, dependencies and names."""

    def annotate(self, read: Sequence[Read]) -> list[Doc]:
        """The same tokens with annotation, article by article; sentences stay those given."""
        ...


class Engine:
    """The engine that ships with hrkg.

    Args:
        threads: of the encoder; results do not depend on it.
    """

    def __init__(self, threads: int = 1) -> None:
        self._model = _weights(threads)

    def annotate(self, read: Sequence[Read]) -> list[Doc]:
        """All paragraphs of all articles at once, since batches of like length are quicker."""
        paragraphs: list[tuple[int, list[int], list[int]]] = []
        for number, (doc, sentences) in enumerate(read):
            for _, group in groupby(sentences, key=lambda s: s.paragraph):
                inside = [[i for i in range(s.start, s.end) if not doc[i].is_space] for s in group]
                starts = [0]
                for tokens in inside[:-1]:
                    starts.append(starts[-1] + len(tokens))
                paragraphs.append((number, [i for tokens in inside for i in tokens], starts))
        analyses = self._model.analyse(
            [[read[n][0][i].text for i in tokens] for n, tokens, _ in paragraphs],
            [starts for _, _, starts in paragraphs],
        )
        parts: list[list[tuple[list[int], Analysis]]] = [[] for _ in read]
        for (number, tokens, _), analysis in zip(paragraphs, analyses, strict=True):
            parts[number].append((tokens, analysis))
        return [_annotated(doc, part) for (doc, _), part in zip(read, parts, strict=True)]


@cache
def _weights(threads: int) -> LanguageModel:
    return LanguageModel(resources.folder("data") / "models" / "engine", threads)


def _annotated(doc: Doc, parts: Sequence[tuple[Sequence[int], Analysis]]) -> Doc:
    """A copy of `doc` with the annotation of its paragraphs; white space and furniture stay bare roots."""
    count = len(doc)
    tags, pos, lemmas, deps, morphs = ([""] * count for _ in range(5))
    heads = list(range(count))
    ents = []
    for tokens, analysis in parts:
        for k, i in enumerate(tokens):
            tags[i], pos[i], lemmas[i] = analysis.xpos[k], analysis.upos[k], analysis.lemmas[k]
            morphs[i] = "" if analysis.feats[k] == "_" else analysis.feats[k]
            deps[i], heads[i] = analysis.relations[k], tokens[analysis.heads[k]]
        ents += [(tokens[b], tokens[e - 1] + 1, _OWN.get(kind, kind)) for b, e, kind in spans(analysis.names)]
    for i in range(count):
        if not deps[i]:
            deps[i] = "dep" if i else "root"
            heads[i] = max(0, i - 1) if doc[i].is_space else i
    made = Doc(
        doc.vocab,
        words=[t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        tags=tags,
        pos=pos,
        lemmas=lemmas,
        morphs=morphs,
        heads=heads,
        deps=deps,
    )
    made.set_ents([Span(made, b, e, label=kind) for b, e, kind in sorted(ents)])
    return made


class Installed:
    """Any installed spaCy pipeline, run over hrkg's own tokens.

    Args:
        name: of the pipeline, as `spacy.load` takes it.

    Raises:
        SetupError: no such pipeline is installed.
    """

    def __init__(self, name: str) -> None:
        try:
            self._nlp = spacy.load(name)
        except (OSError, ValueError) as error:
            raise SetupError(
                f"no spaCy pipeline {name} is installed: {error}; install it, or leave out --model"
            ) from error
        self._labels = lexicons.mapping("model-labels", "label", "type")

    def annotate(self, read: Iterable[Read]) -> list[Doc]:
        """Each article through all components of the pipeline, its labels mapped to hrkg's."""
        return [self._one(doc) for doc, _ in read]

    def _one(self, doc: Doc) -> Doc:
        made = Doc(self._nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
        for _, component in self._nlp.pipeline:
            made = component(made)
        kept = [(e, self._labels.get(e.label_)) for e in made.ents]
        made.set_ents([Span(made, e.start, e.end, label=kind) for e, kind in kept if kind])
        for token in made:
            token.dep_ = self._labels.get(token.dep_, token.dep_)
        return made
