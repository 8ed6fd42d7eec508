"""Text broken into lines. SVG does not do it, and the server does not know the font."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import east_asian_width

# A Chinese character can begin a line by itself; closing punctuation stays with what it closes.
CLOSING = "、。，．；：！？）」』】》…"
PIECE = re.compile(rf"[⺀-鿿豈-﫿＀-￯][{CLOSING}]*|[^\s⺀-鿿豈-﫿＀-￯]+|\s+")


def width(text: str) -> int:
    """How wide a text is, in widths of a Latin letter; a Chinese character takes two."""
    return sum(2 if east_asian_width(mark) in "WF" else 1 for mark in text)


def wrapped(text: str, room: int, most: int = 0) -> list[str]:
    """Lines no wider than ``room``; of more than ``most`` (0: any number) the last ends in “…”."""
    lines: list[str] = [""]
    for piece in pieces(text, room):
        if lines[-1] and width(lines[-1] + piece.rstrip()) > room:
            lines[-1] = lines[-1].rstrip()
            lines.append(piece.lstrip())
        else:
            lines[-1] += piece
    lines[-1] = lines[-1].rstrip()
    return shortened(lines, room, most) if most and len(lines) > most else lines


def pieces(text: str, room: int) -> list[str]:
    """Words, single Chinese characters and spaces; a word wider than ``room`` is cut."""
    found = PIECE.findall(text.strip())
    return [part for piece in found for part in cut(piece, room)]


def cut(piece: str, room: int) -> Iterator[str]:
    while width(piece) > room > 1:
        size = room
        while width(piece[:size]) > room:
            size -= 1
        yield piece[:size]
        piece = piece[size:]
    yield piece


def shortened(lines: list[str], room: int, most: int) -> list[str]:
    last = lines[most - 1]
    while last and width(last) >= room:
        last = last[:-1]
    return [*lines[: most - 1], last.rstrip() + "…"]
