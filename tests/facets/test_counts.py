"""The count beside a choice is the number of results after choosing it, whatever is asked."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_django.plugin import DjangoDbBlocker

from operations import codes
from operations.facets import facets
from operations.filters.address import asked as said
from operations.filters.address import replaced, written
from operations.models import VOCABULARIES
from tests.filters.ask import asked
from tests.test_faces_agree import VALUES, build

from .ask import choices, leads_to, results
from .queries import queries

RANDOM_VALUES = {
    **{name: values for name, values in VALUES.items() if name not in ("grup", "source")},
    "measure": ["persons_arrested", "persons_charged"],
    "sort": ["date", "name"],
}
CANDIDATES = {
    "kind": codes.Kind.values,
    "status": codes.Status.values,
    "flag": [*codes.Flag.values, codes.NOT_STATED],
    "relevance": [*codes.Relevance.values, codes.NOT_STATED],
    "scope": codes.Scope.values,
    "disputed": ["yes", "no"],
    "undated": ["only", "exclude"],
    "year": [str(year) for year in range(1995, 2030)],
}


@pytest.fixture(scope="module", params=[1, 2, 3])
def random_record(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Sixty random operations, rolled back after the tests of this file."""
    around = transaction.atomic()
    with django_db_blocker.unblock(), translation.override("en"):
        around.__enter__()
        build(random.Random(request.param))  # noqa: S311 - repeatable, not secret
    yield
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)


@pytest.mark.django_db
@pytest.mark.usefixtures("random_record")
@settings(max_examples=25)
@given(query=queries(RANDOM_VALUES))
def test_a_count_is_the_number_of_results_after_choosing(query: str) -> None:
    for facet, choice in choices(query):
        query_of_choice = leads_to(query, facet, choice)
        assert choice.count == results(query_of_choice), (query, query_of_choice)


@pytest.mark.django_db
@pytest.mark.usefixtures("random_record")
@settings(max_examples=10)
@given(query=queries(RANDOM_VALUES), chance=st.randoms(use_true_random=False))
def test_what_is_not_offered_finds_nothing(query: str, chance: random.Random) -> None:
    selection = asked(query)
    for facet in facets(selection):
        offered = [choice.sets for choice in facet.all]
        candidates = CANDIDATES.get(facet.name) or terms(facet.name)
        for value in chance.sample(candidates, min(3, len(candidates))):
            if {facet.name: [value]} not in offered:
                instead = replaced(said(selection.query), facet.own, {facet.name: [value]})
                assert results(written(instead)) == 0, (query, written(instead))


def terms(name: str) -> list[str]:
    model = VOCABULARIES[name]
    return [*model._default_manager.values_list("code", flat=True), codes.NOT_STATED]
