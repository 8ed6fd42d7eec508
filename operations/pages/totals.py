"""``/totals/``: a sum that says what it counted, what it left out, and why."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from operations.codes import Measure
from operations.filters import conditions
from operations.filters.sentence import without
from operations.problems import InvalidQuery
from operations.totals import ROWS_ARE, Asked, By, ask, rows_note
from operations.totals.asking import choosing_operations
from operations.totals.words import (
    in_words,
    is_arrest,
    where,
    why_at_least,
    why_nothing,
)
from operations.wording.codes import label

from .answers import page
from .listing import tidied
from .negotiated import JSON, also_as, prefers_data
from .totals_form import total_form
from .totals_lines import counted_lines, known_operations, left_out_lines, place_names
from .totals_rows import row_lines


@page
@also_as({JSON: "api:totals"})
def totals(request: HttpRequest) -> HttpResponse:
    """The total that the query string asks for; without a measure the form that asks for one."""
    if any("" in values for _name, values in request.GET.lists()):
        return tidied(request)
    names_measure = "measure" in request.GET
    try:
        asked = ask(request.GET, measure=None if names_measure else Measure.PERSONS_ARRESTED)
    except InvalidQuery as error:
        if prefers_data(request):
            raise
        context = {"form": total_form(request.GET, error.errors), "errors": error.errors}
        return render(request, "operations/totals.html", context, status=400)
    context = {"form": total_form(request.GET), **surroundings(asked)}
    if names_measure:
        context |= shown(asked)
    return render(request, "operations/totals.html", context)


def surroundings(asked: Asked) -> dict[str, Any]:
    """Over which operations it is added up; each condition can be dropped."""
    found = conditions(asked.selection)
    narrowed = choosing_operations(asked.query)
    return {
        "conditions": [(each, without(asked.query, each.parameter)) for each in found],
        "list_address": with_query("operations", narrowed),
    }


def shown(asked: Asked) -> dict[str, Any]:
    total = asked.total()
    found = total.sum
    known, places = known_operations(asked), place_names(found)
    return {
        "total": total,
        "measure": label(Measure, found.question.measure),
        "where": where(found.question, places),
        "words": in_words(found, places),
        "is_arrest": is_arrest(found),
        "why_nothing": why_nothing(found, places),
        "why_at_least": list(why_at_least(found)) if found.value is not None else [],
        "counted": list(counted_lines(asked, found, known)),
        "left_out": list(left_out_lines(asked, found, known, places)),
        "by_words": label(By, total.by),
        "rows": list(row_lines(asked, total, known, places)),
        "rows_are": ROWS_ARE.get(total.by or "", ""),
        "rows_note": rows_note(total),
        "api_address": with_query("api:totals", asked.query),
        "cite_address": with_query("cite-total", asked.query),
    }


def with_query(name: str, query: QueryDict) -> str:
    text = query.urlencode()
    return f"{reverse(name)}?{text}" if text else reverse(name)
