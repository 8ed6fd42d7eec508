"""``/charts/``: pictures, each with its table, its files and an address to embed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_exempt

from operations import charts
from operations.exports.addresses import absolute
from operations.exports.charts import drawn, drawn_of_operation, following
from operations.exports.standing import Gone
from operations.filters import conditions, select
from operations.filters.address import asked, written
from operations.problems import InvalidQuery

from .answers import page, titles
from .listing import tidied

# What an embedded page needs beside the drawing: title, notes and where it comes from.
AROUND = 400


@dataclass(frozen=True)
class Place:
    """Where one picture can be had; ``query`` begins with its question mark, or is empty."""

    address: str
    query: str = ""

    @property
    def page(self) -> str:
        return self.address + self.query

    @property
    def embedded(self) -> str:
        return f"{self.address}embed/{self.query}"

    @property
    def svg(self) -> str:
        return f"{self.address.rstrip('/')}.svg{self.query}"

    @property
    def whole_address(self) -> str:
        return absolute(self.page)

    @property
    def embedded_address(self) -> str:
        return absolute(self.embedded)


@page
def all_charts(request: HttpRequest) -> HttpResponse:
    """The pictures there are, of the operations that the query chooses."""
    if is_untidy(request):
        return tidied(request)
    selection = select(request.GET)
    query = query_of(request)
    shown = [
        (title, reverse("chart", args=[name]) + (query if takes_query else ""))
        for name, title, takes_query in charts.titles()
    ]
    context = {
        "conditions": conditions(selection),
        "pictures": shown,
        "years": charts.years(selection),
        "list_address": reverse("operations") + query,
    }
    return render(request, "operations/charts.html", context)


@page
def chart(request: HttpRequest, name: str) -> HttpResponse:
    """One picture of the operations that the query chooses."""
    if is_untidy(request):
        return tidied(request)
    found = drawn(name, request)
    query = query_of(request)
    context = {
        **about(found.chart, Place(reverse("chart", args=[name]), query)),
        "csv": reverse("chart-csv", args=[name]) + query,
        "conditions": conditions(found.selection) if found.selection else [],
        "list_address": reverse("operations") + query if found.selection else "",
    }
    return render(request, "operations/chart.html", context)


@page
@following
def operation_chart(request: HttpRequest, code: str, name: str) -> HttpResponse:
    """One picture of an operation, from its current edition."""
    found, _edited = drawn_of_operation(name, code, request)
    context = {
        **about(found, Place(reverse("operation-chart", args=[code, name]))),
        "csv": reverse("operation-chart-csv", args=[code, name]),
        "operation": code,
    }
    return render(request, "operations/chart.html", context)


def framed(view: Any) -> Any:
    """Let any site show a page in a frame; this is said of no other address."""
    return csp_replace({"frame-ancestors": ["*"]})(xframe_options_exempt(view))


@framed
@page
def embedded_chart(request: HttpRequest, name: str) -> HttpResponseBase:
    try:
        found = drawn(name, request).chart
    except InvalidQuery:
        return embedded_problem(request, 400, absolute(reverse("charts")))
    place = Place(reverse("chart", args=[name]), query_of(request))
    return render(request, "operations/chart_embed.html", about(found, place))


@framed
@page
@following
def embedded_operation_chart(request: HttpRequest, code: str, name: str) -> HttpResponseBase:
    address = reverse("operation-chart", args=[code, name])
    try:
        found, _edited = drawn_of_operation(name, code, request)
    except InvalidQuery:
        return embedded_problem(request, 400, absolute(address))
    except Gone as gone:
        more = absolute(reverse("operation", args=[code]))
        return embedded_problem(request, 410, more, gone.class_words)
    return render(request, "operations/chart_embed.html", about(found, Place(address)))


def embedded_problem(
    request: HttpRequest, status: int, more: str, reason: str = ""
) -> HttpResponse:
    """What stands in the frame of another site where the picture cannot: few words, no site."""
    context = {"title": titles()[status], "reason": reason, "more": more}
    return render(request, "operations/chart_embed.html", context, status=status)


def about(found: charts.Chart, place: Place) -> dict[str, Any]:
    return {"chart": found, "place": place, "height": charts.height(found) + AROUND}


def is_untidy(request: HttpRequest) -> bool:
    return any("" in values for _name, values in request.GET.lists())


def query_of(request: HttpRequest) -> str:
    text = written(asked(request.GET))
    return f"?{text}" if text else ""
