"""After a redaction the private history is cleaned too: text goes, numbering holds."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import time_machine
from django.contrib.auth.models import User
from django.test import Client

from operations import history, publishing, roles
from operations.models import Operation, PrivacyOverride, Revision
from tests import factories
from tests.admin.conflict.two import having_seen, opened, refused, saved
from tests.admin.conftest import at_desk, employ

from .read import at, change, get, timeline

HARM = "the bar in Lockhart Road"


def redacted(*, corrected: bool = True) -> Operation:
    """Edition 1, made from revision 1, held what should not have been published."""
    with time_machine.travel(datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)):
        operation = factories.published("sweep", summary_en=f"Raided {HARM}.")
    if corrected:
        change(operation, summary_en="Raided a bar.", note=f"took {HARM} out")
        factories.publish(operation)
    publishing.redact(
        operation, by=None, withdrawal_class="privacy", reason="To protect people.", numbers=[1]
    )
    return operation


def redactor() -> Client:
    return at_desk(employ("redactor", roles.ADMINISTRATOR))


def clean(client: Client, record: Any, *numbers: int, **given: Any) -> Any:
    sent = {"numbers": list(numbers), "redaction_class": "privacy", **given}
    return client.post(at(record, "clean"), sent)


def test_the_revision_of_the_redacted_edition_is_ticked(db: None) -> None:
    operation = redacted()
    response = get(redactor(), operation, "clean")
    rows = [(row[0].number, row[1], row[2]) for row in response.context["rows"]]
    assert rows == [(2, [], False), (1, [1], True)]
    [held] = response.context["held"]
    assert (held.edition.number, held.is_the_same) == (1, False)
    assert [change.headings for change in held.differences] == [("Summary (English)",)]


def test_it_says_when_the_working_copy_still_holds_the_text(db: None) -> None:
    operation = redacted(corrected=False)
    client = redactor()
    response = get(client, operation, "clean")
    assert response.context["held"][0].is_the_same
    html = response.content.decode()
    assert "The working copy still says what this edition said." in html
    assert f'<a href="{at(operation, "change")}">Correct it first</a>' in html
    clean(client, operation, 1)
    after = get(client, operation, "clean").context["held"][0]
    assert (after.is_the_same, after.is_comparable) == (True, True)
    change(operation, summary_en="Raided a bar.")
    last = get(client, operation, "clean").context["held"][0]
    assert (last.is_the_same, last.is_comparable) == (False, False)


def test_blanking_takes_text_and_note_and_keeps_the_row(db: None) -> None:
    operation, client = redacted(), redactor()
    assert clean(client, operation, 1, 2).status_code == 302
    one, two = Revision.objects.filter(record="operation").order_by("number")
    for revision in (one, two):
        assert (revision.document, revision.note) == ({}, "")
        assert revision.is_blanked
        assert revision.blanked_by == User.objects.get(username="redactor")
        assert revision.blanked_class == "privacy"
    assert (one.number, two.number) == (1, 2)
    response = get(client, operation)
    assert "Blanked for good: revisions 1, 2." in timeline(response)
    html = response.content.decode()
    assert "Lockhart" not in html
    assert "by redactor: to protect people" in html


def test_words_are_found_in_revisions_notes_and_the_working_copy(db: None) -> None:
    operation, client = redacted(), redactor()
    response = client.post(at(operation, "clean"), {"find": "1", "words": "LOCKHART road"})
    assert response.context["found"] == [2, 1]
    assert response.context["is_in_copy"] is False
    assert [row[2] for row in response.context["rows"]] == [True, True]
    change(operation, internal_notes=f"Was {HARM}. 駱克道“酒吧”")
    response = client.post(at(operation, "clean"), {"find": "1", "words": "駱克道“酒吧”"})
    assert response.context["found"] == [3]
    assert response.context["is_in_copy"] is True
    response = client.post(at(operation, "clean"), {"find": "1", "words": "nowhere"})
    assert response.context["found"] == []
    assert "Found in no revision." in response.content.decode()
    response = client.post(at(operation, "clean"), {"find": "1", "words": " "})
    assert response.context["find"].errors == {"words": ["This field is required."]}


def test_nothing_is_blanked_without_class_or_choice(db: None) -> None:
    operation, client = redacted(), redactor()
    response = clean(client, operation, 1, redaction_class="")
    assert response.context["form"].errors == {"redaction_class": ["This field is required."]}
    assert [row[2] for row in response.context["rows"]] == [False, True]
    assert "numbers" in clean(client, operation).context["form"].errors
    assert "numbers" in clean(client, operation, 7).context["form"].errors
    assert not Revision.objects.exclude(blanked_at=None).exists()


def test_what_is_blanked_cannot_be_blanked_again(db: None) -> None:
    operation, client = redacted(), redactor()
    clean(client, operation, 1)
    moment = Revision.objects.get(record="operation", number=1).blanked_at
    assert "numbers" in clean(client, operation, 1).context["form"].errors
    assert Revision.objects.get(record="operation", number=1).blanked_at == moment


def test_only_those_who_may_redact(reviewer: Client) -> None:
    operation = redacted()
    assert reviewer.get(at(operation, "clean")).status_code == 403
    assert clean(reviewer, operation, 1).status_code == 403
    assert at(operation, "clean") not in reviewer.get(at(operation)).content.decode()
    assert at(operation, "clean") in redactor().get(at(operation)).content.decode()


def test_pages_of_the_history_cope_with_a_blanked_revision(administrator: Client) -> None:
    operation = factories.operation("sweep", summary_en=HARM)
    history.save_revision(operation, None)
    change(operation, summary_en="two")
    clean(administrator, operation, 1)
    html = get(administrator, operation).content.decode()
    assert "The revision before it was blanked, so what changed is not known." in html
    whole = get(administrator, operation, "revision", 1).content.decode()
    assert "Blanked for good" in whole
    assert "Go back to this revision" not in whole
    compared = get(administrator, operation, "compare", before=1, after=2)
    assert compared.context["told"] is None
    assert "A blanked revision cannot be compared." in compared.content.decode()
    assert "Blanked for good" in get(administrator, operation, "revert", 1).content.decode()
    response: Any = administrator.post(at(operation, "revert", 1), {"last": 2})
    assert [str(message) for message in response.context["messages"]][-1] == (
        "Revision 1 was blanked: its text is gone."
    )
    operation.refresh_from_db()
    assert operation.summary_en == "two"
    listed = administrator.get("/admin/operations/revision/")
    assert listed.status_code == 200


def test_a_save_after_the_last_revision_was_blanked_goes_on_with_its_number(
    administrator: Client,
) -> None:
    operation = factories.operation("sweep", summary_en=HARM)
    history.save_revision(operation, None)
    page = opened(administrator, operation)
    clean(administrator, operation, 1)
    saved(page.fill(summary_en="clean"))
    assert history.last_number("operation", "sweep") == 2
    html = get(administrator, operation).content.decode()
    assert "The revision before it was blanked" in html


def test_a_conflict_is_shown_all_the_same_when_the_base_was_blanked(
    administrator: Client,
) -> None:
    operation = factories.operation("sweep", summary_en="one")
    history.save_revision(operation, None)
    first, second = opened(administrator, operation), opened(administrator, operation)
    saved(first.fill(summary_en="two", internal_notes="theirs"))
    clean(administrator, operation, 1, 2)
    response = refused(second.fill(summary_en="three"))
    saved(having_seen(second, response))
    operation.refresh_from_db()
    assert (operation.summary_en, operation.internal_notes) == ("three", "theirs")


def test_words_of_overrides_go_when_asked(administrator: Client) -> None:
    operation = factories.operation("sweep", summary_en="They held the 39-year-old man.")
    operation.privacy_override = "A public official"
    history.record_override(operation, None)
    other = factories.operation("sweep-2", summary_en="They held the 39-year-old man.")
    other.privacy_override = "Another"
    history.record_override(other, None)
    history.save_revision(operation, None)
    assert get(administrator, operation, "clean").context["overrides"] == 1
    clean(administrator, operation, 1, excerpts="on")
    assert PrivacyOverride.objects.get(code="sweep").excerpt == ""
    assert PrivacyOverride.objects.get(code="sweep-2").excerpt != ""


def test_other_records_are_cleaned_as_well(administrator: Client) -> None:
    source = factories.source("daily", note=HARM)
    history.save_revision(source, None)
    assert get(administrator, source, "clean").context["held"] == []
    clean(administrator, source, 1)
    assert Revision.objects.get(record="source").is_blanked


def test_a_reissued_edition_came_from_the_save_before_it(administrator: Client) -> None:
    operation = factories.published("sweep", summary_en=HARM)
    place = operation.figures.get().counted_in
    change(place, name_en="Hong Kong SAR")
    publishing.reissue(place, by=None)
    assert operation.editions.count() == 2
    publishing.redact(
        operation, by=None, withdrawal_class="privacy", reason="To protect people.", numbers=None
    )
    response = get(administrator, operation, "clean")
    assert [(h.edition.number, h.revision.number) for h in response.context["held"]] == [
        (1, 1),
        (2, 1),
    ]
