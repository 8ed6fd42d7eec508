"""Streamed JSON: ``{"meta": {…}, "<things>": [ … ]}`` in constant memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import orjson
from django.db.models import Max
from django.http import QueryDict, StreamingHttpResponse

from operations.document.canonical import timestamp
from operations.filters import Selection

from .licence import LICENCE

BATCH = 200


def stream(name: str, meta: dict[str, Any], items: Iterable[bytes]) -> StreamingHttpResponse:
    """The envelope around ``items``, each of them one JSON text."""
    return StreamingHttpResponse(parts(name, meta, items), content_type="application/json")


def parts(name: str, meta: dict[str, Any], items: Iterable[bytes]) -> Iterator[bytes]:
    yield b'{"meta":%b,"%b":[' % (orjson.dumps(meta), name.encode())
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
    texts = selection.ordered.values_list("document", flat=True)
    return texts.iterator(chunk_size=BATCH)
