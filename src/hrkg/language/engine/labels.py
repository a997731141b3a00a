"""Label spaces of the heads and the lemma edit scripts."""

from __future__ import annotations

NAME_TYPES = ("PERSON", "ORG", "LOC", "EVENT", "NORP", "LAW")
NAME_TAGS = ("O", *(f"{prefix}-{kind}" for kind in NAME_TYPES for prefix in "BI"))


def lemma_script(word: str, lemma: str) -> str:
    """Describe how a word becomes its lemma: characters cut from the end, and what is put there.

    Case is left out (see `apply_script`); a lemma unlike its word is written out whole after `=`.
    """
    low, target = word.lower(), lemma.lower()
    common = 0
    while common < min(len(low), len(target)) and low[common] == target[common]:
        common += 1
    cut = len(low) - common
    if common == 0 and cut > 3:
        return "=" + target
    return f"{cut}+{target[common:]}"


def apply_script(word: str, script: str, keep_case: bool) -> str:
    """Apply an edit script; proper nouns keep their case, other words are lower-cased."""
    base = word if keep_case else word.lower()
    if script.startswith("="):
        return script[1:]
    cut, _, suffix = script.partition("+")
    if int(cut) > len(base):
        return base
    stem = base[: len(base) - int(cut)]
    if keep_case and len(word) > 1 and word.isupper():
        suffix = suffix.upper()
    return (stem + suffix) or base
