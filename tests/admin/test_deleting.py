"""Deleting is for administrators, and only for what was never published."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from operations import history, publishing
from operations.models import (
    Assessment,
    Figure,
    Finding,
    Operation,
    Report,
    Review,
    Revision,
    Statement,
)
from tests import factories

from .desk import Page, address, seen

YES = {"post": "yes"}
MAKERS: dict[str, Callable[..., Any]] = {
    "assessment": factories.assessment,
    "statement": factories.statement,
    "finding": factories.finding,
}


def test_a_draft_goes_with_all_that_is_only_its_own(administrator: Client) -> None:
    operation = factories.operation("draft", places=[factories.place()])
    factories.part(factories.figure(operation, 10), 10)
    history.save_revision(operation, None)
    publishing.submit(operation)
    Report.objects.create(operation=operation, wrong="the date")
    url = address("operation", "delete", operation.pk)
    assert "Are you sure" in administrator.get(url).text
    assert administrator.post(url, YES).status_code == 302
    for model in (Operation, Figure, Review, Report):
        assert not model._default_manager.exists()
    assert Revision.objects.get().code == "draft"


@pytest.mark.parametrize("ending", ["withdrawn", "redacted"])
def test_what_readers_saw_once_stays(administrator: Client, ending: str) -> None:
    operation = factories.published("sweep")
    answers: dict[str, Any] = {"withdrawal_class": "privacy", "reason": "Somebody asked."}
    if ending == "withdrawn":
        publishing.withdraw(operation, by=None, **answers)
    else:
        publishing.redact(operation, by=None, **answers)
    assert administrator.get(address("operation", "delete", operation.pk)).status_code == 403
    assert administrator.post(address("operation", "delete", operation.pk), YES).status_code == 403
    assert Operation.objects.exists()


@pytest.mark.parametrize("kind", MAKERS)
def test_context_that_was_published_is_withdrawn_and_not_deleted(
    administrator: Client, reviewer: Client, client: Client, kind: str
) -> None:
    record: Any = MAKERS[kind]("known")
    publishing.publish_context(record)
    assert 'id="known"' in client.get("/context/").text
    withdraw = address(kind, "withdraw", record.pk)
    assert "nothing is left in its place" in reviewer.get(withdraw).text
    assert reviewer.post(withdraw).status_code == 302
    assert 'id="known"' not in client.get("/context/").text
    refused = reviewer.post(withdraw)
    assert [str(message) for message in refused.context["messages"]][-1] == "known is not public."
    assert administrator.post(address(kind, "delete", record.pk), YES).status_code == 403
    assert reviewer.post(address(kind, "publish", record.pk), seen(record)).status_code == 302
    assert 'id="known"' in client.get("/context/").text


def test_what_answers_a_withdrawn_assessment_answers_nothing_that_readers_see(
    reviewer: Client, client: Client
) -> None:
    report = factories.assessment("report-2024")
    publishing.publish_context(report)
    reply = factories.statement("reply-2024", answers=report)
    publishing.publish_context(reply)
    assert client.get("/api/statements/reply-2024/").json()["answers"] == "report-2024"
    reviewer.post(address("assessment", "withdraw", report.pk))
    assert client.get("/api/statements/reply-2024/").json()["answers"] is None
    assert client.get("/api/assessments/report-2024/").status_code == 404


@pytest.mark.parametrize("kind", MAKERS)
def test_context_that_no_reader_saw_is_deleted_by_administrators(
    administrator: Client, reviewer: Client, kind: str
) -> None:
    made: Any = MAKERS[kind]()
    url = address(kind, "delete", made.pk)
    assert reviewer.post(url, YES).status_code == 403
    assert administrator.post(url, YES).status_code == 302
    for model in (Assessment, Statement, Finding):
        assert not model.objects.exists()


def test_rows_of_a_published_record_go_from_the_working_copy_only(contributor: Client) -> None:
    operation = factories.published("sweep")
    page = Page.open(contributor, address("operation", "change", operation.pk))
    page.change_row("figures", 1, DELETE="on").save()
    assert not operation.figures.exists()
    assert len(operation.editions.get().content["figures"]) == 1


def test_who_revives_what_was_redacted_is_told_why_it_went(reviewer: Client) -> None:
    operation = factories.published("sweep")
    answers: dict[str, Any] = {"withdrawal_class": "privacy", "reason": "Somebody asked."}
    publishing.redact(operation, by=None, **answers)
    warning = "Redacted (to protect people): “Somebody asked.” Publishing makes it public again"
    for name in ("review", "publish"):
        assert warning in reviewer.get(address("operation", name, operation.pk)).text
