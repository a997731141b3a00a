"""Is the article in English? hrkg reads no other language and must say so rather than misread one."""

import unicodedata
from functools import cache
from typing import Any

from hrkg.errors import ArticleError

ENGLISH = "en"
_WORDS = 20
"""Words from which a detection outweighs what is said; in less, names outweigh grammar."""
_CHARACTERS = 150
"""The same for languages that put no spaces between words."""
_SURE = 0.9
"""Probability from which a detection is sure."""
_SAMPLE = 20_000
"""Characters looked at: more change nothing and cost time."""


@cache
def _identifier() -> Any:
    # Imported late: the model takes a third of a second to load, and a run without articles needs none.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def detect(text: str) -> tuple[str, float]:
    """Two-letter code of the likeliest language of `text`, and its probability."""
    language, probability = _identifier().classify(text[:_SAMPLE])
    return str(language), float(probability)


def _is_latin(text: str) -> bool:
    """Whether most letters are of the Latin script; in another one even a word is no English."""
    letters = [c for c in text[:_SAMPLE] if c.isalpha()]
    latin = sum(c.isascii() or unicodedata.name(c, "").startswith("LATIN") for c in letters)
    return 2 * latin >= len(letters)


def require_english(text: str, name: str, *, manifest: str | None, page: str | None) -> None:
    """Pass an English text.

    A manifest that names another language is believed; a page that does, unless its text is surely English, since
    templates are copied. Else the text decides; a short one, or one that the manifest calls English, is left out
    only where the detection is sure.

    Raises:
        ArticleError: the article is in another language.
    """
    if manifest and manifest != ENGLISH:
        raise ArticleError(
            f"{name} is in another language than English ({manifest}, says its manifest): left out"
        )
    language, probability = detect(text)
    sure = probability >= _SURE
    if page and page != ENGLISH and not manifest and not (language == ENGLISH and sure):
        raise ArticleError(f"{name} is in another language than English ({page}, as the page says): left out")
    short = len(text.split()) < _WORDS and len(text) < _CHARACTERS
    lenient = manifest or (short and not sure)
    if _is_latin(text) and (language == ENGLISH or (lenient and (short or not sure))):
        return
    hint = "; if it is English, say so in manifest.csv" if short and not manifest else ""
    looks = f" (it looks like {language})" if language != ENGLISH else ""
    raise ArticleError(f"{name} is in another language than English{looks}: left out{hint}")
