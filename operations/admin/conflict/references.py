"""Fields that name another row by its place: places move when rows come and go.

In a sheet such a field names the row itself; it is turned back when a page is laid out.
"""

from __future__ import annotations

import re

from .sheet import Row, Values

FIELDS = ("part_of_row",)
PLACE = re.compile(r"#\s*(\d{1,6})")
NOWHERE = "#0"
MARK = "row "


def by_row(rows: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """“#2” → the row that stands second now."""
    for listed in rows.values():
        for row in listed:
            for name in FIELDS:
                if name in row.values:
                    row.values[name] = named(row.values[name], listed)
    return rows


def named(values: Values, rows: list[Row]) -> Values:
    match = PLACE.fullmatch(values[0].strip()) if values else None
    place = int(match[1]) - 1 if match else -1
    if not 0 <= place < len(rows):
        return values
    return (MARK + identity(rows[place], place),)


def identity(row: Row, place: int) -> str:
    """A row by its record; a new one by where it was typed."""
    return row.key or f"new {place}"


def by_place(values: Values, places: dict[str, int]) -> Values:
    """The row → “#2”; ``places`` says where every row stands. A row that is gone stands nowhere."""
    if not values or not values[0].startswith(MARK):
        return values
    place = places.get(values[0].removeprefix(MARK))
    return (f"#{place + 1}" if place is not None else NOWHERE,)
