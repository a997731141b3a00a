"""Which verb a word form is of, by the rules of English spelling: predicted lemmas slip on rare verbs."""

import re
from collections.abc import Collection
from functools import cache

from hrkg import lexicons


@cache
def forms(verb: str) -> frozenset[str]:
    """All forms of a verb: "charge", "charges", "charged", "charging"."""
    stem = verb[:-1] if verb.endswith("e") else verb
    third = (
        f"{verb[:-1]}ies"
        if re.search(r"[^aeiou]y$", verb)
        else f"{verb}{'es' if re.search(r'(s|x|z|ch|sh|o)$', verb) else 's'}"
    )
    past = f"{verb[:-1]}ied" if re.search(r"[^aeiou]y$", verb) else f"{stem}ed"
    found = {verb, third, past, f"{stem}ing"}
    if re.search(r"(?:[^aeiou]|qu)[aeiou][bdgklmnprt]$", verb):
        found |= {f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"}
    irregular = next((row for row in lexicons.rows("irregular-verbs") if row["lemma"] == verb), None)
    if irregular:
        found = (found - {past}) | {irregular["past"], irregular["participle"]}
    return frozenset(found)


@cache
def _index(verbs: Collection[str]) -> dict[str, str]:
    return {form: verb for verb in sorted(verbs) for form in forms(verb)}


def verb(form: str, verbs: frozenset[str]) -> str | None:
    """Which of some verbs a form is of, if any."""
    return _index(verbs).get(form.lower())
