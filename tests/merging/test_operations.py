"""Two records of one operation become one, and nothing that either said is lost."""

from __future__ import annotations

from typing import Any

import pytest

from operations import merging, publishing
from operations.models import (
    Agency,
    Edition,
    Group,
    Merger,
    Operation,
    OperationAgency,
    OperationLink,
    OperationRoute,
    Revision,
    Series,
)
from operations.problems import Refused
from tests import factories

pytestmark = pytest.mark.django_db

WHY = "One operation, two names."


def merge(giving: Operation, taking: Operation, **values: Any) -> merging.Merged:
    return merging.operations.merge(giving, taking, by=None, reason=WHY, **values)


def undo(operation: Operation) -> merging.Merged:
    return merging.operations.undo(operation, by=None, reason="They are two after all.")


def content(operation: Operation) -> dict[str, Any]:
    edition = operation.current_edition
    assert edition is not None
    return edition.content


def figures_of(operation: Operation) -> dict[str, Any]:
    return {figure["id"]: figure for figure in content(operation)["figures"]}


def verified() -> bool:
    return list(publishing.verify()) == []


def test_a_figure_moves_under_a_new_number_and_remembers_the_old() -> None:
    kite, raid = factories.published("kite", arrested=7), factories.published("raid")
    done = merge(kite, raid)
    assert done.edition is not None
    assert (done.edition.number, done.edition.kind, done.edition.reason) == (2, "corrected", WHY)
    moved = figures_of(raid)["raid.2"]
    assert (moved["value"], moved["came_from"]) == (7, "kite.1")
    assert figures_of(raid)["raid.1"]["came_from"] is None
    assert moved["citations"] == kite.editions.get(number=1).content["figures"][0]["citations"]
    tombstone = kite.editions.get(number=2)
    assert (tombstone.kind, tombstone.merged_into) == ("merged", raid)
    assert verified()


def test_the_same_claim_becomes_one_figure_with_the_citations_of_both() -> None:
    paper, release = factories.source("paper"), factories.source("release")
    kite, raid = factories.operation("kite"), factories.operation("raid")
    factories.figure(kite, 100, cited=[paper, release], as_at="2023-09-25")
    factories.figure(raid, 100, cited=[release])
    for made in (kite, raid):
        factories.publish(made)
    merge(kite, raid)
    [figure] = content(raid)["figures"]
    assert [each["source"] for each in figure["citations"]] == ["release", "paper"]
    assert (figure["as_at"], figure["came_from"]) == ("2023-09-25", None)
    undo(kite)
    [figure] = content(raid)["figures"]
    assert [each["source"] for each in figure["citations"]] == ["release"]
    assert figure["as_at"] is None


def test_two_days_of_one_count_stay_two_figures() -> None:
    kite, raid = factories.operation("kite"), factories.published("raid")
    for day in ("2023-09-14", "2023-09-15"):
        factories.figure(kite, 100, as_at=day)
    factories.publish(kite)
    merge(kite, raid)
    assert [(each["id"], each["as_at"]) for each in content(raid)["figures"]] == [
        ("raid.1", "2023-09-14"),
        ("raid.2", "2023-09-15"),
    ]


def test_parts_stay_under_their_whole_and_in_their_split() -> None:
    kite, raid = factories.operation("kite"), factories.published("raid")
    whole = factories.figure(kite, 10)
    factories.part(whole, 4, sex="male")
    women = factories.part(whole, 6, sex="female")
    factories.part(women, 6, breakdown_set="age", sex="female", age_group="adult")
    factories.publish(kite)
    merge(kite, raid)
    placed = [(f["id"], f["part_of"], f["breakdown_set"]) for f in content(raid)["figures"]]
    assert placed == [
        ("raid.1", None, None),
        ("raid.2", None, None),
        ("raid.3", "raid.2", "sex"),
        ("raid.4", "raid.2", "sex"),
        ("raid.5", "raid.4", "age"),
    ]


@pytest.mark.parametrize(
    ("men", "placed"),
    [
        (40, [None, "sex", "sex"]),
        (41, [None, "sex", "sex", "sex (kite)", "sex (kite)"]),
    ],
)
def test_parts_of_a_shared_whole_join_theirs_or_make_a_split_of_their_own(
    men: int, placed: list[str | None]
) -> None:
    kite, raid = factories.operation("kite"), factories.operation("raid")
    for made, count in ((kite, men), (raid, 40)):
        whole = factories.figure(made, 100)
        factories.part(whole, count, sex="male")
        factories.part(whole, 100 - count, sex="female")
        factories.publish(made)
    merge(kite, raid)
    assert [figure["breakdown_set"] for figure in content(raid)["figures"]] == placed
    assert {f["part_of"] for f in content(raid)["figures"][1:]} == {"raid.1"}
    assert verified()
    undo(kite)
    assert len(content(raid)["figures"]) == 3
    assert verified()


