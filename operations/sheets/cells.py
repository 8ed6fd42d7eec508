"""Texts in cells: kept from being run as formulas, and taken back as they were."""

from __future__ import annotations

import re

from operations.exports.cells import FORMULA_STARTS, safe

# No spreadsheet takes these; nothing that one reads in a record contains them.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def normal(text: str) -> str:
    """The text as it comes back from a spreadsheet: one kind of line end, none at the ends."""
    return CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def neutral(text: str) -> str:
    """A text that no spreadsheet runs, and that ``plain`` makes what it was."""
    text = normal(text)
    # A quote of the text's own that looks like ours gets one more.
    return f"'{text}" if is_marked(text) else safe(text)


def plain(text: str) -> str:
    """What stood in the cell before ``neutral`` put its mark in front."""
    text = normal(text)
    return text[1:] if is_marked(text) else text


def is_marked(text: str) -> bool:
    rest = text.lstrip("'")
    return text.startswith("'") and rest.startswith(FORMULA_STARTS)
