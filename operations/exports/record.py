"""One document: an operation as it is now, or one of its editions."""

from __future__ import annotations

from calendar import timegm

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from operations.filters import known_only
from operations.models import Edition

from .answers import machine
from .fresh import kept
from .standing import numbered
from .then import asked_moment, standing


@machine
@kept
def operation_json(request: HttpRequest, code: str) -> HttpResponseBase:
    """The current document, byte for byte as it was published; with ``as_of`` the one of then."""
    return verbatim(request, standing(code, asked_moment(request.GET)))


@machine
@kept
def edition_json(request: HttpRequest, code: str, number: int) -> HttpResponseBase:
    """The document of one edition; it never changes, so its bytes have the hash published."""
    known_only(request.GET)
    return verbatim(request, numbered(code, number))


def verbatim(request: HttpRequest, edition: Edition) -> HttpResponseBase:
    """The bytes published. Their own hash is their tag."""
    tag, changed = f'"{edition.sha256}"', timegm(edition.valid_from.utctimetuple())
    response = HttpResponse(edition.document.encode(), content_type="application/json")
    response["ETag"] = tag
    response["Last-Modified"] = http_date(changed)
    if edition.valid_to is not None:
        address = reverse("operation-json", args=[edition.code])
        response["Link"] = f'<{address}>; rel="latest-version"'
    unchanged = get_conditional_response(
        request, etag=tag, last_modified=changed, response=response
    )
    return unchanged or response
