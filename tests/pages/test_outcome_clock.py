"""What became of the people arrested, on the page of an operation."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import figure, operation, part, place, publish, published

from .reading import read, without_pictures

pytestmark = pytest.mark.django_db


def clock(client: Client, code: str = "op") -> str:
    """The words of the section, without the picture that says the same."""
    words = without_pictures(client.get(f"/operations/{code}/"))
    # The first is in the contents of the page.
    start = words.rindex("What became of it")
    return words[start : words.index("How much is published for all operations")].strip()


def test_every_stage_is_there_in_order_with_what_is_known_of_it(client: Client) -> None:
    made = operation("op")
    figure(made, 51)
    figure(made, 19, measure="persons_charged")
    figure(made, None, measure="persons_convicted", value_type="not_stated")
    figure(made, 0, measure="victims_identified", scope="sex_trafficking")
    publish(made)
    assert clock(client) == (
        "What became of it "
        "Arrested 51 arrested — all offences, Hong Kong only Arrested, not convicted. "
        "Charged 19 charged — all offences, Hong Kong only "
        "Prosecuted not yet looked for "
        "Convicted not stated by any source read "
        "Sentenced not yet looked for "
        "Victims identified 0 victims identified — sex trafficking, Hong Kong only "
        "Victims assisted not yet looked for "
        "“Not yet looked for”: nobody has searched the sources for it, so nothing is said of it; "
        "that is neither zero nor “not stated”. "
        "Charged: 19 of 51 arrested (37%)"
    )


def test_a_stage_leads_to_its_figure_on_the_same_page(client: Client) -> None:
    made = operation("op")
    whole = figure(made, 51)
    part(whole, 12, measure="persons_charged", breakdown="partial", breakdown_set="charged")
    publish(made)
    page = client.get("/operations/op/").text
    for name in ("op.1", "op.2"):
        assert f'href="#{name}"' in page
        assert f'id="{name}"' in page


def test_days_are_counted_from_the_last_day(client: Client) -> None:
    ended = timezone.localdate() - timedelta(days=1200)
    published("op", edtf=ended.isoformat(), status="concluded")
    assert clock(client).startswith(
        "What became of it 1,200 days since the operation ended. "
        "No outcome has been published that this record knows of. Arrested 100 arrested"
    )


def test_an_end_that_is_not_stated_counts_no_days(client: Client) -> None:
    published("op", edtf="2020-01-01/")
    words = clock(client)
    assert "days since" not in words
    assert "When the operation ended is not stated." in words


def test_a_charge_is_an_outcome(client: Client) -> None:
    made = operation("op", edtf="2020-01-01", status="concluded")
    figure(made, 3, measure="persons_charged")
    publish(made)
    assert "No outcome" not in clock(client)


def test_numbers_that_count_different_things_make_no_ratio(client: Client) -> None:
    made = operation("op")
    figure(made, 4320)
    figure(made, 7, measure="persons_charged", counted_in=place("mo", "Macau"))
    publish(made)
    words = clock(client)
    assert (
        "No ratio of “charged” to “arrested”: the two numbers were counted in different places."
    ) in words
    assert "%" not in words


def test_a_past_edition_shows_what_was_known_then(client: Client) -> None:
    made = published("op", arrested=5)
    figure(made, 2, measure="persons_charged")
    publish(made)
    assert "Charged not yet looked for" in read(client, "/operations/op/editions/1/")
    assert "Charged 2 charged" in read(client, "/operations/op/editions/2/")
