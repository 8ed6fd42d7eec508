"""Asking for the committed data as anybody would: by its addresses."""

from __future__ import annotations

import json
from typing import Any

from django.test import Client

from tests.pages.reading import read

Json = dict[str, Any]
PARTS = ("role", "sex", "age_group", "residency", "nationality")


def document(client: Client, code: str) -> Json:
    response = client.get(f"/operations/{code}.json")
    assert response.status_code == 200
    found: Json = response.json()
    return found


def page(client: Client, code: str) -> str:
    """The words of an operation's page."""
    return read(client, f"/operations/{code}/")


def whole(client: Client, address: str) -> Json:
    """A streamed file of JSON."""
    response = client.get(address)
    assert response.status_code == 200
    found: Json = json.loads(response.getvalue())
    return found


def total(client: Client, **asked: str) -> Json:
    response = client.get("/api/totals/", asked)
    assert response.status_code == 200
    found: Json = response.json()
    return found


def left_out(found: Json) -> dict[str, tuple[str, str | None]]:
    return {row["id"]: (row["reason"], row["other"]) for row in found["left_out"]}


def figures(content: Json, measure: str, **wanted: Any) -> list[Json]:
    return [
        figure
        for figure in content["figures"]
        if figure["measure"] == measure and all(figure[k] == v for k, v in wanted.items())
    ]


def headlines(content: Json, measure: str, **wanted: Any) -> list[float]:
    """Values of the whole figures that lead, nobody singled out."""
    wanted = {"headline": True, "part_of": None, **wanted}
    return [
        figure["value"]
        for figure in figures(content, measure, **wanted)
        if not any(figure["who"][trait] for trait in PARTS)
    ]


def split(content: Json, of: str, breakdown_set: str) -> list[float]:
    """Values of the parts of a figure in one set."""
    return [
        figure["value"]
        for figure in content["figures"]
        if figure["part_of"] == of and figure["breakdown_set"] == breakdown_set
    ]
