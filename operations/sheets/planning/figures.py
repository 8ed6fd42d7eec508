"""Which recorded figure each row speaks of, and the numbers of new ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from operations.sheets.columns import FIGURES, blank
from operations.sheets.columns.figure_columns import REMOVE
from operations.sheets.columns.kinds import narrow
from operations.sheets.faults import Fault
from operations.sheets.reading.book import Row

from .overlay import lay, without_gaps
from .same import Alike, likeness, of_same_people

Entry = dict[str, Any]
NUMBER = re.compile(r"[1-9][0-9]{0,5}\Z")
COLUMNS = tuple(column for column in FIGURES.content if column.name != "part_of")


class Misplaced(ValueError):  # noqa: N818 - said of a row
    """A row that belongs to no figure; names the column that says so."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


@dataclass
class Figures:
    """The figures of one operation with rows laid over them; ``rows`` by id of the figure."""

    owner: str
    recorded: dict[str, Entry]
    last_number: int
    faults: list[Fault] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    rows: dict[str, Row] = field(default_factory=dict)
    # What the file calls its new rows → ids.
    names: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.entries = dict(self.recorded)
        self.used_number = self.last_number
        self.alike = Alike(self.owner, self.recorded.values())
        self.added = Alike(self.owner)

    def take(self, given: list[Row]) -> None:
        numbers = [(row, self.number_of(row)) for row in given]
        self.last_number = max([self.last_number, *(number for _row, number in numbers if number)])
        for row, number in numbers:
            if number:
                self.attempt(row, number)
        for row in wholes_first([row for row, number in numbers if not number]):
            self.attempt(row)
        for figure_id, row in self.rows.items():
            self.place_under_whole(figure_id, row)

    def attempt(self, row: Row, number: int | None = None) -> None:
        try:
            goes = self.goes(row)
            if number:
                self.take_numbered(row, f"{self.owner}.{number}", number, goes=goes)
            else:
                self.take_other(row, goes=goes)
        except Misplaced as wrong:
            self.fault(row, wrong.column, str(wrong))

    def number_of(self, row: Row) -> int | None:
        """The number that a row gives, as a number or as an id; a name is none."""
        text = narrow(row.get("figure")).removeprefix(f"{self.owner}.")
        return int(text) if NUMBER.match(text) else None

    def take_numbered(self, row: Row, figure_id: str, number: int, *, goes: bool) -> None:
        if figure_id in self.rows:
            raise Misplaced("figure", has_row(self.rows[figure_id]))
        recorded = self.recorded.get(figure_id)
        if goes:
            self.take_away(figure_id)
            return
        if recorded is None and number <= self.used_number:
            message = _(
                "The figure with this number was deleted, and a number is never given again."
                " Leave the cell empty for a new figure."
            )
            raise Misplaced("figure", message)
        self.put(row, figure_id, recorded)

    def take_away(self, figure_id: str) -> None:
        if figure_id not in self.recorded:
            raise Misplaced("remove", _("There is no such figure to remove."))
        del self.entries[figure_id]

    def take_other(self, row: Row, *, goes: bool) -> None:
        """A row without a number is a recorded figure if it makes the same claim, else new."""
        if goes:
            raise Misplaced("remove", _("Say by its number which figure to remove."))
        name = self.name_of(row)
        faults: list[Fault] = []
        made = {**self.laid(row, blank(FIGURES), faults), "part_of": self.whole_of(row)}
        recorded = self.recorded_as(made)
        if recorded:
            self.put(row, recorded["id"], recorded)
        else:
            self.refuse_twin(made)
            self.put_new(row, {**made, "id": self.next_id()}, faults)
        if name:
            self.names[name] = recorded["id"] if recorded else f"{self.owner}.{self.last_number}"

    def name_of(self, row: Row) -> str:
        name = narrow(row.get("figure"))
        if "." in name:
            message = _("Expected a number of this operation, a name such as #a, or nothing.")
            raise Misplaced("figure", message)
        if name in self.names:
            raise Misplaced("figure", has_row(self.rows[self.names[name]]))
        return name

    def recorded_as(self, made: Entry) -> Entry | None:
        """The recorded figure that says the same thing, most alike first, each taken once."""
        free = [entry for entry in self.alike.same(made) if self.is_free(entry)]
        return max(free, key=lambda entry: likeness(entry, made), default=None)

    def is_free(self, entry: Entry) -> bool:
        return entry["id"] not in self.rows and entry["id"] in self.entries

    def refuse_twin(self, made: Entry) -> None:
        for entry in self.added.same(made):
            if of_same_people(entry, made):
                message = _(
                    "The same claim as in row %(row)s: make it one row with the sources of both."
                )
                raise Misplaced("value", message % {"row": self.rows[entry["id"]].place.row})

    def put(self, row: Row, figure_id: str, recorded: Entry | None) -> None:
        self.rows[figure_id] = row
        below = recorded or {**blank(FIGURES), "id": figure_id}
        self.entries[figure_id] = self.laid(row, below, self.faults)

    def put_new(self, row: Row, entry: Entry, faults: list[Fault]) -> None:
        self.rows[entry["id"]] = row
        self.entries[entry["id"]] = entry
        self.added.add(entry)
        self.faults += faults

    def laid(self, row: Row, below: Entry, faults: list[Fault]) -> Entry:
        made = without_gaps(row, FIGURES, lay(row, COLUMNS, below, faults))
        return {**made, "covers": sorted(made["covers"])}

    def goes(self, row: Row) -> bool:
        try:
            return bool(REMOVE.kind.read(row.get("remove")))
        except ValueError as error:
            raise Misplaced("remove", str(error)) from error

    def next_id(self) -> str:
        self.last_number += 1
        return f"{self.owner}.{self.last_number}"

    def place_under_whole(self, figure_id: str, row: Row) -> None:
        if "part_of" not in row.cells:
            return
        text = row.get("part_of")
        whole = self.whole_of(row)
        if text and whole is None:
            message = _("There is no figure “%(name)s” in this operation.")
            self.fault(row, "part_of", message % {"name": text})
        self.entries[figure_id]["part_of"] = whole

    def whole_of(self, row: Row) -> str | None:
        """Id of the figure that the row names as its whole, if there is one."""
        text = narrow(row.get("part_of"))
        if text in self.names:
            return self.names[text]
        figure_id = f"{self.owner}.{text.removeprefix(f'{self.owner}.')}"
        return figure_id if text and figure_id in self.entries else None

    def fault(self, row: Row, column: str, message: str) -> None:
        self.faults.append(Fault(row.place, column, message, row.get(column)))


def has_row(row: Row) -> str:
    return _("This figure has a row already: row %(row)s.") % {"row": row.place.row}


def wholes_first(rows: list[Row]) -> Iterator[Row]:
    """Rows in an order in which a part comes after the row that it names, kept otherwise."""
    names = {narrow(row.get("figure")): row for row in rows if row.get("figure")}

    def depth(row: Row, seen: int = 0) -> int:
        whole = names.get(narrow(row.get("part_of")))
        return seen if whole is None or seen > len(names) else depth(whole, seen + 1)

    yield from sorted(rows, key=depth)
