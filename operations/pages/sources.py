"""``/sources/``: what was read, by those that a public record cites."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from operations import wording
from operations.document.lookup import describe
from operations.document.sources import context_sources, public_sources
from operations.wording import SourceLine

from .answers import page
from .naming import naming
from .negotiated import JSON, also_as
from .paging import address_without_page, known_only, paged

PAGE_SIZE = 50


@page
@also_as({JSON: "api:sources"})
def sources(request: HttpRequest) -> HttpResponse:
    known_only(request.GET)
    found = public_sources().prefetch_related("archives").order_by("publisher", "code")
    shown = paged(found, request.GET, PAGE_SIZE)
    context = {
        "page": shown,
        "total": shown.paginator.count,
        "sources": [SourceLine(describe(source), source) for source in shown],
        "before_page": address_without_page(request.GET),
    }
    return render(request, "operations/sources.html", context)


@page
@also_as({JSON: "api:source"})
def source(request: HttpRequest, code: str) -> HttpResponse:
    """One source, what became of it, and the operations that cite it."""
    known_only(request.GET)
    in_context = context_sources()
    found = public_sources(in_context).prefetch_related("archives").filter(code=code).first()
    if found is None:
        raise Http404(_("There is no such source."))
    shown = paged(naming("source", code), request.GET)
    context = {
        "source": SourceLine(describe(found), found),
        # Beside the document, like the health: made at night, and never public itself.
        "kept": [copy for copy in found.archives.all() if copy.kept and not copy.quoted],
        "in_context": code in in_context,
        "page": shown,
        "rows": [wording.row(edition.content) for edition in shown],
        "before_page": address_without_page(request.GET),
    }
    return render(request, "operations/source.html", context)
