"""The OpenAPI document, and the page that shows it."""

from __future__ import annotations

from typing import Any

from csp.constants import SELF, UNSAFE_INLINE
from csp.decorators import csp_update
from django.utils.decorators import method_decorator
from drf_spectacular.renderers import (
    OpenApiJsonRenderer,
    OpenApiJsonRenderer2,
    OpenApiYamlRenderer,
)
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.request import Request
from rest_framework.response import Response

from operations.exports.licence import LICENCE, LICENCE_URL
from operations.filters import unknown
from operations.shapes import COMPONENTS

from .base import PublicView
from .parameters import refuse

DESCRIPTION = """\
Published law-enforcement operations against sex trafficking, vice syndicates and triads connected
with Hong Kong, and the figures that named sources give for them.

A figure is a claim, with its scope. “Arrested” is not “guilty”, and a vice or triad arrest is not
a trafficking arrest. Figures are not to be added up without their scopes, parts and rivals.

Repeating a parameter means “or”, different ones mean “and”; a parameter that is not understood is
an error that names it, never “everything”. Errors are problem details (RFC 9457).
"""
TAGS = {
    "operations": "What happened: one document an operation.",
    "figures": "What was counted: every figure of the operations chosen.",
    "totals": "Sums that say what they counted and what they left out, and why.",
    "changes": "Every edition in the order of publication: what a copy needs to stay whole.",
    "sources": "What was read, and what became of its address.",
    "terms": "The vocabularies that documents name.",
    "assessments": "Yearly reports on Hong Kong.",
    "statements": "What governments and treaty bodies said.",
}


def complete(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Last step of the generation: shapes of the answers, and what the API is about."""
    result["components"]["schemas"] = COMPONENTS
    result["info"] |= {"description": DESCRIPTION, "license": {"name": LICENCE, "url": LICENCE_URL}}
    result["tags"] = [{"name": name, "description": text} for name, text in TAGS.items()]
    return result


class SchemaView(PublicView, SpectacularAPIView):
    """This API in OpenAPI 3.1."""

    renderer_classes = [OpenApiJsonRenderer2, OpenApiJsonRenderer, OpenApiYamlRenderer]

    @extend_schema(exclude=True)
    def get(self, request: Request) -> Response:
        refuse(list(unknown(request.query_params, ())))
        answer: Response = super().get(request)  # type: ignore[no-untyped-call]
        return answer


# Swagger UI writes inline styles and draws its marks from data addresses.
SWAGGER_POLICY = {"style-src": [SELF, UNSAFE_INLINE], "img-src": [SELF, "data:"]}


@method_decorator(csp_update(SWAGGER_POLICY), name="dispatch")
class DocsView(PublicView, SpectacularSwaggerSplitView):
    """Swagger UI from the site's own files, its script at an address of its own."""

    url_name = "api:schema"
    template_name = "operations/api/docs.html"

    @extend_schema(exclude=True)
    def get(self, request: Request) -> Response:
        refuse(list(unknown(request.query_params, ("script",))))
        answer: Response = super().get(request)  # type: ignore[no-untyped-call]
        # Asking for the real one would set a cookie, and an API that is only read needs none.
        answer.data["csrf_token"] = ""
        return answer
