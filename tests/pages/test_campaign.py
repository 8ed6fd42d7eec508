"""Links that came through a newsletter or a social network."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.factories import published

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("/operations/one/?fbclid=x", "/operations/one/"),
        ("/zh-hant/operations/one/?utm_source=x&utm_medium=y", "/zh-hant/operations/one/"),
        ("/operations/?year=2023&gclid=1&year=2024", "/operations/?year=2023&year=2024"),
        ("/?fbclid=x", "/"),
        ("/operations/?q=%E6%8E%83%E9%BB%83&utm_term=a", "/operations/?q=%E6%8E%83%E9%BB%83"),
    ],
)
def test_marks_of_other_sites_are_taken_off(client: Client, asked: str, plain: str) -> None:
    published("one")
    response = client.get(asked)
    assert (response.status_code, response["Location"]) == (302, plain)


def test_any_other_unknown_parameter_is_refused_by_name(client: Client) -> None:
    published("one")
    response = client.get("/operations/one/?ref=x")
    assert response.status_code == 400
    assert "ref" in response.text


def test_files_refuse_them_like_any_other(client: Client) -> None:
    response = client.get("/operations.json?fbclid=x")
    assert response.status_code == 400
    assert response.json()["errors"][0]["parameter"] == "fbclid"
