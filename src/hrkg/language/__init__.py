"""Read an article into a `Document`: tokens and sentences with exact offsets into the article's text."""

from functools import cache

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex

from hrkg.language.sentences import split
from hrkg.model import Article, Document

_HYPHENS = r"(?<=[A-Za-zÀ-ɏ.])[-–—/](?=[A-Za-zÀ-ɏ])"
"""Split at the hyphen and slash of "U.S.-China" and "Hong Kong-based" too, as the UD treebanks do."""


@cache
def pipeline() -> Language:
    """The tokenizer: spaCy's English rules, splitting at every inner hyphen and slash."""
    nlp = spacy.blank("en")
    infixes = [*(nlp.Defaults.infixes or []), _HYPHENS, r"(?<=[.!?])(?=[“\"‘])", r"—|–|…"]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[union-attr]
    return nlp


def read(article: Article) -> Document:
    """Tokenize the whole text and split its content into sentences."""
    doc = pipeline().make_doc(article.text)
    return Document(article, doc, tuple(split(article, doc)))
