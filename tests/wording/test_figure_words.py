"""A figure in words is never a bare number."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import translation

from operations.codes import MEASURES, Currency, Qualifier, Scope, Unit, ValueType
from operations.wording import in_full

from .build import VOCABULARY, entry


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "6,400 arrested — all offences, Hong Kong only"),
        (
            {"value": 250, "qualifier": "at_least", "scope": "vice", "counted_in": "hk+cn.gd"},
            "at least 250 arrested — vice offences, Hong Kong and Guangdong together",
        ),
        ({"value": 1}, "1 arrested — all offences, Hong Kong only"),
        (
            {"value": 1, "measure": "victims_identified", "scope": "sex_trafficking"},
            "1 victim identified — sex trafficking, Hong Kong only",
        ),
        (
            {"value": 1, "measure": "victims_assisted", "qualifier": "at_least"},
            "at least 1 victim assisted — all offences, Hong Kong only",
        ),
        (
            {"value": 2, "measure": "victims_identified"},
            "2 victims identified — all offences, Hong Kong only",
        ),
        ({"value": 0}, "0 arrested — all offences, Hong Kong only"),
        (
            {"value": None, "low": 10, "high": 12, "qualifier": "range"},
            "between 10 and 12 arrested — all offences, Hong Kong only",
        ),
        (
            {"value": 4000, "qualifier": "fewer_than", "counted_in": "mo", "scope": "not_stated"},
            "fewer than 4,000 arrested — scope not stated, Macau only",
        ),
        (
            {"value": 868, "reporting_status": "interim"},
            "868 arrested — all offences, Hong Kong only; interim",
        ),
        (
            {"value": 77, "period": "2018", "derived": True},
            "77 arrested — all offences, Hong Kong only; 2018; added up by this project",
        ),
        (
            {"value": 45, "who": {"sex": "female", "role": "customer"}},
            "45 arrested (buyer of sexual services; women or girls) — all offences, Hong Kong only",
        ),
        (
            {"value": 3, "offence": "hk.200.139"},
            "3 arrested (Keeping a vice establishment) — all offences, Hong Kong only",
        ),
        (
            {"measure": "premises_raided", "unit": "premises", "value": 1200}
            | {"scope": "not_applicable"},
            "1,200 premises raided — Hong Kong only",
        ),
        (
            {"measure": "cash_seized", "unit": "money", "value": 600000, "qualifier": "about"}
            | {"currency": "HKD", "scope": "not_applicable"},
            "cash seized: about 600,000 Hong Kong dollars — Hong Kong only",
        ),
        (
            {"measure": "cash_seized", "unit": "money", "value": 12.5, "currency": "XXX"}
            | {"scope": "not_applicable"},
            "cash seized: 12.5 (currency not stated) — Hong Kong only",
        ),
        (
            {"measure": "drugs_mass", "unit": "gram", "value": 1500, "scope": "drugs"},
            "drugs seized (mass): 1,500 grams — drug offences, Hong Kong only",
        ),
    ],
)
def test_a_figure_says_how_many_of_what_of_which_offences_and_where(
    changes: dict[str, Any], words: str
) -> None:
    assert in_full(entry(**{"value": 6400, **changes}), VOCABULARY) == words


@pytest.mark.parametrize(
    ("value_type", "nothing"),
    [
        ("not_stated", "not stated by any source read"),
        ("verbal_only", "stated in words only"),
        ("suppressed", "suppressed to protect people"),
    ],
)
def test_each_kind_of_nothing_has_its_own_words(value_type: str, nothing: str) -> None:
    figure = entry(None, value_type=value_type, measure="persons_charged")
    assert in_full(figure, VOCABULARY) == f"charged: {nothing} — all offences, Hong Kong only"


def test_a_place_that_the_document_does_not_quote_is_shown_by_its_code() -> None:
    assert in_full(entry(counted_in="xx"), VOCABULARY).endswith("all offences, xx only")


def test_names_are_in_the_readers_language_where_there_is_one() -> None:
    with translation.override("zh-hant"):
        assert "香港及廣東" in in_full(entry(counted_in="hk+cn.gd"), VOCABULARY)
        assert "Macau" in in_full(entry(counted_in="mo"), VOCABULARY)


@pytest.mark.parametrize("measure", sorted(MEASURES))
@pytest.mark.parametrize("qualifier", Qualifier.values)
def test_every_measure_and_qualifier_reads_with_its_number(measure: str, qualifier: str) -> None:
    unit = MEASURES[measure].unit
    bounds = {"low": 10, "high": 20, "value": None} if qualifier == Qualifier.RANGE else {}
    currency = Currency.HKD if unit == Unit.MONEY else None
    figure = entry(
        **{"value": 15, "measure": measure, "unit": unit, "currency": currency, **bounds},
        qualifier=qualifier,
    )
    words = in_full(figure, VOCABULARY)
    assert ("10" in words and "20" in words) if bounds else "15" in words
    assert str(dict(Qualifier.choices)[qualifier]) in words or qualifier == Qualifier.EXACT
    assert words.endswith("all offences, Hong Kong only")


@pytest.mark.parametrize("scope", [scope for scope in Scope if scope != Scope.NOT_APPLICABLE])
@pytest.mark.parametrize("value_type", ValueType.values)
def test_every_scope_is_said_beside_every_kind_of_value(scope: Scope, value_type: str) -> None:
    value = 5 if value_type == ValueType.VALUE else None
    words = in_full(entry(value, scope=scope.value, value_type=value_type), VOCABULARY)
    assert words.endswith(f" — {scope.label}, Hong Kong only")
