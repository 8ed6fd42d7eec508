"""One operation as of a day: the old value with the old edition's address, and what came later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from operations import publishing
from operations.models import Figure, Operation
from tests import factories

pytestmark = pytest.mark.django_db

BEFORE = "2026-03-09"
ENDING: dict[str, Any] = {"by": None, "withdrawal_class": "privacy", "reason": "To protect."}


@pytest.fixture(autouse=True)
def corrected() -> Iterator[None]:
    """Published with 100 on 1 March, corrected to 120 on 10 March."""
    with time_machine.travel("2026-03-01T08:00:00+08:00", tick=False) as clock:
        made = factories.published("sweep", arrested=100)
        clock.move_to("2026-03-10T08:00:00+08:00")
        Figure.objects.update(value=120)
        factories.publish(made, "The release was misread.")
        clock.move_to("2026-03-20T08:00:00+08:00")
        yield


def value(address: str) -> Any:
    return Client().get(address).json()["figures"][0]["value"]


def test_the_page_leads_to_the_edition_of_then_which_tells_of_the_correction() -> None:
    response = Client().get(f"/operations/sweep/?as_of={BEFORE}")
    assert (response.status_code, response["Location"]) == (302, "/operations/sweep/editions/1/")
    page = Client().get("/operations/sweep/editions/1/").content.decode()
    assert "100 arrested" in page
    assert "It is no longer current." in page
    assert "Edition 2 (Corrected), 10 March 2026." in page
    assert "The release was misread." in page
    assert 'href="/operations/sweep/editions/2/changes/"' in page


def test_the_chinese_page_leads_to_the_chinese_edition() -> None:
    response = Client().get(f"/zh-hant/operations/sweep/?as_of={BEFORE}")
    assert response["Location"] == "/zh-hant/operations/sweep/editions/1/"


@pytest.mark.parametrize("address", ["/operations/sweep.json", "/api/operations/sweep/"])
def test_data_of_then_have_the_old_value(address: str) -> None:
    assert value(f"{address}?as_of={BEFORE}") == 100
    assert value(f"{address}?as_of=2026-03-10") == 120
    assert value(address) == 120


def test_the_file_of_then_names_the_latest() -> None:
    old = Client().get(f"/operations/sweep.json?as_of={BEFORE}")
    assert old["Link"] == '</operations/sweep.json>; rel="latest-version"'
    assert "Link" not in Client().get("/operations/sweep.json")


def test_keys_can_be_chosen_of_the_past_too() -> None:
    found = Client().get(f"/api/operations/sweep/?as_of={BEFORE}&fields=id,edition").json()
    assert found == {"id": "sweep", "edition": 1}


@pytest.mark.parametrize(
    "address", ["/operations/sweep/", "/operations/sweep.json", "/api/operations/sweep/"]
)
def test_before_it_was_public_there_is_nothing(address: str) -> None:
    assert Client().get(f"{address}?as_of=2026-02-28").status_code == 404


@pytest.mark.parametrize("address", ["/operations/sweep.json", "/api/operations/sweep/"])
def test_file_and_api_say_so_in_the_same_words(address: str) -> None:
    answer = Client().get(f"{address}?as_of=2026-02-28")
    assert answer.json()["detail"] == "It was not public then."
    assert "public" not in answer.get("Cache-Control", "")


@pytest.mark.parametrize(
    "address", ["/operations/sweep/", "/operations/sweep.json", "/api/operations/sweep/"]
)
def test_a_day_that_is_none_is_named(address: str) -> None:
    response = Client().get(f"{address}?as_of=soon")
    assert response.status_code == 400
    assert b"as_of" in response.content


def test_a_redacted_edition_stays_redacted() -> None:
    publishing.redact(Operation.objects.get(), **ENDING, numbers=[1])
    assert Client().get(f"/operations/sweep.json?as_of={BEFORE}").status_code == 410
    assert Client().get(f"/api/operations/sweep/?as_of={BEFORE}").status_code == 410


def test_what_is_withdrawn_now_was_public_then() -> None:
    publishing.withdraw(Operation.objects.get(), **ENDING)
    assert Client().get("/operations/sweep.json").status_code == 410
    assert value(f"/operations/sweep.json?as_of={BEFORE}") == 100
