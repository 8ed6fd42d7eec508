"""``/api/operations/``: the list of documents and one document."""

from __future__ import annotations

import json

import pytest

from operations import publishing
from operations.models import Edition, Operation
from tests import factories
from tests.api.ask import ids, read, refusal, send

pytestmark = pytest.mark.django_db


def document(code: str) -> dict[str, object]:
    edition = Edition.objects.current().get(code=code)
    content: dict[str, object] = json.loads(edition.document)
    return content


def test_a_page_is_an_envelope_around_the_stored_documents() -> None:
    factories.published("alpha", edtf="2023-06-12", arrested=6400)
    assert read("/api/operations/") == {
        "next": None,
        "previous": None,
        "count": 1,
        "results": [document("alpha")],
    }


def test_an_empty_record_is_an_empty_page() -> None:
    page = read("/api/operations/")
    assert page == {"next": None, "previous": None, "count": 0, "results": []}


def test_a_document_is_given_byte_for_byte_as_it_was_published() -> None:
    factories.published("alpha", name_zh_hant="雷霆")
    response = send("GET", "/api/operations/alpha/")
    assert response.content.decode() == Edition.objects.get(code="alpha").document


def test_the_newest_come_first_and_the_undated_last_both_ways() -> None:
    factories.published("undated")
    factories.published("old", edtf="1999")
    factories.published("new", edtf="2023-06")
    assert ids("/api/operations/") == ["new", "old", "undated"]
    assert ids("/api/operations/?sort=-date") == ["new", "old", "undated"]
    assert ids("/api/operations/?sort=date") == ["old", "new", "undated"]


def test_operations_that_began_on_one_day_are_in_the_order_of_their_ids() -> None:
    for code in ("b", "c", "a"):
        factories.published(code, edtf="2023-06-12")
    assert ids("/api/operations/?sort=-date") == ["a", "b", "c"]
    assert ids("/api/operations/?sort=date") == ["a", "b", "c"]


@pytest.mark.parametrize("sort", ["name", "-updated", "-arrests", "nope"])
def test_the_api_sorts_by_date_only(sort: str) -> None:
    assert refusal(f"/api/operations/?sort={sort}") == [
        {"parameter": "sort", "value": sort, "expected": "one of: -date, date"}
    ]


def test_fields_choose_the_keys_and_exclude_leaves_some_out() -> None:
    factories.published("alpha", edtf="2023")
    page = read("/api/operations/?fields=id,kind")
    assert page["results"] == [{"id": "alpha", "kind": "anti_vice"}]
    page = read("/api/operations/?fields=id,kind&fields=status&exclude=kind")
    assert page["results"] == [{"id": "alpha", "status": "not_stated"}]
    assert read("/api/operations/alpha/?fields=id") == {"id": "alpha"}
    whole = document("alpha")
    left = read("/api/operations/alpha/?exclude=figures,sources,vocabulary")
    assert left == {
        key: value
        for key, value in whole.items()
        if key not in ("figures", "sources", "vocabulary")
    }


def test_every_key_of_the_document_can_be_asked_for_at_once() -> None:
    factories.published("alpha")
    whole = document("alpha")
    assert read(f"/api/operations/alpha/?fields={','.join(whole)}") == whole


@pytest.mark.parametrize("parameter", ["fields", "exclude"])
@pytest.mark.parametrize("address", ["/api/operations/", "/api/operations/alpha/"])
def test_a_key_that_no_document_has_is_refused(parameter: str, address: str) -> None:
    factories.published("alpha")
    (error,) = refusal(f"{address}?{parameter}=id,nme,note")
    assert (error["parameter"], error["value"]) == (parameter, "nme, note")
    assert error["expected"].startswith("some of: id, edition, published_at, name, aliases,")


def test_a_draft_is_not_found_and_a_change_that_waits_is_not_shown() -> None:
    factories.operation("draft")
    made = factories.published("alpha", name_en="Operation Alpha")
    Operation.objects.filter(pk=made.pk).update(name_en="Operation Secret")
    assert read("/api/operations/draft/", 404)["detail"]
    assert read("/api/operations/alpha/")["name"]["en"] == "Operation Alpha"
    assert ids("/api/operations/") == ["alpha"]


def test_a_withdrawn_operation_is_gone_with_its_class_and_left_out_of_the_list() -> None:
    made = factories.published("alpha")
    publishing.withdraw(made, by=None, withdrawal_class="unreliable", reason="Its source erred.")
    problem = read("/api/operations/alpha/", 410)
    assert (problem["status"], problem["title"]) == (410, "Gone")
    assert (problem["class"], problem["reason"]) == ("unreliable", "Its source erred.")
    assert ids("/api/operations/") == []


def test_a_redacted_operation_is_gone_with_its_class() -> None:
    made = factories.published("alpha")
    publishing.redact(made, by=None, withdrawal_class="privacy", reason="It named a person.")
    assert read("/api/operations/alpha/", 410)["class"] == "privacy"
    assert ids("/api/operations/") == []


def test_a_merged_operation_leads_to_the_survivor_with_the_query_string() -> None:
    alpha, beta = factories.published("alpha"), factories.published("beta")
    publishing.merge(alpha, beta, by=None, reason="The same raid.")
    response = send("GET", "/api/operations/alpha/?fields=id")
    assert response.status_code == 308
    assert response["Location"] == "/api/operations/beta/?fields=id"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert send("GET", "/api/operations/alpha/")["Location"] == "/api/operations/beta/"
    assert ids("/api/operations/") == ["beta"]


def test_an_operation_published_again_after_its_withdrawal_is_back() -> None:
    made = factories.published("alpha")
    publishing.withdraw(made, by=None, withdrawal_class="unreliable", reason="Doubt.")
    factories.publish(made, "The doubt was removed.")
    assert read("/api/operations/alpha/")["edition"] == 3
    assert ids("/api/operations/") == ["alpha"]


def test_one_document_takes_no_filters() -> None:
    factories.published("alpha")
    (error,) = refusal("/api/operations/alpha/?group=14k")
    assert error == {
        "parameter": "group",
        "value": "14k",
        "expected": "a known parameter: as_of, exclude, fields",
    }
