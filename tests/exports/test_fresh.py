"""Files are asked for again and again: what has not changed is not sent, what has always is."""

from __future__ import annotations

import gzip
import json
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import F
from django.test import Client
from django.utils import timezone
from django.utils.http import http_date

from operations import publishing
from operations.document.canonical import timestamp
from operations.exports import fresh
from operations.models import Edition, Group, Operation
from tests import factories
from tests.api.test_context import assessment
from tests.exports.tables import body, fetched, sweep

pytestmark = pytest.mark.django_db

LISTS = [
    "/operations.geojson",
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


def past() -> None:
    """Let what was published have been published a while ago."""
    Edition.objects.update(valid_from=F("valid_from") - timedelta(hours=1))


def again(address: str, response: Any, **headers: str) -> int:
    """The status of asking once more with the tag of an answer."""
    sent = {"if-none-match": response["ETag"], **headers}
    return Client().get(address, headers=sent).status_code


@pytest.mark.parametrize("address", [*LISTS, *ONE])
def test_what_has_not_changed_is_not_sent_again(address: str) -> None:
    sweep()
    past()
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
    sweep()
    response = fetched("/operations.csv")
    for wrong in ("nope=1", "page=2", "cursor=x", "find_group=1"):
        address = f"/operations.csv?{wrong}"
        assert again(address, response) == 400
        for headers in ({"if-none-match": "*"}, {"if-modified-since": http_date()}):
            refused = Client().get(address, headers=headers)
            assert refused.status_code == 400
            assert "ETag" not in refused


def test_a_retired_code_is_asked_for_by_another_tag_than_before() -> None:
    """The query means something else from then on, although no edition came."""
    sweep()
    old = factories.term(Group, "old")
    response = fetched("/operations.json?group=old")
    old.successor = Group.objects.get(code="14k")
    old.save()
    assert again("/operations.json?group=old", response) == 200
    assert json.loads(body("/operations.json?group=old"))["meta"]["count"] == 1


def test_no_time_is_told_while_more_may_happen_within_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Times are told by the second, and a burst on one operation dates editions ahead."""
    sweep()
    published = Edition.objects.get().valid_from
    monkeypatch.setattr(timezone, "now", lambda: published + timedelta(seconds=0.9))
    response = fetched("/operations.csv")
    assert "Last-Modified" not in response
    assert again("/operations.csv", response) == 304
    monkeypatch.setattr(timezone, "now", lambda: published + timedelta(seconds=1.1))
    assert fetched("/operations.csv")["Last-Modified"] == http_date(published.timestamp())


def test_another_version_of_the_software_has_other_tags(monkeypatch: pytest.MonkeyPatch) -> None:
    sweep()
    response = fetched("/operations.xlsx")
    monkeypatch.setattr(fresh, "software", lambda: "another")
    assert again("/operations.xlsx", response) == 200


def test_the_version_replays_the_file_although_something_left_it() -> None:
    """What was withdrawn has no row, so the newest row is older than what the file shows."""
    for code in ("one", "two"):
        factories.published(code)
    publishing.withdraw(Operation.objects.get(code="two"), **ENDING)
    tombstone = Edition.objects.get(code="two", kind="withdrawn")
    for address in ("/operations.csv", "/operations.ndjson", "/operations.csv?year=1950"):
        response = fetched(address)
        assert response["X-Record-Version"] == timestamp(tombstone.valid_from)
        sign = "&" if "?" in address else "?"
        then = fetched(f"{address}{sign}as_of={response['X-Record-Version']}")
        assert then.read == response.read


@pytest.mark.parametrize("address", [*LISTS, *ONE])
def test_head_has_the_headers_and_no_body(address: str) -> None:
    sweep()
    past()
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
