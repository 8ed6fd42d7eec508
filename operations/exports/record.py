"""One document: an operation as it is now, or one of its editions."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from operations.filters import known_only
from operations.models import Edition

from .answers import machine
from .standing import current, numbered


@machine
def operation_json(request: HttpRequest, code: str) -> HttpResponseBase:
    """The current document, byte for byte as it was published."""
    known_only(request.GET)
    return verbatim(current(code))


@machine
def edition_json(request: HttpRequest, code: str, number: int) -> HttpResponseBase:
    """The document of one edition; it never changes, so its bytes have the hash published."""
    known_only(request.GET)
    return verbatim(numbered(code, number))


def verbatim(edition: Edition) -> HttpResponse:
    return HttpResponse(edition.document.encode(), content_type="application/json")
