"""The days between which an EDTF date lies, for queries that compare."""

import math
import re
from functools import lru_cache
from time import struct_time

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

_SEASON = re.compile(r"(?:^|[\[{/,.])-?\d{4}-(?:2[1-9]|3\d|4[01])(?!\d)(?!-)")
"""Seasons and quarters: their months differ by hemisphere (EDTF level 1, 21 to 24), so no day bounds follow."""


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> tuple[str | None, str | None]:
    """First and last day (`YYYY-MM-DD`) of a date, either None where it is open or unknown.

    >>> bounds("2015-09-16/2015-09-17")
    ('2015-09-16', '2015-09-17')
    >>> bounds("2024-02")
    ('2024-02-01', '2024-02-29')
    >>> bounds("2015-07-21")
    ('2015-07-21', '2015-07-21')
    >>> bounds("2012/..")
    ('2012-01-01', None)

    Source: EDTF specification, Library of Congress, 2019; parsed by the `edtf` package.
    """
    if _SEASON.search(edtf):
        return None, None
    if "/" in edtf:
        begin, end = edtf.split("/")
        return _one(begin)[0], _one(end)[1]
    return _one(edtf)


def _one(edtf: str) -> tuple[str | None, str | None]:
    if edtf in ("", ".."):
        return None, None
    try:
        date = parse_edtf(edtf)
    except EDTFParseException as error:
        raise ValueError(f"{edtf} is no EDTF date: {error}") from error
    return _day(date.lower_strict()), _day(date.upper_strict())


def _day(time: struct_time | float) -> str | None:
    if isinstance(time, float) and math.isinf(time):
        return None
    assert isinstance(time, struct_time)
    return f"{time.tm_year:04d}-{time.tm_mon:02d}-{time.tm_mday:02d}"
