"""A picture as data: from it come the drawing, the table beside it and the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Ink(StrEnum):
    """How something is drawn; the inks differ in pattern or outline, not in colour alone."""

    SOLID = "solid"  # stated
    HATCHED = "hatched"  # possible, or not stated so exactly
    OUTLINE = "outline"  # the whole that a part is held against, or not to scale
    DASHED = "dashed"  # looked for and not stated
    DOTTED = "dotted"  # not looked for, or nothing recorded


class Layout(StrEnum):
    """``STRIPS``: a bar a row; ``COLUMNS``: a row is a column, left to right; ``TILES``: a map."""

    STRIPS = "strips"
    COLUMNS = "columns"
    TILES = "tiles"


@dataclass(frozen=True, slots=True)
class Bar:
    """From ``start`` to ``end``, both as shares of the whole width (0 to 1).

    ``runs_on``: there is more than can be drawn, later or larger.
    """

    start: float
    end: float
    ink: Ink = Ink.SOLID
    runs_on: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``code`` heads it in the file, ``heading`` in the table; empty leaves it out."""

    code: str = ""
    heading: str = ""
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """``words`` for people and ``value`` for programs; ``lang`` where it is not the page's."""

    words: str = ""
    value: str | int | float | Decimal | None = None
    lang: str = ""
    href: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One row of the table, and what is drawn of it.

    ``label`` and ``words`` are written beside the bars; ``second`` is the name in the other
    language. ``group`` heads all rows that share it. ``lanes`` number the chart's lanes that a
    column stands in, ``tile`` is the row and column of a map.
    """

    cells: tuple[Cell, ...]
    label: str = ""
    lang: str = ""
    second: str = ""
    second_lang: str = ""
    words: str = ""
    bars: tuple[Bar, ...] = ()
    href: str = ""
    group: str = ""
    lanes: tuple[int, ...] = ()
    tile: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """A line of the legend."""

    ink: Ink
    words: str
    runs_on: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the scale; ``at`` is a share of the width."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Note:
    """What has to be said beside the picture, and where it leads."""

    words: str
    href: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Chart:
    """Everything that a picture, its table and its file say.

    ``name`` is unique on a page and fit for an id. ``description`` tells in words what the
    picture shows; ``question`` which records it speaks of; ``notes`` what is covered and what
    is not; ``source`` where the numbers come from. ``gutter`` is the share of the width that
    short labels take; ``lanes`` are named from top to bottom; ``between`` is what lies between
    the tiles of two rows of a map, by the upper row.
    """

    name: str
    layout: Layout
    title: str
    description: str
    question: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...] = ()
    legend: tuple[Key, ...] = ()
    source: str = ""
    nothing: str = ""
    ticks: tuple[Tick, ...] = ()
    gutter: float = 0.0
    lanes: tuple[str, ...] = ()
    between: tuple[tuple[int, str], ...] = ()

    @property
    def has_links(self) -> bool:
        """Whether anything in the picture leads somewhere."""
        return any(row.href for row in self.rows)

    @property
    def headings(self) -> list[Column]:
        """The columns of the table."""
        return [column for column in self.columns if column.heading]

    @property
    def table(self) -> Iterator[list[tuple[Column, Cell]]]:
        """The rows of the table, each cell with its column."""
        for row in self.rows:
            pairs = zip(self.columns, row.cells, strict=True)
            yield [(column, cell) for column, cell in pairs if column.heading]

    @property
    def header(self) -> list[str]:
        """The first line of the file."""
        return [column.code for column in self.columns if column.code]

    @property
    def lines(self) -> Iterator[list[str | int | float | Decimal | None]]:
        """The lines of the file."""
        for row in self.rows:
            pairs = zip(self.columns, row.cells, strict=True)
            yield [cell.value for column, cell in pairs if column.code]
