"""How a row names another row."""

from __future__ import annotations

import re

ROW = re.compile(r"^#\s*(\d{1,6})$")
NUMBER = re.compile(r"^(?:.*\.)?(\d{1,6})$")


def named_row(text: str, numbers: dict[int, int]) -> int | None:
    """Index of the row that ``text`` names: ``#2`` by place, ``2`` or ``x.2`` by its number.

    ``numbers`` gives the index of each figure that has a number. A bare number that no figure
    has is read as a place.
    """
    if match := ROW.match(text):
        return int(match[1]) - 1
    if match := NUMBER.match(text):
        number = int(match[1])
        return numbers.get(number, number - 1)
    return None