def test_of_two_preferred_figures_that_of_the_survivor_stays_so() -> None:
    ruled = {"rank": "preferred", "rank_reason": "official_source"}
    kite, raid = factories.operation("kite"), factories.operation("raid")
    factories.figure(kite, 7, **ruled)
    factories.figure(raid, 100, **ruled)
    for made in (kite, raid):
        factories.publish(made)
    [move] = merging.plan(kite, raid).moves
    assert move.loses_preference
    merge(kite, raid)
    ranks = {code: (each["rank"], each["rank_reason"]) for code, each in figures_of(raid).items()}
    assert ranks == {"raid.1": ("preferred", "official_source"), "raid.2": ("normal", None)}


def test_a_count_that_covers_others_goes_on_covering_them_but_not_the_survivor() -> None:
    kite, raid, mist = (factories.published(code) for code in ("kite", "raid", "mist"))
    factories.figure(kite, 66, covers=[mist, raid])
    factories.publish(kite)
    merge(kite, raid)
    assert [figure["covers"] for figure in content(raid)["figures"]] == [[], ["mist"]]
    assert verified()


def rich(code: str) -> Operation:
    made = factories.operation(
        code,
        name_en="Operation Kite",
        name_zh_hant="斷鳶",
        aliases=["Kite"],
        summary_en="Three days.",
        edtf="2025-10",
        status="concluded",
        series=factories.term(Series, "kites"),
        groups=[factories.term(Group, "14k")],
        agencies=[factories.term(Agency, "hkpf")],
        places=[factories.place(), factories.place("hk.wan_chai")],
        sources=[factories.source("further")],
    )
    OperationLink.objects.create(operation=made, kind="other", url="https://example.org/kite")
    OperationRoute.objects.create(
        operation=made, origin=factories.place("th"), destination=factories.place()
    )
    factories.figure(made, 7)
    factories.publish(made)
    return made


GAINED = {
    "aliases": ["Operation Kite", "Kite"],
    "name": {"en": "Operation raid", "zh-Hant": "斷鳶"},
    "agencies": ["hkpf"],
    "groups": ["14k"],
    "places": ["hk", "hk.wan_chai"],
}


def test_everything_that_only_the_merged_one_says_is_offered() -> None:
    kite, raid = rich("kite"), factories.published("raid", edtf="2025", places=[factories.place()])
    what = merging.plan(kite, raid)
    assert [(offer.key, offer.fact) for offer in what.offers] == [
        ("name_zh_hant-1", ["斷鳶"]),
        ("aliases-1", "Operation Kite"),
        ("aliases-2", "Kite"),
        ("summary_en-1", ["Three days."]),
        ("status-1", ["concluded"]),
        ("series-1", ["kites"]),
        ("agencies-1", ["hkpf", "lead"]),
        ("groups-1", ["14k", "not_stated"]),
        ("places-1", "hk.wan_chai"),
        ("routes-1", ["th", "hk"]),
        ("sources-1", "further"),
        ("links-1", ["other", "https://example.org/kite"]),
    ]
    assert what.kept == ["dates"]


def test_what_is_offered_is_gained_and_what_is_declined_is_not() -> None:
    kite, raid = rich("kite"), factories.published("raid")
    keys = {offer.key for offer in merging.plan(kite, raid).offers}
    merge(kite, raid, facts=keys - {"summary_en-1", "links-1"})
    said = content(raid)
    assert {key: said[key] for key in ("aliases", "name")} == {
        key: GAINED[key] for key in ("aliases", "name")
    }
    for key in ("agencies", "groups", "places"):
        assert [entry["id"] for entry in said[key]] == GAINED[key]
    assert (said["dates"]["edtf"], said["series"]["id"]) == ("2025-10", "kites")
    assert said["routes"][0]["from"]["id"] == "th"
    assert (said["summary"]["en"], said["links"]) == ("", [])
    assert Revision.objects.filter(code="raid").latest("number").note == "Merged from kite"


def test_an_undo_makes_both_say_what_they_said() -> None:
    kite, raid = rich("kite"), factories.published("raid")
    before = [publishing.preview(each) for each in (kite, raid)]
    merge(kite, raid)
    done = undo(kite)
    for made in (kite, raid):
        made.refresh_from_db()
    assert [publishing.preview(each) for each in (kite, raid)] == before
    assert [edition.kind for edition in kite.editions.order_by("number")] == [
        *("published", "merged", "published")
    ]
    assert [edition.kind for edition in raid.editions.order_by("number")] == [
        *("published", "corrected", "corrected")
    ]
    assert done.stayed == []
    for made, said in zip((kite, raid), before, strict=True):
        own = {key: value for key, value in content(made).items() if key in said}
        assert {**own, "edition": None, "published_at": None} == said
    assert verified()


