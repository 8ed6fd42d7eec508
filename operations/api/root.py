"""Where the API begins."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse

from operations.filters import unknown
from operations.models import VOCABULARIES

from .base import PublicView
from .parameters import refuse

LISTS = (
    "operations",
    "figures",
    "changes",
    "sources",
    "assessments",
    "statements",
    "schema",
    "docs",
)
# A total needs a measure; every address named here answers.
TOTAL = "?measure=persons_arrested"


class Root(PublicView):
    """Addresses of everything the API has."""

    @extend_schema(exclude=True)
    def get(self, request: Request) -> Response:
        refuse(list(unknown(request.query_params, ())))
        return Response(
            {
                **{name: reverse(f"api:{name}", request=request) for name in LISTS},
                "totals": reverse("api:totals", request=request) + TOTAL,
                "terms": {
                    vocabulary: reverse("api:terms", [vocabulary], request=request)
                    for vocabulary in VOCABULARIES
                },
            }
        )
