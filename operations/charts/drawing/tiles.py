"""A map of equal tiles: it says which, and neither where exactly nor how large."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from operations.charts.model import Chart, Row

from .ink import shape, share, text
from .lines import wrapped
from .sheet import Sheet

TILE, BETWEEN, ROOM = 92, 22, 11
COUNT, NAME = 18, 15
LEVELS = 3


def tiles(sheet: Sheet, chart: Chart) -> None:
    placed = [(row, row.tile) for row in chart.rows if row.tile is not None]
    wide = 1 + max((column for _row, (_, column) in placed), default=0)
    down = 1 + max((line for _row, (line, _) in placed), default=0)
    gaps = dict(chart.between)
    tops: list[float] = []
    for line in range(down):
        tops.append(sheet.y)
        sheet.down(TILE)
        if line in gaps:
            text(sheet.root, gaps[line], x="50%", y=sheet.y + 14, ink="tick", anchor="middle")
            sheet.down(BETWEEN)
    for row, (line, column) in placed:
        box = frame(sheet.root, tops[line], column / wide, 1 / wide)
        tile(sheet.linked(row.href, box), row)


def frame(parent: ET.Element, top: float, start: float, wide: float) -> ET.Element:
    """A drawing of its own, in which half is half of the tile."""
    place = {"x": share(start), "y": f"{top:g}", "width": share(wide), "height": f"{TILE}"}
    return ET.SubElement(parent, "svg", place)


def tile(box: ET.Element, row: Row) -> None:
    shape(box, "rect", f"tile-{level(row)}", x="2%", y="2", width="96%", height=f"{TILE - 4}")
    names = [(line, row.lang) for line in wrapped(row.label, ROOM, 2)]
    names += [(line, row.second_lang) for line in wrapped(row.second, ROOM, 2) if line]
    # In the middle of the tile, however many lines there are.
    y = (TILE - 4 - COUNT - NAME * len(names)) / 2 + COUNT
    text(box, row.words, x="50%", y=y, ink="count", anchor="middle")
    for number, (line, lang) in enumerate(names, start=1):
        text(box, line, x="50%", y=y + NAME * number + 2, ink="name", anchor="middle", lang=lang)


def level(row: Row) -> int:
    """How dark a tile is: nothing, or one of three shades up to the largest."""
    size = max((bar.end for bar in row.bars), default=0.0)
    return min(LEVELS, 1 + int(size * LEVELS)) if size else 0
