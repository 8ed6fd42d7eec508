"""Pages may be kept, and are asked about again; they vary by what form is asked for alone."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.factories import operation, publish, published

pytestmark = pytest.mark.django_db

PAGES = ["/", "/operations/", "/operations/?kind=anti_vice", "/operations/raid/", "/zh-hant/"]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_may_be_kept_and_says_when_it_has_not_changed(client: Client, address: str) -> None:
    published("raid")
    first = client.get(address)
    assert first["Cache-Control"] == "public, max-age=0, s-maxage=60, must-revalidate"
    # Packed or plain, page or file: beside that the text is the same for everybody.
    assert set(first["Vary"].split(", ")) <= {"Accept", "Accept-Encoding"}
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_page_that_lost_something_is_sent_again(client: Client) -> None:
    made = published("raid")
    published("other")
    first = client.get("/operations/?kind=anti_vice")
    made.kind = "anti_triad"
    made.save()
    publish(made)
    again = client.get("/operations/?kind=anti_vice", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 200
    assert 'data-total="1"' in again.text


@pytest.mark.parametrize("address", ["/operations/?grup=14k", "/operations/none/", "/admin/login/"])
def test_errors_and_the_admin_are_not_for_caches(client: Client, address: str) -> None:
    operation("draft")
    assert "public" not in client.get(address).get("Cache-Control", "")
