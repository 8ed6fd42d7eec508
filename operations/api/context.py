"""The context that operations stand in, from the documents stored at its publication."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.response import Response

from operations.models import Assessment, Statement
from operations.shapes import ASSESSMENT, STATEMENT, Schema

from .base import PublicView, no_such
from .cursor import Key, code
from .documentation import describes_item, describes_list
from .page import Item, page, position_of, stored, walked
from .parameters import Orders, ask_keys, ask_page

# Other columns belong to the working copy, and cursors would show them.
ORDERS: Orders = {"id": (Key("code", code),)}


def list_of(model: Any, shape: Schema, request: Request) -> Response:
    asked = ask_page(request.query_params, shape["properties"], ORDERS)
    records = model.objects.public()

    def fetch(most: int) -> Iterator[Item]:
        for record in walked(records, asked).only("code", "document")[:most]:
            yield Item(position_of(record, asked.keys), stored(record.document, asked.wanted))

    return Response(page(request, asked, fetch, records.count))


def item_of(model: Any, shape: Schema, request: Request, code: str) -> Response:
    wanted = ask_keys(request.query_params, shape["properties"])
    record = model.objects.public().filter(code=code).only("document").first()
    if record is None:
        raise no_such(_("public record"), code)
    return Response(stored(record.document, wanted))


class AssessmentList(PublicView):
    """Yearly reports on Hong Kong in the order of their ids."""

    @describes_list("Assessment", "assessments")
    def get(self, request: Request) -> Response:
        return list_of(Assessment, ASSESSMENT, request)


class AssessmentDetail(PublicView):
    """One yearly report by its id."""

    @describes_item("Assessment", "assessments")
    def get(self, request: Request, code: str) -> Response:
        return item_of(Assessment, ASSESSMENT, request, code)


class StatementList(PublicView):
    """What governments and treaty bodies said, in the order of the ids."""

    @describes_list("Statement", "statements")
    def get(self, request: Request) -> Response:
        return list_of(Statement, STATEMENT, request)


class StatementDetail(PublicView):
    """One statement by its id."""

    @describes_item("Statement", "statements")
    def get(self, request: Request, code: str) -> Response:
        return item_of(Statement, STATEMENT, request, code)
