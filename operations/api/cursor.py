"""Where a walk through a list stands, as text that callers pass back unread."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson
from django.db.models import Q

FORWARDS, BACKWARDS = ">", "<"


def flag(text: str) -> bool:
    return {"0": False, "1": True}[text]


def code(text: str) -> str:
    """A public id: nothing that a database could choke on."""
    if not re.fullmatch(r"[A-Za-z0-9_.+-]{1,120}", text):
        raise ValueError(text)
    return text


def number(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise ValueError(text)
    return int(text)


@dataclass(frozen=True)
class Key:
    """One column that a list is sorted by, and how its value is read from a cursor."""

    column: str
    read: Callable[[str], Any]
    descending: bool = False


Position = tuple[str, ...]


@dataclass(frozen=True)
class Cursor:
    """After which row a page begins, or before which it ends when going backwards.

    It names the row's values instead of a count of rows, so that what is published or
    withdrawn during a walk shifts nothing: no row is met twice and none is jumped over.
    """

    order: str
    position: Position
    backwards: bool = False

    def __str__(self) -> str:
        direction = BACKWARDS if self.backwards else FORWARDS
        packed = orjson.dumps([self.order, direction, *self.position])
        return urlsafe_b64encode(packed).rstrip(b"=").decode()

    @classmethod
    def read(cls, text: str, order: str, keys: Sequence[Key]) -> Cursor:
        """The cursor that ``text`` stands for; ``ValueError`` unless it was made for this list."""
        try:
            padded = text.encode("ascii") + b"=" * (-len(text) % 4)
            made_for, direction, *position = orjson.loads(urlsafe_b64decode(padded))
            cursor = cls(order, tuple(position), backwards=direction == BACKWARDS)
            usable = made_for == order and len(position) == len(keys) and str(cursor) == text
            values_of(keys, cursor.position)
        except (KeyError, TypeError) as error:
            raise ValueError(text) from error
        if not usable:
            raise ValueError(text)
        return cursor


def values_of(keys: Sequence[Key], position: Position) -> list[Any]:
    """A cursor's texts as the database's values; what ``position`` has beyond keys is left."""
    return [key.read(text) for key, text in zip(keys, position, strict=False)]


def beyond(keys: Sequence[Key], position: Position, *, backwards: bool) -> Q:
    """Rows that follow ``position`` in the order of ``keys``, or precede it."""
    following, level = Q(), Q()
    for key, value in zip(keys, values_of(keys, position), strict=False):
        comparison = "gt" if key.descending == backwards else "lt"
        following |= level & Q(**{f"{key.column}__{comparison}": value})
        level &= Q(**{key.column: value})
    return following


def at(keys: Sequence[Key], position: Position) -> Q:
    """The row at ``position`` itself."""
    columns = [key.column for key in keys]
    return Q(**dict(zip(columns, values_of(keys, position), strict=False)))


def ordering(keys: Sequence[Key], *, backwards: bool) -> list[str]:
    """Arguments of ``order_by``."""
    return [f"{'-' if key.descending != backwards else ''}{key.column}" for key in keys]


def written(value: Any) -> str:
    """A column's value as cursors hold it."""
    if isinstance(value, bool):
        return str(int(value))
    return value.isoformat() if isinstance(value, date) else str(value)
