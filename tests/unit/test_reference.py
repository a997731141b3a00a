import pytest

from hrkg.extract.mentions import EXTRACTOR as MENTIONS
from hrkg.extract.reference import EXTRACTOR
from hrkg.language import read
from hrkg.model import Article, Extracted, Mention, Reference


def links(text: str) -> dict[str, str]:
    """Words of each linked mention (with its place among equals) → name of what it was linked to."""
    document = read(Article("0" * 64, text, "test.txt"))
    document = document.adding(Extracted(m, MENTIONS.name) for m in MENTIONS(document))
    named = {m.span: m.name for m in document.of(Mention)}
    found: dict[str, str] = {}
    for reference in EXTRACTOR(document):
        assert isinstance(reference, Reference)
        found[f"{reference.mention.of(text)}@{reference.mention.begin}"] = named[reference.antecedent]
    return {k.split("@")[0]: v for k, v in found.items()}


LINKED = [
    ("The poet Orla Vandremoor was freed. Vandremoor smiled.", "Vandremoor", "Orla Vandremoor"),
    ("Le Van Oanh, 41, was jailed. Oanh will appeal.", "Oanh", "Le Van Oanh"),
    ("The Elm River Rights Forum (ERRF) protested. ERRF asked why.", "ERRF", "Elm River Rights Forum"),
    ("The Elm River Rights Forum protested. The Forum asked why.", "The Forum", "Elm River Rights Forum"),
    ("Human Rights Watch protested. The group asked why.", "The group", "Human Rights Watch"),
    ("The High Court sat on Monday. The court fined him.", "The court", "High Court"),
    ("The singer Zarif Kolmani was held. He is ill.", "He", "Zarif Kolmani"),
    ("The lawyer, Oruba Kelmente, came late. Nobody saw the lawyer leave.", "the lawyer", "Oruba Kelmente"),
    ("Three monks were held. They were beaten.", "They", "monks"),
    ("Two nurses signed. The nurses were dismissed.", "The nurses", "nurses"),
    ("Chinese officials refused. China said the case was closed.", "China", "government of China"),
]


@pytest.mark.parametrize(("text", "words", "name"), LINKED)
def test_linked(text: str, words: str, name: str) -> None:
    assert links(text).get(words) == name


APART = [
    ("The poet Orla Vandremoor and the singer Milo Vandremoor met. Vandremoor smiled.", "Vandremoor"),
    ("The poet Orla Vandremoor met the singer Milo Kestrane. He smiled.", "He"),
    ("Mr. Vandremoor sat down. She left.", "She"),
    ("Human Rights Watch and Amnesty International protested. The group asked why.", "The group"),
    ("The poet Orla Vandremoor came with a colleague from the bank next door and her dog. He smiled.", "He"),
    ("“It was Orla Vandremoor, the poet,” a guard shouted. He smiled.", "He"),
    (
        "Guatemala welcomed refugees from Nicaragua. Lawyers called on the authorities to act.",
        "the authorities",
    ),
    ("Police held three monks and beat two nurses. They were freed.", "They"),
]


@pytest.mark.parametrize(("text", "words"), APART)
def test_left_apart_where_two_would_do(text: str, words: str) -> None:
    assert words not in links(text)


def test_every_link_leads_to_the_head_of_its_chain() -> None:
    text = (
        "Vandremoor freed\n\nThe poet Orla Vandremoor was freed. She smiled. Vandremoor sat down. She left."
    )
    document = read(Article("0" * 64, text, "test.txt"))
    document = document.adding(Extracted(m, MENTIONS.name) for m in MENTIONS(document))
    references = list(EXTRACTOR(document))
    assert len(references) >= 3
    linked = {r.mention for r in references}
    assert not linked & {r.antecedent for r in references}
    assert {r.antecedent.of(text) for r in references} == {"Orla Vandremoor"}
