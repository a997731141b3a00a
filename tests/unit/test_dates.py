"""Dates and periods in Extended Date/Time Format."""

from collections.abc import Callable

import pytest

from hrkg.extract.dates import EXTRACTOR
from hrkg.model import Document

PUBLISHED = "2024-05-15"  # a Wednesday

DATED = [
    ("The trial opened on 3 May 2023.", "3 May 2023", "2023-05-03"),
    ("The trial opened on May 3, 2023, in Lelu.", "May 3, 2023", "2023-05-03"),
    ("The trial opened on Feb. 12, 2023.", "Feb. 12, 2023", "2023-02-12"),
    ("The trial opened on the 3rd of May 2023.", "3rd of May 2023", "2023-05-03"),
    ("The law is of 2023-05-03.", "2023-05-03", "2023-05-03"),
    ("Taken on 24/11/2022 in Lelu.", "24/11/2022", "2022-11-24"),
    ("Taken on 03/02/2022 and tried on 24/11/2022.", "03/02/2022", "2022-02-03"),
    ("Taken on 11/24/2022 in Lelu.", "11/24/2022", "2022-11-24"),
    ("The trial opened in May 2023.", "May 2023", "2023-05"),
    ("The law was passed in 2019.", "2019", "2019"),
    ("It met from September 16 to 17, 2015.", "September 16 to 17, 2015", "2015-09-16/2015-09-17"),
    ("It met on 9-12 July 2015.", "9-12 July 2015", "2015-07-09/2015-07-12"),
    ("It ran in 2014-2016 without end.", "2014-2016", "2014/2016"),
    ("She left in late January 2014.", "late January 2014", "[2014-01-21..2014-01-31]"),
    ("She left in early June 2014.", "early June 2014", "[2014-06-01..2014-06-10]"),
    ("She left in mid-March 2014.", "mid-March 2014", "[2014-03-11..2014-03-20]"),
    ("She left in late 2014.", "late 2014", "[2014-09..2014-12]"),
    ("She left in the 1990s.", "1990s", "199X"),
    ("It began in the summer of 2015.", "summer of 2015", "2015-22"),
    ("It began last autumn.", "last autumn", "2023-23"),
    ("It began this spring.", "this spring", "2024-21"),
    ("He was held since 30 October 2019.", "since 30 October 2019", "2019-10-30/.."),
    ("He was held since March.", "since March", "2024-03/.."),
    ("It happened on Monday.", "Monday", "2024-05-13"),
    ("It happened on Wednesday.", "Wednesday", "2024-05-15"),
    ("It happened last Friday.", "last Friday", "2024-05-10"),
    ("The court will sit next Friday.", "next Friday", "2024-05-17"),
    ("The hearing is due on Friday.", "Friday", "2024-05-17"),
    ("It happened yesterday.", "yesterday", "2024-05-14"),
    ("It begins tomorrow.", "tomorrow", "2024-05-16"),
    ("It happened last month.", "last month", "2024-04"),
    ("It happened last year.", "last year", "2023"),
    ("It happened last week.", "last week", "2024-05-06/2024-05-12"),
    ("It happened three days ago.", "three days ago", "2024-05-12"),
    ("It happened two months ago.", "two months ago", "2024-03"),
    ("It happened on April 30.", "April 30", "2024-04-30"),
    ("It happened on November 2 last year.", "November 2 last year", "2023-11-02"),
    ("It happened on November 2.", "November 2", "2023-11-02"),
    ("The session is due to open on June 20.", "June 20", "2024-06-20"),
    ("It happened in September.", "September", "2023-09"),
    ("He left on 3 May 2023 and died two days later.", "two days later", "2023-05-05"),
    ("He left in May 2023 and died two months later.", "two months later", "2023-07"),
]

UNRESOLVED = [
    ("It happened on Monday.", "Monday"),
    ("It happened on June 5.", "June 5"),
    ("It happened last year.", "last year"),
    ("It happened yesterday.", "yesterday"),
    ("He died two days later.", "two days later"),
]

NO_DATE = [
    "They may march again.",
    "The march was large.",
    "He had a fall.",
    "They spring from the sea.",
    "She earned 2000 dollars.",
    "He was held for three days.",
    "It has 1990 members.",
    "The court sat on Rua Augusta 12.",
    "Witnesses, Mar Elia among them, left.",
    "It is a second reading.",
]


@pytest.mark.parametrize(("text", "words", "edtf"), DATED, ids=[w for _, w, _ in DATED])
def test_a_date_is_read(document: Callable[..., Document], text: str, words: str, edtf: str):
    found = {m.span.of(text): m.edtf for m in EXTRACTOR(document(text, published=PUBLISHED))}
    assert found.get(words) == edtf


@pytest.mark.parametrize(("text", "words"), UNRESOLVED)
def test_relative_words_stay_words_without_a_day_of_publication(
    document: Callable[..., Document], text: str, words: str
):
    assert {m.span.of(text): m.edtf for m in EXTRACTOR(document(text))} == {words: None}


@pytest.mark.parametrize("text", NO_DATE)
def test_other_words_are_no_dates(document: Callable[..., Document], text: str):
    assert list(EXTRACTOR(document(text, published=PUBLISHED))) == []


def test_a_day_that_does_not_exist_is_no_date(document: Callable[..., Document]):
    assert list(EXTRACTOR(document("It happened on 31 February 2020."))) == []
