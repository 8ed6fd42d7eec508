"""Figures of the operations that a query chooses, each with the id of its operation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from operations.columns import FIGURES
from operations.exports.figures import FIGURE_KEY, count
from operations.models import Edition
from operations.models.edition import EditionQuerySet
from operations.shapes import OWNED_FIGURE

from .base import PublicView
from .cursor import Key, Position, at, beyond, number, ordering
from .documentation import describes_list
from .operations import ORDERS as OPERATION_ORDERS
from .page import Item, page, picked, position_of
from .parameters import Asked, Orders, ask_operations

FIGURE_NUMBER = Key("number", number)

ORDERS: Orders = {sort: (*keys, FIGURE_NUMBER) for sort, keys in OPERATION_ORDERS.items()}


class FigureList(PublicView):
    """Every figure of the operations chosen: rivals, parts and interim counts too."""

    @extend_schema(description=FIGURES.note)
    @describes_list("OwnedFigure", "figures", filtered=True, counts=False)
    def get(self, request: Request) -> Response:
        known = OWNED_FIGURE["properties"]
        asked, selection = ask_operations(request.query_params, known, ORDERS, counts=False)
        walk = FigureWalk(asked, selection.editions)
        return Response(page(request, asked, walk.fetch, partial(count, selection)))


class FigureWalk:
    """Figures in the order of their operations, and within one by number."""

    def __init__(self, asked: Asked, editions: EditionQuerySet) -> None:
        self.asked = asked
        self.editions = editions.filter(document__contains=FIGURE_KEY)
        self.keys = asked.keys[:-1]
        self.backwards = asked.cursor is not None and asked.cursor.backwards

    def fetch(self, most: int) -> Iterator[Item]:
        """Each edition read has a figure, so ``most`` of them suffice beside the cursor's own."""
        given = 0
        for edition in self.upcoming()[: most + 1]:
            for item in self.items(edition):
                yield item
                given += 1
                if given == most:
                    return

    def upcoming(self) -> EditionQuerySet:
        """Editions from the one that the cursor stands in, in the direction it goes."""
        editions = self.editions
        cursor = self.asked.cursor
        if cursor:
            following = beyond(self.keys, cursor.position, backwards=self.backwards)
            editions = editions.filter(following | at(self.keys, cursor.position))
        columns = [key.column for key in self.keys]
        return editions.order_by(*ordering(self.keys, backwards=self.backwards)).only(
            *columns, "document"
        )

    def items(self, edition: Edition) -> Iterator[Item]:
        content = edition.content
        place = position_of(edition, self.keys)
        figures = content["figures"]
        for figure in reversed(figures) if self.backwards else figures:
            position = (*place, number_of(figure))
            if not self.passed(position):
                owned = {"operation": content["id"], **figure}
                yield Item(position, picked(owned, self.asked.wanted))

    def passed(self, position: Position) -> bool:
        """Whether a figure of the cursor's own operation lies behind the cursor."""
        cursor = self.asked.cursor
        if cursor is None or position[:-1] != cursor.position[:-1]:
            return False
        here, there = int(position[-1]), int(cursor.position[-1])
        return here >= there if self.backwards else here <= there


def number_of(figure: dict[str, Any]) -> str:
    return str(figure["id"]).rpartition(".")[2]
