"""One address for readers and programs: whoever prefers a file is sent to its address."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from operations.filters.address import asked, written

View = Callable[..., HttpResponseBase]
R = TypeVar("R", bound=HttpResponseBase)
HTML = "text/html"
JSON = "application/json"
ATOM = "application/atom+xml"
PROBLEM = "application/problem+json"
LIST = {
    JSON: "operations-json",
    "application/x-ndjson": "operations-ndjson",
    "text/csv": "operations-csv",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "operations-xlsx",
    "application/vnd.apache.parquet": "operations-parquet",
    "application/geo+json": "operations-geojson",
    ATOM: "operations-atom",
}


class SeeOther(HttpResponseRedirect):
    """The same thing in another form is at another address."""

    status_code = 303


def also_as(names: dict[str, str]) -> Callable[[View], View]:
    """Let ``Accept`` choose between a page and files, named by their media types.

    A page is what everybody gets who does not prefer a file: browsers, and whoever takes anything.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            wanted = request.get_preferred_type([HTML, *names])
            name = names.get(wanted or HTML)
            response = elsewhere(request, name, kwargs) if name else view(request, *args, **kwargs)
            return depends_on_accept(response)

        return answer

    return decorate


def prefers_data(request: HttpRequest) -> bool:
    """Whether what is wrong should be said as data; who takes anything gets a page."""
    return request.get_preferred_type([HTML, JSON, PROBLEM]) in {JSON, PROBLEM}


def depends_on_accept(response: R) -> R:
    """Tell caches so, or one would hand a page to a program."""
    patch_vary_headers(response, ("Accept",))
    return response


def elsewhere(request: HttpRequest, name: str, kwargs: dict[str, Any]) -> HttpResponseBase:
    """The way to a file under the same query; it is whole, so a number of a page means nothing."""
    said = asked(request.GET)
    if name == LIST[ATOM] and (sorts := [sort for sort in request.GET.getlist("sort") if sort]):
        # A feed begins with the newest edition, so the order of the page has to be named.
        said["sort"] = sorts
    text = written(said)
    address = reverse(name, kwargs=kwargs)
    return SeeOther(f"{address}?{text}" if text else address)
