"""``/figures.json`` and ``.ndjson``: every figure of the operations that a query chooses."""

from __future__ import annotations

from collections.abc import Iterator

import orjson
from django.db.models import IntegerField, Sum, Value
from django.db.models.functions import Cast, Length, Replace
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse

from operations.columns import FIGURES
from operations.filters import Selection
from operations.shapes import OWNED_FIGURE

from .answers import machine
from .asking import Asked, ask
from .described import described
from .envelope import documents, meta, picked, stream
from .fresh import of_the_record
from .operations import NDJSON

# A key that every figure has once and nothing else in a document has. Inside a JSON string its
# quotes would be escaped, so no text that somebody wrote can look like it.
FIGURE_KEY = '"value_type":'


@machine
@of_the_record
def figures_json(request: HttpRequest) -> HttpResponseBase:
    """Figures with the id of their ``operation``; the query chooses operations, not figures."""
    asked = ask(request.GET, OWNED_FIGURE["properties"])
    size = count(asked.selection)
    answer = stream("figures", meta(asked.selection, size), figures(asked))
    return described(answer, asked.selection, size)


@machine
@of_the_record
def figures_ndjson(request: HttpRequest) -> HttpResponseBase:
    """The same, one figure a line and nothing else."""
    asked = ask(request.GET, OWNED_FIGURE["properties"])
    lines = (figure + b"\n" for figure in figures(asked))
    answer = StreamingHttpResponse(lines, content_type=NDJSON)
    return described(answer, asked.selection, count(asked.selection))


def figures(asked: Asked) -> Iterator[bytes]:
    for text in documents(asked.selection):
        for entry in FIGURES.rows(orjson.loads(text)):
            yield picked(entry, asked.names)


def count(selection: Selection) -> int:
    """How many figures the documents hold, counted by the database: ``meta`` comes first."""
    without = Length(Replace("document", Value(FIGURE_KEY), Value("")))
    removed = Cast(Length("document") - without, IntegerField())
    total = selection.editions.aggregate(removed=Sum(removed))["removed"]
    return int(total or 0) // len(FIGURE_KEY)
