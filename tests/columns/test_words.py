"""What the tables say of themselves, wherever somebody takes them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests import factories
from tests.api.ask import read

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).parents[2]
CHOOSES_NO_ROWS = "“measure”, “scope” and “counted_in” choose no rows"
ASKS_FOR_A_FIGURE = re.compile(r"figures(\.\w+|/)\?[^'\"\s]*\b(measure|scope|counted_in|min|max)=")


def test_a_query_for_a_measure_gives_every_figure_of_the_operations_found() -> None:
    made = factories.operation("raid")
    factories.figure(made, 100)
    factories.figure(made, 70, measure="persons_charged")
    factories.publish(made)
    response: Any = Client().get("/figures.json?measure=persons_arrested")
    given = json.loads(response.getvalue())["figures"]
    assert [each["measure"] for each in given] == ["persons_arrested", "persons_charged"]


@pytest.mark.parametrize("address", ["/codebook/", "/data/", "/operations/?measure=other"])
def test_pages_that_lead_to_figures_say_that_a_query_chooses_operations(address: str) -> None:
    made = factories.operation("raid")
    factories.figure(made, 100, measure="other", scope="other")
    factories.publish(made)
    assert CHOOSES_NO_ROWS in Client().get(address).content.decode()


def test_a_list_that_asks_for_no_figure_does_not_warn() -> None:
    factories.published("raid")
    assert CHOOSES_NO_ROWS not in Client().get("/operations/").content.decode()


def test_programs_are_told_too() -> None:
    figures: dict[str, Any] = read("/codebook.json")["tables"]["figures"]
    assert CHOOSES_NO_ROWS in figures["note"]["en"]
    schema = read("/api/schema/")
    assert CHOOSES_NO_ROWS in schema["paths"]["/api/figures/"]["get"]["description"]


@pytest.mark.parametrize("page", ["README.md", "docs/using-the-data.md"])
def test_no_example_asks_for_figures_of_one_measure(page: str) -> None:
    assert ASKS_FOR_A_FIGURE.findall((ROOT / page).read_text("utf-8")) == []
