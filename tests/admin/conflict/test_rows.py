"""Two saves meet in figures and other rows: none is lost, none doubled."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from operations.models import Archive, Group, Operation, OperationGroup
from tests import factories
from tests.admin import thunderbolt
from tests.admin.desk import errors

from .two import again, both, having_seen, lines, opened, refused, saved


def swept(*values: int) -> Operation:
    operation = factories.operation("sweep")
    for value in values:
        factories.figure(operation, value, period=str(2000 + value))
    return operation


def numbers(operation: Operation) -> dict[int, Decimal | None]:
    return dict(operation.figures.order_by("number").values_list("number", "value"))


def test_one_figure_changed_by_both(contributor: Client, reviewer: Client) -> None:
    operation = swept(10, 20)
    first, second = both(contributor, reviewer, operation)
    saved(first.change_row("figures", 1, value="11", note_en="From the release."))
    response = refused(second.change_row("figures", 1, value="12"))
    found = lines(response)
    value = found["figures-0-value"]
    assert (value.outcome, value.opened, value.theirs, value.yours) == ("both", "10", "11", "12")
    assert found["figures-0-note_en"].outcome == "theirs"
    saved(having_seen(second, response))
    assert numbers(operation) == {1: 12, 2: 20}
    assert operation.figures.get(number=1).note_en == "From the release."


def test_two_figures_changed_by_one_each(contributor: Client, reviewer: Client) -> None:
    operation = swept(10, 20)
    first, second = both(contributor, reviewer, operation)
    saved(first.change_row("figures", 1, value="11"))
    response = refused(second.change_row("figures", 2, value="22"))
    assert list(lines(response)) == ["figures-0-value"]
    saved(having_seen(second, response))
    assert numbers(operation) == {1: 11, 2: 22}


def test_theirs_is_taken_in_one_field_of_a_figure(contributor: Client, reviewer: Client) -> None:
    operation = swept(10, 20)
    first, second = both(contributor, reviewer, operation)
    saved(first.change_row("figures", 2, value="21", note_en="theirs"))
    response = refused(second.change_row("figures", 2, value="22", note_en="yours"))
    saved(having_seen(second, response, "figures-1-value"))
    assert numbers(operation) == {1: 10, 2: 21}
    assert operation.figures.get(number=2).note_en == "yours"


def test_a_figure_deleted_by_the_other_goes(contributor: Client, reviewer: Client) -> None:
    operation = swept(10, 20)
    first, second = both(contributor, reviewer, operation)
    saved(first.change_row("figures", 1, DELETE="on"))
    response = refused(second.fill(summary_en="mine"))
    [line] = lines(response).values()
    assert line.outcome == "removed"
    assert "Value: 10" in line.opened
    assert "Figure sweep.1" in response.content.decode()
    saved(having_seen(second, response))
    assert numbers(operation) == {2: 20}


def test_a_figure_deleted_by_the_other_and_changed_by_you_comes_back_as_a_new_row(
    contributor: Client, reviewer: Client
) -> None:
    operation = swept(10, 20)
    first, second = both(contributor, reviewer, operation)
    saved(first.change_row("figures", 1, DELETE="on"))
    response = refused(second.change_row("figures", 1, value="12"))
    [(place, line)] = lines(response).items()
    assert (place, line.outcome) == ("figures-1", "restored")
    assert "Value: 12" in line.yours
    assert again(second, response).data["figures-1-value"] == "12"
    saved(having_seen(second, response))
    assert numbers(operation) == {2: 20, 3: 12}


def test_or_goes_after_all(contributor: Client, reviewer: Client) -> None:
    operation = swept(10, 20)
    first, second = both(contributor, reviewer, operation)
    saved(first.change_row("figures", 1, DELETE="on"))
    response = refused(second.change_row("figures", 1, value="12"))
    saved(having_seen(second, response, "figures-1"))
    assert numbers(operation) == {2: 20}


def test_a_figure_deleted_by_both_is_no_conflict_of_its_own(
    contributor: Client, reviewer: Client
) -> None:
    operation = swept(10, 20)
    first, second = both(contributor, reviewer, operation)
    saved(first.change_row("figures", 1, DELETE="on").fill(internal_notes="theirs"))
    response = refused(second.change_row("figures", 1, DELETE="on"))
    assert list(lines(response)) == ["internal_notes"]
    saved(having_seen(second, response))
    assert numbers(operation) == {2: 20}


def test_a_figure_deleted_by_you_and_changed_by_the_other(
    contributor: Client, reviewer: Client
) -> None:
    operation = swept(10, 20)
    first, second = both(contributor, reviewer, operation)
    saved(first.change_row("figures", 1, value="11"))
    response = refused(second.change_row("figures", 1, DELETE="on"))
    [(place, line)] = lines(response).items()
    assert (place, line.outcome) == ("figures-0", "deleted")
    page = having_seen(second, response)
    assert page.data["figures-0-DELETE"] is True
    assert page.data["figures-0-value"] == "11"
    saved(page)
    assert numbers(operation) == {2: 20}


def test_a_figure_added_by_the_other_is_neither_lost_nor_doubled(
    contributor: Client, reviewer: Client
) -> None:
    operation = swept(10)
    place = factories.place()
    first, second = both(contributor, reviewer, operation)
    first.row("figures", **thunderbolt.whole(place, value="30", period="2030"))
    saved(first)
    second.row("figures", **thunderbolt.whole(place, value="40", period="2040"))
    response = refused(second)
    [line] = lines(response).values()
    assert line.outcome == "added"
    assert "Value: 30" in line.theirs
    once_more = refused(again(second, response))
    assert [each.outcome for each in lines(once_more).values()] == ["added"]
    saved(having_seen(second, once_more))
    assert numbers(operation) == {1: 10, 2: 30, 3: 40}


def test_the_same_figure_added_by_both_stands_once(contributor: Client, reviewer: Client) -> None:
    operation, place = swept(10), factories.place()
    first, second = both(contributor, reviewer, operation)
    for page in (first, second):
        page.row("figures", **thunderbolt.whole(place, value="30", period="2030"))
    saved(first)
    saved(having_seen(second, refused(second)))
    assert numbers(operation) == {1: 10, 2: 30}


@pytest.mark.parametrize("typed", [{"counted_in": "Hong Kong"}, {"value": "6,400"}])
def test_the_same_figure_in_another_spelling_stands_once(
    contributor: Client, reviewer: Client, typed: dict[str, str]
) -> None:
    operation, place = swept(10), factories.place()
    first, second = both(contributor, reviewer, operation)
    first.row("figures", **thunderbolt.whole(place, period="2030"))
    second.row("figures", **{**thunderbolt.whole(place, period="2030"), **typed})
    saved(first)
    saved(having_seen(second, refused(second)))
    assert numbers(operation) == {1: 10, 2: 6400}


def test_parts_keep_their_whole_when_rows_move(contributor: Client, reviewer: Client) -> None:
    operation = factories.operation("sweep")
    first_whole = factories.figure(operation, 10, period="2010")
    second_whole = factories.figure(operation, 20, period="2020")
    place = factories.place()
    first, second = both(contributor, reviewer, operation)
    # Stands between the two wholes from now on.
    part = thunderbolt.part(place, 4, breakdown="partial", part_of_row="#1", period="2010")
    first.row("figures", **part)
    saved(first)
    mine = thunderbolt.part(place, 5, breakdown="partial", part_of_row="#2", period="2020")
    second.row("figures", **mine)
    response = refused(second)
    saved(having_seen(second, response))
    assert operation.figures.get(value=4).part_of == first_whole
    assert operation.figures.get(value=5).part_of == second_whole


def test_a_new_part_of_a_new_whole_finds_it_after_rows_came(
    contributor: Client, reviewer: Client
) -> None:
    operation, place = swept(10), factories.place()
    first, second = both(contributor, reviewer, operation)
    first.row("figures", **thunderbolt.whole(place, value="30", period="2030"))
    saved(first)
    at = second.row("figures", **thunderbolt.whole(place, value="40", period="2040"))
    part = thunderbolt.part(place, 4, breakdown="partial", part_of_row=f"#{at}", period="2040")
    second.row("figures", **part)
    saved(having_seen(second, refused(second)))
    assert operation.figures.get(value=4).part_of == operation.figures.get(value=40)


def test_a_new_part_whose_whole_was_deleted_is_kept_and_says_so(
    contributor: Client, reviewer: Client
) -> None:
    operation, place = swept(10, 20), factories.place()
    first, second = both(contributor, reviewer, operation)
    saved(first.change_row("figures", 1, DELETE="on"))
    part = thunderbolt.part(place, 4, breakdown="partial", part_of_row="#1")
    second.row("figures", **part)
    response = refused(second)
    answer = having_seen(second, response).save()
    assert "There is no row “#0”." in errors(answer)
    assert again(second, answer).data["figures-1-value"] == "4"


def test_citations_changed_by_both(contributor: Client, reviewer: Client) -> None:
    operation = factories.operation("sweep")
    cited = factories.source("daily")
    factories.figure(operation, 10, cited=[cited])
    release, paper = factories.source("release"), factories.source("paper")
    first, second = both(contributor, reviewer, operation)
    saved(first.change_row("figures", 1, source_2=release.pk, locator_2="para 2"))
    response = refused(second.change_row("figures", 1, source_3=paper.pk))
    assert lines(response)["figures-0-source_2"].theirs == "The Daily: Report release"
    saved(having_seen(second, response))
    found = operation.figures.get().citations.values_list("source__code", "locator")
    assert set(found) == {("daily", ""), ("release", "para 2"), ("paper", "")}


def test_rows_of_groups_meet_as_well(administrator: Client) -> None:
    one, two = factories.term(Group, "14k", "14K"), factories.term(Group, "syo", "Sun Yee On")
    three = factories.term(Group, "wsw", "Wo Shing Wo")
    operation = factories.operation("sweep", groups=[one])
    first, second = both(administrator, administrator, operation)
    first.row("group_links", group=two.pk, attribution="not_stated")
    saved(first.change_row("group_links", 1, attribution="official_on_record"))
    second.row("group_links", group=three.pk, attribution="not_stated")
    response = refused(second)
    saved(having_seen(second, response))
    links = dict(operation.group_links.values_list("group__code", "attribution"))
    assert links == {"14k": "official_on_record", "syo": "not_stated", "wsw": "not_stated"}


def test_rows_stored_anew_by_an_import_are_the_same_rows(administrator: Client) -> None:
    one = factories.term(Group, "14k", "14K")
    operation = factories.operation("sweep", groups=[one])
    _, second = both(administrator, administrator, operation)
    OperationGroup.objects.all().delete()
    OperationGroup.objects.create(operation=operation, group=one, attribution="not_stated")
    saved(opened(administrator, operation).fill(internal_notes="theirs"))
    second.change_row("group_links", 1, attribution="media_inference")
    response = refused(second)
    assert list(lines(response)) == ["internal_notes"]
    saved(having_seen(second, response))
    assert operation.group_links.get().attribution == "media_inference"


def test_archived_copies_of_a_source(administrator: Client) -> None:
    source = factories.source("daily")
    Archive.objects.create(source=source, sha256="a" * 64, archived_at=timezone.now())
    first, second = both(administrator, administrator, source)
    new: dict[str, Any] = {"archived_at_0": "2024-01-02", "archived_at_1": "03:04:05"}
    first.row("archives", url="https://archive.example/1", **new)
    saved(first)
    response = refused(second.fill(note="mine"))
    [line] = lines(response).values()
    assert line.outcome == "added"
    saved(having_seen(second, response))
    urls = source.archives.order_by("pk").values_list("url", flat=True)
    assert list(urls) == ["", "https://archive.example/1"]


def test_figures_of_an_assessment_meet_too(administrator: Client) -> None:
    report = factories.assessment("report")
    factories.figure(report, 10)
    first, second = both(administrator, administrator, report)
    saved(first.change_row("figures", 1, value="11"))
    response = refused(second.change_row("figures", 1, value="12"))
    assert lines(response)["figures-0-value"].theirs == "11"
    saved(having_seen(second, response))
    assert report.figures.get().value == 12
