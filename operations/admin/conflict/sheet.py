"""What a form and its rows hold, as a browser sends it: the common ground of three versions."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

Values = tuple[str, ...]
Fields = dict[str, Values]


@dataclass
class Row:
    """One row below the form. ``key`` is that of its record; a row not saved yet has none."""

    key: str
    name: str = ""
    values: Fields = field(default_factory=dict)
    deleted: bool = False

    @property
    def is_new(self) -> bool:
        return not self.key


@dataclass
class Sheet:
    """The fields of the form, and the rows of each list below it in their order."""

    own: Fields = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=dict)

    def row(self, prefix: str, key: str) -> Row | None:
        return next((row for row in self.rows.get(prefix, ()) if row.key == key), None)

    def as_data(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Sheet:
        rows = {
            prefix: [Row(**{**row, "values": fields(row["values"])}) for row in given]
            for prefix, given in data["rows"].items()
        }
        return cls(fields(data["own"]), rows)


def fields(data: dict[str, list[str]]) -> Fields:
    return {name: tuple(values) for name, values in data.items()}


def said(values: Values | None) -> Values:
    """What the values say: line ends, spaces around and empty places left aside."""
    texts = (value.replace("\r\n", "\n").strip() for value in values or ())
    return tuple(text for text in texts if text)


def same(one: Values | None, other: Values | None) -> bool:
    return said(one) == said(other)


def same_fields(one: Fields, other: Fields) -> bool:
    return all(same(one.get(name), other.get(name)) for name in one.keys() | other.keys())
