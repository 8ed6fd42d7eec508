"""The example that every editor knows: Thunderbolt 2023, typed into an empty form."""

from __future__ import annotations

from typing import Any

from django.test import Client

from operations.models import Place, Source
from tests import factories

from .desk import Page, address


def whole(place: Place, source: Source | None = None, **typed: Any) -> dict[str, Any]:
    values = {
        "measure": "persons_arrested",
        "value": "6400",
        "scope": "all_offences",
        "counted_in": place.pk,
        **typed,
    }
    return values if source is None else {**values, "source_1": source.pk}


def part(place: Place, value: int, **typed: Any) -> dict[str, Any]:
    values = {"breakdown": "partition", "breakdown_set": "sex", "part_of_row": "#1"}
    return whole(place, **{"value": str(value), **values, **typed})


def empty(client: Client) -> Page:
    return Page.open(client, address("operation", "add")).fill(
        code="thunderbolt-2023",
        name_en="Operation Thunderbolt 2023",
        kind="organised_crime_sweep",
        edtf="2023-06-12/2023-09-21",
    )


def filled(client: Client, women: int = 2285) -> Page:
    """The whole, its partition by sex and two partial parts; two sources."""
    place = factories.place()
    daily, release = factories.source("daily"), factories.source("release")
    page = empty(client)
    page.row("figures", **whole(place, daily, source_2=release.pk, locator_2="para 2"))
    page.row("figures", **part(place, 4115, sex="male", source_1=daily.pk))
    page.row("figures", **part(place, women, sex="female", source_1=daily.pk))
    partial = {"breakdown": "partial", "breakdown_set": "origin", "source_1": daily.pk}
    page.row("figures", **part(place, 849, residency="mainland", **partial))
    page.row("figures", **part(place, 471, nationality="non_ethnic_chinese", **partial))
    return page
