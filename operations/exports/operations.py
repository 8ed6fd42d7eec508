"""``/operations.json`` and ``.ndjson``: whole documents, byte for byte as they were published."""

from __future__ import annotations

from collections.abc import Iterator

import orjson
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse

from operations.shapes import OPERATION

from .answers import machine
from .asking import Asked, ask
from .described import described
from .envelope import documents, meta, picked, stream
from .fresh import of_the_record

NDJSON = "application/x-ndjson"


@machine
@of_the_record
def operations_json(request: HttpRequest) -> HttpResponseBase:
    """Every document that the query string chooses."""
    asked = ask(request.GET, OPERATION["properties"])
    count = asked.selection.editions.count()
    answer = stream("operations", meta(asked.selection, count), items(asked))
    return described(answer, asked.selection, count)


@machine
@of_the_record
def operations_ndjson(request: HttpRequest) -> HttpResponseBase:
    """The same, one document a line and nothing else."""
    asked = ask(request.GET, OPERATION["properties"])
    lines = (item + b"\n" for item in items(asked))
    answer = StreamingHttpResponse(lines, content_type=NDJSON)
    return described(answer, asked.selection, asked.selection.editions.count())


def items(asked: Asked) -> Iterator[bytes]:
    for text in documents(asked.selection):
        if asked.names:
            yield picked(orjson.loads(text), asked.names)
        else:
            yield text.encode()
