"""``/api/changes/``: who follows it holds what is public, whatever happened meanwhile."""

from __future__ import annotations

import random
from contextlib import suppress
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from operations import publishing
from operations.codes import EditionKind
from operations.models import Edition, Operation
from operations.problems import Refused
from tests import factories
from tests.api.ask import read, refusal, walk
from tests.exports.whole import exported
from tests.publishing.test_histories import STEPS, Desk

pytestmark = pytest.mark.django_db

AS_IT_IS_NOW = "the cursor of a result of this address as it is now; begin again without one"
ENDING: dict[str, Any] = {"by": None, "withdrawal_class": "privacy", "reason": "To protect."}


def told(address: str = "/api/changes/") -> list[tuple[str, int, str]]:
    return [(row["operation"], row["edition"], row["kind"]) for row in read(address)["results"]]


def test_nothing_was_published_yet() -> None:
    assert read("/api/changes/") == {"results": [], "next": None}


def test_every_edition_comes_in_the_order_of_publication() -> None:
    first, second = factories.published("first"), factories.published("second")
    Operation.objects.filter(pk=first.pk).update(summary_en="Now with a summary.")
    factories.publish(first, "A summary was added.")
    publishing.withdraw(second, **ENDING)
    assert told() == [
        ("first", 1, "published"),
        ("second", 1, "published"),
        ("first", 2, "corrected"),
        ("second", 2, "withdrawn"),
    ]
    last = read("/api/changes/")["results"][-1]
    assert last["document"] is None
    assert last["reason"] == "To protect."


def test_a_change_has_the_document_of_its_edition_and_its_hash() -> None:
    factories.published("sweep")
    [row] = read("/api/changes/")["results"]
    edition = Edition.objects.get()
    assert row == {
        "cursor": f"{edition.pk}-{edition.chain[:6]}",
        "operation": "sweep",
        "edition": 1,
        "kind": "published",
        "reason": "test",
        "published_at": edition.content["published_at"],
        "sha256": edition.sha256,
        "document": edition.content,
    }


def test_the_last_cursor_is_where_to_come_back_to() -> None:
    factories.published("first")
    last = read("/api/changes/")["results"][-1]["cursor"]
    assert told(f"/api/changes/?since={last}") == []
    factories.published("second")
    assert told(f"/api/changes/?since={last}") == [("second", 1, "published")]


def test_pages_follow_each_other_to_the_end() -> None:
    for number in range(5):
        factories.published(f"op-{number}")
    pages = list(walk("/api/changes/?limit=2"))
    assert [len(page["results"]) for page in pages] == [2, 2, 1]
    assert [row["operation"] for page in pages for row in page["results"]] == [
        f"op-{number}" for number in range(5)
    ]


def test_a_redacted_edition_is_handed_on_without_its_text() -> None:
    made = factories.published("sweep")
    Operation.objects.filter(pk=made.pk).update(summary_en="Clean.")
    factories.publish(made, "Cleaned.")
    publishing.redact(made, **ENDING, numbers=[1])
    first, second = read("/api/changes/")["results"]
    assert (first["kind"], first["document"], first["reason"]) == ("redacted", None, "")
    assert first["sha256"] == Edition.objects.get(number=1).sha256
    assert second["document"]["summary"]["en"] == "Clean."


@pytest.mark.parametrize(
    "since",
    ["x", "00", "1", "-1", "1.5", "٣", "9" * 30, "999999999-3f9a1c", "0-3f9a1c", "1-3f9a1c0"],
)
def test_a_cursor_that_was_never_given_is_refused(since: str) -> None:
    factories.published("sweep")
    [error] = refusal(f"/api/changes/?since={since}")
    assert error["parameter"] == "since"
    assert error["expected"] == AS_IT_IS_NOW


@pytest.mark.parametrize("query", ["", "?since=", "?since=0"])
def test_everything_is_told_from_the_beginning(query: str) -> None:
    """Many programs keep 0 for “nothing yet”; it can leave nobody behind."""
    factories.published("sweep")
    assert [row["operation"] for row in read(f"/api/changes/{query}")["results"]] == ["sweep"]


def test_a_cursor_from_before_the_site_was_set_back_is_refused() -> None:
    """Its key is given out again, to an edition that its owner has never seen."""
    factories.published("first")
    with transaction.atomic():
        factories.published("second")
        kept, lost = (row["cursor"] for row in read("/api/changes/")["results"])
        transaction.set_rollback(True)
    publishing.count_on()
    factories.published("third")
    factories.published("fourth")
    assert Edition.objects.filter(pk=lost.partition("-")[0]).exists()
    [error] = refusal(f"/api/changes/?since={lost}")
    assert error["expected"] == AS_IT_IS_NOW
    assert told(f"/api/changes/?since={kept}") == [
        ("third", 1, "published"),
        ("fourth", 1, "published"),
    ]


def test_parameters_of_other_lists_are_refused_here() -> None:
    assert [error["parameter"] for error in refusal("/api/changes/?group=14k")] == ["group"]


class Copy:
    """What somebody elsewhere keeps: documents by operation, and one cursor."""

    def __init__(self) -> None:
        self.documents: dict[str, Any] = {}
        self.cursor = ""

    def follow(self, limit: int) -> None:
        start = f"/api/changes/?limit={limit}"
        for page in walk(f"{start}&since={self.cursor}" if self.cursor else start):
            for row in page["results"]:
                self.take(row)

    def take(self, row: dict[str, Any]) -> None:
        self.cursor = row["cursor"]
        if row["document"] is None:
            self.documents.pop(row["operation"], None)
        else:
            self.documents[row["operation"]] = row["document"]


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
@given(
    steps=st.lists(
        st.tuples(st.sampled_from([*STEPS, "follow"]), st.integers(0, 8)), min_size=5, max_size=20
    )
)
def test_whoever_follows_holds_exactly_what_is_public(steps: list[tuple[str, int]]) -> None:
    with transaction.atomic():
        desk, copy = Desk(), Copy()
        for step, which in steps:
            if step == "follow":
                copy.follow(limit=which + 1)
            else:
                desk.do(step, which)
        copy.follow(limit=100)
        assert copy.documents == exported()
        transaction.set_rollback(True)


def test_a_client_that_polls_through_500_changes_ends_with_exactly_the_current_export() -> None:
    """Operations end for good, so new ones keep coming; the client comes by when it happens to."""
    chance = random.Random(6)  # noqa: S311 - nothing is kept secret by it
    desk, copy, polls = Desk(), Copy(), 0
    for step in range(500):
        if step % 25 == 24:
            desk.start_anew()
        with suppress(Refused):
            desk.step(chance.choice(STEPS), chance.randrange(9))
        if chance.random() < 0.05:
            polls += 1
            copy.follow(limit=chance.choice([1, 7, 100]))
            assert copy.documents == exported()
    copy.follow(limit=100)
    assert copy.documents == exported()
    assert polls > 15
    assert Edition.objects.count() > 300
    assert set(Edition.objects.values_list("kind", flat=True)) == set(EditionKind.values)
