"""Every error of the API as a problem document (RFC 9457)."""

from __future__ import annotations

from math import ceil
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from rest_framework.exceptions import APIException, NotAcceptable, Throttled
from rest_framework.reverse import reverse
from rest_framework.views import APIView, set_rollback

from operations.exports.answers import problem_response, refusal
from operations.exports.standing import Gone, Moved
from operations.problems import InvalidQuery


def handle(error: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """The answer to an error that a view raised; ``None`` leaves a fault to the site."""
    set_rollback()
    match error:
        case InvalidQuery() | Gone():
            return refusal(error)
        case Http404():
            return problem_response(404, str(error.args[0]) if error.args else "")
        case Moved():
            return moved(error, context["request"].META.get("QUERY_STRING", ""))
        case Throttled():
            return come_back(error)
        case APIException():
            return problem_response(error.status_code, words_of(error, context["view"]))
    return None


def words_of(error: APIException, view: APIView) -> str:
    """What was wrong; of a format that is not there, which ones are."""
    if not isinstance(error, NotAcceptable):
        return str(error.detail)
    types = [renderer.media_type for renderer in view.get_renderers()]
    return _("This address answers with %(types)s only.") % {"types": ", ".join(types)}


def come_back(error: Throttled) -> HttpResponse:
    """Too many requests; after how many seconds there will be an answer again."""
    seconds = max(ceil(getattr(error, "wait", None) or 0), 1)
    words = _("Too many requests from your address; come back in %(seconds)s seconds.")
    answer = problem_response(429, words % {"seconds": seconds})
    answer["Retry-After"] = str(seconds)
    return answer


def moved(error: Moved, query: str) -> HttpResponse:
    """The way to the operation that this one was merged into, query string and all."""
    address = reverse("api:operation", [error.survivor])
    return HttpResponse(
        status=308, headers={"Location": f"{address}?{query}" if query else address}
    )
