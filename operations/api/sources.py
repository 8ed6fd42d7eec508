"""Sources that something public cites, with what was found at their address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.response import Response

from operations.document.canonical import timestamp
from operations.document.lookup import describe, kept_entries
from operations.document.sources import public_sources
from operations.models import Source
from operations.shapes import SOURCE

from .base import PublicView, no_such
from .cursor import Key, code
from .documentation import describes_item, describes_list
from .page import Item, page, picked, position_of, walked
from .parameters import Orders, ask_keys, ask_page

ORDERS: Orders = {"id": (Key("code", code),)}


def document(source: Source) -> dict[str, Any]:
    """A source as documents quote it, with what changes on its own: health and kept copies."""
    checked = timestamp(source.checked_at) if source.checked_at else None
    return {
        **describe(source),
        "health": source.health,
        "checked_at": checked,
        "kept_copies": kept_entries(source),
    }


class SourceList(PublicView):
    """Sources in the order of their ids."""

    @describes_list("Source", "sources")
    def get(self, request: Request) -> Response:
        asked = ask_page(request.query_params, SOURCE["properties"], ORDERS)
        sources = public_sources()

        def fetch(most: int) -> Iterator[Item]:
            for source in walked(sources, asked).prefetch_related("archives")[:most]:
                content = picked(document(source), asked.wanted)
                yield Item(position_of(source, asked.keys), content)

        return Response(page(request, asked, fetch, sources.count))


class SourceDetail(PublicView):
    """One source by its id."""

    @describes_item("Source", "sources")
    def get(self, request: Request, code: str) -> Response:
        wanted = ask_keys(request.query_params, SOURCE["properties"])
        source = public_sources().prefetch_related("archives").filter(code=code).first()
        if source is None:
            raise no_such(_("public source"), code)
        return Response(picked(document(source), wanted))
