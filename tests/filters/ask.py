"""Asking the filters as a query string does."""

from __future__ import annotations

from django.http import QueryDict

from operations.filters import Selection, select
from operations.problems import InvalidQuery


def asked(query: str) -> Selection:
    return select(QueryDict(query))


def found(query: str) -> list[str]:
    """Ids of the operations chosen, in alphabetical order."""
    return sorted(edition.code for edition in asked(query).editions)


def listed(query: str) -> list[str]:
    """Ids of the operations chosen, in the order asked for."""
    return [edition.code for edition in asked(query).ordered]


def refused(query: str, *also: str) -> list[tuple[str, str, str]]:
    """What was wrong: parameter, value as shown, what was expected."""
    try:
        select(QueryDict(query), also=also)
    except InvalidQuery as invalid:
        return [(e.parameter, e.shown_value, e.expected) for e in invalid.errors]
    return []
