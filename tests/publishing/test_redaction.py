"""Redaction: the text goes everywhere, the hash stays, the chain holds."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection

from operations import publishing
from operations.models import Edition, EditionFigure, EditionTerm, Group, Operation
from operations.problems import Refused
from tests import factories

pytestmark = pytest.mark.django_db

HARM = "Harmville"
SEARCHED = ("operations_edition", "operations_editionterm", "operations_editionfigure")


def harmful() -> Operation:
    """Two editions that name what must go, in every way an edition can."""
    made = factories.published(
        "sweep-2020",
        name_en=f"Sweep of {HARM}",
        name_zh_hant=HARM,
        aliases=[HARM],
        summary_en=HARM,
        edtf="2020",
        groups=[factories.term(Group, HARM)],
    )
    factories.figure(made, 7, sex="male", note_en=HARM)
    factories.publish(made, f"It was {HARM}")
    return made


def redact(made: Operation, **changes: Any) -> list[Edition]:
    values = {"withdrawal_class": "privacy", "reason": "To protect people."}
    return publishing.redact(made, by=None, **{**values, **changes})


def rows_with(word: str) -> list[str]:
    """Rows of the public record that hold ``word`` in any column."""
    found = []
    with connection.cursor() as cursor:
        for table in SEARCHED:
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 - names of our own tables
            found += [f"{table}: {row}" for row in cursor.fetchall() if word in str(row)]
    return found


def kinds(made: Operation) -> list[str]:
    return list(made.editions.order_by("number").values_list("kind", flat=True))


def test_the_text_is_gone_from_every_column_and_index_row() -> None:
    made = harmful()
    assert len(rows_with(HARM)) >= 4
    blanked = redact(made)
    assert [edition.number for edition in blanked] == [1, 2]
    assert rows_with(HARM) == []
    assert not EditionTerm.objects.exists()
    assert not EditionFigure.objects.exists()


def test_hashes_stay_and_the_chain_verifies() -> None:
    made = harmful()
    before = list(made.editions.order_by("number").values_list("sha256", "chain"))
    redact(made)
    after = list(made.editions.order_by("number").values_list("sha256", "chain"))
    assert after[:2] == before
    assert list(publishing.verify()) == []


def test_a_tombstone_follows_when_the_current_edition_goes() -> None:
    made = harmful()
    redact(made, withdrawal_class="legal", reason="A court order.")
    assert kinds(made) == ["published", "corrected", "redacted"]
    tombstone = made.editions.get(number=3)
    assert (tombstone.withdrawal_class, tombstone.reason) == ("legal", "A court order.")
    assert tombstone.redacted_at is None
    assert not Edition.objects.public().exists()
    assert not Operation.objects.public().exists()


def test_an_old_edition_can_go_alone() -> None:
    made = harmful()
    [blanked] = redact(made, numbers=[1])
    blanked.refresh_from_db()
    assert blanked.is_redacted
    assert (blanked.redaction_class, blanked.document) == ("privacy", "")
    assert kinds(made) == ["published", "corrected"]
    assert Edition.objects.public().get().number == 2
    assert not Edition.objects.as_of(blanked.valid_from).exists()
    assert list(publishing.verify()) == []


def test_the_current_edition_can_go_alone() -> None:
    made = harmful()
    redact(made, numbers=[2])
    assert kinds(made) == ["published", "corrected", "redacted"]
    assert made.editions.get(number=1).document != ""
    assert list(publishing.verify()) == []


def test_the_reason_of_a_tombstone_can_go_too() -> None:
    made = factories.published()
    publishing.withdraw(made, by=None, withdrawal_class="legal", reason=HARM)
    redact(made, numbers=[2])
    assert rows_with(HARM) == []
    assert kinds(made) == ["published", "withdrawn", "redacted"]
    assert list(publishing.verify()) == []


@pytest.mark.parametrize("numbers", [[3], [0], [1, 99], []])
def test_what_is_not_there_cannot_be_redacted(numbers: list[int]) -> None:
    made = harmful()
    with pytest.raises(Refused, match="no such edition to redact"):
        redact(made, numbers=numbers)
    assert rows_with(HARM)


def test_nothing_is_redacted_twice() -> None:
    made = harmful()
    redact(made)
    with pytest.raises(Refused, match="no such edition to redact"):
        redact(made)
    with pytest.raises(Refused, match="no such edition to redact: 1"):
        redact(made, numbers=[1])


@pytest.mark.parametrize(
    "changes", [{"reason": ""}, {"withdrawal_class": ""}, {"withdrawal_class": "spite"}]
)
def test_a_redaction_says_its_class_and_why(changes: dict[str, str]) -> None:
    made = harmful()
    with pytest.raises(Refused):
        redact(made, **changes)
    assert rows_with(HARM)


def test_a_clean_text_can_be_published_in_its_place() -> None:
    made = harmful()
    redact(made)
    made.refresh_from_db()
    Operation.objects.filter(pk=made.pk).update(
        name_en="Sweep", name_zh_hant="", aliases=[], summary_en=""
    )
    made.group_links.all().delete()
    made.figures.update(note_en="")
    edition = publishing.publish(made, by=None, reason="Without the place")
    assert edition is not None
    assert (edition.number, edition.kind) == (4, "published")
    assert rows_with(HARM) == []
    assert list(publishing.verify()) == []


def test_referrers_of_a_redacted_operation_lose_the_link() -> None:
    made = harmful()
    phase = factories.published("phase", parent=made)
    redact(made)
    assert phase.editions.latest("number").content["part_of"] is None


def test_a_reissue_does_not_bring_a_redacted_text_back() -> None:
    made = harmful()
    redact(made)
    group = Group.objects.get()
    group.name_en = "Renamed"
    group.save()
    assert publishing.reissue(group, by=None) == 0
    assert kinds(made) == ["published", "corrected", "redacted"]
