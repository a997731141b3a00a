"""Read an article into a `Document`: tokens and sentences with exact offsets into the article's text."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex

from hrkg.language.annotators import Annotator, Engine, Installed
from hrkg.language.sentences import split
from hrkg.model import Article, Document

__all__ = ["Annotator", "Engine", "Installed", "read", "read_all"]

_HYPHENS = r"(?<=[A-Za-zÀ-ɏ.])[-–—/](?=[A-Za-zÀ-ɏ])"
"""Split at the hyphen and slash of "U.S.-China" and "Hong Kong-based" too, as the UD treebanks do."""


@cache
def pipeline() -> Language:
    """The tokenizer: spaCy's English rules, splitting at every inner hyphen and slash."""
    nlp = spacy.blank("en")
    infixes = [*(nlp.Defaults.infixes or []), _HYPHENS, r"(?<=[.!?])(?=[“\"‘])", r"—|–|…"]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[union-attr]
    return nlp


def read(article: Article, annotator: Annotator | None = None) -> Document:
    """Tokenize the whole text, split its content into sentences and annotate them.

    Args:
        article: any article.
        annotator: gives tags, lemmas, dependencies and names; None leaves tokens and sentences bare.
    """
    return next(read_all([article], annotator))


def read_all(
    articles: Iterable[Article], annotator: Annotator | None = None, batch: int = 16
) -> Iterator[Document]:
    """Read articles one after the other, `batch` of them at a time through the annotator."""
    for some in batched(articles, batch):
        plain = []
        for article in some:
            doc = pipeline().make_doc(article.text)
            plain.append((article, doc, tuple(split(article, doc))))
        docs = (
            annotator.annotate([(doc, found) for _, doc, found in plain])
            if annotator
            else [p[1] for p in plain]
        )
        for (article, _, sentences), doc in zip(plain, docs, strict=True):
            yield Document(article, doc, sentences)


def batched(articles: Iterable[Article], size: int) -> Iterator[list[Article]]:
    """Lists of up to `size` articles."""
    source = iter(articles)
    while some := list(islice(source, size)):
        yield some
