"""A chart as a file of its own: it carries its title, its notes, its licence and its address."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass

from operations.charts.model import Chart, Layout

from .ink import XML_LANG, shape, text
from .lines import wrapped
from .picture import drawn, told

MARGIN, ROOM_OF_PIXEL = 24, 0.155
WIDE = {Layout.STRIPS: 720, Layout.COLUMNS: 720, Layout.TILES: 520}
FONT = (
    "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'PingFang HK', 'Microsoft JhengHei',"
    " 'Noto Sans CJK TC', sans-serif"
)


@dataclass(frozen=True)
class Imprint:
    """What a file says of itself: its ``lines`` at the foot, its site and its language."""

    lines: tuple[str, ...]
    site: str
    language: str


def file(chart: Chart, imprint: Imprint) -> str:
    """A whole SVG document on a light ground."""
    sheet = drawn(chart, site=imprint.site, target="_top")
    inside, wide = sheet.root, WIDE[chart.layout]
    svg = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", XML_LANG: imprint.language})
    svg.set("font-family", FONT)
    ground = shape(svg, "rect", "paper", width="100%", height="100%")
    head = below(svg, 0, [(chart.title, "heading"), (chart.question, "words")], wide)
    inside.set("x", f"{MARGIN}")
    inside.set("y", f"{head + 12:g}")
    inside.set("width", f"{wide - 2 * MARGIN}")
    inside.set("height", f"{sheet.y:g}")
    inside.set("overflow", "visible")
    svg.append(inside)
    notes = [(note.words, "words") for note in chart.notes]
    foot = [(line, "words") for line in (chart.source, *imprint.lines)]
    height = below(svg, head + 12 + sheet.y + 8, [*notes, *foot], wide) + MARGIN
    told(svg, chart)
    svg.set("viewBox", f"0 0 {wide} {height:g}")
    svg.set("width", f"{wide}")
    svg.set("height", f"{height:g}")
    ground.set("height", f"{height:g}")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(svg, encoding="unicode")


def below(svg: ET.Element, y: float, texts: Iterable[tuple[str, str]], wide: int) -> float:
    """Paragraphs one under the other; answers where they end."""
    room = int((wide - 2 * MARGIN) * ROOM_OF_PIXEL)
    for words, ink in texts:
        y += 8 if words else 0
        for line in wrapped(words, room - 14 if ink == "heading" else room) if words else ():
            y += 18
            text(svg, line, x=f"{MARGIN}", y=y, ink=ink)
    return y
