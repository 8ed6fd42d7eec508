"""Numbered pages, and the address that links to other pages continue."""

from __future__ import annotations

from collections.abc import Collection

from django.http import QueryDict

from operations import filters
from operations.exports.paging import paged

__all__ = ["address_without_page", "known_only", "paged"]


def known_only(query: QueryDict, known: Collection[str] = ("page",)) -> None:
    """Refuse parameters that a page does not read; a list in pages reads ``page`` alone."""
    filters.known_only(query, known)


def address_without_page(query: QueryDict) -> str:
    """The query string that page links continue, ending so that ``page=`` can follow."""
    rest = query.copy()
    rest.pop("page", None)
    text = rest.urlencode()
    return f"?{text}&" if text else "?"
