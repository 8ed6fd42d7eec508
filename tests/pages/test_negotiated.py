"""One address for readers and programs: browsers get the page, who prefers a file is sent on."""

from __future__ import annotations

import pytest
from django.test import Client

from operations import publishing
from tests.factories import published

pytestmark = pytest.mark.django_db

BROWSERS = [
    "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
    "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "text/html, application/json;q=0.9",
    "*/*",
    "text/*",
    "image/png",
    "application/pdf",
    "text/html;q=0.5, application/json;q=0.4",
    "nonsense",
    "",
]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.mark.parametrize("accept", BROWSERS)
@pytest.mark.parametrize(
    "address",
    ["/operations/", "/zh-hant/operations/raid/", "/codebook/", "/totals/", "/terms/group/"],
)
def test_browsers_and_whoever_takes_anything_get_the_page(
    client: Client, address: str, accept: str
) -> None:
    published("raid")
    response = client.get(address, headers={"accept": accept})
    assert response.status_code == 200
    assert "Accept" in response["Vary"].split(", ")
    assert response["Content-Type"] == "text/html; charset=utf-8"
    assert "public" in response["Cache-Control"]


def test_so_does_who_says_nothing(client: Client) -> None:
    assert client.get("/operations/")["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("address", "accept", "file"),
    [
        ("/operations/", "application/json", "/operations.json"),
        ("/operations/", "application/json, text/plain, */*", "/operations.json"),
        ("/operations/", "application/json, text/html;q=0.9", "/operations.json"),
        ("/operations/?group=14k&page=2", "text/csv", "/operations.csv?group=14k"),
        ("/zh-hant/operations/?year=2023&year=", "text/csv", "/operations.csv?year=2023"),
        ("/operations/?bom=1", "text/csv", "/operations.csv?bom=1"),
        ("/operations/", "application/x-ndjson", "/operations.ndjson"),
        ("/operations/", XLSX, "/operations.xlsx"),
        ("/operations/", "application/vnd.apache.parquet", "/operations.parquet"),
        ("/operations/", "application/atom+xml", "/operations.atom"),
        ("/operations/?sort=-date", "application/atom+xml", "/operations.atom?sort=-date"),
        ("/operations/?sort=-date", "text/csv", "/operations.csv"),
        ("/operations/raid/", "application/json", "/operations/raid.json"),
        ("/zh-hant/operations/raid/", "application/json", "/operations/raid.json"),
        ("/operations/raid/editions/1/", "application/json", "/operations/raid/editions/1.json"),
        ("/operations/none/", "application/json", "/operations/none.json"),
        ("/corrections/", "application/atom+xml", "/corrections.atom"),
        ("/codebook/", "application/json", "/codebook.json"),
        ("/data/", "application/json", "/data.json"),
        (
            "/totals/?measure=persons_arrested&by=year",
            "application/json",
            "/api/totals/?measure=persons_arrested&by=year",
        ),
        ("/zh-hant/totals/?measure=x", "application/json", "/api/totals/?measure=x"),
        ("/sources/?page=2", "application/json", "/api/sources/"),
        ("/sources/paper/", "application/json", "/api/sources/paper/"),
        ("/terms/group/", "application/json", "/api/terms/group/"),
        (
            "/zh-hant/terms/offence/hk.200.129/",
            "application/json",
            "/api/terms/offence/hk.200.129/",
        ),
    ],
)
def test_whoever_prefers_a_file_is_sent_to_it(
    client: Client, address: str, accept: str, file: str
) -> None:
    response = client.get(address, headers={"accept": accept})
    assert (response.status_code, response["Location"]) == (303, file)
    assert response["Vary"] == "Accept"
    assert "public" not in response.get("Cache-Control", "")


def test_what_is_wrong_is_said_by_the_file_as_data(client: Client) -> None:
    headers = {"accept": "application/json"}
    for address, status in (("/operations/?grup=14k", 400), ("/operations/none/", 404)):
        response = client.get(address, headers=headers, follow=True)
        assert response.status_code == status
        assert response["Content-Type"] == "application/problem+json"


def test_a_page_that_is_known_is_not_sent_again_and_says_so_for_caches(client: Client) -> None:
    tag = client.get("/operations/")["ETag"]
    again = client.get("/operations/", headers={"if-none-match": tag})
    assert again.status_code == 304
    assert "Accept" in again["Vary"].split(", ")


JSON, PROBLEM = "application/json", "application/problem+json"


@pytest.mark.parametrize(
    ("address", "accept", "status"),
    [
        ("/figures/", JSON, 404),
        ("/nope/", f"{JSON}, text/html;q=0.9", 404),
        ("/zh-hant/nope/", JSON, 404),
        ("/data/nope/", JSON, 404),
        ("/terms/nope/", JSON, 404),
        ("/totals/?measure=x", JSON, 400),
        ("/sources/?x=1", JSON, 400),
        ("/about/?x=1", JSON, 400),
        ("/operations/?grup=1", PROBLEM, 400),
        ("/totals/?measure=x", PROBLEM, 400),
        ("/operations/gone/", PROBLEM, 410),
    ],
)
def test_whoever_prefers_data_is_told_as_data_what_is_wrong_at_any_page(
    client: Client, address: str, accept: str, status: int
) -> None:
    withdrawn("gone")
    response = client.get(address, headers={"accept": accept}, follow=True)
    assert (response.status_code, response["Content-Type"]) == (status, PROBLEM)
    assert response.json()["status"] == status
    if not response.redirect_chain:
        assert "Accept" in response["Vary"].split(", ")


@pytest.mark.parametrize("accept", BROWSERS)
@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nope/", 404),
        ("/operations/?grup=1", 400),
        ("/about/?x=1", 400),
        ("/operations/gone/", 410),
    ],
)
def test_browsers_are_told_on_a_page(
    client: Client, address: str, status: int, accept: str
) -> None:
    withdrawn("gone")
    response = client.get(address, headers={"accept": accept})
    assert (response.status_code, response["Content-Type"]) == (status, "text/html; charset=utf-8")
    assert "Accept" in response["Vary"].split(", ")


def test_a_page_that_can_only_be_read_says_so_as_data_too(client: Client) -> None:
    response = client.post("/operations/", headers={"accept": JSON})
    assert (response.status_code, response["Content-Type"]) == (405, PROBLEM)
    assert response["Allow"] == "GET, HEAD"


def withdrawn(code: str) -> None:
    made = published(code)
    publishing.withdraw(made, by=None, withdrawal_class="unreliable", reason="Never took place.")
