"""``/api/sources/``: what was read, by those that a public record cites."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from operations import publishing
from operations.models import Archive, Assessment, Operation, Source
from tests import factories
from tests.api.ask import ids, read, refusal, walked_ids

pytestmark = pytest.mark.django_db


def cite(operation: Operation, *codes: str) -> None:
    cited = [factories.source(code) for code in codes]
    factories.figure(operation, 100, cited=cited)


def test_a_source_is_described_with_its_health() -> None:
    made = factories.operation("alpha")
    cite(made, "the-report")
    source = Source.objects.get(code="the-report")
    Archive.objects.create(
        source=source, sha256="a" * 64, archived_at=datetime(2023, 9, 26, 12, tzinfo=UTC)
    )
    Source.objects.filter(pk=source.pk).update(
        health="gone", checked_at=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), note="Ask the editor."
    )
    factories.publish(made)
    expected = {
        "id": "the-report",
        "title": "Report the-report",
        "publisher": "The Daily",
        "original_publisher": "",
        "url": "https://example.org/the-report",
        "published": "2023-09-25",
        "language": "en",
        "kind": "news_report",
        "tier": 2,
        "accessed_on": None,
        "archives": [{"url": "", "sha256": "a" * 64, "archived_on": "2023-09-26"}],
        "health": "gone",
        "checked_at": "2026-01-02T03:04:05Z",
        "kept_copies": [],
    }
    assert read("/api/sources/")["results"] == [expected]
    assert read("/api/sources/the-report/") == expected
    assert read("/api/sources/the-report/?fields=health") == {"health": "gone"}


def test_a_source_that_only_a_draft_cites_is_not_there() -> None:
    cite(factories.operation("draft"), "secret")
    assert read("/api/sources/")["count"] == 0
    assert "secret" in read("/api/sources/secret/", 404)["detail"]


def test_a_source_leaves_with_the_last_operation_that_cites_it() -> None:
    made = factories.operation("alpha")
    cite(made, "the-report")
    factories.publish(made)
    assert ids("/api/sources/") == ["the-report"]
    publishing.withdraw(made, by=None, withdrawal_class="legal", reason="By order.")
    assert ids("/api/sources/") == []
    read("/api/sources/the-report/", 404)


def test_a_source_of_published_context_is_there_as_soon_as_it_is_published() -> None:
    record = Assessment.objects.create(
        code="tip-2023", body_en="A department", series="A report", year=2023, tier="tier_2"
    )
    record.sources.add(factories.source("yearly-report"))
    assert ids("/api/sources/") == []
    publishing.publish_context(record)
    assert ids("/api/sources/") == ["yearly-report"]


def test_sources_are_walked_in_the_order_of_their_ids() -> None:
    made = factories.operation("alpha")
    cite(made, "b", "d", "a", "c", "e")
    factories.publish(made)
    assert walked_ids("/api/sources/?limit=2") == ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize("parameter", ["q", "sort", "as_of", "group", "page", "format"])
def test_other_parameters_are_refused(parameter: str) -> None:
    (error,) = refusal(f"/api/sources/?{parameter}=x")
    assert error == {
        "parameter": parameter,
        "value": "x",
        "expected": "a known parameter: count, cursor, exclude, fields, limit",
    }
