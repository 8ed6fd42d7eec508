"""``/operations/``: the public list."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from operations import wording
from operations.filters import Selection, conditions, select, sentence
from operations.problems import InvalidQuery

from .answers import page
from .form import list_form
from .list_total import list_total
from .paging import address_without_page, paged


@page
def operations(request: HttpRequest) -> HttpResponse:
    """Rows of the operations that the query string chooses, with the form that chose them."""
    if any("" in values for _name, values in request.GET.lists()):
        return tidied(request)
    try:
        selection = select(request.GET, also=("page",))
        shown = paged(selection.ordered, request.GET)
    except InvalidQuery as error:
        return refused(request, error)
    said = conditions(selection)
    rows = [wording.row(edition.content) for edition in shown]
    context = {
        "form": list_form(request.GET),
        "page": shown,
        "total": shown.paginator.count,
        "rows": rows,
        "has_arrests": any(row.is_arrest for row in rows),
        "sentence": sentence(selection, said),
        "conditions": said,
        "as_of": selection.chosen["as_of"],
        "before_page": address_without_page(request.GET),
        "query": query_of(selection),
        "list_total": list_total(selection),
    }
    return render(request, "operations/list.html", context)


def tidied(request: HttpRequest) -> HttpResponse:
    """Send on to the address without what the form left empty: that one is worth sharing."""
    query = request.GET.copy()
    for name, values in request.GET.lists():
        query.setlist(name, [value for value in values if value])
    text = query.urlencode()
    return redirect(f"{request.path}?{text}" if text else request.path)


def refused(request: HttpRequest, error: InvalidQuery) -> HttpResponse:
    """The form with what was typed still in it, and what was wrong with it."""
    context = {"form": list_form(request.GET, error.errors), "errors": error.errors}
    return render(request, "operations/list_refused.html", context, status=400)


def query_of(selection: Selection) -> str:
    """The query string for files: everything but the page."""
    return address_without_page(selection.query).rstrip("&?")
