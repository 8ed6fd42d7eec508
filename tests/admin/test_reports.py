"""The queue of readers' reports at the editors' desk."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import timezone

from operations import publishing, roles
from operations.models import Edition, Report
from tests.factories import published, report
from tests.pages.reading import text

from .conftest import at_desk, employ, with_rights
from .desk import Page, address
from .test_door import said, step
from .test_policy import check

pytestmark = pytest.mark.django_db


@pytest.fixture
def answering() -> Client:
    """An editor who answers readers and publishes."""
    return at_desk(employ("answering", roles.EDITOR))


@pytest.fixture
def looking() -> Client:
    return at_desk(with_rights("looking", "view_report", "view_operation"))


def listed(client: Client, query: str = "") -> list[str]:
    response: Any = client.get(address("report", "changelist") + query)
    assert response.status_code == 200
    return [row.reference for row in response.context["cl"].result_list]


def is_waiting(one: Report) -> bool:
    """Whether what is deleted after closing is not counted yet."""
    return one.closed_at is None


def test_removals_that_wait_come_first_then_what_waits_longest(answering: Client) -> None:
    made = published("raid")
    removal = {"kind": "removal", "removal_class": "privacy"}
    for reference, days, values in (
        ("closed-1", 9, {"state": "declined", **removal}),
        ("waits-2", 2, {"state": "in_work"}),
        ("waits-3", 3, {}),
        ("closed-4", 4, {"state": "accepted"}),
        ("urgent-5", 5, {**removal, "state": "in_work"}),
        ("urgent-6", 1, removal),
    ):
        report(made, reference=reference, **values)
        Report.objects.filter(reference=reference).update(
            made_at=timezone.now() - timedelta(days=days)
        )
    assert listed(answering) == [
        *("urgent-5", "urgent-6", "waits-3", "waits-2", "closed-4", "closed-1"),
    ]
    assert listed(answering, "?waiting=yes") == ["urgent-5", "urgent-6", "waits-3", "waits-2"]
    assert listed(answering, "?waiting=edition") == ["closed-4"]


def test_a_removal_that_is_overdue_is_said_to_be(answering: Client) -> None:
    late = report(published("raid"), kind="removal", removal_class="legal")
    Report.objects.update(due_on=date(2020, 1, 2))
    page = answering.get(address("report", "changelist"))
    assert "2 January 2020, overdue" in text(page)
    assert "Removal: a law or a court forbids it" in text(page)
    assert listed(answering, "?waiting=overdue") == [late.reference]
    Report.objects.update(state="declined")
    assert listed(answering, "?waiting=overdue") == []


def test_a_report_shows_the_claim_in_words_and_marks_personal_data(answering: Client) -> None:
    made = published("raid")
    one = report(
        made,
        figure="raid.1",
        edition_before=1,
        wrong="Call 9123 4567 <b>now</b>.\nIt was 120.",
        source_url="https://example.org/release",
    )
    page = answering.get(address("report", "change", one.pk))
    assert "100 arrested — all offences, Hong Kong only" in text(page)
    assert "Call <mark>9123 4567</mark> &lt;b&gt;now&lt;/b&gt;.\nIt was 120." in page.text
    assert "“9123 4567”: This looks like a telephone number." in text(page)
    for link in (
        address("operation", "change", made.pk),
        "/operations/raid/#raid.1",
        "https://example.org/release",
    ):
        assert f'href="{link}"' in page.text
    assert address("operation", "redact", made.pk) not in page.text


def test_the_claim_is_as_the_reader_saw_it(answering: Client) -> None:
    made = published("raid")
    one = report(made, figure="raid.1", edition_before=1)
    made.figures.update(value=120)
    publishing.publish(made, by=None, reason="The final number.")
    url = address("report", "change", one.pk)
    assert "100 arrested" in text(answering.get(url))
    publishing.redact(made, by=None, withdrawal_class="legal", reason="An order.", numbers=[1])
    assert "100 arrested" not in text(answering.get(url))


def test_a_request_for_removal_leads_to_the_steps_that_take_something_off(
    answering: Client,
) -> None:
    made = published("raid")
    one = report(made, kind="removal", removal_class="privacy")
    page = answering.get(address("report", "change", one.pk)).text
    for name in ("withdraw", "redact"):
        assert f'href="{address("operation", name, made.pk)}"' in page


def test_whoever_changes_the_state_has_it_in_hand(answering: Client) -> None:
    one = report(published("raid"))
    url = address("report", "change", one.pk)
    Page.open(answering, url).fill(state="in_work").save()
    one.refresh_from_db()
    assert one.taken_by == User.objects.get(username="answering")
    assert is_waiting(one)
    Page.open(answering, url).fill(state="declined", answer="It says 100.").save()
    one.refresh_from_db()
    assert (one.state, one.answer) == ("declined", "It says 100.")
    assert not is_waiting(one)
    Page.open(answering, url).fill(state="open").save()
    one.refresh_from_db()
    assert is_waiting(one)
    assert not Report.objects.exclude(taken_by=None).exists()


def test_nobody_overwrites_what_somebody_else_answered_meanwhile(
    answering: Client, administrator: Client
) -> None:
    one = report(published("raid"))
    url = address("report", "change", one.pk)
    mine, theirs = Page.open(answering, url), Page.open(administrator, url)
    mine.fill(state="declined", answer="It says 100.").save()
    refused: Any = theirs.fill(state="accepted", answer="It says 120.").save()
    assert refused.status_code == 200
    assert "It says now: Declined, “It says 100.” (answering)." in text(refused)
    one.refresh_from_db()
    assert (one.state, one.answer) == ("declined", "It says 100.")
    form = refused.context["adminform"].form
    assert (form["state"].value(), form["answer"].value()) == ("accepted", "It says 120.")
    assert theirs.fill(seen=form["seen"].value()).save().status_code == 302
    one.refresh_from_db()
    assert (one.state, one.answer) == ("accepted", "It says 120.")


def test_that_the_reader_was_answered_is_recorded(answering: Client) -> None:
    one = report(published("raid"), contact="reader@example.org", state="declined")
    url = address("report", "change", one.pk)
    assert "reader@example.org" in answering.get(url).text
    assert listed(answering, "?waiting=contact") == [one.reference]
    Page.open(answering, url).fill(was_answered="on").save()
    one.refresh_from_db()
    first = one.answered_at
    assert first is not None
    assert listed(answering, "?waiting=contact") == []
    Page.open(answering, url).fill(answer="Thank you.").save()
    one.refresh_from_db()
    assert one.answered_at == first


def test_what_the_reader_sent_cannot_be_changed(answering: Client) -> None:
    one = report(published("raid"), contact="reader@example.org")
    url = address("report", "change", one.pk)
    Page.open(answering, url).fill(wrong="Else.", contact="x", kind="removal").save()
    one.refresh_from_db()
    assert (one.wrong, one.contact, one.kind) == (
        "The release says 120.",
        "reader@example.org",
        "correction",
    )


def test_who_may_only_look_sees_no_contact(looking: Client) -> None:
    one = report(published("raid"), contact="reader@example.org")
    page = looking.get(address("report", "change", one.pk))
    assert page.status_code == 200
    assert one.wrong in page.text
    assert "reader@example.org" not in page.text
    assert "reader@example.org" not in looking.get(address("report", "changelist")).text
    assert listed(looking, "?q=reader@example.org") == []
    assert looking.post(address("report", "change", one.pk), {"state": "open"}).status_code == 403


def test_who_may_not_look_sees_nothing(contributor: Client) -> None:
    one = report(published("raid"))
    assert contributor.get(address("report", "changelist")).status_code == 403
    assert contributor.get(address("report", "change", one.pk)).status_code == 403


def test_nobody_adds_reports_and_only_administrators_delete_them(
    answering: Client, administrator: Client
) -> None:
    one = report(published("raid"))
    delete = address("report", "delete", one.pk)
    everything = Permission.objects.filter(codename="delete_report")
    User.objects.get(username="answering").user_permissions.add(*everything)
    assert answering.post(delete, {"post": "yes"}).status_code == 403
    assert administrator.get(address("report", "add")).status_code == 403
    assert administrator.post(delete, {"post": "yes"}).status_code == 302
    assert not Report.objects.exists()


def test_an_accepted_report_is_answered_by_the_next_edition(answering: Client) -> None:
    made = published("raid")
    one = report(made, figure="raid.1", wrong="SecretText", contact="reader@example.org")
    url = address("report", "change", one.pk)
    response = Page.open(answering, url).fill(state="accepted").save("_continue")
    assert response.status_code == 302
    assert "choose this report" in text(answering.get(url))
    made.summary_en = "Now with a summary."
    made.save()
    page: Any = answering.get(address("operation", "publish", made.pk))
    assert f"{one.reference} · Correction · raid.1" in text(page)
    assert re.search(rf'name="reports" value="{one.pk}"[^>]*checked', page.text)
    # Who publishes need not be who may read reports.
    assert "SecretText" not in page.text
    assert "reader@example.org" not in page.text
    step(answering, made, "publish", reason="A summary.", reports=[one.pk])
    assert "Published as edition 2." in said(answering, made)
    edition = Edition.objects.get(number=2)
    assert edition.reason == "Corrected after a reader's report. A summary."
    one.refresh_from_db()
    assert one.edition_after == 2
    assert 'href="/operations/raid/editions/2/"' in answering.get(url).text
    assert 'name="reports"' not in answering.get(address("operation", "publish", made.pk)).text


def test_a_report_left_unticked_waits_for_another_edition(answering: Client) -> None:
    made = published("raid")
    one = report(made, state="accepted")
    made.summary_en = "Now with a summary."
    made.save()
    step(answering, made, "publish", reason="A summary.")
    assert Edition.objects.get(number=2).reason == "A summary."
    one.refresh_from_db()
    assert one.edition_after is None


def test_a_report_on_another_operation_or_not_accepted_cannot_be_chosen(
    answering: Client,
) -> None:
    made = published("raid")
    report(made, state="accepted")
    made.summary_en = "Now with a summary."
    made.save()
    for stray in (report(made), report(published("other"), state="accepted")):
        refused = step(answering, made, "publish", reason="A summary.", reports=[stray.pk])
        assert refused.status_code == 200
        assert "reports" in refused.context["form"].errors
    assert Edition.objects.filter(code="raid").count() == 1


def test_what_an_edition_says_came_of_a_report_is_not_taken_back(answering: Client) -> None:
    one = report(published("raid"), state="accepted", edition_after=1)
    response = Page.open(answering, address("report", "change", one.pk)).fill(state="open").save()
    assert response.status_code == 200
    assert "it stays accepted" in text(response)
    one.refresh_from_db()
    assert one.state == "accepted"


def test_nothing_of_a_reader_goes_into_the_log_of_the_admin(
    answering: Client, administrator: Client
) -> None:
    one = report(published("raid"), wrong="SecretText", contact="secret@example.org")
    Page.open(answering, address("report", "change", one.pk)).fill(state="declined").save()
    for url in (address("report", "history", one.pk), "/admin/"):
        assert "ecret" not in administrator.get(url).text


def test_a_report_keeps_the_strict_policy(administrator: Client) -> None:
    one = report(published("raid"), kind="removal", removal_class="privacy", wrong="9123 4567")
    check(administrator, address("report", "change", one.pk))
    check(administrator, address("report", "changelist"))
