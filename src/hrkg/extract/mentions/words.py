"""The word lists that several finders of mentions read, loaded once."""

import unicodedata
from functools import cache

from hrkg import lexicons
from hrkg.extract.mentions.page import Phrases, split_words


@cache
def cues(use: str) -> frozenset[str]:
    """Words of one use in the list of small words that tell mentions by their company."""
    return frozenset(r["word"] for r in lexicons.rows("mention-cues") if r["use"] == use)


def folded(text: str) -> str:
    """Lower-case without accents."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(c for c in parts if not unicodedata.combining(c)).casefold()


@cache
def roles() -> Phrases[str]:
    """Singular words for people (lower-case) with what they tell: occupation, post, kin or other."""
    return Phrases((row["singular"], row["role"]) for row in lexicons.rows("people-nouns"))


@cache
def plural_roles() -> Phrases[str]:
    """Plural words for people with what they tell."""
    return Phrases((row["plural"], row["role"]) for row in lexicons.rows("people-nouns"))


@cache
def role_ends() -> dict[str, str]:
    """The last word of every singular or plural word for people, lower-case."""
    found: dict[str, str] = {}
    for column in ("singular", "plural"):
        for row in lexicons.rows("people-nouns"):
            if row["role"] != "collective":
                words = split_words(row[column])
                if len(words) == 1 or words[-1] not in found:
                    found[words[-1]] = row["role"]
    return found


@cache
def people_modifiers() -> frozenset[str]:
    """Words that may stand before a noun for people ("female", "pro-democracy")."""
    return lexicons.words("people-modifiers")


@cache
def honorifics() -> Phrases[str]:
    """Titles before names, as they are capitalised, with their use."""
    return Phrases((row["word"], row["use"]) for row in lexicons.rows("honorifics"))


@cache
def verb_forms(use: str) -> frozenset[str]:
    """Finite and participle forms of verbs of one use: speech, action or custody."""
    rows = lexicons.rows("name-verbs")
    return frozenset(
        r["word"] for r in rows if use in r["use"].split() and r["tense"] not in ("base", "gerund")
    )


@cache
def verb_bases(use: str) -> frozenset[str]:
    """Base forms of verbs of one use."""
    rows = lexicons.rows("name-verbs")
    return frozenset(r["word"] for r in rows if use in r["use"].split() and r["tense"] == "base")


@cache
def verb_gerunds(use: str) -> frozenset[str]:
    """Forms in -ing of verbs of one use."""
    rows = lexicons.rows("name-verbs")
    return frozenset(r["word"] for r in rows if use in r["use"].split() and r["tense"] == "gerund")


@cache
def personal_speech() -> frozenset[str]:
    """Forms of verbs of saying whose subject is, after a capitalised name, a person rather than a publication."""
    rows = lexicons.rows("name-verbs")
    wanted = (r for r in rows if "speech" in r["use"].split() and r["lemma"] not in cues("non-person-speech"))
    return frozenset(r["word"] for r in wanted if r["tense"] not in ("base", "gerund"))


@cache
def demonyms() -> dict[str, str]:
    """Demonym → two-letter code of the country; empty where two countries share it ("Congolese")."""
    found: dict[str, str] = {}
    for row in lexicons.rows("countries"):
        for word in row["demonym"].split("|"):
            if word:
                found[word] = "" if word in found else row["iso2"].lower()
    return found


@cache
def country_names() -> dict[str, tuple[str, str]]:
    """Two-letter code → name, and name with its article."""
    return {
        row["iso2"].lower(): (row["name"], f"{row['article']} {row['name']}".strip())
        for row in lexicons.rows("countries")
    }


@cache
def peoples() -> Phrases[str]:
    """Peoples and faiths in the plural ("Tibetans")."""
    return Phrases((row["plural"], row["singular"]) for row in lexicons.rows("peoples"))
