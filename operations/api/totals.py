"""``/api/totals/``: a safe sum, with what it counted and what it left out."""

from __future__ import annotations

from rest_framework.request import Request
from rest_framework.response import Response

from operations.totals import ask

from .base import PublicView
from .documentation import describes_total


class TotalView(PublicView):
    """One figure added up over operations; what may not be added is left out with the reason."""

    @describes_total()
    def get(self, request: Request) -> Response:
        return Response(ask(request.query_params).total().as_dict())
