"""Private history: one revision a change, everything an editor decides inside."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from operations import history, publishing
from operations.history import Record
from operations.models import (
    Archive,
    Figure,
    Group,
    Operation,
    OperationLink,
    PrivacyOverride,
    Revision,
)
from tests import factories

pytestmark = pytest.mark.django_db


def record_of(kind: str) -> Record:
    made: dict[str, Callable[[], Record]] = {
        "operation": factories.operation,
        "source": factories.source,
        "group": lambda: factories.term(Group, "14k"),
        "place": factories.place,
        "assessment": factories.assessment,
        "statement": factories.statement,
        "finding": factories.finding,
    }
    return made[kind]()


KINDS = ("operation", "source", "group", "place", "assessment", "statement", "finding")


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_save_is_kept_and_the_same_again_is_not(kind: str) -> None:
    record, editor = record_of(kind), factories.user()
    revision = history.save_revision(record, editor, "First")
    assert revision is not None
    assert (revision.record, revision.code, revision.number) == (kind, record.code, 1)
    assert (revision.made_by, revision.note) == (editor, "First")
    assert history.save_revision(record, editor) is None
    record.save()
    fresh = type(record)._default_manager.get(pk=record.pk)
    assert history.save_revision(fresh, editor) is None
    assert Revision.objects.count() == 1


CHANGES: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "a column": ("operation", lambda made: set_and_save(made, name_en="Renamed")),
    "a private note": ("operation", lambda made: set_and_save(made, internal_notes="Ask.")),
    "a link": (
        "operation",
        lambda made: OperationLink.objects.create(
            operation=made, kind="other", url="https://example.org/"
        ),
    ),
    "an overlap": ("operation", lambda made: made.may_overlap.add(factories.operation())),
    "a figure": ("operation", factories.figure),
    "a figure of an assessment": ("assessment", factories.figure),
    "a figure of a statement": ("statement", factories.figure),
    "a source of a finding": ("finding", lambda made: made.sources.add(factories.source())),
    "a place on the way": ("finding", lambda made: made.via.add(factories.place("mo"))),
    "an archived copy": (
        "source",
        lambda made: Archive.objects.create(
            source=made, sha256="a" * 64, archived_at=timezone.now()
        ),
    ),
    "the note of a source": ("source", lambda made: set_and_save(made, note="Paid for.")),
    "an alias of a term": ("group", lambda made: set_and_save(made, aliases=["十四K"])),
}


def set_and_save(record: Any, **values: Any) -> None:
    for name, value in values.items():
        setattr(record, name, value)
    record.save()


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_makes_one_revision_more(change: str) -> None:
    kind, make = CHANGES[change]
    record = record_of(kind)
    history.save_revision(record, None)
    make(record)
    revision = history.save_revision(record, None)
    assert revision is not None
    assert revision.number == 2
    assert history.latest(record) == revision
    assert history.save_revision(record, None) is None


FIGURE_CHANGES: dict[str, Callable[[Figure], Any]] = {
    "its value": lambda figure: set_and_save(figure, value=7),
    "its note": lambda figure: set_and_save(figure, note_en="As printed."),
    "a citation": lambda figure: figure.citations.create(source=factories.source()),
    "a locator": lambda figure: figure.citations.update(locator="table 2"),
    "what it covers": lambda figure: figure.covers.add(factories.operation()),
    "its end": lambda figure: figure.delete(),
}


@pytest.mark.parametrize("change", FIGURE_CHANGES)
@pytest.mark.parametrize("kind", ["operation", "assessment", "statement"])
def test_a_change_inside_a_figure_is_one_of_its_owner(kind: str, change: str) -> None:
    owner: Any = record_of(kind)
    figure = factories.figure(owner)
    history.save_revision(owner, None)
    FIGURE_CHANGES[change](figure)
    assert history.save_revision(owner, None) is not None


def test_private_fields_are_inside_and_users_are_not() -> None:
    made = factories.operation(internal_notes="Ask the desk.")
    revision = history.save_revision(made, factories.user("amy"))
    assert revision is not None
    assert revision.document["fields"]["internal_notes"] == "Ask the desk."
    assert revision.document["document"]["id"] == made.code
    assert "amy" not in str(revision.document)


def test_steps_of_the_workflow_and_publishing_are_no_change() -> None:
    made, report = factories.operation(), factories.assessment()
    history.save_revision(made, None)
    history.save_revision(report, None)
    publishing.submit(made)
    publishing.publish(made, by=None)
    publishing.publish_context(report)
    assert history.save_revision(Operation.objects.get(), None) is None
    assert history.save_revision(report, None) is None


def test_records_of_two_tables_with_one_id_have_their_own_histories() -> None:
    history.save_revision(factories.operation("same"), None)
    assert history.latest(factories.assessment("same")) is None


def test_an_override_is_recorded_with_text_reason_and_name() -> None:
    admin = factories.user("admin")
    made = factories.operation("sweep", summary_en="They held the 39-year-old man.")
    assert history.record_override(made, admin) == []
    made.privacy_override = "A public official"
    history.record_override(made, admin)
    [kept] = PrivacyOverride.objects.all()
    assert (kept.record, kept.code, kept.field) == ("operation", "sweep", "summary_en")
    assert "39-year-old man" in kept.excerpt
    assert (kept.reason, kept.made_by) == ("A public official", admin)
