"""What may not stand is named wherever it stands, unless somebody recorded why it may."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import CommandError, call_command

from operations import history, publishing
from operations.models import Assessment, Edition, Figure, Operation
from tests import factories

pytestmark = pytest.mark.django_db

PERSON = "the 39-year-old man surnamed Chan"
WHO = {"role": "in_commercial_sex_status_unknown", "sex": "female"}
REASON = "named in an open judgment"


def named() -> list[str]:
    """Each break without its explanation."""
    return [str(found).split(": This")[0].split(": fewer")[0] for found in publishing.scan()]


def kite(**values: Any) -> Operation:
    """A published operation; written past the forms, as a script or another hand would."""
    made = factories.published("kite", **values)
    assert Edition.objects.public().filter(code="kite").exists()
    return made


def test_harmless_data_has_no_break() -> None:
    kite(summary_en="Three days of raids.")
    factories.statement("reply")
    assert named() == []


def test_a_person_in_a_published_text_and_its_working_copy_is_named_without_the_words() -> None:
    kite(summary_en=PERSON)
    found = [str(each) for each in publishing.scan()]
    assert {each.split(": ")[0] + ": " + each.split(": ")[1] for each in found} == {
        "kite · 1: summary.en",
        "operation kite (working copy): summary_en",
    }
    assert not any("Chan" in each or "39" in each for each in found)


def test_private_notes_are_searched_too() -> None:
    kite(internal_notes=PERSON)
    assert {each.split(": ")[0] for each in named()} == {"operation kite (working copy)"}


def test_a_past_edition_is_searched_and_a_redacted_one_has_nothing_left() -> None:
    made = kite(summary_en=PERSON)
    Operation.objects.filter(pk=made.pk).update(summary_en="")
    factories.publish(made, "A name was taken out")
    assert {each.split(": ")[0] for each in named()} == {"kite · 1"}
    publishing.redact(made, by=None, withdrawal_class="privacy", reason="A name", numbers=[1])
    assert named() == []


def test_a_small_count_is_named_in_public_and_in_work() -> None:
    made = factories.operation("kite")
    factories.figure(made, 9, **WHO)
    factories.publish(made)
    assert named() == ["kite · 1, kite.1: value", "figure kite.1 (working copy): value"]


def test_a_small_count_of_a_yearly_report_is_named() -> None:
    report = factories.assessment("tip-2024")
    factories.figure(report, 3, measure="victims_identified", sex="female", nationality="th")
    publishing.publish_context(Assessment.objects.get())
    assert named() == [
        "assessment tip-2024 (public), tip-2024.1: value",
        "figure tip-2024.1 (working copy): value",
    ]


def test_what_an_administrator_let_stand_is_no_break_until_it_changes() -> None:
    made = factories.operation("kite", summary_en=PERSON)
    figure = factories.figure(made, 9, **WHO, note_en=PERSON)
    for record in (made, figure):
        record.privacy_override = REASON
        history.record_override(record, None)
    factories.publish(made)
    assert named() == []
    Figure.objects.update(value=8)
    assert named() == ["figure kite.1 (working copy): value"]


def test_an_override_of_one_operation_does_not_cover_another() -> None:
    made = factories.operation("kite", summary_en=PERSON)
    made.privacy_override = REASON
    history.record_override(made, None)
    factories.operation("mist", summary_en=PERSON)
    assert {each.split(": ")[0] for each in named()} == {"operation mist (working copy)"}


def test_a_document_that_cannot_be_read_does_not_stop_the_search() -> None:
    kite()
    Edition.objects.update(document='{"figures": [{}]}')
    factories.operation("mist", summary_en=PERSON)
    assert {each.split(": ")[0] for each in named()} == {"operation mist (working copy)"}


def test_the_command_names_every_break() -> None:
    made = factories.operation("kite")
    factories.figure(made, 9, **WHO)
    factories.publish(made)
    with pytest.raises(CommandError, match=r"(?s)kite · 1, kite\.1: value: fewer.*working copy"):
        call_command("verify")
