"""``/`` and ``/about/``."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from operations import charts, wording
from operations.exports.addresses import absolute
from operations.exports.formats import FORMATS
from operations.exports.licence import LICENCE_URL
from operations.filters import known_only, order_by, select
from operations.reporting import removals

from .answers import page
from .browse import ways
from .disputes import mistaken, widest
from .example import example
from .period import searched
from .whole_record import whole_record

LATEST = 6


@page
def home(request: HttpRequest) -> HttpResponse:
    """What this is, ways in, what is new and what is disputed, and how to take the data out."""
    if request.GET:
        return redirect(searched(request.GET))
    selection = select(QueryDict())
    public = selection.editions
    rows = [wording.row(edition.content) for edition in public.order_by(*order_by(None))[:LATEST]]
    record = example(public)
    context = {
        "ways": ways(selection),
        "rows": rows,
        "has_arrests": any(row.is_arrest for row in rows),
        "total": public.count(),
        "example": record,
        "headline": record.headline if record else None,
        "years": charts.years(selection),
        "widest": widest(public),
        "mistaken": mistaken(public),
        "formats": FORMATS,
        "example_address": absolute(FORMATS[0].address),
        "licence_url": LICENCE_URL,
        "structured": whole_record(public),
    }
    return render(request, "operations/home.html", context)


@page
def about(request: HttpRequest) -> HttpResponse:
    known_only(request.GET)
    context = {
        "licence_url": LICENCE_URL,
        "contact": settings.CONTACT,
        "removal_days": settings.REPORT_REMOVAL_DAYS,
        # Asked by the page itself: nothing else of it needs the database.
        "removals": removals,
    }
    return render(request, "operations/about.html", context)
