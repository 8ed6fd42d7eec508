"""``/api/assessments/`` and ``/api/statements/``: the documents stored at their publication."""

from __future__ import annotations

import json

import pytest

from operations import publishing
from operations.models import Assessment, Statement
from tests import factories
from tests.api.ask import ids, read, refusal

pytestmark = pytest.mark.django_db


def assessment(code: str = "tip-2023") -> Assessment:
    made = Assessment.objects.create(
        code=code, body_en="A department", series="A report", year=2023, tier="tier_2"
    )
    factories.figure(made, 23, measure="victims_identified", period="2022")
    return made


def statement(code: str, answers: Assessment | None = None) -> Statement:
    return Statement.objects.create(
        code=code,
        kind="government_reply",
        date="2023-06-16",
        body_en="A government",
        subject_en="A reply",
        answers=answers,
    )


def test_an_assessment_is_its_stored_document() -> None:
    made = assessment()
    publishing.publish_context(made)
    stored = json.loads(made.document)
    assert read("/api/assessments/")["results"] == [stored]
    assert read("/api/assessments/tip-2023/") == stored
    assert (stored["year"], stored["tier"]) == (2023, "tier_2")
    assert [figure["value"] for figure in stored["figures"]] == [23]


def test_a_statement_names_the_assessment_that_it_answers() -> None:
    report = assessment()
    publishing.publish_context(report)
    made = statement("reply-2023", report)
    publishing.publish_context(made)
    assert read("/api/statements/reply-2023/?fields=id,answers,date") == {
        "id": "reply-2023",
        "answers": "tip-2023",
        "date": "2023-06-16",
    }
    assert ids("/api/statements/") == ["reply-2023"]


def test_what_was_never_published_is_not_found_and_a_change_that_waits_is_not_shown() -> None:
    assessment("draft")
    made = assessment()
    publishing.publish_context(made)
    made.tier, made.year = "tier_3", 1999
    made.save()
    assert ids("/api/assessments/") == ["tip-2023"]
    assert read("/api/assessments/tip-2023/")["tier"] == "tier_2"
    read("/api/assessments/draft/", 404)
    read("/api/statements/tip-2023/", 404)


@pytest.mark.parametrize("address", ["/api/assessments/", "/api/statements/"])
def test_parameters_of_operations_are_refused(address: str) -> None:
    (error,) = refusal(f"{address}?year=2023")
    assert error["parameter"] == "year"
