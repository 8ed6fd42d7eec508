"""How figures are broken down: parts to scale, and only what makes up a whole as its parts."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from operations.models import Figure
from tests.factories import figure, operation, part, publish
from tests.pages.reading import read

from .ask import rows, shapes, words

pytestmark = pytest.mark.django_db

PAGE = "/operations/op/charts/breakdown/"
FILE, SVG = "/operations/op/charts/breakdown.csv", "/operations/op/charts/breakdown.svg"


def whole(value: int | None = 100, **values: Any) -> Figure:
    return figure(operation("op", name_en="Raid"), value, **values)


def publish_whole(all_: Figure) -> None:
    assert all_.operation
    publish(all_.operation)


def placed(client: Client, ink: str) -> list[tuple[str | None, str | None]]:
    return [(each.get("x"), each.get("width")) for each in shapes(client, SVG, ink)]


def test_parts_that_add_up_stand_one_after_the_other(client: Client) -> None:
    all_ = whole()
    part(all_, 60, sex="male")
    part(all_, 40, sex="female")
    publish_whole(all_)
    assert placed(client, "solid") == [("0%", "100%"), ("0%", "60%"), ("60%", "40%")]
    assert placed(client, "outline") == []
    assert [
        (row["figure"], row["set"], row["breakdown"], row["value"]) for row in rows(client, FILE)
    ] == [
        ("op.1", "sex", "", "100"),
        ("op.2", "sex", "partition", "60"),
        ("op.3", "sex", "partition", "40"),
    ]
    drawn = words(client, SVG)
    assert "Sex: adds up to the whole" in drawn
    assert "men or boys 60 arrested" in drawn
    assert "women or girls 40 arrested" in drawn
    text = read(client, PAGE)
    assert "men or boys 60 arrested" in text
    assert "100 arrested — all offences, Hong Kong only" in text
    assert "Arrested, not convicted." in text


@pytest.mark.parametrize("kind", ["partial", "overlapping"])
def test_other_parts_stand_each_against_the_outline_of_the_whole(client: Client, kind: str) -> None:
    all_ = whole()
    for value, sex in ((60, "male"), (30, "female")):
        part(all_, value, sex=sex, breakdown=kind)
    publish_whole(all_)
    assert placed(client, "solid") == [("0%", "100%"), ("0%", "60%"), ("0%", "30%")]
    assert placed(client, "outline") == [("0%", "100%")] * 2


def test_what_an_editor_ruled_out_is_not_drawn(client: Client) -> None:
    all_ = whole()
    part(all_, 60, sex="male")
    part(all_, 40, sex="female")
    part(all_, 45, sex="female", rank="deprecated", rank_reason="transcription_error")
    publish_whole(all_)
    assert [row["value"] for row in rows(client, FILE)] == ["100", "60", "40"]
    assert placed(client, "solid")[-1] == ("60%", "40%")


def test_a_suppressed_part_is_drawn_without_a_length(client: Client) -> None:
    all_ = whole()
    part(all_, 95, role="alleged_organiser", breakdown_set="role")
    part(all_, None, role="victim", breakdown_set="role", value_type="suppressed")
    publish_whole(all_)
    assert "suppressed to protect people" in " ".join(words(client, SVG))
    assert [row["value"] for row in rows(client, FILE)] == ["100", "95", ""]
    assert placed(client, "hatched") == [("0%", "6%")]


def test_numbers_that_are_not_exact_look_so_and_are_not_laid_end_to_end(client: Client) -> None:
    all_ = whole()
    part(all_, None, sex="male", qualifier="range", low=40, high=50)
    part(all_, 20, sex="female", qualifier="at_least")
    publish_whole(all_)
    assert placed(client, "solid") == [("0%", "100%"), ("0%", "40%"), ("0%", "20%")]
    assert placed(client, "hatched") == [("40%", "10%")]
    assert client.get(SVG).content.count(b"ink-arrow") == 2
    drawn = words(client, SVG)
    assert "between 40 and 50 arrested" in drawn
    assert "women or girls at least 20 arrested" in drawn


def test_zero_is_a_mark_and_a_whole_without_a_number_has_no_outline(client: Client) -> None:
    all_ = whole(None, value_type="not_stated")
    part(all_, 0, sex="male", breakdown="partial")
    part(all_, 20, sex="female", breakdown="partial")
    publish_whole(all_)
    assert placed(client, "solid") == [("0%", "2"), ("0%", "100%")]
    assert placed(client, "outline") == []
    assert len(placed(client, "dashed")) == 1


def test_an_operation_without_a_breakdown_says_so(client: Client) -> None:
    publish_whole(whole())
    assert "No figure of this operation is broken down." in read(client, PAGE)
    assert rows(client, FILE) == []
    assert "<svg" not in client.get("/operations/op/").text


def test_the_page_of_the_operation_shows_it_beside_its_table(client: Client) -> None:
    all_ = whole()
    part(all_, 60, sex="male")
    part(all_, 40, sex="female")
    publish_whole(all_)
    page = client.get("/operations/op/").text
    assert 'id="breakdown-op.2-title"' in page
    assert f'href="{PAGE}"' in page
    assert page.index("breakdown-op.2-title") < page.index('<tr id="op.2">')


def test_one_part_that_is_the_whole_needs_no_picture(client: Client) -> None:
    all_ = whole()
    part(all_, 100, sex="female")
    publish_whole(all_)
    page = client.get("/operations/op/").text
    assert "breakdown-op.2" not in page
    assert PAGE not in page
