"""Publishing: the first edition, nothing new, corrections, and what stays behind the door."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine

from operations import history, publishing
from operations.models import Edition, Operation
from operations.problems import Refused
from tests import factories

pytestmark = pytest.mark.django_db


def refusal(*args: Any, **kwargs: Any) -> tuple[str, ...]:
    with pytest.raises(Refused) as refused:
        publishing.publish(*args, by=None, **kwargs)
    return refused.value.reasons


def kinds(made: Operation) -> list[tuple[int, str]]:
    return list(made.editions.order_by("number").values_list("number", "kind"))


@time_machine.travel("2026-01-02T03:04:05.678Z", tick=False)
def test_the_first_edition_needs_no_reason() -> None:
    made = factories.operation("sweep-2020")
    edition = publishing.publish(made, by=None)
    assert edition is not None
    assert (edition.number, edition.kind, edition.reason) == (1, "published", "")
    assert edition.content["edition"] == 1
    assert edition.content["published_at"] == "2026-01-02T03:04:05Z"
    assert edition.valid_to is None
    assert list(Operation.objects.public()) == [made]


def test_saving_changes_nothing_that_readers_see() -> None:
    made = factories.published("sweep-2020", name_en="Sweep")
    before = made.editions.values().get()
    made.name_en = "Waiting for review"
    made.save()
    factories.figure(made, 999)
    assert made.editions.values().get() == before


def test_nothing_changed_is_no_edition() -> None:
    made = factories.published()
    assert publishing.publish(made, by=None, reason="Again") is None
    assert publishing.publish(made, by=None) is None
    assert kinds(made) == [(1, "published")]


def test_a_correction_needs_a_reason() -> None:
    made = factories.published()
    factories.figure(made, 7, sex="male")
    assert refusal(made) == ("Say why, for readers: this is not the first edition.",)
    assert refusal(made, reason=" \n") == refusal(made)
    edition = publishing.publish(made, by=None, reason=" A count was missing. ")
    assert edition is not None
    assert (edition.kind, edition.reason) == ("corrected", "A count was missing.")
    assert kinds(made) == [(1, "published"), (2, "corrected")]


def test_an_edition_ends_when_the_next_begins() -> None:
    with time_machine.travel("2026-01-02T03:04:05.678Z", tick=False):
        made = factories.published()
        for value in (1, 2):
            factories.figure(made, value, sex="male", as_at=f"2020-01-0{value}")
            factories.publish(made)
    first, second, third = made.editions.order_by("number")
    assert first.valid_to == second.valid_from == first.valid_from + timedelta(seconds=1)
    assert second.valid_to == third.valid_from
    assert third.valid_to is None
    seen = Edition.objects.as_of(second.valid_from)
    assert list(seen) == [second]
    assert not Edition.objects.as_of(first.valid_from - timedelta(seconds=1)).exists()


def test_what_breaks_a_rule_on_figures_is_not_published() -> None:
    made = factories.operation("sweep-2020")
    whole = factories.figure(made, 100)
    factories.part(whole, 60, sex="male")
    factories.part(whole, 30, sex="female")
    assert refusal(made) == (
        (
            "The parts sweep-2020.2, sweep-2020.3 add up to 90; the whole sweep-2020.1 is 100;"
            " 10 missing."
        ),
    )
    assert not Edition.objects.exists()


@pytest.mark.parametrize("reason", ["The 39-year-old man was not there.", "39歲姓陳男子不在場"])
def test_a_reason_is_guarded_like_free_text(reason: str) -> None:
    made = factories.published()
    made.name_en = "Corrected"
    made.save()
    assert "39" in refusal(made, reason=reason)[0]
    for step in (
        lambda: publishing.withdraw(made, by=None, withdrawal_class="legal", reason=reason),
        lambda: publishing.redact(made, by=None, withdrawal_class="legal", reason=reason),
        lambda: publishing.merge(made, factories.published(), by=None, reason=reason),
    ):
        with pytest.raises(Refused):
            step()
    assert kinds(made) == [(1, "published")]


def test_publishing_ends_the_review() -> None:
    made = factories.operation()
    publishing.submit(made)
    publishing.mark_ready(made)
    publishing.publish(made, by=None)
    made.refresh_from_db()
    assert made.workflow == "draft"


def test_an_edition_says_who_published_and_whether_alone(settings: Any) -> None:
    settings.FOUR_EYES = False
    author, second = factories.user("author"), factories.user("second")
    alone = factories.published(author=author, by=author).editions.get()
    assert (alone.published_by, alone.single_checked) == (author, True)
    made = factories.operation()
    history.save_revision(made, author)
    checked = publishing.publish(made, by=second)
    assert checked is not None
    assert checked.single_checked is False


def test_operations_published_together_keep_their_links_from_the_first_edition() -> None:
    campaign = factories.operation("campaign")
    phase = factories.operation("phase", parent=campaign)
    raid = factories.operation("raid")
    raid.may_overlap.add(phase)
    factories.figure(campaign, covers=[phase, raid])
    told: list[str] = []
    editions = publishing.publish_together(
        [phase, campaign, raid], by=None, on_each=lambda made: told.append(made.code)
    )
    documents = {edition.code: edition.content for edition in editions}
    assert documents["phase"]["part_of"] == "campaign"
    assert documents["phase"]["may_overlap"] == ["raid"]
    assert documents["raid"]["may_overlap"] == ["phase"]
    assert documents["campaign"]["figures"][0]["covers"] == ["phase", "raid"]
    assert told == ["phase", "campaign", "raid"]
    assert publishing.publish_together([phase, campaign, raid], by=None) == []


def test_together_means_all_or_none() -> None:
    sound, broken = factories.operation(), factories.operation()
    factories.part(factories.figure(broken, 10), 3)
    with pytest.raises(Refused):
        publishing.publish_together([sound, broken], by=None)
    assert not Edition.objects.exists()


def test_a_link_to_a_draft_appears_when_both_are_public() -> None:
    campaign = factories.operation("campaign")
    phase = factories.published("phase", parent=campaign)
    assert phase.editions.get().content["part_of"] is None
    factories.publish(campaign)
    assert publishing.publish(phase, by=None, reason="Part of the campaign") is not None
    assert phase.editions.latest("number").content["part_of"] == "campaign"


def test_a_preview_shows_the_working_copy_and_writes_nothing() -> None:
    made = factories.published(name_en="Sweep")
    made.name_en = "Waiting"
    made.save()
    factories.part(factories.figure(made, 10, sex="male"), 3)
    document = publishing.preview(made)
    assert (document["name"]["en"], document["edition"]) == ("Waiting", None)
    assert kinds(made) == [(1, "published")]


def test_a_stale_copy_in_hand_does_not_matter() -> None:
    made = factories.published(name_en="Sweep")
    stale = Operation.objects.get(pk=made.pk)
    Operation.objects.filter(pk=made.pk).update(name_en="Renamed")
    edition = publishing.publish(stale, by=None, reason="Renamed")
    assert edition is not None
    assert edition.content["name"]["en"] == "Renamed"


def test_index_rows_follow_the_document() -> None:
    hk = factories.place("hk")
    made = factories.operation("sweep-2020", edtf="2020-01/..", status="ongoing")
    made.places.add(factories.place("hk.kln", parent=hk))
    factories.figure(made, 6400, counted_in=hk)
    factories.figure(made, 28, counted_in=factories.place("hk+mo"), role="customer")
    edition = factories.publish(made)
    assert edition is not None
    assert edition.arrests == 6400
    assert (edition.status, edition.open_ended) == ("ongoing", True)
    assert (edition.undated, str(edition.sort_date), edition.latest) == (False, "2020-01-01", None)
    found = set(edition.terms.exclude(vocabulary="source").values_list("vocabulary", "term"))
    named = {("place", "hk"), ("place", "hk.kln"), ("mentioned_place", "hk+mo")}
    lacking = {"agency", "flag", "group", "offence", "relevance", "series"}
    assert found == named | {("names_none", vocabulary) for vocabulary in lacking}
    rows = [
        (row.figure, str(row.value), row.counted_in, row.singled_out)
        for row in edition.figures.all()
    ]
    assert rows == [
        ("sweep-2020.1", "6400.00", "hk", False),
        ("sweep-2020.2", "28.00", "hk+mo", True),
    ]
