"""The chain of outcomes: three kinds of nothing, and no rate from unlike sets."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.factories import figure, operation, place, publish
from tests.pages.reading import read

from .ask import rows, shapes, words

pytestmark = pytest.mark.django_db

PAGE = "/operations/op/charts/outcomes/"
FILE, SVG = "/operations/op/charts/outcomes.csv", "/operations/op/charts/outcomes.svg"


def test_zero_not_stated_and_not_looked_for_look_different(client: Client) -> None:
    made = operation("op")
    figure(made, 50)
    figure(made, 20, measure="persons_charged")
    figure(made, 0, measure="persons_prosecuted")
    figure(made, None, measure="persons_convicted", value_type="not_stated")
    publish(made)
    assert [(row["stage"], row["state"], row["value"]) for row in rows(client, FILE)] == [
        ("arrested", "stated", "50"),
        ("charged", "stated", "20"),
        ("prosecuted", "stated", "0"),
        ("convicted", "not_stated", ""),
        ("sentenced", "not_looked", ""),
        ("victims_identified", "not_looked", ""),
        ("victims_assisted", "not_looked", ""),
    ]
    assert [each.get("width") for each in shapes(client, SVG, "solid")] == ["100%", "40%", "2"]
    assert len(shapes(client, SVG, "dashed")) == 1
    assert len(shapes(client, SVG, "dotted")) == 3
    text = read(client, PAGE)
    assert "Charged 20 charged — all offences, Hong Kong only" in text
    assert "Convicted not stated by any source read Sentenced not yet looked for" in text


def test_numbers_of_other_people_are_not_drawn_to_scale(client: Client) -> None:
    made = operation("op")
    figure(made, 50)
    figure(made, 40, measure="persons_charged", counted_in=place("mo", "Macau"))
    figure(made, 3, measure="victims_identified", scope="all_offences")
    publish(made)
    assert [each.get("width") for each in shapes(client, SVG, "solid")] == ["100%"]
    assert [each.get("width") for each in shapes(client, SVG, "outline")] == ["12%", "12%"]
    said = " ".join(words(client, SVG))
    assert "not drawn to scale: the two numbers were counted in different places" in said
    assert "not drawn to scale: the two numbers do not count the same people" in said


def test_without_arrests_nothing_is_to_scale(client: Client) -> None:
    made = operation("op")
    figure(made, 7, measure="persons_convicted")
    publish(made)
    assert shapes(client, SVG, "solid") == []
    assert len(shapes(client, SVG, "outline")) == 1


def test_at_least_and_words_only_look_so(client: Client) -> None:
    made = operation("op")
    figure(made, 100, qualifier="more_than")
    figure(made, None, measure="persons_charged", value_type="verbal_only")
    figure(made, None, measure="persons_convicted", value_type="suppressed")
    publish(made)
    [arrested] = shapes(client, SVG, "solid")
    assert arrested.get("width") == "96.5%"
    assert len(shapes(client, SVG, "outline")) == 1
    assert len(shapes(client, SVG, "hatched")) == 1
    assert [row["state"] for row in rows(client, FILE)][:4] == [
        "stated",
        "stated",
        "not_looked",
        "suppressed",
    ]


def test_an_operation_of_which_nothing_is_known_has_seven_empty_stages(client: Client) -> None:
    publish(operation("op"))
    assert len(shapes(client, SVG, "dotted")) == 7


def test_the_operation_shows_it_once_anything_follows_the_arrests(client: Client) -> None:
    made = operation("op")
    figure(made, 50)
    publish(made)
    assert 'id="outcomes-title"' not in client.get("/operations/op/").text
    figure(made, 20, measure="persons_charged")
    publish(made)
    assert 'id="outcomes-title"' in client.get("/operations/op/").text
    assert 'id="outcomes-title"' not in client.get("/operations/op/editions/1/").text
