"""Texts for formats that count lines."""

from __future__ import annotations

import unicodedata


def one_line(text: str) -> str:
    """Without line ends, controls and doubled spaces: nothing can begin a line of its own."""
    spaced = "".join(
        " " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign for sign in text
    )
    return " ".join(spaced.split())
