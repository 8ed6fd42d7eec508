"""How pages answer: reading only, and every error is a page that helps."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
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

from operations.exports.answers import problem_response, refusal
from operations.exports.standing import Gone, Moved
from operations.problems import Invalid, InvalidQuery

from .campaign import unmarked
from .fresh import never_store, revalidated
from .negotiated import depends_on_accept, prefers_data

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
        return answered(view, SAFE_METHODS, request, *args, **kwargs)

    return answer


def form_page(view: View) -> View:
    """The same for a page with a form that is sent: it takes POST too, and nobody may keep it.

    Exempt from the CSRF check, because readers have no cookie: the view looks at the origin of
    what is sent and at the ticket in it.
    """
    return for_one_reader(view, (*SAFE_METHODS, "POST"))


def private_page(view: View) -> View:
    """A page that can only be read, and that nobody may keep."""
    return for_one_reader(view, SAFE_METHODS)


def for_one_reader(view: View, methods: Collection[str]) -> View:
    @csrf_exempt
    @never_store
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return answered(view, methods, request, *args, **kwargs)

    return answer


def answered(
    view: View, methods: Collection[str], request: HttpRequest, *args: Any, **kwargs: Any
) -> HttpResponseBase:
    if request.method not in methods:
        return wrong_method(request, methods)
    if request.method in SAFE_METHODS and (plain := unmarked(request)):
        return plain
    try:
        return view(request, *args, **kwargs)
    except (InvalidQuery, Gone) as error:
        wanted = refusal(error) if prefers_data(request) else refusal_page(request, error)
        return depends_on_accept(wanted)
    except Moved as moved:
        address = reverse("operation", args=[moved.survivor])
        return HttpResponsePermanentRedirect(address, preserve_request=True)


def wrong_method(request: HttpRequest, methods: Collection[str]) -> HttpResponse:
    if prefers_data(request):
        response = problem_response(405, _("This address can only be read."))
    else:
        response = error_page(request, 405)
    response["Allow"] = ", ".join(methods)
    return depends_on_accept(response)


def refusal_page(request: HttpRequest, error: InvalidQuery | Gone) -> HttpResponse:
    if isinstance(error, Gone):
        return error_page(request, 410, gone=error)
    rest = without(request.GET, error.errors)
    return error_page(request, 400, errors=error.errors, rest=rest)


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
        413: _("This is too much at once"),
    }
