"""``/figures.json``: every figure of the operations that a query chooses."""

from __future__ import annotations

from collections.abc import Iterator

import orjson
from django.db.models import IntegerField, Sum, Value
from django.db.models.functions import Cast, Length, Replace
from django.http import HttpRequest, HttpResponseBase

from operations.filters import Selection, select

from .answers import machine
from .envelope import documents, meta, stream

# A key that every figure has once and nothing else in a document has. Inside a JSON string its
# quotes would be escaped, so no text that somebody wrote can look like it.
FIGURE_KEY = '"value_type":'


@machine
def figures_json(request: HttpRequest) -> HttpResponseBase:
    """Figures with the id of their ``operation``; the query chooses operations, not figures."""
    selection = select(request.GET)
    return stream("figures", meta(selection, count(selection)), figures(selection))


def figures(selection: Selection) -> Iterator[bytes]:
    for text in documents(selection):
        document = orjson.loads(text)
        for entry in document["figures"]:
            entry["operation"] = document["id"]
            yield orjson.dumps(entry, option=orjson.OPT_SORT_KEYS)


def count(selection: Selection) -> int:
    """How many figures the documents hold, counted by the database: ``meta`` comes first."""
    without = Length(Replace("document", Value(FIGURE_KEY), Value("")))
    removed = Cast(Length("document") - without, IntegerField())
    total = selection.editions.aggregate(removed=Sum(removed))["removed"]
    return int(total or 0) // len(FIGURE_KEY)
