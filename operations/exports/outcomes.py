"""``/totals/outcomes.csv`` and ``.json``: operations without any published outcome.

Each with a draft request for what is not published, in English and Traditional Chinese.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse

from operations.dates import parse
from operations.filters import Selection, order_by, select
from operations.totals import states_outcome, without_outcome
from operations.totals.letters import request_drafts

from .answers import machine
from .cells import safe
from .described import described
from .envelope import meta, stream, texts
from .fresh import of_the_record
from .tabular.csv import Line

COLUMNS = (
    "id",
    "name_en",
    "name_zh_hant",
    "dates",
    "latest",
    "status",
    "agencies",
    "offences",
    "request_en",
    "request_zh_hant",
)


@machine
@of_the_record
def outcomes_json(request: HttpRequest) -> HttpResponseBase:
    selection = select(request.GET)
    count = size(selection)
    items = (orjson.dumps(row(document)) for document in silent(selection))
    answer = stream("operations", meta(selection, count), items)
    return described(answer, selection, count)


@machine
@of_the_record
def outcomes_csv(request: HttpRequest) -> HttpResponseBase:
    selection = select(request.GET)
    response = StreamingHttpResponse(lines(selection), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="outcomes.csv"'
    return described(response, selection, size(selection))


def size(selection: Selection) -> int:
    """How many rows there are, which only the documents tell."""
    return sum(1 for _ in silent(selection))


def silent(selection: Selection) -> Iterator[dict[str, Any]]:
    """Documents of the operations that no outcome is published of, as the query sorts them."""
    editions = without_outcome(selection.editions).order_by(*order_by(selection.chosen["sort"]))
    for text in texts(editions):
        document = orjson.loads(text)
        if not states_outcome(document):
            yield document


def row(document: dict[str, Any]) -> dict[str, Any]:
    """One operation: what is known of it, and the drafts."""
    latest = parse(document["dates"]["edtf"]).latest
    drafts = request_drafts(document)
    return {
        "id": document["id"],
        "name_en": document["name"]["en"],
        "name_zh_hant": document["name"]["zh-Hant"],
        "dates": document["dates"]["edtf"],
        "latest": latest.isoformat() if latest else None,
        "status": document["status"],
        "agencies": [agency["id"] for agency in document["agencies"]],
        "offences": [offence["id"] for offence in document["offences"]],
        "request_en": drafts["en"],
        "request_zh_hant": drafts["zh-Hant"],
    }


def lines(selection: Selection) -> Iterator[str]:
    writer = csv.writer(Line())
    yield writer.writerow(COLUMNS)
    for document in silent(selection):
        values = row(document)
        yield writer.writerow([safe(values[name]) for name in COLUMNS])
