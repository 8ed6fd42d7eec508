"""``/sources/``: what was read, by those that a public record cites."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from operations import wording
from operations.document.lookup import describe
from operations.models import Edition, EditionTerm, Source
from operations.wording import SourceLine

from .answers import page
from .context_records import cited_in_context
from .naming import naming
from .paging import address_without_page, known_only, paged

PAGE_SIZE = 50


@page
def sources(request: HttpRequest) -> HttpResponse:
    known_only(request.GET)
    shown = paged(
        public_sources(cited_in_context()).order_by("publisher", "code"), request.GET, PAGE_SIZE
    )
    context = {
        "page": shown,
        "total": shown.paginator.count,
        "sources": [SourceLine(describe(source), source) for source in shown],
        "before_page": address_without_page(request.GET),
    }
    return render(request, "operations/sources.html", context)


@page
def source(request: HttpRequest, code: str) -> HttpResponse:
    """One source, what became of it, and the operations that cite it."""
    known_only(request.GET)
    in_context = cited_in_context()
    found = public_sources(in_context).filter(code=code).first()
    if found is None:
        raise Http404(_("There is no such source."))
    shown = paged(naming("source", code), request.GET)
    context = {
        "source": SourceLine(describe(found), found),
        "in_context": code in in_context,
        "page": shown,
        "rows": [wording.row(edition.content) for edition in shown],
        "before_page": address_without_page(request.GET),
    }
    return render(request, "operations/source.html", context)


def public_sources(in_context: set[str]) -> QuerySet[Source]:
    """Sources of public editions and of public context; a draft's sources are not among them."""
    rows = EditionTerm.objects.filter(
        vocabulary="source", term=OuterRef("code"), edition__in=Edition.objects.public()
    )
    cited = Q(Exists(rows)) | Q(code__in=in_context)
    return Source.objects.filter(cited).prefetch_related("archives")
