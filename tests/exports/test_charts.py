"""Pictures as files: what they say of themselves, and how they refuse."""

from __future__ import annotations

import pytest
from django.test import Client

from operations import publishing
from tests.charts.ask import drawing, rows, words
from tests.factories import published

pytestmark = pytest.mark.django_db

LISTS = ("timeline", "years", "arrests", "districts", "tiers")
OF_OPERATIONS = ("breakdown", "outcomes")
TITLE = "{http://www.w3.org/2000/svg}title"


@pytest.mark.parametrize("name", LISTS)
def test_every_picture_is_there_without_any_record(client: Client, name: str) -> None:
    assert drawing(client, f"/charts/{name}.svg").tag == "{http://www.w3.org/2000/svg}svg"
    rows(client, f"/charts/{name}.csv")


def test_a_picture_says_what_it_is_where_it_is_from_and_what_may_be_done_with_it(
    client: Client,
) -> None:
    published("op", edtf="2020")
    said = words(client, "/charts/timeline.svg?year=2020")
    assert said[:2] == ["Operations over time", "Operations with Year: 2020."]
    assert "From: http://testserver/charts/timeline/?year=2020" in said
    assert "Licence: CC-BY-4.0, https://creativecommons.org/licenses/by/4.0/" in said
    assert any(line.startswith("Data as published on ") for line in said)


def test_a_picture_is_readable_on_its_own(client: Client) -> None:
    published("op", edtf="2020")
    root = drawing(client, "/charts/timeline.svg")
    assert (root.get("viewBox") or "").startswith("0 0 720 ")
    assert "style" not in {name for each in root.iter() for name in each.attrib}
    assert not [each for each in root.iter() if each.tag.endswith("}style")]
    title = root.find(TITLE)
    assert title is not None
    assert root.get("aria-labelledby", "").split()[0] == title.get("id")
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids))


def test_a_picture_is_in_the_language_of_its_address(client: Client) -> None:
    published("op", name_en="Raid", name_zh_hant="行動", edtf="2020")
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    english = drawing(client, "/charts/timeline.svg")
    chinese = drawing(client, "/zh-hant/charts/timeline.svg")
    assert (english.get(lang), chinese.get(lang)) == ("en", "zh-Hant-HK")
    assert "行動 2020年" in words(client, "/zh-hant/charts/timeline.svg")


@pytest.mark.parametrize("name", OF_OPERATIONS)
def test_an_operation_has_pictures_of_its_own(client: Client, name: str) -> None:
    published("op", name_en="Raid", edtf="2020")
    address = f"/operations/op/charts/{name}"
    assert "From: http://testserver" + address + "/" in words(client, f"{address}.svg")
    rows(client, f"{address}.csv")
    response = client.get(f"{address}.csv")
    assert response["Content-Disposition"] == f'attachment; filename="op-{name}.csv"'


def test_nothing_may_be_loaded_by_a_picture_or_frame_it(client: Client) -> None:
    policy = client.get("/charts/tiers.svg")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize("ending", ["svg", "csv"])
@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/charts/nope.{}", 404),
        ("/charts/timeline.{}?yaer=2020", 400),
        ("/charts/timeline.{}?year=20x0", 400),
        ("/charts/tiers.{}?year=2020", 400),
        ("/operations/op/charts/nope.{}", 404),
        ("/operations/nobody/charts/outcomes.{}", 404),
        ("/operations/op/charts/outcomes.{}?as_of=2020-01-01", 400),
        ("/operations/gone/charts/outcomes.{}", 410),
    ],
)
def test_what_cannot_be_answered_is_a_problem(
    client: Client, address: str, status: int, ending: str
) -> None:
    published("op")
    publishing.withdraw(published("gone"), by=None, withdrawal_class="legal", reason="An order.")
    response = client.get(address.format(ending))
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"


def test_a_merged_operation_leads_to_the_same_picture_of_the_survivor(client: Client) -> None:
    survivor, double = published("survivor"), published("double")
    publishing.merge(double, survivor, by=None, reason="The same.")
    for ending in (".csv", ".svg", "/"):
        response = client.get(f"/operations/double/charts/outcomes{ending}")
        assert response.status_code == 308
        assert response["Location"] == f"/operations/survivor/charts/outcomes{ending}"
    response = client.get("/zh-hant/operations/double/charts/outcomes/embed/")
    assert response["Location"] == "/zh-hant/operations/survivor/charts/outcomes/embed/"


def test_what_is_withdrawn_is_in_no_picture(client: Client) -> None:
    made = published("gone", name_en="Withdrawn raid", edtf="2020")
    assert "gone" in str(rows(client, "/charts/timeline.csv"))
    publishing.withdraw(made, by=None, withdrawal_class="privacy", reason="Harm.")
    for name in LISTS:
        for ending in (".csv", ".svg", "/", "/embed/"):
            content = client.get(f"/charts/{name}{ending}").getvalue().decode()
            assert "Withdrawn raid" not in content
            assert ">1<" not in content, name
    assert rows(client, "/charts/timeline.csv?as_of=2100-01-01") == []
