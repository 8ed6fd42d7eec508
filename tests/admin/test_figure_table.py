"""Figures as a table: parts under their whole, what adds up, what opens, what one may type."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from operations.models import Operation
from tests import factories

from . import thunderbolt
from .desk import Page, address, errors


def table(response: Any) -> Any:
    return response.context["inline_admin_formsets"][0].formset


def rows(response: Any) -> list[tuple[str, int]]:
    """Number and indentation of each row, in the order of the page."""
    return [(line.row, line.depth) for line in table(response).lines]


def sums(response: Any) -> list[str]:
    return [one.words for line in table(response).lines for one in line.sums]


def test_a_new_part_stands_under_its_whole_when_the_page_comes_back(contributor: Client) -> None:
    place, page = factories.place(), thunderbolt.empty(contributor)
    page.row("figures", **thunderbolt.whole(place, value="10"))
    page.row("figures", **thunderbolt.whole(place, value="7", scope="vice"))
    page.row("figures", **thunderbolt.part(place, 4, sex="male"))
    refused = page.fill(name_en="").save()
    assert refused.status_code == 200
    assert rows(refused) == [("#1", 0), ("#3", 1), ("#2", 0)]
    assert sums(refused) == ["“sex”: 6 missing."]


@pytest.mark.parametrize(
    ("women", "said"),
    [
        (40, "“sex” adds up: 100."),
        (28, "“sex”: 12 missing."),
        (43, "“sex”: 3 too many."),
    ],
)
def test_the_page_says_how_far_the_parts_add_up(contributor: Client, women: int, said: str) -> None:
    operation = factories.operation()
    whole = factories.figure(operation, 100)
    factories.part(whole, 60, sex="male")
    factories.part(whole, women, sex="female")
    response = contributor.get(address("operation", "change", operation.pk))
    assert sums(response) == [said]
    assert said in response.content.decode()


def test_parts_that_are_not_exact_are_not_added_up(contributor: Client) -> None:
    operation = factories.operation()
    whole = factories.figure(operation, 100)
    factories.part(whole, 60, sex="male", qualifier="about")
    response = contributor.get(address("operation", "change", operation.pk))
    expected = "“sex” cannot be added up: not every number is exact and of one kind."
    assert sums(response) == [expected]


def test_rows_that_name_each_other_are_shown_all_the_same(contributor: Client) -> None:
    place, page = factories.place(), thunderbolt.empty(contributor)
    page.row("figures", **thunderbolt.part(place, 4, part_of_row="#2"))
    page.row("figures", **thunderbolt.part(place, 4, part_of_row="#1"))
    refused = page.save()
    assert "a figure cannot be a part of itself" in errors(refused)
    assert sorted(row for row, _depth in rows(refused)) == ["#1", "#2"]


def test_a_row_opens_where_a_mistake_is_folded_away(contributor: Client) -> None:
    place, page = factories.place(), thunderbolt.empty(contributor)
    page.row("figures", **thunderbolt.whole(place, value="x"))
    page.row("figures", **thunderbolt.whole(place, period="last year"))
    page.row("figures", **thunderbolt.whole(place, scope="vice"))
    refused = page.save()
    assert [line.is_open for line in table(refused).lines] == [False, True, False]


def test_what_is_folded_away_is_told_in_words(contributor: Client) -> None:
    operation = factories.operation()
    whole = factories.figure(operation, 10, note_en="All of them.")
    factories.part(whole, 10, sex="male", source_term="men")
    response = contributor.get(address("operation", "change", operation.pk))
    assert [line.holds for line in table(response).lines] == [
        "Note (English)",
        "#1 · adds up to the whole · sex · men or boys · men",
    ]


@pytest.mark.parametrize("typed", ["hk", "HK", "Hong Kong", " 香港 "])
def test_a_place_is_typed_as_its_code_or_its_name(contributor: Client, typed: str) -> None:
    place = factories.place("hk", name_zh_hant="香港")
    page = thunderbolt.empty(contributor)
    page.row("figures", **{**thunderbolt.whole(place), "counted_in": typed})
    assert page.save().status_code == 302
    assert Operation.objects.get().figures.get().counted_in == place


def test_a_place_that_is_not_known_is_named(contributor: Client) -> None:
    page = thunderbolt.empty(contributor)
    page.row("figures", **{**thunderbolt.whole(factories.place()), "counted_in": "atlantis"})
    refused = page.save()
    assert "“atlantis” is no place of the vocabulary." in errors(refused)
    assert 'value="atlantis"' in refused.content.decode()


@pytest.mark.parametrize("typed", ["6,400", "６４００", " 6400 "])
def test_a_number_may_be_typed_as_it_is_printed(contributor: Client, typed: str) -> None:
    page = thunderbolt.empty(contributor)
    page.row("figures", **thunderbolt.whole(factories.place(), value=typed))
    assert page.save().status_code == 302
    assert Operation.objects.get().figures.get().value == 6400


@pytest.mark.parametrize("typed", ["6.400,00", "6,40", "1e3x", "many"])
def test_what_is_no_number_is_refused_and_stays(contributor: Client, typed: str) -> None:
    page = thunderbolt.empty(contributor)
    page.row("figures", **thunderbolt.whole(factories.place(), value=typed))
    refused = page.save()
    assert "Enter a number." in errors(refused)
    assert f'value="{typed}"' in refused.content.decode()


def test_a_new_row_marked_for_removal_is_not_saved(contributor: Client) -> None:
    page = thunderbolt.empty(contributor)
    page.row("figures", **thunderbolt.whole(factories.place(), value="x", DELETE="on"))
    page.row("figures", **thunderbolt.whole(factories.place()))
    assert page.save().status_code == 302
    assert [figure.value for figure in Operation.objects.get().figures.all()] == [6400]


def test_without_a_script_empty_rows_are_asked_for(contributor: Client) -> None:
    page = thunderbolt.empty(contributor)
    response = page.fill(_rows="4").save("_continue")
    operation = Operation.objects.get()
    form = address("operation", "change", operation.pk)
    assert response.headers["Location"] == f"{form}?rows=4"
    assert len(table(contributor.get(f"{form}?rows=4")).extra_forms) == 4
    assert len(table(contributor.get(f"{form}?rows=many")).extra_forms) == 0
    assert len(table(contributor.get(f"{form}?rows={'9' * 5000}")).extra_forms) == 20


def test_measures_are_offered_in_groups(contributor: Client) -> None:
    html = contributor.get(address("operation", "add")).content.decode()
    assert '<optgroup label="Arrested or identified">' in html
    assert '<optgroup label="Money, drugs and goods">' in html


def test_a_long_table_asks_the_database_no_more_than_a_short_one(contributor: Client) -> None:
    counts = []
    for figures in (2, 12):
        operation = factories.operation()
        for value in range(figures):
            factories.figure(operation, value, cited=[factories.source(), factories.source()])
        form = address("operation", "change", operation.pk)
        contributor.get(form)
        with CaptureQueriesContext(connection) as queries:
            contributor.get(form)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_who_may_only_look_sees_the_figures(db: None) -> None:
    from .conftest import at_desk, with_rights

    operation = factories.operation()
    factories.figure(operation, 321)
    client = at_desk(with_rights("looker", "view_operation"))
    html = client.get(address("operation", "change", operation.pk)).content.decode()
    assert "321 arrested" in html
    assert "data-add-part" not in html


def test_other_owners_have_the_same_table(reviewer: Client) -> None:
    record = factories.assessment()
    factories.figure(record, 12)
    response = reviewer.get(address("assessment", "change", record.pk))
    assert rows(response) == [("#1", 0)]
    page = Page.open(reviewer, address("assessment", "change", record.pk))
    page.row("figures", **thunderbolt.whole(factories.place(), value="5", scope="vice"))
    assert page.save().status_code == 302
    assert record.figures.count() == 2
