"""How machine-readable addresses answer: anybody may read them, and errors are data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, TypeVar

import orjson
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponsePermanentRedirect,
)
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from operations.problems import CONTENT_TYPE, Invalid, InvalidQuery, problem

from .deprecations import announce
from .described import EXPOSED
from .standing import Gone, Moved

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
# What scripts of other sites may read beside the body.
READABLE = ", ".join((*EXPOSED, "RateLimit", "RateLimit-Policy", "Retry-After"))
# What browsers are told that ask before a script sends headers of its own, such as a tag.
PREFLIGHT = {
    "Allow": ", ".join(SAFE_METHODS),
    "Access-Control-Allow-Methods": ", ".join(SAFE_METHODS),
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
}
# How the names of files end that programs read, in whatever answer.
SUFFIXES = (
    ".atom",
    ".bib",
    ".csv",
    ".geojson",
    ".json",
    ".ndjson",
    ".parquet",
    ".ris",
    ".xlsx",
)


class TooLarge(ValueError):  # noqa: N818 - an answer, not a fault
    """More than the format asked for can hold; says what it can, and what to ask for instead."""


View = Callable[..., HttpResponseBase]
R = TypeVar("R", bound=HttpResponseBase)


def machine(view: View) -> View:
    """Make a view answer whatever reads, from any site, and every error as problem+json."""

    @csrf_exempt
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "OPTIONS":
            return open_to_all(HttpResponse(status=204, headers=PREFLIGHT))
        response = safely(view, request, *args, **kwargs)
        announce(response, request.path)
        return open_to_all(response)

    return answer


def safely(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    """The answer of the view, or the problem that it raised."""
    if request.method not in SAFE_METHODS:
        return wrong_method()
    try:
        return view(request, *args, **kwargs)
    except Moved as moved:
        address = of_survivor(request, moved.survivor)
        return HttpResponsePermanentRedirect(address, preserve_request=True)
    except (Gone, Http404, InvalidQuery, TooLarge) as error:
        return refusal(error)


def refusal(error: Exception) -> HttpResponse:
    """The problem that an error is to whoever asked."""
    match error:
        case InvalidQuery():
            return problem_response(400, _("The query cannot be answered."), error.errors)
        case TooLarge():
            return problem_response(413, str(error))
        case Gone():
            return gone_response(error)
    words = error.args[0] if error.args else _("There is no such operation or edition.")
    return problem_response(404, str(words))


def of_survivor(request: HttpRequest, code: str) -> str:
    """The same file of the operation that took over, under the same query.

    Where editions differ, its document: what was asked of an edition says nothing of another.
    """
    match = request.resolver_match
    # Types of the stubs lack it.
    if match is None or set(match.captured_kwargs) != {"code"}:  # type: ignore[attr-defined]
        return reverse("operation-json", args=[code])
    address, query = reverse(match.view_name, args=[code]), request.META.get("QUERY_STRING", "")
    return f"{address}?{query}" if query else address


def wrong_method() -> HttpResponse:
    answer = problem_response(405, _("This address can only be read."))
    answer["Allow"] = PREFLIGHT["Allow"]
    return answer


def gone_response(gone: Gone) -> HttpResponse:
    """What is left of something withdrawn: the class, and the reason for readers."""
    extra = {"class": gone.withdrawal_class, "reason": gone.reason}
    return problem_response(410, gone.class_words, (), **extra)


def problem_response(
    status: int, detail: str, errors: Iterable[Invalid] = (), **extra: Any
) -> HttpResponse:
    """An RFC 9457 document."""
    body = orjson.dumps(problem(status, detail, errors, **extra))
    return open_to_all(HttpResponse(body, status=status, content_type=CONTENT_TYPE))


def open_to_all(response: R) -> R:
    """Let programs on any site read the answer: nothing in it depends on who asks."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = READABLE
    return response


def is_machine_address(path: str) -> bool:
    """Whether an address, even a mistyped one, is asked for by a program."""
    if path.startswith("/data/") and not path.endswith("/"):
        return True  # a file of a release, whatever its name
    return path.startswith("/api/") or path.rstrip("/").endswith(SUFFIXES)
