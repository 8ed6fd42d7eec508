"""``/corrections/``: what was changed, withdrawn, merged or redacted, and why."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from operations.exports.corrections import corrections as logged

from .answers import page
from .negotiated import ATOM, also_as
from .paging import address_without_page, known_only, paged


@page
@also_as({ATOM: "corrections-atom"})
def corrections(request: HttpRequest) -> HttpResponse:
    known_only(request.GET)
    context = {
        "page": paged(logged(), request.GET),
        "before_page": address_without_page(request.GET),
    }
    return render(request, "operations/corrections.html", context)
