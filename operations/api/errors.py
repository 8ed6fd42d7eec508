"""Every error of the API as a problem document (RFC 9457)."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from rest_framework.exceptions import APIException
from rest_framework.reverse import reverse
from rest_framework.views import set_rollback

from operations.exports.answers import gone_response, problem_response
from operations.exports.standing import Gone, Moved
from operations.problems import InvalidQuery


def handle(error: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """The answer to an error that a view raised; ``None`` leaves a fault to the site."""
    set_rollback()
    match error:
        case InvalidQuery():
            return problem_response(400, _("The query cannot be answered."), error.errors)
        case Http404():
            return problem_response(404, str(error.args[0]) if error.args else "")
        case Gone():
            return gone_response(error)
        case Moved():
            return moved(error, context["request"].META.get("QUERY_STRING", ""))
        case APIException():
            return problem_response(error.status_code, str(error.detail))
    return None


def moved(error: Moved, query: str) -> HttpResponse:
    """The way to the operation that this one was merged into, query string and all."""
    address = reverse("api:operation", [error.survivor])
    return HttpResponse(
        status=308, headers={"Location": f"{address}?{query}" if query else address}
    )
