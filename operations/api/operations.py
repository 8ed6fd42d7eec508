"""Operations: the list that every query parameter narrows, and one document."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rest_framework.request import Request
from rest_framework.response import Response

from operations.exports.then import standing
from operations.filters import order_by
from operations.shapes import OPERATION

from .base import PublicView
from .cursor import Key, code, flag
from .documentation import AS_OF, describes_item, describes_list
from .page import Item, page, position_of, stored, walked
from .parameters import Orders, ask_operations, ask_then

READERS = {"undated": flag, "sort_date": date.fromisoformat, "code": code}


def keys_of(sort: str) -> list[Key]:
    """The columns of one of the list's orders, as the pages sort by them."""
    columns = [str(column) for column in order_by(sort)]
    return [
        Key(column.lstrip("-"), READERS[column.lstrip("-")], descending=column.startswith("-"))
        for column in columns
    ]


ORDERS: Orders = {sort: keys_of(sort) for sort in ("-date", "date")}


class OperationList(PublicView):
    """Published operations: the same ones that the same query string shows on the page."""

    @describes_list("Operation", "operations", filtered=True)
    def get(self, request: Request) -> Response:
        asked, selection = ask_operations(request.query_params, OPERATION["properties"], ORDERS)

        def fetch(most: int) -> Iterator[Item]:
            columns = (*(key.column for key in asked.keys), "document")
            for edition in walked(selection.editions, asked).only(*columns)[:most]:
                yield Item(position_of(edition, asked.keys), stored(edition.document, asked.wanted))

        return Response(page(request, asked, fetch, selection.editions.count))


class OperationDetail(PublicView):
    """The document of one operation as it was last published; with `as_of`, of then."""

    @describes_item("Operation", "operations", may_be_gone=True, also=[AS_OF])
    def get(self, request: Request, code: str) -> Response:
        wanted, moment = ask_then(request.query_params, OPERATION["properties"])
        return Response(stored(standing(code, moment).document, wanted))
