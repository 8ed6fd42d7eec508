"""``/operations.json``: whole documents, byte for byte as they were published."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase

from operations.filters import select

from .answers import machine
from .envelope import documents, meta, stream


@machine
def operations_json(request: HttpRequest) -> HttpResponseBase:
    """Every document that the query string chooses."""
    selection = select(request.GET)
    above = meta(selection, selection.editions.count())
    return stream("operations", above, (text.encode() for text in documents(selection)))
