"""Values as cells of a spreadsheet."""

from __future__ import annotations

from typing import Any

# A spreadsheet takes a cell that begins like this for a formula, and would run it; set up for
# Chinese or Japanese it takes the full-width signs as well.
FORMULA_STARTS = (*"=+-@＝＋－＠", "\t", "\r", "\n")
SEPARATOR = "; "


def joined(values: list[Any]) -> str:
    """A list as one text; what is not stated keeps its place, empty."""
    return SEPARATOR.join("" if each is None else str(each) for each in values)


def safe(value: Any) -> str:
    """A value as text that no spreadsheet runs; a list with semicolons, nothing as empty."""
    if value is None:
        return ""
    text = joined(value) if isinstance(value, list) else str(value)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_STARTS) else text
