"""``/api/totals/``: a safe sum, with what it counted and what it left out."""

from __future__ import annotations

from typing import Any

from django.utils.text import format_lazy
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from operations.codes import Measure, Scope
from operations.shapes import ref
from operations.totals import ROWS_ARE, By, ask

from .base import PublicView
from .documentation import TEXT, filter_parameters, problems, query


def rows_are() -> Any:
    """What the rows of each grouping stand for."""
    each = [format_lazy("`{}`: {}", by.value, ROWS_ARE[by]) for by in By]
    narrower = "The row of a term is the safe sum of the operations that name it or a narrower one."
    return format_lazy("{} " * len(each) + "{}", *each, narrower)


CHOOSING = [
    OpenApiParameter(
        "measure",
        type={"type": "string", "enum": Measure.values},
        description="What is added up. It chooses the figure, not operations.",
        required=True,
    ),
    query(
        "scope",
        {"type": "string", "enum": Scope.values},
        "Which offences the figure covers. Unless given all_offences; not_applicable for premises,"
        " officers, checks and money.",
    ),
    query(
        "counted_in",
        {**TEXT, "default": "hk"},
        "Where the figure was counted: a code listed at /terms/place/. Unless given hk.",
    ),
    query(
        "by",
        {"type": "string", "enum": By.values},
        rows_are(),
    ),
]


def parameters() -> list[OpenApiParameter]:
    """Those that choose the figure, then those that choose operations."""
    own = {each.name for each in CHOOSING}
    return [*CHOOSING, *(each for each in filter_parameters() if each.name not in own)]


class TotalView(PublicView):
    """One figure added up over the operations chosen.

    What may not be added is left out, with the reason: undated (by year only), inside another,
    may overlap another, covers others, not stated, another scope, disputed, interim, not additive.
    Measure, scope and place choose the figure and leave no operation out by themselves.
    """

    @extend_schema(
        operation_id="totals_retrieve",
        tags=["totals"],
        parameters=parameters(),
        responses={200: OpenApiResponse(ref("Total"), "The sum."), **problems(400, 405, 406, 429)},
    )
    def get(self, request: Request) -> Response:
        return Response(ask(request.query_params).total().as_dict())
