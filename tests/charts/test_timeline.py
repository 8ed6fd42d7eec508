"""Operations over time: what is known of a date, and nothing more, is drawn."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.test import Client

from tests.factories import published
from tests.pages.reading import read

from .ask import rows, shapes, words

pytestmark = pytest.mark.django_db

PAGE, FILE, SVG = "/charts/timeline/", "/charts/timeline.csv", "/charts/timeline.svg"


def test_table_file_and_drawing_name_the_same_operations_the_latest_first(client: Client) -> None:
    published("old", name_en="Old raid", edtf="2001-02-03")
    published("new", name_en="New raid", name_zh_hant="新行動", edtf="2023-06-12/2023-09-21")
    assert rows(client, FILE) == [
        {
            "id": "new",
            "name_en": "New raid",
            "name_zh_hant": "新行動",
            "dates": "2023-06-12/2023-09-21",
            "earliest": "2023-06-12",
            "latest": "2023-09-21",
        },
        {
            "id": "old",
            "name_en": "Old raid",
            "name_zh_hant": "",
            "dates": "2001-02-03",
            "earliest": "2001-02-03",
            "latest": "2001-02-03",
        },
    ]
    text = read(client, PAGE)
    assert "New raid 12 June – 21 September 2023 Old raid 3 February 2001" in text
    drawn = words(client, SVG)
    assert "New raid 12 June – 21 September 2023" in drawn
    assert "Old raid 3 February 2001" in drawn
    assert drawn.index("2023") < drawn.index("2001")


def test_a_day_is_solid_and_a_month_is_hatched(client: Client) -> None:
    published("day", edtf="2023-07-01")
    assert shapes(client, SVG, "hatched") == []
    assert [each.get("x") for each in shapes(client, SVG, "solid")] == ["49.589%"]
    published("month", edtf="2022-07")
    [month] = shapes(client, SVG, "hatched")
    assert (month.get("x"), month.get("width")) == ("49.589%", "8.493%")


def test_an_end_that_is_not_stated_has_a_dashed_tail_and_is_not_called_ongoing(
    client: Client,
) -> None:
    published("silent", edtf="2020-01-01/")
    assert len(shapes(client, SVG, "dashed")) == 1
    assert "from 1 January 2020, end not stated" in " ".join(words(client, SVG))


def test_undated_operations_are_counted_in_words_and_lead_to_their_list(client: Client) -> None:
    published("dated", edtf="2020")
    published("one")
    published("two")
    page = client.get(PAGE)
    assert "2 operations are not drawn, because no source states their dates." in page.text
    assert 'href="/operations/?undated=only"' in page.text
    assert [row["id"] for row in rows(client, FILE)] == ["dated"]


def test_a_query_with_dates_says_that_undated_ones_are_left_out(client: Client) -> None:
    published("dated", edtf="2020")
    published("one")
    assert "Undated operations are left out, because the query asks for dates." in read(
        client, f"{PAGE}?year=2020"
    )


def test_nothing_dated_is_said_and_not_drawn(client: Client) -> None:
    assert "None of these operations has a stated date." in read(client, PAGE)
    published("one")
    assert "None of these operations has a stated date." in read(client, f"{PAGE}?undated=only")
    assert rows(client, FILE) == []
    assert shapes(client, SVG, "solid") == []


def test_of_many_operations_the_latest_are_drawn_and_the_file_has_all(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("operations.charts.timeline"), "MOST_DRAWN", 2)
    for year in (2001, 2002, 2003):
        published(f"op-{year}", edtf=str(year))
    text = read(client, PAGE)
    assert "The latest 2 of 3 operations with a date are drawn; the file holds all." in text
    assert "op-2001" not in text
    assert [row["id"] for row in rows(client, FILE)] == ["op-2003", "op-2002", "op-2001"]


def test_the_query_of_the_list_holds_here_and_a_past_day_leads_to_its_edition(
    client: Client,
) -> None:
    published("one", edtf="2020", kind="anti_triad")
    published("other", edtf="2021")
    assert [row["id"] for row in rows(client, f"{FILE}?kind=anti_triad")] == ["one"]
    assert 'href="/operations/one/editions/1/"' in client.get(f"{PAGE}?as_of=2100-01-01").text
    assert rows(client, f"{FILE}?as_of=2000-01-01") == []


def test_a_long_chinese_name_and_marks_of_markup_do_no_harm(client: Client) -> None:
    published("a", name_en="<b>\"Raid\" & 'more'</b>", name_zh_hant="行動" * 60, edtf="2020")
    assert "<b>\"Raid\" & 'more'</b> 2020" in words(client, SVG)
    page = client.get(PAGE)
    assert "&lt;b&gt;" in page.text
    assert "<b>" not in page.text
    longest = max(words(client, f"/zh-hant{SVG}"), key=len)
    assert longest.count("行動") <= 30


def test_a_name_that_looks_like_a_formula_is_not_run(client: Client) -> None:
    published("trap", name_en="=1+1", edtf="2020")
    assert rows(client, FILE)[0]["name_en"] == "'=1+1"
