"""What people write when they mean a date: offered as EDTF, never taken in silence."""

from __future__ import annotations

import pytest

from operations.dates import suggestion
from operations.dates.meant import meant


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("12/6/2023", ["2023-06-12", "2023-12-06"]),
        ("25/6/2023", ["2023-06-25"]),
        ("6.6.2023", ["2023-06-06"]),
        ("2023年6月12日", ["2023-06-12"]),
        ("2023 年 6 月", []),
        ("2023年6月", ["2023-06"]),
        ("２０２３年６月１２日", ["2023-06-12"]),
        ("2023年6月12日至9月21日", ["2023-06-12/2023-09-21"]),
        ("June 2023", ["2023-06"]),
        ("12 June 2023", ["2023-06-12"]),
        ("12th June 2023", ["2023-06-12"]),
        ("Sept. 3, 2023", ["2023-09-03"]),
        ("12 June to 21 September 2023", ["2023-06-12/2023-09-21"]),
        ("2023-6-1", ["2023-06-01"]),
        ("2023/06/12", ["2023-06-12"]),
        ("31 February 2023", []),
        ("31/31/2023", []),
        ("soon", []),
        ("", []),
        ("9" * 500, []),
        ("1 May 2023 to 3", []),
    ],
)
def test_what_was_meant(typed: str, edtf: list[str]) -> None:
    assert meant(typed) == edtf


def test_the_sentence_offers_every_reading() -> None:
    assert suggestion("June 2023") == "Perhaps you mean 2023-06 (June 2023)?"
    assert suggestion("whenever") == ""
