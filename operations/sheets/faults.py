"""What is wrong with a file, each time with row and column."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Place:
    """Where something stands: a row of a table; of a JSON file, the path to the object."""

    sheet: str
    row: int | None = None

    def __str__(self) -> str:
        if self.row is None:
            return self.sheet
        return _("%(sheet)s, row %(row)s") % {"sheet": self.sheet, "row": self.row}


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong; ``column`` as the header names it, ``value`` as it stands there."""

    place: Place
    column: str
    message: str
    value: str = ""

    def as_dict(self) -> dict[str, Any]:
        found = asdict(self)
        where = {"place": str(self.place), "sheet": self.place.sheet, "row": self.place.row}
        return {**found, **where}


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """As one goes through the file: sheet by sheet, row by row."""
    sheets: dict[str, int] = {}
    listed = list(faults)
    for fault in listed:
        sheets.setdefault(fault.place.sheet, len(sheets))
    return sorted(listed, key=lambda f: (sheets[f.place.sheet], f.place.row or 0))
