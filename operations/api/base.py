"""What every view of the API has in common."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from operations.exports.answers import PREFLIGHT, open_to_all
from operations.exports.deprecations import announce
from operations.problems import shown

from .throttle import PerClient, say_what_is_left


class PublicView(APIView):
    """Read only, the same for everybody, open to scripts of every site."""

    http_method_names = ["get", "head", "options"]
    throttle_classes = [PerClient]

    def finalize_response(
        self, request: Request, response: Response, *args: Any, **kwargs: Any
    ) -> Response:
        answer = super().finalize_response(request, response, *args, **kwargs)
        say_what_is_left(request, answer)
        announce(answer, request.path)
        return open_to_all(answer)

    @extend_schema(exclude=True)
    def options(self, request: Any, *args: Any, **kwargs: Any) -> Response:
        """What browsers ask before a script sends headers of its own."""
        return Response(status=204, headers=PREFLIGHT)


def no_such(what: str, code: str) -> Http404:
    """A 404 that says which id led nowhere."""
    return Http404(_("No %(what)s has the id “%(id)s”.") % {"what": what, "id": shown(code)})
