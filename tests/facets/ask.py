"""Asking for facets as a query string does."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import QueryDict

from operations.facets import Choice, Facet, facets
from operations.filters.address import asked, replaced, written
from tests.filters.ask import asked as selected


def facets_of(query: str) -> dict[str, Facet]:
    return {facet.name: facet for facet in facets(selected(query))}


def counts(query: str, name: str) -> dict[str, int]:
    """Words and counts of the choices of one facet, in their order."""
    return {str(choice.words): choice.count for choice in facets_of(query)[name].all}


def choices(query: str) -> Iterator[tuple[Facet, Choice]]:
    for facet in facets(selected(query)):
        for choice in facet.all:
            yield facet, choice


def leads_to(query: str, facet: Facet, choice: Choice) -> str:
    """The query with the choice alone in place of the facet's own."""
    return written(replaced(asked(QueryDict(query)), facet.own, choice.sets))


def results(query: str) -> int:
    return selected(query).editions.count()
