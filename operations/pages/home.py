"""``/`` and ``/about/``."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from operations import wording
from operations.exports.licence import LICENCE_URL
from operations.filters import order_by
from operations.models import Edition

from .answers import page

LATEST = 6


@page
def home(request: HttpRequest) -> HttpResponse:
    """What this is, the latest operations, and how to take the data out."""
    public = Edition.objects.public()
    rows = [wording.row(edition.content) for edition in public.order_by(*order_by(None))[:LATEST]]
    context = {
        "rows": rows,
        "has_arrests": any(row.is_arrest for row in rows),
        "total": public.count(),
        "licence_url": LICENCE_URL,
    }
    return render(request, "operations/home.html", context)


@page
def about(request: HttpRequest) -> HttpResponse:
    context = {"licence_url": LICENCE_URL, "contact": settings.CONTACT}
    return render(request, "operations/about.html", context)
