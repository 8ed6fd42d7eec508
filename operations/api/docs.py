"""The OpenAPI document, and the page that shows it."""

from __future__ import annotations

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

from operations.filters import unknown

from .base import PublicView
from .parameters import refuse


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
