"""What one operation is to become, and where in the file each part of it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from operations.sheets.faults import Fault, Place
from operations.sheets.reading.book import Row

from .known import Held


@dataclass
class Target:
    """``document`` is the whole operation as it would be after the import.

    ``rows`` are those of the file: that of the operation under the empty name, those of figures
    under the ids of their figures. ``revision`` is what the file was made from, as far as it says.
    """

    code: str
    document: dict[str, Any]
    held: Held | None = None
    rows: dict[str, Row] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    revision: int | None = None

    @property
    def is_new(self) -> bool:
        return self.held is None

    @property
    def is_lost(self) -> bool:
        """Whether there are only figures, and neither row nor record of their operation."""
        return self.held is None and "" not in self.rows

    @property
    def is_unchanged(self) -> bool:
        return self.held is not None and self.held.document == self.document

    def fault(self, column: str, message: str, figure: str = "") -> None:
        row = self.rows.get(figure)
        place = row.place if row else Place(figure or self.code)
        self.faults.append(Fault(place, column, message, row.get(column) if row else ""))

    def any_row(self) -> Row | None:
        """Where the file speaks of the operation first."""
        return self.rows.get("") or next(iter(self.rows.values()), None)
