"""Files are asked for again and again: what has not changed is not sent, what has always is."""

from __future__ import annotations

import gzip
from typing import Any

import pytest
from django.test import Client

from operations import publishing
from operations.models import Edition, Operation
from tests import factories
from tests.api.test_context import assessment
from tests.exports.tables import fetched, sweep

pytestmark = pytest.mark.django_db

LISTS = [
    "/operations.json",
    "/operations.ndjson",
    "/operations.csv",
    "/operations.xlsx",
    "/operations.parquet",
    "/figures.json",
    "/figures.ndjson",
    "/figures.csv",
    "/figures.xlsx",
    "/figures.parquet",
    "/operations.atom",
    "/corrections.atom",
    "/totals/outcomes.csv",
    "/totals/outcomes.json",
    "/operations/sweep/ledger.json",
    "/operations/sweep/charts/outcomes.csv",
]
# They may show yearly reports, which keep no editions: no time would say when they changed.
PICTURES = ["/charts/tiers.csv", "/charts/years.csv?group=14k"]
ONE = ["/operations/sweep.json", "/operations/sweep/editions/1.json"]
ENDING: dict[str, Any] = {"by": None, "withdrawal_class": "privacy", "reason": "To protect."}


def again(address: str, response: Any, **headers: str) -> int:
    """The status of asking once more with the tag of an answer."""
    sent = {"if-none-match": response["ETag"], **headers}
    return Client().get(address, headers=sent).status_code


@pytest.mark.parametrize("address", [*LISTS, *ONE])
def test_what_has_not_changed_is_not_sent_again(address: str) -> None:
    sweep()
    response = fetched(address)
    unchanged = Client().get(address, headers={"if-none-match": response["ETag"]})
    assert (unchanged.status_code, unchanged["ETag"]) == (304, response["ETag"])
    assert response["Last-Modified"]
    since = Client().get(address, headers={"if-modified-since": response["Last-Modified"]})
    assert since.status_code == 304
    assert response["Cache-Control"] == "public, max-age=0, s-maxage=60, must-revalidate"
    assert response["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("address", PICTURES)
def test_the_numbers_of_a_picture_are_known_by_their_bytes(address: str) -> None:
    sweep()
    response = fetched(address)
    assert again(address, response) == 304
    assert "Last-Modified" not in response
    assert response["Cache-Control"] == "public, max-age=0, s-maxage=60, must-revalidate"
    publishing.publish_context(assessment("report-2023"))
    assert again(address, response) == 200


@pytest.mark.parametrize("address", LISTS)
def test_whatever_happens_to_the_record_gives_another_tag(address: str) -> None:
    made, other = sweep(), factories.published("other")
    tags = [fetched(address)["ETag"]]

    def changed() -> bool:
        tags.append(fetched(address)["ETag"])
        return bool(tags[-1] != tags[-2])

    Operation.objects.filter(pk=made.pk).update(summary_en="Changed.")
    factories.publish(made, "Changed.")
    assert changed()
    publishing.withdraw(other, **ENDING)
    assert changed()
    publishing.redact(made, **ENDING, numbers=[1])
    assert changed()
    assert not changed()


def test_another_query_has_another_tag_and_another_spelling_has_not() -> None:
    sweep()
    tags = [
        fetched(f"/operations.csv?{query}")["ETag"]
        for query in ("", "group=14k", "bom=1", "fields=id", "group=14k&year=2023")
    ]
    assert len(set(tags)) == 5
    assert fetched("/operations.csv?year=2023&group=14k&q=")["ETag"] == tags[-1]


def test_a_refused_query_is_refused_although_the_record_is_the_same() -> None:
    response = fetched("/operations.csv")
    assert again("/operations.csv?nope=1", response) == 400
    star = Client().get("/operations.csv?nope=1", headers={"if-none-match": "*"})
    assert star.status_code in {304, 400}


@pytest.mark.parametrize("address", [*LISTS, *ONE])
def test_head_has_the_headers_and_no_body(address: str) -> None:
    sweep()
    head: Any = Client().head(address)
    response = fetched(address)
    assert head.status_code == 200
    assert head.getvalue() == b""
    for name in ("ETag", "Last-Modified", "Content-Type", "Cache-Control"):
        assert head[name] == response[name]


@pytest.mark.parametrize("address", [*LISTS, *ONE, *PICTURES, "/data.json"])
def test_a_browser_that_asks_first_is_told_that_a_script_may_send_a_tag(address: str) -> None:
    asked = {"origin": "https://example.org", "access-control-request-headers": "if-none-match"}
    response = Client().options(address, headers=asked)
    assert (response.status_code, response.content) == (204, b"")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert response["Access-Control-Allow-Headers"] == "*"


@pytest.mark.parametrize("address", [*LISTS, *ONE, *PICTURES])
def test_scripts_of_other_sites_may_read_the_tag(address: str) -> None:
    sweep()
    assert "ETag" in fetched(address)["Access-Control-Expose-Headers"].split(", ")


@pytest.mark.parametrize("address", ["/operations.json", "/figures.csv", "/operations.ndjson"])
def test_files_are_compressed_for_who_asks(address: str) -> None:
    for number in range(3):
        factories.published(f"op-{number}")
    plain = fetched(address)
    packed = fetched(address, **{"accept-encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed["Vary"]
    assert gzip.decompress(packed.read) == plain.read
    assert again(address, packed, **{"accept-encoding": "gzip"}) == 304


def test_an_edition_has_its_own_hash_as_its_tag() -> None:
    sweep()
    response = fetched("/operations/sweep/editions/1.json")
    assert response["ETag"] == f'"{Edition.objects.get().sha256}"'


def test_a_redacted_edition_is_gone_whatever_tag_is_sent() -> None:
    made = sweep()
    response = fetched("/operations/sweep/editions/1.json")
    publishing.redact(made, **ENDING)
    assert again("/operations/sweep/editions/1.json", response) == 410
    assert again("/operations/sweep.json", response) == 410
