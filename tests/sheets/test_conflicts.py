"""Nobody overwrites anybody: a file remembers which revision it was made from."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from operations import history, roles
from operations.models import Import, Operation, Revision
from tests import factories
from tests.admin.conftest import at_desk, employ

from . import files
from .files import Row
from .world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def raid(world: World) -> Operation:
    made = factories.operation("raid", name_en="Raid")
    history.save_revision(made, factories.user("founder"))
    return made


def saved_by(name: str, operation: Operation, **values: Any) -> None:
    Operation.objects.filter(pk=operation.pk).update(**values)
    operation.refresh_from_db()
    user = User.objects.filter(username=name).first() or factories.user(name)
    history.save_revision(operation, user)


def row(**more: Any) -> Row:
    return {"id": "raid", "revision": "1", "name_en": "Raid", **more}


def bring(desk: Client, *rows: Row) -> files.Brought:
    return files.bring(desk, files.csv_file(list(rows)), "operations.csv")


def test_the_revision_that_the_file_was_made_from_may_be_overwritten(
    desk: Client, raid: Operation
) -> None:
    bring(desk, row(name_en="Raid in June")).confirm()
    revision = Revision.objects.get(code="raid", number=2)
    assert revision.made_by == User.objects.get(username="editor")
    assert revision.note == "import: operations.csv"
    assert history.snapshot(Operation.objects.get()) == revision.document


def test_a_later_revision_is_an_error_that_says_who_and_which(
    desk: Client, raid: Operation
) -> None:
    saved_by("colleague", raid, summary_en="New words.")
    [(number, column, sentence)] = bring(desk, row(name_en="Raid in June")).faults
    assert (number, column) == (2, "revision")
    assert sentence.startswith("colleague saved this operation on ")
    assert "(revision 2), and the file was made from revision 1." in sentence
    assert Operation.objects.get().name_en == "Raid"


def test_what_a_file_only_repeats_is_left_as_others_saved_it(desk: Client, raid: Operation) -> None:
    saved_by("colleague", raid, name_en="Raid, renamed")
    brought = bring(desk, row())
    assert brought.result["kept"] == ["raid"]
    assert brought.result["changed"] == 0
    assert "left as they are: raid" in brought.page()


def test_a_file_that_names_no_revision_overwrites_nobody_else(
    desk: Client, raid: Operation
) -> None:
    [(_row, column, sentence)] = bring(desk, row(revision="", name_en="Mine")).faults
    assert column == "revision"
    assert sentence.startswith("founder saved this operation on ")
    assert "made from a state that it does not name" in sentence


def test_ones_own_last_word_may_be_changed_without_naming_it(desk: Client, raid: Operation) -> None:
    bring(desk, row(name_en="Mine")).confirm()
    bring(desk, row(revision="", name_en="Mine, again")).confirm()
    assert Operation.objects.get().name_en == "Mine, again"


def test_rows_of_one_operation_name_one_revision(desk: Client, raid: Operation) -> None:
    factories.figure(raid, 5)
    factories.figure(raid, 6)
    rows = [
        {"operation": "raid", "figure": n, "revision": n, "confidence": "low"} for n in ("1", "2")
    ]
    assert (3, "revision", "The rows of one operation name different revisions.") in bring(
        desk, *rows
    ).faults


def test_what_moves_between_look_and_confirmation_is_shown_again(
    desk: Client, raid: Operation
) -> None:
    brought = bring(desk, row(summary_en="From the file."))
    brought.confirm()
    second = bring(desk, row(revision="2", summary_en="Once more."))
    Operation.objects.update(internal_notes="Changed by somebody meanwhile.")
    second.confirm()
    assert second.state == "checked"
    assert Operation.objects.get().summary_en == "From the file."
    assert "Something was saved since you looked." in second.page()
    second.confirm()
    assert second.state == "done"
    made = Operation.objects.get()
    assert made.summary_en == "Once more."
    assert made.internal_notes == "Changed by somebody meanwhile."


def test_two_editors_confirm_and_only_one_of_them_writes(world: World) -> None:
    one, other = (at_desk(employ(name, roles.EDITOR)) for name in ("one", "other"))
    new = {"id": "raid", "name_en": "Raid", "kind": "anti_vice"}
    first = bring(one, new)
    second = bring(other, {**new, "name_en": "Another raid"})
    first.confirm()
    second.step("confirm")
    assert second.state == "faulty"
    [(_row, column, sentence)] = second.faults
    assert column == "revision"
    assert sentence.startswith("one saved this operation on ")
    assert Operation.objects.get().name_en == "Raid"


def test_a_second_click_on_confirm_writes_nothing_twice(desk: Client, raid: Operation) -> None:
    brought = bring(desk, row(name_en="Raid in June")).confirm()
    assert brought.record is not None
    address = reverse("admin:operations_import_confirm", args=[brought.record.pk])
    page: Any = desk.post(address, follow=True)
    assert "The file is no longer here. Bring it again." in page.content.decode()
    assert Revision.objects.filter(code="raid").count() == 2
    assert Import.objects.get().state == "done"
