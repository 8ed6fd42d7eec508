"""The steps to the public record as buttons: who may take them, what they do, what they refuse."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from operations.models import Edition, Operation
from tests import factories

from .desk import Page, address, errors, seen


def step(client: Client, operation: Operation, name: str, **answers: Any) -> Any:
    return client.post(address("operation", name, operation.pk), {**seen(operation), **answers})


def said(client: Client, operation: Operation) -> str:
    response: Any = client.get(address("operation", "change", operation.pk))
    return "\n".join(str(message) for message in response.context["messages"])


def drafted(code: str = "sweep") -> Operation:
    operation = factories.operation(code)
    factories.figure(operation, 100)
    return operation


def test_publish_makes_an_edition(reviewer: Client) -> None:
    operation = drafted()
    response = step(reviewer, operation, "publish", reason="")
    assert response.status_code == 302
    [edition] = Edition.objects.all()
    assert (edition.number, edition.kind) == (1, "published")
    assert edition.published_by == User.objects.get(username="reviewer")
    assert "Published as edition 1." in said(reviewer, operation)


def test_a_correction_needs_a_reason_and_shows_it_to_readers(reviewer: Client) -> None:
    operation = factories.published("sweep")
    Operation.objects.update(summary_en="Now with a summary.")
    refused = step(reviewer, operation, "publish", reason="")
    assert refused.status_code == 200
    messages = [str(message) for message in refused.context["messages"]]
    assert messages == ["Say why, for readers: this is not the first edition."]
    step(reviewer, operation, "publish", reason="A summary was added.")
    edition = Edition.objects.get(number=2)
    assert (edition.kind, edition.reason) == ("corrected", "A summary was added.")


def test_publishing_what_readers_see_already_makes_no_edition(reviewer: Client) -> None:
    operation = factories.published("sweep")
    step(reviewer, operation, "publish", reason="none")
    assert Edition.objects.count() == 1
    assert "Nothing would change for readers" in said(reviewer, operation)


def test_what_was_typed_stays_when_the_door_refuses(reviewer: Client) -> None:
    operation = factories.published("sweep")
    Operation.objects.update(summary_en="Changed.")
    reason = "Found the 39-year-old man surnamed Chan"
    refused = step(reviewer, operation, "publish", reason=reason)
    assert refused.status_code == 200
    assert reason in refused.content.decode()
    assert "Chan" in " ".join(str(message) for message in refused.context["messages"])
    assert Edition.objects.count() == 1


def test_review_goes_from_draft_to_ready(contributor: Client, reviewer: Client) -> None:
    operation = drafted()
    step(contributor, operation, "submit")
    operation.refresh_from_db()
    assert operation.workflow == "in_review"
    step(reviewer, operation, "return", comment="Which sources?")
    operation.refresh_from_db()
    assert (operation.workflow, operation.review_comment) == ("returned", "Which sources?")
    assert (
        "Which sources?"
        in contributor.get(address("operation", "change", operation.pk)).content.decode()
    )
    step(contributor, operation, "submit")
    step(reviewer, operation, "ready")
    operation.refresh_from_db()
    assert operation.workflow == "ready"
    assert not Edition.objects.exists()


def test_a_step_out_of_order_is_refused_in_words(reviewer: Client) -> None:
    operation = drafted()
    refused = step(reviewer, operation, "ready")
    messages = [str(message) for message in refused.context["messages"]]
    assert messages == ["It is “Draft” and cannot become “Ready”."]


@pytest.mark.parametrize("name", ["return", "ready", "publish", "withdraw", "merge", "redact"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_contributor_may_only_submit(contributor: Client, name: str, method: str) -> None:
    operation = factories.published("sweep")
    response = getattr(contributor, method)(address("operation", name, operation.pk))
    assert response.status_code == 403
    assert Edition.objects.count() == 1


def test_buttons_are_those_that_one_may_press_now(contributor: Client, reviewer: Client) -> None:
    operation = drafted()
    page = address("operation", "change", operation.pk)

    def offered(client: Client) -> list[str]:
        return [entry["step"].name for entry in client.get(page).context["door"]]

    assert offered(contributor) == ["submit"]
    assert offered(reviewer) == ["submit", "publish"]
    factories.publish(operation)
    assert offered(reviewer) == ["submit", "publish", "withdraw", "merge"]


def test_withdraw_leaves_a_tombstone(reviewer: Client) -> None:
    operation = factories.published("sweep")
    answers = {"withdrawal_class": "unreliable", "reason": "The source was withdrawn."}
    assert step(reviewer, operation, "withdraw", **answers).status_code == 302
    edition = Edition.objects.get(number=2)
    assert (edition.kind, edition.withdrawal_class) == ("withdrawn", "unreliable")
    assert edition.reason == "The source was withdrawn."


@pytest.mark.parametrize("missing", ["withdrawal_class", "reason"])
def test_withdraw_needs_class_and_reason(reviewer: Client, missing: str) -> None:
    operation = factories.published("sweep")
    answers = {"withdrawal_class": "legal", "reason": "A court order.", missing: ""}
    refused = step(reviewer, operation, "withdraw", **answers)
    assert list(refused.context["form"].errors) == [missing]
    assert Edition.objects.count() == 1


def test_redact_blanks_the_chosen_editions(administrator: Client) -> None:
    operation = factories.published("sweep")
    Operation.objects.update(summary_en="Changed.")
    factories.publish(operation)
    page = administrator.get(address("operation", "redact", operation.pk))
    assert page.context["form"].initial["numbers"] == [1, 2]
    answers = {"withdrawal_class": "privacy", "reason": "Somebody asked.", "numbers": ["1"]}
    assert step(administrator, operation, "redact", **answers).status_code == 302
    first, second = Edition.objects.order_by("number")
    assert (first.document, first.redaction_class) == ("", "privacy")
    assert second.document != ""


def test_merge_leads_to_the_survivor(reviewer: Client) -> None:
    operation, survivor = factories.published("sweep"), factories.published("raid")
    page = reviewer.get(address("operation", "merge", operation.pk)).content.decode()
    assert "admin-autocomplete" in page
    answers = {"into": survivor.pk, "reason": "One and the same."}
    assert step(reviewer, operation, "merge", **answers).status_code == 200
    assert Edition.objects.count() == 2
    step(reviewer, operation, "merge", **answers, shown_for=survivor.pk)
    edition = Edition.objects.get(operation=operation, number=2)
    assert (edition.kind, edition.merged_into) == ("merged", survivor)


def test_the_preview_shows_what_is_saved_and_publishes_nothing(contributor: Client) -> None:
    operation = factories.published("sweep")
    Operation.objects.update(summary_en="Waits for review.", internal_notes="Ask the desk.")
    page = contributor.get(address("operation", "preview", operation.pk)).content.decode()
    assert "Waits for review." in page
    assert "Ask the desk." not in page
    assert 'class="headline"' in page
    assert "What became of it" in page
    assert page.count("that is neither zero nor “not stated”.") == 1
    assert Edition.objects.count() == 1


def test_what_would_change_is_told_field_by_field(contributor: Client, reviewer: Client) -> None:
    operation = factories.published("sweep", name_en="Operation Sweep")
    Operation.objects.update(name_en="Operation Clean Sweep")
    response = contributor.get(address("operation", "changes", operation.pk))
    [change] = response.context["changes"]
    assert (change.path, change.before, change.after) == (
        "name.en",
        "Operation Sweep",
        "Operation Clean Sweep",
    )
    publish = reviewer.get(address("operation", "publish", operation.pk)).content.decode()
    assert "Operation Clean Sweep" in publish


def test_an_unknown_operation_is_not_found(reviewer: Client) -> None:
    response = reviewer.get(address("operation", "publish", 999_999))
    assert response.status_code == 404


def test_only_administrators_delete_and_only_what_was_never_published(
    administrator: Client, reviewer: Client
) -> None:
    draft, public = drafted("draft"), factories.published("public")
    delete = {"post": "yes"}
    url = address("operation", "delete", draft.pk)
    assert reviewer.post(url, delete).status_code == 403
    assert administrator.post(address("operation", "delete", public.pk), delete).status_code == 403
    assert administrator.post(url, delete).status_code == 302
    assert list(Operation.objects.values_list("code", flat=True)) == ["public"]


def test_an_assessment_goes_public_by_its_button_only(
    administrator: Client, reviewer: Client
) -> None:
    place, daily = factories.place(), factories.source("daily")
    page = Page.open(administrator, address("assessment", "add"))
    page.fill(code="tip-2023", body_en="A department", series="TIP", year="2023", tier="tier_2")
    page.row(
        "figures",
        measure="persons_prosecuted",
        value="8",
        scope="sex_trafficking",
        counted_in=place.pk,
        period="2022",
        source_1=daily.pk,
    )
    response = page.save("_continue")
    assert response.status_code == 302, errors(response)
    assessment = Operation._meta.apps.get_model("operations", "Assessment").objects.get()
    assert assessment.document == ""
    assert assessment.figures.get().public_id == "tip-2023.1"
    publish = address("assessment", "publish", assessment.pk)
    own = administrator.post(publish, seen(assessment))
    assert "The last change is your own." in own.content.decode()
    reviewer.post(publish, seen(assessment))
    assessment.refresh_from_db()
    assert '"tip-2023.1"' in assessment.document
