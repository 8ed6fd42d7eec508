"""``/corrections/``: what was changed, withdrawn, merged or redacted, and why."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from operations.codes import EditionKind
from operations.models import Edition

from .answers import page
from .paging import address_without_page, known_only, paged

# Reissues change names and sources that are shown, not what the record says.
LOGGED = (
    EditionKind.CORRECTED,
    EditionKind.WITHDRAWN,
    EditionKind.MERGED,
    EditionKind.REDACTED,
)


@page
def corrections(request: HttpRequest) -> HttpResponse:
    known_only(request.GET)
    logged = Edition.objects.filter(kind__in=LOGGED).select_related("merged_into")
    logged = logged.defer("document", "search_text").order_by("-valid_from", "-pk")
    context = {
        "page": paged(logged, request.GET),
        "before_page": address_without_page(request.GET),
    }
    return render(request, "operations/corrections.html", context)
