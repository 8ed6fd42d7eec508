"""Streamed JSON: ``{"meta": {…}, "<things>": [ … ]}`` in constant memory."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from typing import Any

import orjson
from django.db.models import Max, QuerySet
from django.http import QueryDict, StreamingHttpResponse

from operations.document.canonical import timestamp
from operations.filters import Selection
from operations.models import Edition

from .licence import LICENCE

BATCH = 100


def stream(
    name: str,
    meta: dict[str, Any],
    items: Iterable[bytes],
    *,
    above: dict[str, Any] | None = None,
    content_type: str = "application/json",
) -> StreamingHttpResponse:
    """The envelope around ``items``, each of them one JSON text; ``above`` stands before all."""
    written = parts(name, {**(above or {}), "meta": meta}, items)
    return StreamingHttpResponse(written, content_type=content_type)


def parts(name: str, above: dict[str, Any], items: Iterable[bytes]) -> Iterator[bytes]:
    yield b'%b,"%b":[' % (orjson.dumps(above).removesuffix(b"}"), name.encode())
    separator = b"\n"
    for item in items:
        yield separator + item
        separator = b",\n"
    yield b"\n]}\n"


def meta(selection: Selection, count: int) -> dict[str, Any]:
    """What stands above the data. ``as_of`` is the time of the last edition, never now."""
    last = selection.editions.aggregate(last=Max("valid_from"))["last"]
    return {
        "licence": LICENCE,
        "query": given(selection.query),
        "as_of": timestamp(last) if last else None,
        "count": count,
    }


def given(query: QueryDict) -> dict[str, list[str]]:
    """The parameters of a query that were not left empty."""
    filled = {name: [value for value in values if value] for name, values in query.lists()}
    return {name: values for name, values in filled.items() if values}


def picked(content: dict[str, Any], names: list[str]) -> bytes:
    """A document as one JSON text; only the keys named, or all when none is."""
    wanted = {key: content[key] for key in names if key in content} if names else content
    return orjson.dumps(wanted, option=orjson.OPT_SORT_KEYS)


def documents(selection: Selection) -> Iterator[str]:
    """The stored documents as they are, in the order of the query, a batch at a time."""
    return texts(selection.ordered)


def texts(editions: QuerySet[Edition]) -> Iterator[str]:
    """The documents of ``editions``, in their order.

    First the keys are read, then the documents of a few: a database that sorts rows carries all of
    them along, and SQLite does so in our memory. What is redacted meanwhile is left out.
    """
    keys = array("q", editions.values_list("pk", flat=True).iterator())
    for start in range(0, len(keys), BATCH):
        wanted = keys[start : start + BATCH]
        rows = Edition.objects.filter(pk__in=wanted).order_by()
        found = dict(rows.values_list("pk", "document"))
        yield from filter(None, map(found.get, wanted))