def test_an_undo_leaves_what_was_changed_since_and_names_it() -> None:
    kite, raid = rich("kite"), factories.published("raid")
    whole = factories.figure(kite, 10, sex="male")
    factories.part(whole, 10, sex="male", breakdown_set="age", age_group="adult")
    factories.publish(kite)
    merge(kite, raid)
    moved = raid.figures.get(came_from="kite.3")
    moved.note_en = "Read again."
    moved.save()
    raid.refresh_from_db()
    raid.summary_en = "Four days."
    raid.save()
    OperationAgency.objects.filter(operation=raid).update(role="supporting")
    factories.publish(raid, "Read again.")
    done = undo(kite)
    # The part was changed, so its whole stays as well.
    assert done.stayed == ["figure raid.3", "figure raid.4", "Summary in English", "Agencies"]
    assert [each["id"] for each in content(raid)["figures"]] == ["raid.1", "raid.3", "raid.4"]
    assert verified()


def test_a_working_copy_that_waits_for_review_is_not_swept_along() -> None:
    kite, raid = factories.published("kite", arrested=7), factories.published("raid")
    Operation.objects.filter(pk=raid.pk).update(summary_en="Not read yet.", workflow="ready")
    raid.refresh_from_db()
    done = merge(kite, raid)
    assert (done.edition, done.waits) == (None, True)
    assert raid.editions.count() == 1
    assert kite.editions.latest("number").kind == "merged"
    raid.refresh_from_db()
    assert (raid.figures.count(), raid.workflow) == (2, "in_review")


def test_nor_is_what_waits_in_the_merged_one() -> None:
    kite, raid = factories.published("kite", arrested=7), factories.published("raid")
    factories.figure(kite, 3)
    assert merge(kite, raid).waits
    assert raid.editions.count() == 1


def test_under_four_eyes_the_gain_waits_for_another_editor(settings: Any) -> None:
    settings.FOUR_EYES = True
    kite, raid = factories.published("kite", arrested=7), factories.published("raid")
    merger = factories.user()
    done = merging.operations.merge(kite, raid, by=merger, reason=WHY)
    assert (done.edition, done.waits) == (None, True)
    assert kite.editions.latest("number").kind == "merged"
    raid.refresh_from_db()
    assert raid.workflow == "in_review"
    with pytest.raises(Refused, match="The last change is your own"):
        publishing.publish(raid, by=merger, reason=WHY)
    edition = publishing.publish(raid, by=factories.user("second"), reason=WHY)
    assert edition is not None
    assert figures_of(raid)["raid.2"]["came_from"] == "kite.1"
    assert not edition.single_checked


def test_under_four_eyes_the_loss_of_an_undone_merger_waits_as_well(settings: Any) -> None:
    kite, raid = factories.published("kite", arrested=7), factories.published("raid")
    merge(kite, raid)
    settings.FOUR_EYES = True
    boss = factories.user("boss")
    undone = merging.operations.undo(kite, by=boss, reason="Two after all.")
    assert (undone.edition, undone.waits) == (None, True)
    # Public again at once, with what two people had looked at before.
    assert list(figures_of(kite)) == ["kite.1"]
    assert list(figures_of(raid)) == ["raid.1", "raid.2"]
    with pytest.raises(Refused, match="The last change is your own"):
        publishing.publish(raid, by=boss, reason="Two after all.")
    assert publishing.publish(raid, by=factories.user("second"), reason="Two after all.")
    assert list(figures_of(raid)) == ["raid.1"]
    assert verified()


@pytest.mark.parametrize(("before", "after"), [("draft", "draft"), ("returned", "returned")])
def test_undone_before_anybody_published_it_nothing_waits(
    settings: Any, before: str, after: str
) -> None:
    settings.FOUR_EYES = True
    kite, raid = factories.published("kite", arrested=7), factories.published("raid")
    Operation.objects.filter(pk=raid.pk).update(workflow=before, review_comment="Read again.")
    merging.operations.merge(kite, raid, by=factories.user(), reason=WHY)
    assert publishing.waits(raid)
    undone = merging.operations.undo(kite, by=factories.user("boss"), reason="Two after all.")
    # What was never published need not be corrected.
    assert (undone.edition, undone.waits) == (None, False)
    assert raid.editions.count() == 1
    assert raid.figures.count() == 1
    raid.refresh_from_db()
    assert raid.workflow == after
    assert bool(raid.review_comment) is (after == "returned")
    assert not publishing.waits(raid)


