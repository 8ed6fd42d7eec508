"""``as_of``: the record as it stood at the end of a day in Hong Kong."""

from __future__ import annotations

from datetime import UTC, datetime

import orjson
import pytest
import time_machine
from django.test import Client

from operations import publishing
from operations.filters import sentence
from operations.models import Operation
from operations.problems import InvalidQuery
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


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-03-01T11:59:59Z", []),
        ("2026-03-01T12:00:00Z", ["First"]),
        ("2026-03-01T20:00:00%2B08:00", ["First"]),
        ("2026-03-01T20:00:00+08:00", ["First"]),
        ("2026-03-01T07:00-05:00", ["First"]),
        ("2026-04-01T11:59:59Z", ["First"]),
        ("2026-04-01T12:00:00Z", ["Second"]),
        ("2026-05-01T12:00:00Z", []),
    ],
)
def test_a_time_has_the_edition_of_that_second(
    alpha: Operation, moment: str, expected: list[str]
) -> None:
    assert names(f"as_of={moment}") == expected


@pytest.mark.parametrize(
    "moment",
    [
        "2026-03-01T12:00:00",
        "2026-03-01T25:00:00Z",
        "2026-03-01T12:60:00Z",
        "2026-02-30T12:00:00Z",
        "2026-03T12:00:00Z",
        "1799-12-31T23:59:59Z",
        "0001-01-01T00:00:00+23:59",
        "2101-01-01T00:00:00Z",
        "2026-03-01T12:00:00+99:00",
        "2026-03-01T12:00:00.5Z",
        "20260301T120000Z",
        "2026-W09-7T12:00:00Z",
        "2026-03-01 12:00:00Z",
        "T",
        "٢٠٢٦-03-01T12:00:00Z",
    ],
)
def test_a_time_without_offset_or_outside_the_calendar_is_refused(moment: str) -> None:
    with pytest.raises(InvalidQuery) as refused:
        asked(f"as_of={moment}")
    [error] = refused.value.errors
    assert error.parameter == "as_of"
    assert error.expected.startswith("a day such as 2023-06-12")


def test_the_time_that_an_answer_states_brings_the_same_list_back(client: Client) -> None:
    with at(3, 1, 12):
        factories.published("alpha", name_en="First")
    before = client.get("/operations.json").getvalue()
    moment = orjson.loads(before)["meta"]["as_of"]
    assert moment == "2026-03-01T12:00:00Z"
    with at(3, 1, 13):
        factories.published("beta")
    again = client.get(f"/operations.json?as_of={moment}").getvalue()
    assert orjson.loads(again)["operations"] == orjson.loads(before)["operations"]


def test_the_sentence_tells_the_time_of_hong_kong() -> None:
    said = sentence(asked("as_of=2026-03-01T12:00:00Z"))
    assert "As of: 1 March 2026, 20:00:00 Hong Kong time" in said
