"""``/operations/``: the public list."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from operations import wording
from operations.columns import FIGURES
from operations.facets import facets
from operations.filters import Selection, conditions, select, sentence
from operations.filters.address import asked, dropped, written
from operations.problems import InvalidQuery

from . import finding
from .answers import page
from .facets import facet_links
from .form import list_form
from .list_total import list_total
from .negotiated import LIST, also_as, prefers_data
from .paging import paged
from .search_help import search_help
from .whole_record import whole_record
from .without_date import without_date


@page
@also_as(LIST)
def operations(request: HttpRequest) -> HttpResponse:
    """Rows of the operations that the query string chooses, with the form that chose them."""
    if any("" in values for _name, values in request.GET.lists()):
        return tidied(request)
    try:
        selection, looked_for = asked_of(request.GET)
        shown = paged(selection.ordered, request.GET)
    except InvalidQuery as error:
        if prefers_data(request):
            raise
        return refused(request, error)
    said = conditions(selection)
    searched = search_help(selection, shown.paginator.count)
    rows = [wording.row(edition.content, searched.query) for edition in shown]
    counted = facets(selection)
    context = {
        "form": list_form(request.GET),
        "page": shown,
        "total": shown.paginator.count,
        "rows": rows,
        "searched": searched,
        "has_arrests": any(row.is_arrest for row in rows),
        "sentence": sentence(selection, said),
        "without_date": without_date(selection, counted),
        "conditions": said,
        "as_of": selection.chosen["as_of"],
        "before_page": before_page(selection),
        "query": query_of(selection),
        "figures_note": FIGURES.note if asks_for_a_figure(selection) else "",
        "feed_query": feed_query_of(selection),
        "facets": facet_links(counted, asked(selection.query), looked_for),
        "list_total": list_total(selection, shown.paginator.count),
        "structured": None if said else whole_record(selection.editions),
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


def asked_of(query: QueryDict) -> tuple[Selection, dict[str, str]]:
    """What chooses operations, and what is looked for among the choices of which facet."""
    looked_for, errors = finding.looked_for(query)
    named = {error.parameter for error in errors}
    try:
        selection = select(query, also=("page", *finding.FINDERS.values()))
    except InvalidQuery as invalid:
        errors += [error for error in invalid.errors if error.parameter not in named]
    if errors:
        raise InvalidQuery(errors)
    return selection, looked_for


def asks_for_a_figure(selection: Selection) -> bool:
    """Whether somebody could take the rows of figures for those asked for."""
    return any(selection.chosen[name] for name in ("measure", "scope", "counted_in"))


def query_of(selection: Selection) -> str:
    """The query string for files: what is asked, wherever in the list one is."""
    text = written(asked(selection.query))
    return f"?{text}" if text else ""


def feed_query_of(selection: Selection) -> str:
    """The query string for following the list: what is new comes first, however it is sorted."""
    text = written(dropped(asked(selection.query), "sort"))
    return f"?{text}" if text else ""


def before_page(selection: Selection) -> str:
    """The query string that page links continue, ending so that ``page=`` can follow."""
    text = query_of(selection)
    return f"{text}&" if text else "?"
