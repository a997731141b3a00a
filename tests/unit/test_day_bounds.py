"""Plain dates, which are not parsed, have the bounds that the parser gives."""

import pytest
from edtf import parse_edtf

from hrkg.graph.dates import bounds

PLAIN = ["1999", "2024", "2023-02", "2024-02", "2024-02-29", "2015-12-31", "2015-04", "9999-01-01", "1000-11"]


@pytest.mark.parametrize("date", PLAIN)
def test_as_the_parser_has_it(date):
    parsed = parse_edtf(date)
    first, last = (
        f"{t.tm_year:04d}-{t.tm_mon:02d}-{t.tm_mday:02d}"
        for t in (parsed.lower_strict(), parsed.upper_strict())
    )
    assert bounds(date) == (first, last)


def test_intervals_of_plain_dates():
    assert bounds("2015-02/2016") == ("2015-02-01", "2016-12-31")
    assert bounds("../2015-02-03") == (None, "2015-02-03")


@pytest.mark.parametrize("date", ["2015-13", "2015-00-01", "May 2015"])
def test_what_is_no_date_is_refused(date):
    with pytest.raises(ValueError, match="is no EDTF date"):
        bounds(date)
