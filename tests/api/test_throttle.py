"""Nobody can ask so often that others have to wait, and everybody is told how often they can."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

pytestmark = pytest.mark.django_db

ADDRESS = "/api/operations/?count=no"


@pytest.fixture(autouse=True)
def three_a_minute(settings: Settings) -> Iterator[None]:
    settings.API_RATE = "3/min"
    cache.clear()
    with time_machine.travel("2026-03-01T08:00:00Z", tick=False):
        yield
    cache.clear()


def test_every_answer_says_what_is_left() -> None:
    client = Client()
    left = []
    for _ in range(3):
        response = client.get(ADDRESS)
        assert response.status_code == 200
        assert response["RateLimit-Policy"] == '"public";q=3;w=60'
        left.append(response["RateLimit"])
    assert left == ['"public";r=2;t=60', '"public";r=1;t=60', '"public";r=0;t=60']


def test_who_asks_too_often_is_told_when_to_come_back() -> None:
    client = Client()
    for _ in range(3):
        client.get(ADDRESS)
    refused = client.get(ADDRESS)
    assert refused.status_code == 429
    assert refused["Content-Type"] == "application/problem+json"
    assert refused["Retry-After"] == "60"
    assert refused["RateLimit"] == '"public";r=0;t=60'
    assert refused["Access-Control-Allow-Origin"] == "*"
    assert "come back in 60 seconds" in refused.json()["detail"]


def test_after_the_time_named_there_is_an_answer_again() -> None:
    client = Client()
    with time_machine.travel("2026-03-01T09:00:00Z", tick=False) as clock:
        for _ in range(3):
            client.get(ADDRESS)
        wait = int(client.get(ADDRESS)["Retry-After"])
        clock.shift(wait - 1)
        assert client.get(ADDRESS).status_code == 429
        clock.shift(2)
        assert client.get(ADDRESS).status_code == 200


def test_others_are_not_held_up() -> None:
    for _ in range(4):
        Client().get(ADDRESS, REMOTE_ADDR="192.0.2.1")
    assert Client().get(ADDRESS, REMOTE_ADDR="192.0.2.1").status_code == 429
    assert Client().get(ADDRESS, REMOTE_ADDR="192.0.2.2").status_code == 200


def test_saying_that_one_is_somebody_else_does_not_help() -> None:
    for number in range(4):
        response = Client().get(ADDRESS, headers={"x-forwarded-for": f"192.0.2.{number}"})
    assert response.status_code == 429


def test_scripts_of_other_sites_may_read_it() -> None:
    exposed = Client().get(ADDRESS)["Access-Control-Expose-Headers"].split(", ")
    assert {"RateLimit", "RateLimit-Policy", "Retry-After"} <= set(exposed)


def test_pages_and_files_are_not_counted() -> None:
    for _ in range(5):
        assert Client().get("/operations.json").status_code == 200


def test_without_a_rate_nothing_is_counted(settings: Settings) -> None:
    settings.API_RATE = ""
    for _ in range(5):
        response = Client().get(ADDRESS)
    assert response.status_code == 200
    assert "RateLimit" not in response
