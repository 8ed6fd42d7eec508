"""No parameter that the outside depends on is missing, and none is there by accident."""

from __future__ import annotations

import pytest

from operations.filters import PARAMETERS, SORTS, EditionFilter
from operations.models import VOCABULARIES, EditionFigure

PROMISED = [
    "q",
    "from",
    "to",
    "dates",
    "undated",
    "year",
    "series",
    "agency",
    "group",
    "offence",
    "relevance",
    "place",
    "kind",
    "status",
    "measure",
    "scope",
    "counted_in",
    "min",
    "max",
    "stated",
    "disputed",
    "flag",
    "source",
    "as_of",
    "sort",
]

# Columns of the index of figures that the parameters of one figure speak of.
OF_ONE_FIGURE = {"measure", "scope", "counted_in"}
# Methods have no parameter: what was done to people is read on the page, not filtered by.
WITHOUT_PARAMETER = {"method"}


def test_every_promised_parameter_exists_and_no_other() -> None:
    assert sorted(PARAMETERS) == sorted(PROMISED)


def test_every_promised_order_exists_and_the_first_is_the_default() -> None:
    assert list(SORTS) == ["-date", "date", "-updated", "-arrests", "name"]


def test_every_vocabulary_has_its_parameter() -> None:
    assert set(VOCABULARIES) - set(PARAMETERS) == WITHOUT_PARAMETER


def test_what_is_said_of_one_figure_is_in_its_index() -> None:
    columns = {field.name for field in EditionFigure._meta.get_fields()}
    assert columns >= OF_ONE_FIGURE | {"value", "low", "high", "qualifier", "value_type"}
    assert set(PARAMETERS) >= OF_ONE_FIGURE


@pytest.mark.parametrize("name", PROMISED)
def test_every_parameter_has_a_label_for_people(name: str) -> None:
    assert str(EditionFilter.base_filters[name].label).strip()
