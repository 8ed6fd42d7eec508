"""A chart as SVG in a page: as wide as there is room, its text always the same size.

Positions across are shares of the width and positions down are pixels, so that bars stretch
and letters do not. That is why there is no ``viewBox``.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET

from operations.charts.model import Chart, Layout

from .columns import columns
from .ink import hatching, printable
from .legend import legend
from .sheet import Sheet
from .strips import strips
from .tiles import tiles

DRAWN = {Layout.STRIPS: strips, Layout.COLUMNS: columns, Layout.TILES: tiles}


def drawn(chart: Chart, *, site: str = "", target: str = "") -> Sheet:
    """The picture and its legend, on a sheet that knows its height."""
    sheet = Sheet(chart.name, site=site, target=target)
    hatching(sheet.root, chart.name)
    sheet.floor = 1
    DRAWN[chart.layout](sheet, chart)
    legend(sheet, chart)
    return sheet


def picture(chart: Chart, *, target: str = "") -> str:
    """The ``<svg>`` for a page. ``target`` is the frame that its links open in."""
    sheet = drawn(chart, target=target)
    svg = sheet.root
    told(svg, chart)
    svg.set("class", f"picture picture-{chart.layout}")
    svg.set("width", "100%")
    svg.set("height", f"{sheet.y:g}")
    return ET.tostring(svg, encoding="unicode")


def height(chart: Chart) -> int:
    """How many pixels tall the picture is, however wide."""
    return round(drawn(chart).y)


def told(svg: ET.Element, chart: Chart) -> None:
    """Title and description for those who do not see it.

    Whatever is called an image hides what is in it, links too; with links it is a group.
    """
    for place, (tag, words) in enumerate((("title", chart.title), ("desc", chart.description))):
        made = ET.Element(tag, {"id": f"{chart.name}-{tag}"})
        made.text = printable(words)
        svg.insert(place, made)
    svg.set("role", "group" if chart.has_links else "img")
    svg.set("aria-labelledby", f"{chart.name}-title {chart.name}-desc")
