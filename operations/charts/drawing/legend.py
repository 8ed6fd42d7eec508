"""What the inks of a picture mean, beneath it."""

from __future__ import annotations

from operations.charts.model import Chart, Ink, Key

from .ink import shape, text
from .lines import wrapped
from .sheet import Sheet
from .strips import arrow

ROOM, SWATCH = 36, 30


def legend(sheet: Sheet, chart: Chart) -> None:
    if chart.legend:
        sheet.down(12)
    for key in chart.legend:
        swatch(sheet, key)
        for line in wrapped(key.words, ROOM):
            text(sheet.root, line, x=f"{SWATCH + 10}", y=sheet.y + 11, ink="words")
            sheet.down(16)
        sheet.down(4)


def swatch(sheet: Sheet, key: Key) -> None:
    wide = SWATCH - 10 if key.runs_on else SWATCH
    place = {"x": "1", "y": f"{sheet.y + 2:g}", "width": f"{wide}", "height": "10"}
    made = shape(sheet.root, "rect", key.ink, **place)
    if key.ink == Ink.HATCHED:
        made.set("fill", f"url(#{sheet.name}-hatching)")
    if key.runs_on:
        arrow(sheet.root, f"{SWATCH - 9}", sheet.y + 2)
