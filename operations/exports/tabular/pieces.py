"""Files of formats that have to be written whole before their beginning is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO

from .rows import Sheet

PIECE = 64 * 1024


def pieces(write: Callable[[Sheet], IO[bytes]], sheet: Sheet) -> Iterator[bytes]:
    """The bytes of what ``write`` writes; nothing is written until somebody reads."""
    with write(sheet) as file:
        while piece := file.read(PIECE):
            yield piece
