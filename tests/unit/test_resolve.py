"""Who is one and who is not, within an article and across articles."""

import pytest

from hrkg import resolve
from hrkg.model import Argument, Count, Event, Mention, Post, Reference, Span


@pytest.fixture
def gathered(document, at):
    """Gather people, with `tie` pairs as references, and posts in organizations."""

    def make(text, people=(), ties=(), bodies=(), jobs=(), **metadata):
        s = lambda words: at(text, words)  # noqa: E731
        records = [Mention(s(p), "person", p) for p in people]
        records += [Mention(s(b), "organization", b) for b in bodies]
        records += [Mention(s(a), "person", a, "pronoun") for a, _ in ties]
        records += [Reference(s(a), s(b)) for a, b in ties]
        records += [Post(s(p), "director", s(b), s(p)) for p, b in jobs]
        return resolve.gather(document(text, records, **metadata))

    return make


def test_a_chain_of_mentions_is_one_entity_under_its_fullest_name(gathered):
    read = gathered("Mira Kolesnik spoke. Kolesnik left.", ["Mira Kolesnik"], [("left", "Mira Kolesnik")])
    assert [(e.label, len(e.mentions)) for e in read.entities] == [("Mira Kolesnik", 2)]


def test_a_pronoun_that_leads_to_no_name_is_nobody(document):
    read = resolve.gather(document("She left.", [Mention(Span(0, 3), "person", "She", "pronoun")]))
    assert read.entities == ()


def test_the_same_name_in_one_article_is_one_entity(document):
    text = "Ana Ruiz spoke. Ana Ruiz left."
    read = resolve.gather(
        document(
            text, [Mention(Span(0, 8), "person", "Ana Ruiz"), Mention(Span(16, 24), "person", "Ana Ruiz")]
        )
    )
    assert len(read.entities) == 1


def test_two_people_of_one_common_name_stay_apart_over_articles(gathered):
    reads = [gathered(f"Li Wei was held in case {n}.", ["Li Wei"]) for n in (1, 2)]
    identities, judgments = resolve.identify(reads)
    assert len({i.anchor for i in identities.values()}) == 2
    assert judgments == ()


def test_the_same_full_name_and_organization_is_one_person(gathered):
    text = "Mira Kolesnik of Human Rights Watch spoke {}."
    reads = [
        gathered(
            text.format(n),
            ["Mira Kolesnik"],
            (),
            ["Human Rights Watch"],
            [("Mira Kolesnik", "Human Rights Watch")],
            published=f"2024-0{n}-01",
        )
        for n in (2, 1)
    ]
    identities, judgments = resolve.identify(reads)
    people = {i for (a, n), i in identities.items() if i.label == "Mira Kolesnik"}
    assert {i.anchor for i in people} == {reads[1].article.id}, "the earlier article anchors"
    assert [j.reason for j in judgments if len(j.members) == 2] == [
        "the same full name and well-known organization",
        "the same well-known name",
    ]


def test_identity_does_not_depend_on_the_order_of_articles(gathered):
    reads = [
        gathered(
            f"Mira Kolesnik of Human Rights Watch spoke {n}.",
            ["Mira Kolesnik"],
            (),
            ["Human Rights Watch"],
            [("Mira Kolesnik", "Human Rights Watch")],
        )
        for n in range(4)
    ]
    assert resolve.identify(reads) == resolve.identify(reads[::-1])


def test_a_row_of_reference_data_is_one_thing(document):
    reads = [
        resolve.gather(document(t, [Mention(Span(0, 6), "place", "Norway", "name", "country", "place/no")]))
        for t in ("Norway is cold.", "Norway is far.")
    ]
    identities, _ = resolve.identify(reads)
    assert {i.key for i in identities.values()} == {"place/no"}


def test_a_group_of_which_nothing_is_said_is_left_out_unless_it_is_counted(document, at):
    text = "Readers wrote. Ten farmers waited. Students were held."
    s = lambda words: at(text, words)  # noqa: E731
    records = [
        Mention(s("Readers"), "group", "readers", "nominal"),
        Mention(s("Ten farmers"), "group", "farmers", "nominal", count=Count(10, 10, "exact", s("Ten"))),
        Mention(s("Students"), "group", "students", "nominal"),
        Event("detention", s("held"), (Argument("affected", s("Students"), s("Students were held")),)),
    ]
    assert [e.label for e in resolve.gather(document(text, records)).entities] == ["farmers", "students"]


def test_a_ministry_of_one_name_ties_nobody(gathered):
    """Vietnam and Laos both have a Ministry of Justice, and may both have a Tran Van Minh in it."""
    reads = [
        gathered(
            f"In {country}, Tran Van Minh of the Ministry of Justice spoke.",
            ["Tran Van Minh"],
            (),
            ["Ministry of Justice"],
            [("Tran Van Minh", "Ministry of Justice")],
        )
        for country in ("Vietnam", "Laos")
    ]
    identities, judgments = resolve.identify(reads)
    assert len({(i.label, i.anchor) for i in identities.values()}) == 4
    assert judgments == ()
