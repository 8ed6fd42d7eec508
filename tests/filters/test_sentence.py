"""A query in words."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from operations.filters import PARAMETERS, conditions, sentence
from operations.models import Agency, Group, Offence, Series
from tests import factories
from tests.filters.ask import asked

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def terms() -> None:
    factories.term(Group, "14k", "14K")
    factories.term(Group, "wo", "Wo Shing Wo")
    factories.term(Agency, "hkpf", "Hong Kong Police Force")
    factories.term(Series, "thunderbolt", "Thunderbolt")
    factories.term(Offence, "hk.200.129", "Trafficking to or from Hong Kong")
    factories.place("hk")
    made = factories.operation("alpha")
    factories.figure(made, 5, cited=[factories.source("report", title="A report")])
    factories.publish(made)


def test_no_query_is_everything_and_says_so() -> None:
    assert sentence(asked("")) == "All published operations, newest first."
    assert sentence(asked("sort=name")) == "All published operations, by name."
    assert conditions(asked("sort=date&q=&group=")) == []


def test_alternatives_are_joined_by_or_and_conditions_by_semicolons() -> None:
    assert sentence(asked("group=14k&group=wo&year=2023&sort=date")) == (
        "Operations with Year: 2023; Reported link to group: 14K or Wo Shing Wo. "
        "Sorted oldest first."
    )


QUERIES = {
    "q": ("雷霆", "Search: “雷霆”"),
    "from": ("2023-06", "From: 1 June 2023"),
    "to": ("2023-06", "To: 30 June 2023"),
    "dates": ("within", "Dates: within the period"),
    "undated": ("include", "Undated: included"),
    "year": ("2023", "Year: 2023"),
    "series": ("thunderbolt", "Series: Thunderbolt"),
    "agency": ("hkpf", "Agency: Hong Kong Police Force"),
    "group": ("14k", "Reported link to group: 14K"),
    "offence": ("hk.200.129", "Offence: Trafficking to or from Hong Kong"),
    "relevance": ("vice_offence", "Relevance: Vice offence"),
    "place": ("hk", "Place: Hong Kong"),
    "kind": ("anti_triad", "Kind: Anti-triad operation"),
    "status": ("ongoing", "Status: Ongoing"),
    "measure": ("persons_arrested", "Measure: arrested"),
    "scope": ("vice", "Scope: vice offences"),
    "counted_in": ("hk", "Counted in: Hong Kong"),
    "min": ("1000", "At least: 1000"),
    "max": ("2000", "At most: 2000"),
    "stated": ("yes", "Stated: yes"),
    "disputed": ("no", "Disputed: no"),
    "flag": ("single_source", "Flag: Single source"),
    "source": ("report", "Source: The Daily: A report"),
    "as_of": ("2026-01-02", "As of: 2 January 2026"),
}


def test_there_are_words_for_every_parameter() -> None:
    assert set(QUERIES) | {"sort"} == set(PARAMETERS)


@pytest.mark.parametrize("name", list(QUERIES))
def test_each_parameter_is_said_in_words(name: str) -> None:
    value, words = QUERIES[name]
    beside = "measure=persons_arrested&" if name in ("min", "max") else ""
    said = [str(each) for each in conditions(asked(f"{beside}{name}={quote(value)}"))]
    assert words in said
    assert len(said) == (2 if beside else 1)


def test_a_condition_can_be_taken_away_and_the_rest_stays() -> None:
    found = conditions(asked("group=14k&group=wo&kind=anti_triad&sort=date"))
    assert {each.parameter: each.without for each in found} == {
        "group": "kind=anti_triad&sort=date",
        "kind": "group=14k&group=wo&sort=date",
    }


@pytest.mark.parametrize(
    ("measure", "limit"),
    [
        ("cash_seized", "At least: 1000000, in the currency that each source gives"),
        ("persons_arrested", "At least: 1000000"),
    ],
)
def test_a_limit_on_money_says_that_currencies_are_not_converted(measure: str, limit: str) -> None:
    found = conditions(asked(f"measure={measure}&min=1000000"))
    assert [str(each) for each in found if each.parameter == "min"] == [limit]
