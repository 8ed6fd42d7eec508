"""The first screen of an operation: what its number counts, what it does not, who says so."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from tests.factories import figure, operation, place, publish, published, source

from .reading import read

pytestmark = pytest.mark.django_db


def headline(client: Client, code: str = "op", prefix: str = "") -> str:
    page = client.get(f"{prefix}/operations/{code}/").text
    found = re.search(r'<section class="headline".*?</section>', page, re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", found[0])).split()) if found else ""


def test_arrests_of_every_kind_are_no_figure_of_trafficking(client: Client) -> None:
    made = operation("op", places=[place(), place("cn.gd", "Guangdong"), place("mo", "Macau")])
    paper = source(publisher="The Daily", published="2023-09-27", kind="news_report")
    figure(made, 6400, cited=[paper], age_from=10, age_to=85)
    publish(made)
    assert headline(client) == (
        "6,400 arrested "
        "It counts People arrested for all offences, Hong Kong only; aged 10 to 85 "
        "It does not count Sex trafficking: offences of every kind are counted, and this record "
        "holds no number for trafficking alone. Convictions: arrested does not mean guilty. "
        "Other places that took part: Guangdong, Macau. "
        "Who says so The Daily , 27 September 2023 reporting "
        "No official source is cited for it."
    )


def test_nobody_states_it_and_nobody_looked_are_not_the_same(client: Client) -> None:
    made = operation("op")
    figure(made, 100)
    figure(made, None, scope="sex_trafficking", value_type="not_stated")
    publish(made)
    assert "no source read states how many of them concern trafficking." in headline(client)


def test_trafficking_that_is_counted_apart_is_pointed_to(client: Client) -> None:
    made = operation("op")
    figure(made, 100)
    figure(made, 3, scope="sex_trafficking")
    publish(made)
    assert "trafficking is counted apart." in headline(client)


def test_a_count_of_trafficking_itself_is_not_denied(client: Client) -> None:
    made = operation("op")
    figure(made, 3, scope="sex_trafficking")
    publish(made)
    words = headline(client)
    assert "It counts People arrested for sex trafficking, Hong Kong only" in words
    assert "It does not count Convictions:" in words


def test_the_best_sources_come_first_and_the_others_are_counted(client: Client) -> None:
    made = operation("op")
    figure(
        made,
        28,
        cited=[
            source(publisher="An encyclopedia", kind="encyclopedia"),
            source(publisher="The Daily", kind="news_report"),
            source(publisher="The Police", kind="agency_press_release"),
        ],
    )
    publish(made)
    words = headline(client)
    assert words.index("The Police") < words.index("The Daily") < words.index("and 1 more source")
    assert "An encyclopedia" not in words
    assert "No official source" not in words


def test_a_contested_number_says_so_at_once(client: Client) -> None:
    made = operation("op")
    figure(made, 18)
    figure(made, 122)
    publish(made)
    assert "Sources do not agree on this number." in headline(client)


def test_a_number_that_nobody_states_is_words(client: Client) -> None:
    made = operation("op")
    figure(made, None, value_type="not_stated", scope="not_stated")
    publish(made)
    words = headline(client)
    assert words.startswith("Arrested: not stated by any source read It counts")
    assert "as far as is known: the source does not say for which offences." in words


def test_without_a_figure_there_is_no_headline(client: Client) -> None:
    published("op", arrested=None)
    assert headline(client) == ""
    assert "No figure recorded yet." in read(client, "/operations/op/")


def test_many_figures_stand_in_one_table_by_where_they_were_counted(client: Client) -> None:
    made = operation("op")
    figure(made, 6400)
    figure(made, 83000, measure="officers_deployed", scope="not_applicable")
    for measure in ("cases_recorded", "persons_suspected"):
        figure(made, 9, measure=measure, counted_in=place("mo", "Macau"))
    publish(made)
    words = read(client, "/operations/op/")
    start = words.index("Every figure that leads.")
    assert words[start:].startswith(
        "Every figure that leads. Each row counts something else; rows are not to be added. "
        "Number What is counted Offences Who says so "
        "Counted in: Hong Kong only 6,400 arrested all offences The Daily (reporting) "
        "83,000 officers deployed The Daily (reporting) "
        "Counted in: Macau only 9 cases recorded all offences The Daily (reporting) "
        "9 people suspected all offences The Daily (reporting)"
    )
