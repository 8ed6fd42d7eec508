"""Every error of the API as a problem document (RFC 9457)."""

from __future__ import annotations

import logging
from typing import Any

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from rest_framework.exceptions import APIException
from rest_framework.views import set_rollback

from operations.exports.answers import problem_response
from operations.problems import InvalidQuery

logger = logging.getLogger("django.request")


class Gone(Exception):  # noqa: N818 - an answer, not a fault
    """An operation that is no longer public, with the class of its withdrawal."""

    def __init__(self, withdrawal_class: str, detail: str) -> None:
        self.withdrawal_class = withdrawal_class
        super().__init__(detail)


def handle(error: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """The answer to an error that a view raised; ``None`` lets debug mode show its own page."""
    set_rollback()
    match error:
        case InvalidQuery():
            return problem_response(400, _("Some parameters cannot be read."), error.errors)
        case Gone():
            return problem_response(410, str(error), **{"class": error.withdrawal_class})
        case Http404():
            return problem_response(404, str(error.args[0]) if error.args else "")
        case APIException():
            return problem_response(error.status_code, str(error.detail))
        case SuspiciousOperation():
            return problem_response(400, _("The request cannot be read."))
    if settings.DEBUG:
        return None
    # Answered here and not by the site's page for errors, so what Django would log is lost.
    logger.error(
        "Internal Server Error: %s",
        context["request"].path,
        exc_info=error,
        extra={"status_code": 500, "request": context["request"]},
    )
    return problem_response(500, _("The fault is ours and has been recorded."))
