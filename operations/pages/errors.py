"""Errors that no view answered: unknown addresses, unreadable requests, faults of the software."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from operations.exports.answers import is_machine_address, problem_response

from .answers import error_page


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return answer(request, 400, _("The request cannot be read."))


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return answer(request, 403, _("This is not allowed."))


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return answer(request, 404, _("There is no such address."))


def server_error(request: HttpRequest) -> HttpResponse:
    """Nothing that could fail again: no database, no style sheet."""
    detail = _("Something went wrong on our side.")
    if is_machine_address(request.path):
        return problem_response(500, detail)
    return HttpResponse(render_to_string("operations/fault.html"), status=500)


def answer(request: HttpRequest, status: int, detail: str) -> HttpResponse:
    if is_machine_address(request.path):
        return problem_response(status, detail)
    return error_page(request, status)
