"""Every refusal is a problem document; nothing that can be asked ends in a fault."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

import pytest
from django.test import Client

from tests import factories
from tests.api.ask import PROBLEM, read, refusal, send

pytestmark = pytest.mark.django_db

LISTS = [
    "/api/operations/",
    "/api/figures/",
    "/api/sources/",
    "/api/terms/place/",
    "/api/assessments/",
    "/api/statements/",
]
OTHERS = ["/api/", "/api/schema/", "/api/docs/"]


@pytest.mark.parametrize(
    "address",
    [
        "/api/nope/",
        "/api/operations/no-such/",
        "/api/operations/thunderbolt.2023/",
        "/api/operations/%E2%80%AEabc/",
        "/api/operations/%00/",
        "/api/operations/a/b/",
        "/api/figures/x/",
        "/api/sources/no-such/",
        "/api/terms/",
        "/api/totals/x/",
        "/api/%FF%FE/",
        "/api/" + "x" * 5000 + "/",
    ],
)
def test_an_address_that_leads_nowhere_is_a_404_problem(address: str) -> None:
    problem = read(address, 404)
    assert problem["title"] == "Not Found"
    assert problem["status"] == 404
    assert problem["detail"]
    assert problem["errors"] == []


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("address", [*LISTS, *OTHERS])
def test_the_api_is_read_only(method: str, address: str) -> None:
    response = send(method, address)
    assert response.status_code == 405
    assert response["Content-Type"] == PROBLEM
    assert response["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("wish", ["text/html", "text/csv", "application/xml", "image/*"])
def test_other_formats_are_not_acceptable(address: str, wish: str) -> None:
    response = send("GET", address, accept=wish)
    assert response.status_code == 406
    assert b'"This address answers with application/json only."' in response.content
    assert response["Content-Type"] == PROBLEM


@pytest.mark.parametrize("wish", ["*/*", "application/json", "text/html,*/*;q=0.8"])
def test_whoever_takes_json_gets_it(wish: str) -> None:
    response = send("GET", "/api/operations/", accept=wish)
    assert (response.status_code, response["Content-Type"]) == (200, "application/json")


@pytest.mark.parametrize("address", LISTS)
def test_an_unknown_parameter_is_named(address: str) -> None:
    (error,) = refusal(f"{address}?grup=14k")
    assert (error["parameter"], error["value"]) == ("grup", "14k")
    assert error["expected"].startswith("a known parameter: ")


@pytest.mark.parametrize("address", OTHERS)
def test_what_takes_no_parameters_refuses_them_all(address: str) -> None:
    assert [error["parameter"] for error in refusal(f"{address}?lang=xx")] == ["lang"]


def test_everything_wrong_is_named_at_once() -> None:
    query = "grup=14k&limit=0&cursor=x&sort=nope&fields=nme&count=maybe&min=abc&year=20x3"
    errors = refusal(f"/api/operations/?{query}")
    assert sorted(error["parameter"] for error in errors) == sorted(
        ["grup", "limit", "sort", "fields", "count", "min", "year"]
    )


def test_a_refusal_repeats_nothing_that_could_mislead_the_eye() -> None:
    (error,) = refusal("/api/operations/?gr%E2%80%AEup=%E2%80%AE14k%00" + "x" * 200)
    assert error["parameter"] == "gr\N{REPLACEMENT CHARACTER}up"
    assert error["value"] == "\N{REPLACEMENT CHARACTER}14k\N{REPLACEMENT CHARACTER}" + (
        "x" * 75 + "…"
    )


@pytest.mark.parametrize("address", [*LISTS, *OTHERS, "/api/nope/", "/api/operations/?a=b"])
def test_scripts_of_every_site_may_read_every_answer(address: str) -> None:
    response = send("GET", address, origin="https://example.org")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_a_browser_that_asks_first_is_told_that_it_may() -> None:
    response = send("OPTIONS", "/api/operations/", origin="https://example.org")
    assert (response.status_code, response.content) == (204, b"")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"


def test_head_answers_as_get_does_without_a_body() -> None:
    factories.published("alpha")
    response = send("HEAD", "/api/operations/alpha/")
    assert (response.status_code, response.content) == (200, b"")
    assert response["Content-Type"] == "application/json"


@pytest.mark.parametrize("address", [address.rstrip("/") for address in LISTS])
def test_a_forgotten_slash_is_added(address: str) -> None:
    response = send("GET", f"{address}?limit=1")
    assert (response.status_code, response["Location"]) == (301, f"{address}/?limit=1")


def test_a_fault_of_ours_is_a_problem_document_too() -> None:
    client = Client(raise_request_exception=False)
    with patch("operations.api.sources.public_sources", side_effect=RuntimeError("secret")):
        response: Any = client.get("/api/sources/")
    assert response.status_code == 500
    assert response["Content-Type"] == PROBLEM
    assert response.json()["title"] == "Internal Server Error"
    assert b"secret" not in response.content


def test_the_root_leads_to_every_list() -> None:
    root = read("/api/")
    assert root["operations"] == "http://testserver/api/operations/"
    assert root["terms"]["place"] == "http://testserver/api/terms/place/"
    for address in [*root.values(), *root["terms"].values()]:
        if isinstance(address, str):
            assert send("GET", address).status_code == 200
