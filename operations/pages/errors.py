"""Errors that no view answered: unknown addresses, unreadable requests, faults of the software."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from operations.exports.answers import is_machine_address, problem_response

from .answers import error_page
from .nearby import asked_id, elsewhere, near
from .negotiated import depends_on_accept, prefers_data

# Written out: when something went wrong, working out an address may go wrong too.
HOMES = {"en": "/", "zh-hant": "/zh-hant/"}


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return answer(request, 400, _("The request cannot be read."))


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return answer(request, 403, _("This is not allowed."))


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """The page that was meant, where that is certain; otherwise what is like it, and a search."""
    other = elsewhere(request.path_info)
    if other:
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{other}?{query}" if query else other)
    if as_data(request):
        return depends_on_accept(problem_response(404, _("There is no such address.")))
    path = request.path_info
    page = error_page(request, 404, near=near(path), asked=asked_id(path))
    return depends_on_accept(page)


def server_error(request: HttpRequest) -> HttpResponse:
    """Nothing that could fail again: no database, no style sheet."""
    detail = _("Something went wrong on our side.")
    if as_data(request):
        return problem_response(500, detail)
    homes = sorted(HOMES.items(), key=lambda home: home[0] != get_language())
    page = render_to_string("operations/fault.html", {"languages": homes})
    return HttpResponse(page, status=500)


def answer(request: HttpRequest, status: int, detail: str) -> HttpResponse:
    if as_data(request):
        return depends_on_accept(problem_response(status, detail))
    return depends_on_accept(error_page(request, status))


def as_data(request: HttpRequest) -> bool:
    """Whether a program asks: at an address for programs, or anywhere as it says itself."""
    return is_machine_address(request.path) or prefers_data(request)
