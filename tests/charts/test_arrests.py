"""Arrests by year: safe sums, and what no sum can be made of."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.factories import figure, operation, place, publish, published
from tests.pages.reading import read

from .ask import rows, shapes, words

pytestmark = pytest.mark.django_db

PAGE, FILE, SVG = "/charts/arrests/", "/charts/arrests.csv", "/charts/arrests.svg"


def line(client: Client, year: int, query: str = "") -> dict[str, str]:
    [found] = [row for row in rows(client, FILE + query) if row["year"] == str(year)]
    return found


def test_a_year_is_the_safe_sum_of_its_operations(client: Client) -> None:
    published("a", edtf="2020-02-03", arrested=30)
    published("b", edtf="2020-04", arrested=12)
    published("c", edtf="2022", arrested=84)
    assert rows(client, FILE) == [
        dict(
            zip(
                ("year", "value", "lower_bound", "counted", "stating", "matching"),
                each,
                strict=True,
            )
        )
        for each in (
            ("2022", "84", "false", "1", "1", "1"),
            ("2021", "", "", "0", "0", "0"),
            ("2020", "42", "false", "2", "2", "2"),
        )
    ]
    text = read(client, PAGE)
    assert "Arrested, by the year the operation began — all offences, Hong Kong only" in text
    assert "2022 84 1 1 1 2021 no operation recorded 0 0 0 2020 42 2 2 2" in text
    assert "Arrested, not convicted." in text
    drawn = words(client, SVG)
    assert {"84 — 1 of 1 counted", "no operation recorded", "42 — 2 of 2 counted"} <= set(drawn)
    assert [each.get("width") for each in shapes(client, SVG, "solid")] == ["84%", "42%"]


def test_what_lies_inside_another_is_not_added_twice(client: Client) -> None:
    outer = published("outer", edtf="2024", arrested=100)
    published("inner", edtf="2024", arrested=40, parent=outer)
    assert line(client, 2024)["value"] == "100"
    assert line(client, 2024)["matching"] == "2"


def test_a_sum_that_leaves_something_out_is_a_lower_bound_and_runs_on(client: Client) -> None:
    published("a", edtf="2020", arrested=10)
    published("silent", edtf="2020", arrested=None)
    assert line(client, 2020)["lower_bound"] == "true"
    assert "at least 10 — 1 of 2 counted" in words(client, SVG)
    assert b"ink-arrow" in client.get(SVG).content


def test_no_number_is_neither_zero_nor_nothing_recorded(client: Client) -> None:
    published("silent", edtf="2020", arrested=None)
    published("zero", edtf="2021", arrested=0)
    published("some", edtf="2023", arrested=5)
    assert line(client, 2020)["value"] == ""
    assert line(client, 2021)["value"] == "0"
    assert "no number to add (1 operation)" in words(client, SVG)
    assert len(shapes(client, SVG, "dashed")) == 1
    assert [each.get("width") for each in shapes(client, SVG, "solid")] == ["84%", "2"]


def test_another_figure_can_be_asked_for_and_the_title_says_which(client: Client) -> None:
    made = operation("op", edtf="2020")
    figure(made, 7, measure="persons_charged", scope="vice", counted_in=place("mo", "Macau"))
    publish(made)
    query = "?measure=persons_charged&scope=vice&counted_in=mo"
    assert line(client, 2020, query)["value"] == "7"
    text = read(client, PAGE + query)
    assert "Charged, by the year the operation began — vice offences, Macau only" in text
    assert "Arrested, not convicted." not in text


def test_what_may_never_be_added_is_not(client: Client) -> None:
    made = operation("op", edtf="2020")
    figure(made, 500, measure="identity_checks", scope="not_applicable")
    publish(made)
    query = "?measure=identity_checks"
    assert line(client, 2020, query)["value"] == ""
    assert "are never added up" in read(client, PAGE + query)


def test_the_way_to_what_was_left_out_holds_the_whole_question(client: Client) -> None:
    published("a", edtf="2020", kind="anti_triad")
    page = client.get(f"{PAGE}?kind=anti_triad").text
    assert "/totals/?" in page
    assert "measure=persons_arrested&amp;scope=all_offences&amp;counted_in=hk" in page


def test_no_operation_at_all_is_said(client: Client) -> None:
    assert rows(client, FILE) == []
    text = read(client, PAGE)
    assert "None of these operations has a stated date." in text
    assert "There is no total, because no published operation fits." in text


@pytest.mark.parametrize("query", ["by=year", "measure=nope", "min=3", "measur=x", "page=2"])
def test_a_wrong_question_is_refused(client: Client, query: str) -> None:
    assert client.get(f"{PAGE}?{query}").status_code == 400
    response = client.get(f"{FILE}?{query}")
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    [error] = response.json()["errors"]
    assert error["parameter"] == query.partition("=")[0]
