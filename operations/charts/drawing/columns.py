"""Columns from left to right, and lanes beneath them."""

from __future__ import annotations

from operations.charts.model import Chart, Ink, Row

from .ink import shape, share, text
from .sheet import Sheet

HEIGHT, HEAD = 120, 18
LANE, LANE_NAME = 11, 15
# So many labels fit beneath each other's columns on the narrowest phone.
MOST_LABELS = 7
FILLED = 0.72
# So many numbers fit beside each other there.
MOST_NUMBERS = 14


def columns(sheet: Sheet, chart: Chart) -> None:
    """Columns where any row has bars, then a lane for each name, then the labels."""
    if any(row.bars for row in chart.rows):
        upright(sheet, chart)
    lanes(sheet, chart)
    labels(sheet, chart)


def middle(chart: Chart, number: int) -> float:
    return (number + 0.5) / len(chart.rows)


def upright(sheet: Sheet, chart: Chart) -> None:
    base = sheet.y + HEAD + HEIGHT
    wide = FILLED / len(chart.rows)
    for number, row in enumerate(chart.rows):
        column(sheet, row, middle(chart, number), wide, base)
    shape(sheet.root, "line", "baseline", x1="0", x2="100%", y1=f"{base:g}", y2=f"{base:g}")
    sheet.down(HEAD + HEIGHT + 4)


def column(sheet: Sheet, row: Row, at: float, wide: float, base: float) -> None:
    for bar in row.bars:
        top, height = base - bar.end * HEIGHT, (bar.end - bar.start) * HEIGHT
        made = shape(
            sheet.root,
            "rect",
            bar.ink,
            x=share(at - wide / 2),
            y=f"{top:g}",
            width=share(wide),
            height=f"{height:g}",
        )
        if bar.ink == Ink.HATCHED:
            made.set("fill", f"url(#{sheet.name}-hatching)")
    if row.bars:
        over = base - max(bar.end for bar in row.bars) * HEIGHT - 4
        made = text(sheet.root, row.words, x=share(at), y=over, ink="tick", anchor="middle")
        if wide < FILLED / MOST_NUMBERS:
            # On a phone the numbers of many columns would run into each other.
            made.set("class", "text-tick roomy")


def lanes(sheet: Sheet, chart: Chart) -> None:
    wide = 1 / len(chart.rows) if chart.rows else 0
    for lane, name in enumerate(chart.lanes):
        sheet.down(LANE_NAME)
        text(sheet.root, name, x="0", y=sheet.y - 2, ink="tick")
        track = {"x": "0", "width": "100%", "y": f"{sheet.y:g}", "height": f"{LANE}"}
        shape(sheet.root, "rect", "track", **track)
        for number, row in enumerate(chart.rows):
            if lane in row.lanes:
                stand(sheet, chart, number, lane, wide)
        sheet.down(LANE)
    if chart.lanes:
        sheet.down(4)


def stand(sheet: Sheet, chart: Chart, number: int, lane: int, wide: float) -> None:
    """A mark in a lane; the last lane is that of nothing recorded."""
    ink = Ink.DOTTED if lane == len(chart.lanes) - 1 else Ink.SOLID
    shape(
        sheet.root,
        "rect",
        ink,
        x=share(middle(chart, number) - wide * 0.44),
        y=f"{sheet.y + 1.5:g}",
        width=share(wide * 0.88),
        height=f"{LANE - 3}",
    )


def labels(sheet: Sheet, chart: Chart) -> None:
    size = len(chart.rows)
    step = -(-size // MOST_LABELS) if size else 1
    sheet.down(14)
    for number, row in enumerate(chart.rows):
        if number % step:
            continue
        first, last = number == 0 and size > 1, number == size - 1 and size > 1
        at = 0.0 if first else 1.0 if last else middle(chart, number)
        anchor = "start" if first else "end" if last else "middle"
        text(sheet.root, row.label, x=share(at), y=sheet.y, ink="tick", anchor=anchor)
    sheet.down(8)
