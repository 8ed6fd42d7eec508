"""Citations as files: BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from operations.exports.answers import machine

from .asking import of_edition, of_list, of_total
from .citation import Citation
from .formats import BY_SUFFIX


@machine
def edition_file(
    request: HttpRequest, code: str, suffix: str, number: int | None = None
) -> HttpResponseBase:
    """An edition, or one figure of it: ``?figure=``."""
    return file(of_edition(request.GET, code, number), suffix)


@machine
def list_file(request: HttpRequest, suffix: str) -> HttpResponseBase:
    return file(of_list(request.GET), suffix)


@machine
def total_file(request: HttpRequest, suffix: str) -> HttpResponseBase:
    return file(of_total(request.GET), suffix)


def file(citation: Citation, suffix: str) -> HttpResponse:
    form = BY_SUFFIX[suffix]
    response = HttpResponse(form.write(citation), content_type=form.media_type)
    response["Content-Disposition"] = f'attachment; filename="{citation.key}.{suffix}"'
    return response
