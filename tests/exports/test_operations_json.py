"""Files: the published documents byte for byte, under the same query string as the page."""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from django.test import Client
from django.utils import timezone

from operations import publishing
from operations.models import Edition, Group
from operations.problems import CONTENT_TYPE
from tests.factories import figure, operation, part, publish, published, term

pytestmark = pytest.mark.django_db


def load(client: Client, address: str, status: int = 200) -> Any:
    response = client.get(address)
    assert response.status_code == status, address
    return orjson.loads(response.getvalue())


def test_one_operation_is_its_document_byte_for_byte(client: Client) -> None:
    published("one", name_en="One", name_zh_hant="一")
    edition = Edition.objects.get()
    for address in ("/operations/one.json", "/operations/one/editions/1.json"):
        response = client.get(address)
        assert response.content == edition.document.encode()
        assert response["Content-Type"] == "application/json"
        assert response["Access-Control-Allow-Origin"] == "*"


def test_the_list_holds_the_stored_documents_byte_for_byte(client: Client) -> None:
    for code in ("one", "two"):
        published(code, summary_en='A "quoted" 摘要 </script>')
    body = client.get("/operations.json").getvalue()
    for edition in Edition.objects.all():
        assert edition.document.encode() in body
    assert [document["id"] for document in orjson.loads(body)["operations"]] == ["one", "two"]


def test_what_stands_above_the_list(client: Client) -> None:
    published("one", groups=[term(Group, "14k")])
    published("two")
    Edition.objects.filter(code="one").update(valid_from="2026-01-02T03:04:05Z")
    body = load(client, "/operations.json?group=14k&sort=date&q=")
    assert body["meta"] == {
        "licence": "CC-BY-4.0",
        "query": {"group": ["14k"], "sort": ["date"]},
        "as_of": "2026-01-02T03:04:05Z",
        "count": 1,
    }
    assert [document["id"] for document in body["operations"]] == ["one"]


def test_an_empty_list_has_no_time(client: Client) -> None:
    for name in ("operations", "figures"):
        body = load(client, f"/{name}.json")
        assert body["meta"]["as_of"] is None
        assert body["meta"]["count"] == 0
        assert body[name] == []


def test_a_list_of_the_past_holds_the_editions_of_the_past(client: Client) -> None:
    made = published("one", name_en="First name")
    made.name_en = "Second name"
    made.save()
    publish(made)
    Edition.objects.filter(number=1).update(
        valid_from="2020-01-01T00:00:00Z", valid_to="2021-01-01T00:00:00Z"
    )
    past = load(client, "/operations.json?as_of=2020-06-01")
    assert [document["name"]["en"] for document in past["operations"]] == ["First name"]
    assert past["meta"]["as_of"] == "2020-01-01T00:00:00Z"
    assert load(client, "/operations.json?as_of=2019")["operations"] == []


def test_every_figure_names_its_operation(client: Client) -> None:
    made = operation("one")
    whole = figure(made, 28, note_en='Not "value_type": a key, only a text.')
    part(whole, 6, sex="male")
    part(whole, 22, sex="female")
    publish(made)
    published("two")
    body = load(client, "/figures.json")
    assert body["meta"]["count"] == 4
    assert [(entry["operation"], entry["id"]) for entry in body["figures"]] == [
        ("one", "one.1"),
        ("one", "one.2"),
        ("one", "one.3"),
        ("two", "two.1"),
    ]
    document = load(client, "/operations/one.json")
    assert body["figures"][0] == {**document["figures"][0], "operation": "one"}


def test_the_query_chooses_the_operations_of_the_figures(client: Client) -> None:
    published("one", groups=[term(Group, "14k")])
    published("two")
    body = load(client, "/figures.json?group=14k")
    assert [entry["operation"] for entry in body["figures"]] == ["one"]
    assert body["meta"]["count"] == 1


@pytest.mark.parametrize("name", ["operations", "figures"])
@pytest.mark.parametrize(
    ("query", "parameter", "value"),
    [
        ("grup=14k", "grup", "14k"),
        ("year=20x3", "year", "20x3"),
        ("min=5", "min", "5"),
        ("page=1", "page", "1"),
        ("q=" + "x" * 20_000, "q", "x" * 80 + "…"),
        ("sort=%E2%80%AEeman", "sort", "�eman"),
        ("%E2%80%AEq=1", "�q", "1"),
    ],
)
def test_a_bad_query_is_a_problem_that_names_the_parameter(
    client: Client, name: str, query: str, parameter: str, value: str
) -> None:
    response = client.get(f"/{name}.json?{query}")
    assert response.status_code == 400
    assert response["Content-Type"] == CONTENT_TYPE
    assert response["Access-Control-Allow-Origin"] == "*"
    body = orjson.loads(response.content)
    assert body["status"] == 400
    (error,) = body["errors"]
    assert error.keys() == {"parameter", "value", "expected"}
    assert (error["parameter"], error["value"]) == (parameter, value)
    assert error["expected"]


def test_a_draft_is_not_found(client: Client) -> None:
    operation("draft")
    body = load(client, "/operations/draft.json", 404)
    assert body == load(client, "/operations/never-was.json", 404)
    assert body["title"] == "Not Found"


def test_a_withdrawn_operation_is_gone_with_its_class(client: Client) -> None:
    made = published("one")
    publishing.withdraw(made, by=None, withdrawal_class="unreliable", reason="Retracted.")
    body = load(client, "/operations/one.json", 410)
    assert (body["title"], body["class"], body["reason"]) == ("Gone", "unreliable", "Retracted.")
    assert load(client, "/operations/one/editions/2.json", 410)["class"] == "unreliable"
    assert load(client, "/operations/one/editions/1.json")["id"] == "one"
    assert load(client, "/operations.json")["operations"] == []


def test_a_redacted_edition_is_gone_everywhere(client: Client) -> None:
    made = published("one")
    publishing.redact(made, by=None, withdrawal_class="privacy", reason="To protect somebody.")
    for address in ("/operations/one.json", "/operations/one/editions/1.json"):
        body = load(client, address, 410)
        assert (body["class"], body["reason"]) == ("privacy", "To protect somebody.")
    moment = timezone.now().date().isoformat()
    assert load(client, f"/operations.json?as_of={moment}")["operations"] == []


def test_a_merged_operation_sends_on_to_the_survivor(client: Client) -> None:
    gone, survivor = published("gone"), published("survivor")
    publishing.merge(gone, survivor, by=None, reason="The same.")
    response = client.get("/operations/gone.json")
    assert response.status_code == 308
    assert response["Location"] == "/operations/survivor.json"
    assert response["Access-Control-Allow-Origin"] == "*"


def test_the_query_goes_along_to_the_survivor(client: Client) -> None:
    gone, survivor = published("gone"), published("survivor")
    publishing.merge(gone, survivor, by=None, reason="The same.")
    response = client.get("/operations/gone.json?as_of=2100-01-01")
    assert response["Location"] == "/operations/survivor.json?as_of=2100-01-01"
    other = client.get("/operations/gone/editions/2/changes.json?since=1")
    assert other["Location"] == "/operations/survivor.json"


def test_an_answer_is_streamed(client: Client) -> None:
    published("one")
    for address in ("/operations.json", "/figures.json"):
        assert client.get(address).streaming
