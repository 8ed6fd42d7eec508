"""How pages answer: reading only, and every error is a page that helps."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponsePermanentRedirect,
    QueryDict,
)
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from operations.exports.standing import Gone, Moved
from operations.problems import Invalid, InvalidQuery

from .campaign import unmarked
from .fresh import revalidated

SAFE_METHODS = ("GET", "HEAD")
View = Callable[..., HttpResponseBase]


def page(view: View) -> View:
    """Make a view answer GET and HEAD, and turn what it raises into pages.

    Exempt from the CSRF check, because no public page changes anything: a wrong method is said
    to be one, instead of a missing token.
    """

    @csrf_exempt
    @revalidated
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method not in SAFE_METHODS:
            return wrong_method(request)
        if plain := unmarked(request):
            return plain
        try:
            return view(request, *args, **kwargs)
        except InvalidQuery as error:
            rest = without(request.GET, error.errors)
            return error_page(request, 400, errors=error.errors, rest=rest)
        except Gone as gone:
            return error_page(request, 410, gone=gone)
        except Moved as moved:
            address = reverse("operation", args=[moved.survivor])
            return HttpResponsePermanentRedirect(address, preserve_request=True)

    return answer


def wrong_method(request: HttpRequest) -> HttpResponse:
    response = error_page(request, 405)
    response["Allow"] = ", ".join(SAFE_METHODS)
    return response


def error_page(request: HttpRequest, status: int, **context: Any) -> HttpResponse:
    """A page that says what happened and where to go on."""
    title = titles().get(status, HTTPStatus(status).phrase)
    words = {"status": status, "title": title, "is_error": True}
    return render(request, "operations/error.html", {**words, **context}, status=status)


def without(query: QueryDict, errors: Iterable[Invalid]) -> str:
    """The query string without what was wrong, for a link that is understood."""
    rest = query.copy()
    for error in errors:
        rest.pop(error.parameter, None)
    return rest.urlencode()


def titles() -> dict[int, str]:
    return {
        400: _("This address cannot be answered"),
        403: _("This is not allowed"),
        404: _("There is no such page"),
        405: _("This page can only be read"),
        410: _("This was taken off the record"),
    }
