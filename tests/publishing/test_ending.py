"""Withdrawing and merging: tombstones, redirects, and what pointed there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from operations import publishing
from operations.models import Edition, EditionTerm, Operation
from operations.problems import Refused
from tests import factories

pytestmark = pytest.mark.django_db


def withdraw(made: Operation, **changes: Any) -> Edition:
    values = {"withdrawal_class": "unreliable", "reason": "Its only source was taken back."}
    return publishing.withdraw(made, by=None, **{**values, **changes})


def last(made: Operation) -> Edition:
    return made.editions.latest("number")


def verified() -> bool:
    return list(publishing.verify()) == []


def test_a_withdrawal_is_a_tombstone_with_its_class_and_reason() -> None:
    made = factories.published()
    tombstone = withdraw(made)
    assert tombstone.is_tombstone
    assert (tombstone.number, tombstone.kind) == (2, "withdrawn")
    assert tombstone.withdrawal_class == "unreliable"
    assert (tombstone.document, tombstone.content) == ("", {})
    assert not Edition.objects.public().exists()
    assert not EditionTerm.objects.filter(edition=tombstone).exists()
    assert made.current_edition == tombstone
    assert verified()


def test_what_was_withdrawn_can_still_be_read_as_of_then() -> None:
    made = factories.published()
    tombstone = withdraw(made)
    first = made.editions.get(number=1)
    assert list(Edition.objects.as_of(first.valid_from)) == [first]
    assert not Edition.objects.as_of(tombstone.valid_from).exists()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"reason": " "}, "Say why, for readers."),
        (
            {"withdrawal_class": "boring"},
            "Unknown class; one of: duplicate, out_of_scope, unreliable, legal, privacy.",
        ),
    ],
)
def test_a_withdrawal_says_its_class_and_why(changes: dict[str, str], said: str) -> None:
    made = factories.published()
    with pytest.raises(Refused) as refused:
        withdraw(made, **changes)
    assert refused.value.reasons == (said,)
    assert last(made).number == 1


def test_only_what_is_public_can_be_withdrawn_or_merged() -> None:
    draft, public, gone = (
        factories.operation("draft"),
        factories.published(),
        factories.published("x"),
    )
    withdraw(gone)
    steps: tuple[Callable[[], Edition], ...] = (
        lambda: withdraw(draft),
        lambda: withdraw(gone),
        lambda: publishing.merge(draft, public, by=None, reason="Same"),
        lambda: publishing.merge(public, draft, by=None, reason="Same"),
        lambda: publishing.merge(public, gone, by=None, reason="Same"),
    )
    for step in steps:
        with pytest.raises(Refused, match="is not public"):
            step()
    with pytest.raises(Refused, match="into itself"):
        publishing.merge(public, public, by=None, reason="Same")


def test_a_withdrawn_operation_can_be_published_again_with_a_reason() -> None:
    made = factories.published()
    withdraw(made)
    with pytest.raises(Refused):
        publishing.publish(made, by=None)
    edition = publishing.publish(made, by=None, reason="A better source was found.")
    assert edition is not None
    assert (edition.number, edition.kind) == (3, "published")
    assert list(Operation.objects.public()) == [made]
    assert verified()


def test_nothing_public_points_to_what_was_withdrawn() -> None:
    campaign, raid = factories.published("campaign"), factories.published("raid")
    phase = factories.operation("phase", parent=campaign)
    phase.may_overlap.add(raid)
    factories.figure(phase, covers=[raid])
    factories.publish(phase)
    withdraw(campaign)
    assert last(phase).content["part_of"] is None
    assert last(phase).content["may_overlap"] == ["raid"]
    withdraw(raid)
    assert (last(phase).kind, last(phase).number) == ("reissued", 3)
    assert last(phase).content["may_overlap"] == []
    assert last(phase).content["figures"][0]["covers"] == []
    assert verified()


def test_a_link_comes_back_with_the_operation() -> None:
    campaign = factories.published("campaign")
    phase = factories.published("phase", parent=campaign)
    withdraw(campaign)
    factories.publish(campaign, "Back")
    factories.publish(phase, "Its campaign is back")
    assert last(phase).content["part_of"] == "campaign"


def test_a_merger_redirects_and_its_referrers_follow() -> None:
    twin, survivor = factories.published("twin"), factories.published("survivor")
    phase = factories.published("phase", parent=twin)
    tombstone = publishing.merge(twin, survivor, by=None, reason="One operation, two names")
    assert (tombstone.kind, tombstone.merged_into) == ("merged", survivor)
    assert last(phase).content["part_of"] == "survivor"
    twin.refresh_from_db()
    assert twin.merged_into == survivor
    with pytest.raises(Refused, match="merged into survivor"):
        publishing.publish(twin, by=None, reason="Again")
    assert verified()


def test_mergers_in_a_row_lead_to_the_last_survivor() -> None:
    first, second, third = (factories.published(code) for code in ("one", "two", "three"))
    phase = factories.published("phase", parent=first)
    publishing.merge(first, second, by=None, reason="Same")
    publishing.merge(second, third, by=None, reason="Same")
    first.refresh_from_db()
    assert first.merged_into == third
    assert last(phase).content["part_of"] == "three"
    assert verified()


def test_the_survivor_never_points_to_itself() -> None:
    twin, survivor = factories.published("twin"), factories.operation("survivor")
    survivor.may_overlap.add(twin)
    factories.publish(survivor)
    publishing.merge(twin, survivor, by=None, reason="Same")
    assert last(survivor).content["may_overlap"] == []


def test_when_the_survivor_goes_the_links_go() -> None:
    twin, survivor = factories.published("twin"), factories.published("survivor")
    phase = factories.published("phase", parent=twin)
    publishing.merge(twin, survivor, by=None, reason="Same")
    withdraw(survivor)
    assert last(phase).content["part_of"] is None
    assert verified()
