"""``as_of``: the record as it stood at the end of a day in Hong Kong."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import time_machine

from operations import publishing
from operations.models import Operation
from tests import factories
from tests.filters.ask import asked, found

pytestmark = pytest.mark.django_db


def at(month: int, day: int, *time: int) -> time_machine.travel:
    hour, minute, second = (*time, 0, 0, 0)[:3]
    moment = datetime(2026, month, day, hour, minute, second, tzinfo=UTC)
    return time_machine.travel(moment, tick=False)


@pytest.fixture
def alpha() -> Operation:
    """Published on 1 March, corrected on 1 April, withdrawn on 1 May, at noon."""
    with at(3, 1, 12):
        made = factories.published("alpha", name_en="First")
    with at(4, 1, 12):
        Operation.objects.filter(pk=made.pk).update(name_en="Second")
        factories.publish(made, "Renamed.")
    with at(5, 1, 12):
        publishing.withdraw(made, by=None, withdrawal_class="duplicate", reason="Twice.")
    return made


def names(query: str) -> list[str]:
    return [edition.name_en for edition in asked(query).editions]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-02-28", []),
        ("2026-03-01", ["First"]),
        ("2026-03-31", ["First"]),
        ("2026-04-01", ["Second"]),
        ("2026-04-30", ["Second"]),
        ("2026-05-01", []),
        ("2026-03", ["First"]),
        ("2025", []),
        ("2026", []),
    ],
)
def test_each_day_has_the_edition_that_readers_saw_at_its_end(
    alpha: Operation, day: str, expected: list[str]
) -> None:
    assert names(f"as_of={day}") == expected


def test_other_parameters_apply_to_the_past_as_it_was() -> None:
    with at(3, 1):
        made = factories.published("alpha", kind="anti_vice")
    with at(4, 1):
        Operation.objects.filter(pk=made.pk).update(kind="anti_triad")
        factories.publish(made, "Another kind.")
    assert found("as_of=2026-03-15&kind=anti_vice") == ["alpha"]
    assert found("as_of=2026-03-15&kind=anti_triad") == []
    assert found("kind=anti_vice") == []


def test_a_day_ends_at_midnight_in_hong_kong() -> None:
    with at(3, 1, 15, 59, 59):
        factories.published("before-midnight")
    with at(3, 1, 16, 0, 0):
        factories.published("after-midnight")
    assert found("as_of=2026-03-01") == ["before-midnight"]
    assert found("as_of=2026-03-02") == ["after-midnight", "before-midnight"]


def test_what_was_redacted_since_is_gone_from_the_past_too(alpha: Operation) -> None:
    publishing.redact(
        alpha, by=None, withdrawal_class="privacy", reason="It named a person.", numbers=[1]
    )
    assert names("as_of=2026-03-15") == []
    assert names("as_of=2026-04-15") == ["Second"]


@pytest.mark.parametrize("day", ["1800", "2100", "2100-12-31", "1800-01-01"])
def test_the_ends_of_the_calendar_are_days_like_others(day: str) -> None:
    factories.published("alpha")
    assert found(f"as_of={day}") == (["alpha"] if day.startswith("21") else [])
