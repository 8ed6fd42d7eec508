"""Rows with bars: label and words above each bar, so that a phone has the whole width."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import groupby

from operations.charts.model import Bar, Chart, Ink, Row

from .ink import TEXT, shape, share, text, write
from .lines import width, wrapped
from .sheet import Sheet

# Widths of a Latin letter that fit beside each other on the narrowest phone.
ROOM, HEADING_ROOM, MOST_LINES = 39, 32, 3
LINE, BAR, GAP = 17, 12, 12
# A single day of a year, or a share that rounds to nothing, would not be seen.
LEAST = 0.012
# What the head of an arrow takes of the width.
HEAD = 0.035


def strips(sheet: Sheet, chart: Chart) -> None:
    """All rows of a chart, under the headings of their groups."""
    for group, rows in groupby(chart.rows, key=lambda row: row.group):
        if group:
            heading(sheet, group)
        scale(sheet, chart)
        for row in rows:
            strip(sheet, chart, row)


def heading(sheet: Sheet, words: str) -> None:
    sheet.down(10)
    for line in wrapped(words, HEADING_ROOM, MOST_LINES):
        text(sheet.root, line, x="0", y=sheet.y + 14, ink="heading")
        sheet.down(19)
    sheet.down(3)


def scale(sheet: Sheet, chart: Chart) -> None:
    """The words of the ticks."""
    for tick in chart.ticks:
        text(sheet.root, tick.words, x=share(tick.at), y=sheet.y + 11, ink="tick")
    if chart.ticks:
        sheet.down(16)


def track(sheet: Sheet, chart: Chart) -> None:
    """The whole length that bars are measured on, with its ticks, beneath the bars of a row."""
    top = sheet.y + 1
    place = {"x": "0", "width": "100%", "y": f"{top:g}", "height": f"{BAR - 2}"}
    shape(sheet.root, "rect", "track", **place)
    for tick in chart.ticks[1:]:
        at = share(tick.at)
        shape(sheet.root, "line", "grid", x1=at, x2=at, y1=f"{top:g}", y2=f"{top + BAR - 2:g}")


def strip(sheet: Sheet, chart: Chart, row: Row) -> None:
    if chart.gutter:
        text(sheet.root, row.label, x="0", y=sheet.y + 13, lang=row.lang)
        for line in wrapped(row.words, int(ROOM * (1 - chart.gutter)), MOST_LINES):
            text(sheet.root, line, x=share(chart.gutter), y=sheet.y + 13, ink="words")
            sheet.down(LINE)
    else:
        above(sheet, row)
    if row.bars:
        if chart.ticks:
            track(sheet, chart)
        for bar in row.bars:
            draw(sheet, bar, chart.gutter)
        sheet.down(BAR)
    sheet.down(GAP)


def above(sheet: Sheet, row: Row) -> None:
    """Label and words on one line where there is room, else one under the other."""
    lines = wrapped(row.label, ROOM, MOST_LINES)
    has_room = bool(row.words) and width(lines[-1]) + width(row.words) + 3 <= ROOM
    made = text(sheet.root, "", x="0", y=sheet.y + 13, lang=row.lang)
    linked = sheet.linked(row.href, made)
    for number, line in enumerate(lines):
        place = {"x": "0", "dy": f"{LINE}"} if number else {"x": "0"}
        write(ET.SubElement(linked, "tspan", place), line, row.lang)
        sheet.down(LINE)
    if has_room:
        # Beside what leads on, and no part of it.
        beside = ET.SubElement(made, "tspan", {"class": "text-words", "dx": "8", **TEXT["words"]})
        write(beside, row.words)
    elif row.words:
        under(sheet, row.words)


def under(sheet: Sheet, words: str) -> None:
    for line in wrapped(words, ROOM + 4, MOST_LINES):
        text(sheet.root, line, x="0", y=sheet.y + 12, ink="words")
        sheet.down(LINE)


def draw(sheet: Sheet, bar: Bar, gutter: float) -> None:
    """One bar; what runs on beyond its end gets an arrow head."""
    room, most = 1 - gutter, 1 - HEAD if bar.runs_on else 1.0
    start = min(bar.start, most - LEAST)
    size = min(max(bar.end - start, LEAST), most - start)
    top, x = sheet.y + 1, share(gutter + start * room)
    if bar.end == bar.start:
        # Zero is a number: a mark that has no length.
        shape(sheet.root, "rect", bar.ink, x=x, y=f"{top:g}", width="2", height=f"{BAR - 2}")
    else:
        place = {"x": x, "y": f"{top:g}", "width": share(size * room), "height": f"{BAR - 2}"}
        made = shape(sheet.root, "rect", bar.ink, **place)
        if bar.ink == Ink.HATCHED:
            made.set("fill", f"url(#{sheet.name}-hatching)")
    if bar.runs_on:
        end = 0.0 if bar.end == bar.start else size
        arrow(sheet.root, share(gutter + (start + end) * room), top)


def arrow(parent: ET.Element, x: str, y: float) -> None:
    """A nested drawing, because a path cannot be placed by a share of the width."""
    placed = ET.SubElement(parent, "svg", {"x": x, "y": f"{y:g}", "overflow": "visible"})
    shape(placed, "path", "arrow", d="M3 0 L8 5 L3 10")
