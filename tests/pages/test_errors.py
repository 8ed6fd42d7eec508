"""Whatever is asked, the answer helps and is below 500."""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from django.test import Client, override_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from operations.filters import PARAMETERS
from operations.problems import CONTENT_TYPE
from tests.factories import published

from .addresses import is_file, public_addresses
from .reading import text

pytestmark = pytest.mark.django_db

UGLY = [
    "/%00",
    "/operations/%00/",
    "/operations/one%00/",
    "/operations/\u202eeno/",
    "/operations/%E2%80%AE/",
    "/operations/%FF%FE/",
    "/operations/" + "a" * 20_000 + "/",
    "/operations/one/editions/-1/",
    "/operations/one/editions/1e5/",
    "/operations/one/editions/" + "9" * 5000 + ".json",
    "/operations/one.json/",
    "/operations//one/",
    "/operations.json/",
    "/operations.JSON",
    "//operations/",
    "/zh-hant",
    "/zh-hant/operations/one.json",
    "/zh-hans/operations/",
    "/terms/place/" + "hk+" * 3000 + "/",
    "/sources/%27%20OR%201=1/",
    "/operations/?" + "&".join(f"q={n}" for n in range(500)),
    "/operations/?" + "&".join(f"group=g{n}" for n in range(500)),
    "/operations/?q=%F0%9F%92%A9%ED%A0%80",
    "/operations/?=",
    "/operations/?&&&",
    "/operations/?%00=%00",
    "/operations/?min=1e400&measure=persons_arrested",
    "/operations/?min=NaN&measure=persons_arrested",
    "/operations/?min=-0&measure=persons_arrested",
    "/operations/?from=9999&to=9999-12-31",
    "/operations/?from=0001&dates=within",
    "/operations/?as_of=9999-12-31",
    "/operations/?as_of=0001-01-01",
    "/operations/?year=0000",
    "/operations.json?page=1",
    "/sources/?page=%00",
]


@pytest.mark.parametrize("address", UGLY, ids=lambda address: address[:60])
@pytest.mark.parametrize("method", ["get", "head", "post"])
def test_no_address_ends_in_a_fault(client: Client, address: str, method: str) -> None:
    published("one")
    response = getattr(client, method)(address)
    assert response.status_code < 500


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from([*PARAMETERS, "page", "nope"]),
            st.one_of(
                st.text(max_size=20),
                st.sampled_from(["0", "-1", "2023", "2023-02", "hk", "yes", "persons_arrested"]),
            ),
        ),
        max_size=5,
    ),
    st.sampled_from(["/operations/", "/operations.json", "/figures.json", "/sources/"]),
)
def test_no_query_ends_in_a_fault(
    client: Client, pairs: list[tuple[str, str]], address: str
) -> None:
    query: dict[str, list[str]] = {}
    for name, value in pairs:
        query.setdefault(name, []).append(value)
    response = client.get(address, query)
    assert response.status_code in (200, 302, 400, 404)
    assert b"\x00" not in response.getvalue()


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_addresses_can_only_be_read(method: str) -> None:
    # As a browser would be treated: the test client would skip the check for a token.
    client = Client(enforce_csrf_checks=True)
    published("one")
    for address in public_addresses("one"):
        response = getattr(client, method)(address)
        assert response.status_code == 405, address
        kind = CONTENT_TYPE if is_file(address) else "text/html; charset=utf-8"
        assert response["Content-Type"] == kind
        # Scripts of other sites ask about files before they send a tag.
        assert response["Allow"] == ("GET, HEAD, OPTIONS" if is_file(address) else "GET, HEAD")


def test_only_files_can_be_asked_what_may_be_sent(client: Client) -> None:
    published("one")
    for address in public_addresses("one"):
        response = client.options(address)
        assert response.status_code == (204 if is_file(address) else 405), address


def test_head_answers_as_get_without_a_body(client: Client) -> None:
    published("one")
    for address in public_addresses("one"):
        response = client.head(address)
        assert response.status_code == 200, address
        assert response.getvalue() == b""


def test_an_unknown_page_leads_on(client: Client) -> None:
    response = client.get("/nothing/here/")
    assert response.status_code == 404
    assert "There is no such page" in text(response)
    assert 'href="/operations/"' in response.text
    assert 'href="/zh-hant/operations/"' in client.get("/zh-hant/nothing/").text


@pytest.mark.parametrize("address", ["/nothing.json", "/nothing.json/", "/operations/x/y.json"])
def test_an_unknown_file_is_a_problem_document(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert response["Content-Type"] == CONTENT_TYPE
    assert orjson.loads(response.content)["title"] == "Not Found"


def test_an_address_without_its_last_slash_is_sent_on(client: Client) -> None:
    published("one")
    for address in ("/operations", "/operations/one", "/operations/one/editions", "/about"):
        response = client.get(address)
        assert response.status_code == 301
        assert response["Location"] == f"{address}/"


@override_settings(DATA_UPLOAD_MAX_NUMBER_FIELDS=10)
def test_too_many_parameters_are_refused_in_the_form_of_the_address(client: Client) -> None:
    query = "&".join(f"q={number}" for number in range(11))
    page, file = client.get(f"/operations/?{query}"), client.get(f"/operations.json?{query}")
    assert page.status_code == file.status_code == 400
    assert "This address cannot be answered" in text(page)
    assert file["Content-Type"] == CONTENT_TYPE


@pytest.mark.parametrize(
    ("address", "kind"),
    [("/about/", "text/html; charset=utf-8"), ("/operations.json", CONTENT_TYPE)],
)
def test_a_fault_is_said_to_be_ours(monkeypatch: Any, address: str, kind: str) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise RuntimeError("a detail that nobody outside may read")

    monkeypatch.setattr("operations.pages.home.render", fail)
    monkeypatch.setattr("operations.exports.operations.meta", fail)
    response = Client(raise_request_exception=False).get(address)
    assert response.status_code == 500
    assert response["Content-Type"] == kind
    assert b"wrong on our side" in response.content
    assert b"nobody outside" not in response.content
