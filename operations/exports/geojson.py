"""``/operations.geojson``: each operation as a feature (RFC 7946), with the districts it names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponseBase

from operations.columns import OPERATIONS, Column

from .answers import machine
from .asking import ask
from .described import described
from .envelope import documents, meta, stream
from .fresh import of_the_record
from .points import POINTS

GEOJSON = "application/geo+json"


@machine
@of_the_record
def operations_geojson(request: HttpRequest) -> HttpResponseBase:
    """The columns of the table of operations as properties, lists as lists."""
    asked = ask(request.GET, OPERATIONS.names)
    count = asked.selection.editions.count()
    columns = OPERATIONS.chosen(asked.names)
    features = (feature(orjson.loads(text), columns) for text in documents(asked.selection))
    answer = stream(
        "features",
        meta(asked.selection, count),
        features,
        above={"type": "FeatureCollection"},
        content_type=GEOJSON,
    )
    return described(answer, asked.selection, count)


def feature(document: dict[str, Any], columns: tuple[Column, ...]) -> bytes:
    return orjson.dumps(
        {
            "type": "Feature",
            "id": document["id"],
            "geometry": geometry(place["id"] for place in document["places"]),
            "properties": {column.name: column.read(document) for column in columns},
        }
    )


def geometry(places: Iterable[str]) -> dict[str, Any] | None:
    """A point a district; nothing for wider places, which a point would make look like one."""
    points = [POINTS[place] for place in places if place in POINTS]
    return {"type": "MultiPoint", "coordinates": points} if points else None
