"""What is going to end is told in the code book and with every answer that it touches."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.utils.translation import gettext_lazy

from operations.exports import deprecations
from operations.exports.deprecations import Deprecation

pytestmark = pytest.mark.django_db

COLUMN = Deprecation(
    what="figures.csv: locators",
    addresses=("/figures.csv", "/api/figures/"),
    since=date(2027, 1, 1),
    ends=date(2027, 8, 1),
    instead=gettext_lazy("Sources"),
)
LATER = Deprecation("/figures.*", ("/figures.",), date(2027, 2, 1), date(2028, 1, 1), "/api/")


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deprecations, "DEPRECATIONS", (LATER, COLUMN))


@pytest.mark.parametrize("address", ["/figures.csv", "/api/figures/", "/figures.csv?grup=1"])
def test_answers_say_since_when_and_until_when(announced: None, address: str) -> None:
    response = Client().get(address)
    assert response["Deprecation"] == "@1798761600"
    assert response["Sunset"] == "Sun, 01 Aug 2027 00:00:00 GMT"
    assert response["Link"].endswith(
        '</codebook/#deprecations>; rel="deprecation"; type="text/html"'
    )


def test_other_links_stay(announced: None) -> None:
    assert 'rel="license"' in Client().get("/figures.csv")["Link"]


def test_of_two_the_one_that_ends_first_is_told(announced: None) -> None:
    assert Client().get("/figures.json")["Sunset"] == "Sat, 01 Jan 2028 00:00:00 GMT"


def test_what_is_not_touched_says_nothing(announced: None) -> None:
    for address in ("/operations.csv", "/api/operations/"):
        assert "Deprecation" not in Client().get(address)


def test_the_code_book_lists_them(announced: None) -> None:
    page = Client().get("/codebook/").content.decode()
    assert "<code>figures.csv: locators</code>: until 2027-08-01. Sources" in page
    assert Client().get("/codebook.json").json()["deprecations"][1] == {
        "what": "figures.csv: locators",
        "addresses": ["/figures.csv", "/api/figures/"],
        "since": "2027-01-01",
        "ends": "2027-08-01",
        "instead": {"en": "Sources", "zh-Hant": "資料來源"},
    }


def test_nothing_is_announced_now() -> None:
    assert Client().get("/codebook.json").json()["deprecations"] == []
    assert "Nothing is announced." in Client().get("/codebook/").content.decode()
    assert "Deprecation" not in Client().get("/figures.csv")
