"""Terms come from the ontology; what is not there raises."""

import re

import pytest

from hrkg import vocab
from hrkg.resources import folder


def test_a_known_term_has_its_iri():
    assert vocab.term("hr:affected").value == "https://w3id.org/hrkg/ns#affected"


@pytest.mark.parametrize("name", ["hr:afected", "nope:affected", "hr:", "affected"])
def test_an_unknown_term_raises(name):
    with pytest.raises(vocab.UnknownTermError):
        vocab.term(name)


def test_a_code_of_a_closed_list_must_be_there():
    assert vocab.concept("stance", "accuse").value.endswith("/vocab/stance/accuse")
    with pytest.raises(vocab.UnknownTermError, match="stance"):
        vocab.concept("stance", "shout")
    with pytest.raises(vocab.UnknownTermError, match="no code list"):
        vocab.concept("mood", "glad")


def test_an_open_list_takes_new_codes():
    assert vocab.concept("occupation", "lighthouse-keeper").value.endswith("/occupation/lighthouse-keeper")


def test_event_classes_reach_up_to_event():
    local = {c.value.rsplit("#", 1)[1] for c in vocab.event_classes("house-arrest")}
    assert local == {"HouseArrest", "DeprivationOfLiberty", "Event"}


def test_every_event_type_has_classes():
    codes = vocab.codes("event-type")
    assert len(codes) == 53
    assert all(vocab.term("hr:Event") in vocab.event_classes(code) for code in codes)


def test_reported_properties_hold_all_that_the_view_asks_for():
    query = (folder("ontology") / "views" / "unreported.rq").read_text(encoding="utf-8")
    asked = set(re.findall(r"(?:hr|schema):[a-z]\w+", query.split("VALUES")[1].split("}")[0]))
    assert len(asked) == 29
    assert {vocab.term(name) for name in asked} <= vocab.reported()
