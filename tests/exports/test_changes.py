"""``changes.json``: what differs between two editions, as data."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import orjson
import pytest
from django.test import Client

from operations import publishing
from operations.models import Edition, Operation
from operations.problems import CONTENT_TYPE
from tests.factories import figure, operation, publish

pytestmark = pytest.mark.django_db


def corrected() -> Operation:
    made = operation("one")
    number = figure(made, 868)
    publish(made)
    number.value = Decimal(2320)
    number.save()
    publish(made, "The final number.")
    return made


def load(client: Client, address: str, status: int = 200) -> Any:
    response = client.get(address)
    assert response.status_code == status, response.content
    return orjson.loads(response.content)


def test_every_place_that_differs_has_its_path_and_both_values(client: Client) -> None:
    corrected()
    Edition.objects.filter(number=2).update(valid_from="2026-01-02T03:04:05Z")
    edition = Edition.objects.get(number=2)
    for query in ("", "?since=1"):
        assert load(client, f"/operations/one/editions/2/changes.json{query}") == {
            "operation": "one",
            "since": 1,
            "edition": 2,
            "editions": [
                {
                    "edition": 2,
                    "kind": "corrected",
                    "reason": "The final number.",
                    "published_at": "2026-01-02T03:04:05Z",
                    "sha256": edition.sha256,
                    "single_checked": False,
                }
            ],
            "changes": [{"path": ["figures", "one.1", "value"], "before": 868, "after": 2320}],
        }


def test_a_redacted_edition_is_gone(client: Client) -> None:
    made = corrected()
    publishing.redact(made, by=None, withdrawal_class="privacy", reason="Harm.", numbers=[1])
    body = load(client, "/operations/one/editions/2/changes.json?since=1", 410)
    assert body["class"] == "privacy"
    assert nothing_before(client, 2)


def test_the_first_edition_has_nothing_before_it(client: Client) -> None:
    corrected()
    assert nothing_before(client, 1)


def nothing_before(client: Client, number: int) -> bool:
    body = load(client, f"/operations/one/editions/{number}/changes.json", 404)
    said = f"There is no edition before edition {number} that can be read."
    return bool((body["detail"], body["errors"]) == (said, []))


def test_an_edition_that_never_was_is_not_found(client: Client) -> None:
    corrected()
    response = client.get("/operations/one/editions/3/changes.json")
    assert (response.status_code, response["Content-Type"]) == (404, CONTENT_TYPE)
