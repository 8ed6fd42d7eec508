"""Where the API begins, and where addresses that it does not have end."""

from __future__ import annotations

from django.http import Http404, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse

from operations.filters import unknown
from operations.models import VOCABULARIES

from .base import PublicView
from .parameters import refuse

LISTS = ("operations", "figures", "sources", "assessments", "statements", "schema", "docs")


class Root(PublicView):
    """Addresses of everything the API has."""

    @extend_schema(exclude=True)
    def get(self, request: Request) -> Response:
        refuse(list(unknown(request.query_params, ())))
        return Response(
            {
                **{name: reverse(f"api:{name}", request=request) for name in LISTS},
                "terms": {
                    vocabulary: reverse("api:terms", [vocabulary], request=request)
                    for vocabulary in VOCABULARIES
                },
            }
        )


class Elsewhere(PublicView):
    """Any other address under the API: a problem document, not a page."""

    @extend_schema(exclude=True)
    def get(self, request: Request) -> HttpResponseBase:
        if not request.path_info.endswith("/") and exists(f"{request.path_info}/"):
            # As Django does it elsewhere; here it finds this view first.
            return HttpResponsePermanentRedirect(request.get_full_path(force_append_slash=True))
        raise Http404(_("The API has no such address; /api/ lists those that it has."))


def exists(path: str) -> bool:
    try:
        match = resolve(path)
    except Resolver404:
        return False
    return getattr(match.func, "view_class", None) is not Elsewhere
