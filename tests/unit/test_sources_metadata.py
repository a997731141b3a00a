"""What the top lines of a text say for certain, and where they stay silent."""

import pytest

from hrkg.model import Metadata, Span
from hrkg.sources import dates
from hrkg.sources.metadata import complete, names_in_byline

LEAD = "Police in the harbour town of Velmora arrested three printers on Monday after a raid, a lawyer said."


def of(text: str, known: Metadata | None = None) -> Metadata:
    return complete(known or Metadata(), text, (Span(0, len(text)),))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("April 4, 2017", "2017-04-04"),
        ("Tuesday, April 4, 2017", "2017-04-04"),
        ("Tue 4 Apr. 2017", "2017-04-04"),
        ("4th April 2017", "2017-04-04"),
        ("Published: 30 June 2022, 18:42", "2022-06-30"),
        ("Published on June 30, 2022 at 6:42 pm", "2022-06-30"),
        ("Posted 30 June 2022 18:42 GMT", "2022-06-30"),
        ("2022-06-30", "2022-06-30"),
        ("2022-06-30T18:42", "2022-06-30"),
        ("Velmora, 30 June 2022", "2022-06-30"),
        ("Chilpan, Guerrera, Thursday 30 June 2022", "2022-06-30"),
        ("Berlin and Velmora, Thursday 30 June 2022", "2022-06-30"),
        ("December 9, 2022 – Ottawa, Ontario", "2022-12-09"),
        ("Sept. 9, 2022", "2022-09-09"),
    ],
)
def test_dates_on_a_line(line: str, day: str) -> None:
    assert dates.on_line(line) == day


@pytest.mark.parametrize(
    "line",
    [
        "Wednesday, April 4, 2017",
        "31 April 2017",
        "Updated: 30 June 2022",
        "Last updated 30 June 2022",
        "April 4",
        "April 2017",
        "04/05/2017",
        "On April 4, 2017 he was held",
        "He was born April 4, 2017",
        "held on 4 April 2017",
        "4 April 0017",
        "2017-02-30",
        "",
    ],
)
def test_lines_that_give_no_day(line: str) -> None:
    assert dates.on_line(line) is None


@pytest.mark.parametrize(
    ("begin", "day"),
    [
        ("VELMORA, March 14, 2023 (Harbour Wire) — A court", "2023-03-14"),
        ("VELMORA, Norway, Nov. 3, 2013 (HW) - A court", "2013-11-03"),
        ("GENEVA (20 September 2022) – Experts", "2022-09-20"),
        ("(Velmora, 3 December 2018) – The authorities", "2018-12-03"),
        ("RIYADH, 27 August 2020 — The ministry", "2020-08-27"),
        ("VELMORA, March 3 (Harbour Wire) — A court", None),
        ("VELMORA — A court on March 3, 2013 — again", None),
        ("Bo Ranau, held on 3 March 2013 - when he", None),
    ],
)
def test_dates_in_datelines(begin: str, day: str | None) -> None:
    assert dates.in_dateline(begin) == day


@pytest.mark.parametrize(
    ("date", "is_one"),
    [
        ("2017", True),
        ("2017-04", True),
        ("2017-04-04", True),
        ("2017-4", False),
        ("2017-02-29", False),
        ("x", False),
    ],
)
def test_iso(date: str, is_one: bool) -> None:
    assert dates.is_iso(date) is is_one


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Brenn", ("Ada Brenn",)),
        ("BY ADA BRENN", ("ADA BRENN",)),
        ("By Ada Brenn and Olu de la Tarrant", ("Ada Brenn", "Olu de la Tarrant")),
        ("By Ada Brenn, Olu Tarrant and Ilse O’Dowd", ("Ada Brenn", "Olu Tarrant", "Ilse O’Dowd")),
        ("By Ada Brenn, Velmora", ("Ada Brenn",)),
        ("By Ada Brenn in Velmora and Olu Tarrant in Oslo", ("Ada Brenn", "Olu Tarrant")),
        ("By Ada Brenn at the United Nations", ("Ada Brenn",)),
        ("By Ebrahim al-Haddad", ("Ebrahim al-Haddad",)),
        ("By S. K. Brenn", ("S. K. Brenn",)),
        ("By Staff Reporter", ()),
        ("By the Editorial Board", ()),
        ("By Velmora News Agency", ()),
        ("By Ada", ()),
        ("By dawn the police had left", ()),
        ("By Friday Night Two Were Free", ()),
        ("Ada Brenn", ()),
        ("From Ada Brenn", ()),
    ],
)
def test_bylines(line: str, names: tuple[str, ...]) -> None:
    assert names_in_byline(line) == names


def test_top_lines() -> None:
    text = f"Velmora Post\nThree printers held after raid in Velmora\nBy Ada Brenn | 4 March 2019\n{LEAD}"
    assert of(text) == Metadata(
        headline="Three printers held after raid in Velmora", published="2019-03-04", authors=("Ada Brenn",)
    )


def test_a_manifest_is_not_overruled() -> None:
    known = Metadata(headline="Held", published="2018", authors=("Olu Tarrant",))
    assert (
        of(f"Three printers held after raid in Velmora\nBy Ada Brenn\n4 March 2019\n{LEAD}", known) == known
    )


@pytest.mark.parametrize(
    ("top", "headline"),
    [
        ("Three printers held after raid in Velmora", "Three printers held after raid in Velmora"),
        ("# Three printers held after raid in Velmora", "Three printers held after raid in Velmora"),
        ("Why were three printers held after a raid?", "Why were three printers held after a raid?"),
        (
            "Velmora Court Jails Three Printers After Night Raid",
            "Velmora Court Jails Three Printers After Night Raid",
        ),
        ("Office of the Commissioner", None),
        ("Velmora Centre for Justice and Peace", None),
        ("Velmora Court Jails Three Printers After Raid\nOffice of the High Commissioner for Printers", None),
        ("Three printers held after a raid in Velmora.", None),
        ("4 March 2019", None),
        ("Velmora Post | Three printers held after raid", None),
    ],
)
def test_headlines(top: str, headline: str | None) -> None:
    assert of(f"{top}\n{LEAD}").headline == headline


def test_a_heading_without_reporting_is_no_headline() -> None:
    assert of("Three printers held after raid in Velmora\nBo Ranau, 31").headline is None


def test_dates_that_run_through_the_text_are_a_chronicle() -> None:
    text = f"3 March 2019\n{LEAD}\n4 March 2019\n{LEAD}"
    assert of(text).published is None
    assert of(f"Published 5 March 2019\n{text}").published == "2019-03-05"


def test_two_days_at_the_top_are_none() -> None:
    assert of(f"3 March 2019\n4 March 2019\n{LEAD}").published is None


def test_dateline() -> None:
    assert of(f"Printers held after raid\nVELMORA, March 14, 2023 (HW) — {LEAD}").published == "2023-03-14"
    assert of(f"Printers held after raid\nVELMORA, March 14 (HW) — {LEAD}").published is None


def test_two_bylines_are_none() -> None:
    assert of(f"By Ada Brenn\nBy Olu Tarrant\n{LEAD}").authors == ()
