"""One page of a list: results, and the addresses of the pages before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from django.db.models import QuerySet
from rest_framework.request import Request
from rest_framework.utils.urls import replace_query_param

from .cursor import Cursor, Key, Position, beyond, ordering, written
from .parameters import Asked


@dataclass(frozen=True)
class Item:
    """One result, and where it stands in its list."""

    position: Position
    content: Any


# Up to so many results that follow the cursor in the direction it goes, nearest first.
Fetch = Callable[[int], Iterable[Item]]


def page(request: Request, asked: Asked, fetch: Fetch, count: Callable[[], int]) -> dict[str, Any]:
    """The envelope of one page; ``count`` is null when it was not wanted."""
    found = list(fetch(asked.limit + 1))
    more, items = len(found) > asked.limit, found[: asked.limit]
    backwards = asked.cursor is not None and asked.cursor.backwards
    if backwards:
        items.reverse()
    has_next = more or backwards
    has_previous = more if backwards else asked.cursor is not None

    def address(item: Item, *, backwards: bool) -> str:
        cursor = Cursor(asked.order, item.position, backwards)
        return replace_query_param(request.build_absolute_uri(), "cursor", str(cursor))

    return {
        "next": address(items[-1], backwards=False) if items and has_next else None,
        "previous": address(items[0], backwards=True) if items and has_previous else None,
        "count": count() if asked.counted else None,
        "results": [item.content for item in items],
    }


def walked(rows: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
    """``rows`` from the cursor on, in the direction it goes."""
    backwards = asked.cursor is not None and asked.cursor.backwards
    if asked.cursor:
        rows = rows.filter(beyond(asked.keys, asked.cursor.position, backwards=backwards))
    return rows.order_by(*ordering(asked.keys, backwards=backwards))


def position_of(row: Any, keys: Sequence[Key]) -> Position:
    return tuple(written(getattr(row, key.column)) for key in keys)


def stored(text: str, wanted: tuple[str, ...] | None) -> Any:
    """A stored document: as it was published, or only some of its keys."""
    return orjson.Fragment(text) if wanted is None else picked(orjson.loads(text), wanted)


def picked(content: dict[str, Any], wanted: tuple[str, ...] | None) -> dict[str, Any]:
    """Some keys of a document; all of them when no choice was made."""
    if wanted is None:
        return content
    return {key: content[key] for key in wanted if key in content}
