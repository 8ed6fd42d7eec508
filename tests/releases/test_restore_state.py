"""A restored database is what it was, beyond what readers see."""

from __future__ import annotations

import json
import shutil
import tracemalloc
from datetime import timedelta
from pathlib import Path

import pytest
from django.db.models import F
from django.test import Client

from operations import history, publishing
from operations.document import Lookup
from operations.models import Assessment, Edition, Operation, Revision
from operations.releases import make
from tests import factories
from tests.releases.anew import released_anew, restore, restored, start_anew, sum_up

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_number_of_a_redacted_figure_is_not_given_again() -> None:
    made = factories.published("sweep")
    second = factories.figure(made, 7, measure="persons_charged")
    factories.publish(made, "Charges.")
    second.delete()
    factories.publish(made, "No charges.")
    publishing.redact(made, by=None, withdrawal_class="privacy", reason="Harm.", numbers=[2])
    restored()
    sweep = Operation.objects.get(code="sweep")
    assert sweep.last_figure_number == 2
    assert factories.figure(sweep, 9, measure="persons_charged").number == 3


def test_the_number_is_kept_where_every_text_was_redacted() -> None:
    made = factories.published("erased")
    publishing.redact(made, by=None, withdrawal_class="privacy", reason="Harm.")
    restored()
    assert Operation.objects.get(code="erased").last_figure_number == 1


def test_the_number_of_a_deleted_figure_of_an_assessment_is_not_given_again() -> None:
    factories.published("sweep")
    report = factories.assessment("report-2024")
    factories.figure(report, 12, period="2023")
    gone = factories.figure(report, 13, period="2022")
    publishing.publish_context(report)
    gone.delete()
    publishing.publish_context(report)
    restored()
    again = Assessment.objects.get(code="report-2024")
    assert factories.figure(again, 14, period="2021").number == 3


def test_nothing_waits_for_review_and_saving_again_changes_nothing() -> None:
    made = factories.published("sweep")
    second = factories.figure(made, 7, measure="persons_charged")
    factories.publish(made, "Charges.")
    second.delete()
    factories.publish(made, "No charges.")
    factories.published("into")
    publishing.merge(made, Operation.objects.get(code="into"), by=None, reason="The same.")
    withdrawn = factories.published("withdrawn")
    publishing.withdraw(withdrawn, by=None, withdrawal_class="privacy", reason="Harm.")
    restored()
    assert sorted(Operation.objects.values_list("code", "public_revision")) == [
        ("into", 1),
        ("sweep", 1),
        ("withdrawn", 1),
    ]
    for operation in Operation.objects.all():
        assert not publishing.waits(operation)
        assert history.save_revision(operation, None) is None


def test_a_chain_of_mergers_leads_to_its_end() -> None:
    first, second, third = (factories.published(code) for code in ("a", "b", "c"))
    publishing.merge(first, second, by=None, reason="The same.")
    publishing.merge(second, third, by=None, reason="The same again.")
    restored()
    survivors = Operation.objects.order_by("code").values_list("code", "merged_into__code")
    assert list(survivors) == [("a", "c"), ("b", "c"), ("c", None)]
    assert Lookup().operation("a") == "c"
    assert Client().get("/operations/a.json").headers["Location"] == "/operations/b.json"
    assert list(Edition.objects.filter(kind="merged").values_list("merged_into__code")) == [
        ("b",),
        ("c",),
    ]


def test_a_merger_stands_though_its_reason_was_redacted() -> None:
    first, second = (factories.published(code) for code in ("a", "b"))
    publishing.merge(first, second, by=None, reason="The same.")
    publishing.redact(first, by=None, withdrawal_class="privacy", reason="Harm.", numbers=[2])
    assert Lookup().operation("a") == "b"
    restored()
    assert Lookup().operation("a") == "b"


def test_a_merger_that_was_taken_back_is_none() -> None:
    first, second = (factories.published(code) for code in ("a", "b"))
    publishing.merge(first, second, by=None, reason="The same.")
    publishing.redact(first, by=None, withdrawal_class="privacy", reason="Harm.", numbers=[1])
    publishing.unmerge(first, by=None, reason="Not the same.")
    restored()
    assert Operation.objects.get(code="a").merged_into is None


def test_context_was_published_when_it_was_and_as_it_was() -> None:
    factories.published("sweep")
    report = factories.assessment("report-2024")
    publishing.publish_context(report)
    Assessment.objects.update(published_at="2025-01-02T03:04:05Z", single_checked=True)
    before = Assessment.objects.values("document", "published_at", "single_checked").get()
    restored()
    again = Assessment.objects.values("document", "published_at", "single_checked").get()
    assert again == before


def test_memory_does_not_grow_with_the_release(releases: Path) -> None:
    factories.published("sweep")
    for number in range(39):
        Operation.objects.update(summary_en=f"Text {number}.")
        factories.publish(Operation.objects.get(), "More.")
    folder = released_anew()
    file = folder / "editions.ndjson"
    longer = [
        {**json.loads(line), "unknown": "x" * 500_000} for line in file.read_bytes().splitlines()
    ]
    file.write_text("".join(f"{json.dumps(row)}\n" for row in longer))
    sum_up(folder)
    size = file.stat().st_size
    del longer
    tracemalloc.start()
    restore(folder)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < size / 2


def test_a_draft_makes_no_other_release(releases: Path) -> None:
    """The numbers that a package gives are those of what was public."""
    made = factories.published("erased")
    publishing.redact(made, by=None, withdrawal_class="privacy", reason="Harm.")
    report = factories.assessment("report-2024")
    history.save_revision(report, None)
    publishing.publish_context(report)
    # What was saved in the very second of a publication counts as published.
    Revision.objects.update(made_at=F("made_at") - timedelta(seconds=5))
    for _round in range(2):
        _first, is_new = make()
        assert is_new
        for owner in (Operation.objects.get(), Assessment.objects.get()):
            factories.figure(owner, 7, measure="persons_charged")
            history.save_revision(owner, None)
        Revision.objects.filter(number=2).update(made_at=F("made_at") + timedelta(seconds=5))
        again, is_new = make()
        assert not is_new
        moved = shutil.move(again.folder, releases.parent / "elsewhere")
        start_anew()
        restore(Path(moved))
        shutil.rmtree(moved)
    assert Operation.objects.get().last_figure_number == 1