def test_links_follow_the_merger_and_the_undo() -> None:
    kite, raid = factories.published("kite"), factories.published("raid")
    phase = factories.operation("phase", parent=kite)
    phase.may_overlap.add(kite, raid)
    factories.figure(phase, covers=[kite])
    factories.publish(phase)
    merge(kite, raid)
    assert (content(phase)["part_of"], content(phase)["may_overlap"]) == ("raid", ["raid"])
    undo(kite)
    assert (content(phase)["part_of"], content(phase)["may_overlap"]) == ("kite", ["kite", "raid"])
    assert content(phase)["figures"][0]["covers"] == ["kite"]
    assert phase.editions.latest("number").kind == "reissued"
    assert verified()


def test_a_link_of_a_record_that_waits_is_named() -> None:
    kite, raid = factories.published("kite"), factories.published("raid")
    phase = factories.published("phase", parent=kite)
    merge(kite, raid)
    Operation.objects.filter(pk=phase.pk).update(summary_en="Not read yet.")
    assert undo(kite).waiting_elsewhere == ["phase"]
    assert content(phase)["part_of"] == "raid"


def test_mergers_in_a_row_are_undone_from_the_last() -> None:
    one, two, three = (
        factories.published(code, arrested=value)
        for code, value in (("one", 1), ("two", 2), ("three", 3))
    )
    merge(one, two)
    merge(two, three)
    origins = {f["id"]: f["came_from"] for f in content(three)["figures"]}
    assert origins == {"three.1": None, "three.2": "two.1", "three.3": "one.1"}
    with pytest.raises(Refused, match="two was merged into three since: undo that first"):
        undo(one)
    undo(two)
    one.refresh_from_db()
    two.refresh_from_db()
    assert (one.merged_into, two.merged_into) == (two, None)
    assert [f["id"] for f in content(two)["figures"]] == ["two.1", "two.2"]
    assert [f["id"] for f in content(three)["figures"]] == ["three.1"]
    undo(one)
    assert Operation.objects.public().count() == 3
    assert verified()


def test_what_two_mergers_brought_stays_until_both_are_undone() -> None:
    place = factories.place("hk.wan_chai")
    one, two = (factories.published(code, places=[place]) for code in ("one", "two"))
    raid = factories.published("raid", arrested=None)
    factories.figure(raid, 5)
    factories.publish(raid)
    merge(one, raid)
    merge(two, raid)
    undo(one)
    assert [entry["id"] for entry in content(raid)["places"]] == ["hk.wan_chai"]
    figures = {each["id"]: each["came_from"] for each in content(raid)["figures"]}
    assert figures == {"raid.1": None, "raid.2": "two.1"}
    [citation] = figures_of(raid)["raid.2"]["citations"]
    assert citation == two.editions.get(number=1).content["figures"][0]["citations"][0]
    undo(two)
    assert content(raid)["places"] == []
    assert [each["id"] for each in content(raid)["figures"]] == ["raid.1"]
    assert Merger.objects.standing().count() == 0


def test_a_merger_that_would_make_a_loop_is_refused() -> None:
    top = factories.published("top")
    middle = factories.published("middle", parent=top)
    low = factories.published("low", parent=middle)
    for giving, taking in ((top, low), (low, top)):
        with pytest.raises(Refused, match="middle would be part of itself"):
            merge(giving, taking)
    assert Edition.objects.count() == 3
    merge(low, middle)
    assert content(middle)["part_of"] == "top"


def test_only_what_was_merged_can_be_undone() -> None:
    with pytest.raises(Refused, match="kite was not merged"):
        undo(factories.published("kite"))


def test_a_merger_older_than_this_record_of_mergers_can_be_undone() -> None:
    kite, raid = factories.published("kite"), factories.published("raid")
    publishing.merge(kite, raid, by=None, reason=WHY)
    undo(kite)
    assert set(Operation.objects.public()) == {kite, raid}
    assert raid.editions.count() == 1


def test_what_was_redacted_meanwhile_comes_back_as_gone() -> None:
    kite, raid = factories.published("kite"), factories.published("raid")
    merge(kite, raid)
    publishing.redact(kite, by=None, withdrawal_class="privacy", reason="A name")
    undo(kite)
    assert kite.editions.latest("number").kind == "redacted"
    kite.refresh_from_db()
    assert kite.merged_into is None
    assert verified()


def test_a_refused_merger_changes_nothing() -> None:
    kite, raid = factories.published("kite", arrested=7), factories.published("raid")
    with pytest.raises(Refused, match="Say why"):
        merging.operations.merge(kite, raid, by=None, reason=" ")
    assert raid.figures.count() == 1
    assert not Merger.objects.exists()
