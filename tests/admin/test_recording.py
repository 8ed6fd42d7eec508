"""Recording an operation: one form, one save, one revision, no edition."""

from __future__ import annotations

from decimal import Decimal

from django.test import Client

from operations.models import Citation, Edition, Figure, Operation, Revision, Source
from tests import factories

from . import thunderbolt
from .desk import Page, address, errors


def recorded(client: Client) -> Operation:
    response = thunderbolt.filled(client).save()
    assert response.status_code == 302, errors(response)
    return Operation.objects.get(code="thunderbolt-2023")


def change_page(client: Client, operation: Operation) -> Page:
    return Page.open(client, address("operation", "change", operation.pk))


def numbers(operation: Operation) -> dict[int, Decimal | None]:
    return dict(operation.figures.order_by("number").values_list("number", "value"))


def test_thunderbolt_2023_is_recorded_from_an_empty_form_in_one_save(contributor: Client) -> None:
    operation = recorded(contributor)
    assert numbers(operation) == {1: 6400, 2: 4115, 3: 2285, 4: 849, 5: 471}
    whole = operation.figures.get(number=1)
    parts = operation.figures.exclude(number=1)
    assert set(parts.values_list("part_of", flat=True)) == {whole.pk}
    assert list(parts.order_by("number").values_list("breakdown", "breakdown_set")) == [
        ("partition", "sex"),
        ("partition", "sex"),
        ("partial", "origin"),
        ("partial", "origin"),
    ]
    assert list(whole.citations.values_list("source__code", "locator")) == [
        ("daily", ""),
        ("release", "para 2"),
    ]
    assert str(operation.earliest) == "2023-06-12"
    assert operation.workflow == "draft"


def test_a_save_writes_one_revision_and_no_edition(contributor: Client) -> None:
    operation = recorded(contributor)
    [revision] = Revision.objects.filter(code=operation.code)
    assert (revision.record, revision.number) == ("operation", 1)
    assert revision.made_by is not None
    assert revision.made_by.username == "contributor"
    assert len(revision.document["document"]["figures"]) == 5
    assert not Edition.objects.exists()


def test_the_note_on_a_change_goes_into_the_private_history(contributor: Client) -> None:
    operation = recorded(contributor)
    page = change_page(contributor, operation)
    page.fill(summary_en="A sweep in three places.", revision_note="summary added").save()
    assert [revision.note for revision in Revision.objects.order_by("number")] == [
        "",
        "summary added",
    ]


def test_saving_untouched_changes_nothing(contributor: Client) -> None:
    operation = recorded(contributor)
    citations = list(Citation.objects.values_list("pk", flat=True))
    assert change_page(contributor, operation).save().status_code == 302
    assert Revision.objects.count() == 1
    assert list(Citation.objects.values_list("pk", flat=True)) == citations


def test_parts_stand_under_their_whole(contributor: Client) -> None:
    operation = factories.operation()
    one = factories.figure(operation, 10)
    two = factories.figure(operation, 50, scope="vice")
    for value in (4, 6):
        factories.part(one, value, sex="male" if value == 4 else "female")
    response = contributor.get(address("operation", "change", operation.pk))
    figures = response.context["inline_admin_formsets"][0].formset
    assert [form.instance.number for form in figures.initial_forms] == [1, 3, 4, two.number]
    assert [form.initial.get("part_of_row") for form in figures.initial_forms] == [
        None,
        "#1",
        "#1",
        None,
    ]


def test_a_part_may_name_its_whole_by_number_or_by_id(contributor: Client) -> None:
    operation = factories.operation("sweep")
    factories.figure(operation, 10)
    place, page = factories.place(), change_page(contributor, operation)
    page.row("figures", **thunderbolt.part(place, 4, sex="male", part_of_row="1"))
    page.row("figures", **thunderbolt.part(place, 6, sex="female", part_of_row="sweep.1"))
    assert page.save().status_code == 302
    assert operation.figures.filter(part_of__number=1).count() == 2


def test_a_part_above_its_whole_is_saved_all_the_same(contributor: Client) -> None:
    place, page = factories.place(), thunderbolt.empty(contributor)
    page.row("figures", **thunderbolt.part(place, 4, sex="male", part_of_row="#2"))
    page.row("figures", **thunderbolt.whole(place, value="4"))
    assert page.save().status_code == 302
    part, whole = Figure.objects.order_by("number")
    assert part.part_of == whole


def test_a_whole_goes_with_its_parts_in_one_save_and_its_number_is_not_given_again(
    contributor: Client,
) -> None:
    operation = recorded(contributor)
    page = change_page(contributor, operation)
    for place in (1, 2, 3, 4, 5):
        page.change_row("figures", place, DELETE="on")
    page.row("figures", **thunderbolt.whole(factories.place(), value="6,400".replace(",", "")))
    assert page.save().status_code == 302
    assert numbers(operation) == {6: 6400}


def test_a_whole_cannot_go_while_its_parts_stay(contributor: Client) -> None:
    operation = recorded(contributor)
    page = change_page(contributor, operation).change_row("figures", 1, DELETE="on")
    assert "There is no row “#1”." in errors(page.save())
    assert operation.figures.count() == 5


def test_preference_passes_from_one_figure_to_its_rival_in_one_save(contributor: Client) -> None:
    operation = factories.operation()
    factories.figure(operation, 10, rank="preferred", rank_reason="later_figure")
    factories.figure(operation, 12)
    page = change_page(contributor, operation)
    page.change_row("figures", 1, rank="normal", rank_reason="")
    page.change_row("figures", 2, rank="preferred", rank_reason="source_corrected")
    assert page.save().status_code == 302
    assert list(operation.figures.order_by("number").values_list("rank", flat=True)) == [
        "normal",
        "preferred",
    ]


def test_a_figure_of_many_sources_keeps_them_all(contributor: Client) -> None:
    operation = factories.operation()
    cited = [factories.source() for _ in range(6)]
    factories.figure(operation, 10, cited=cited)
    page, more = change_page(contributor, operation), factories.source()
    page.change_row("figures", 1, source_7=more.pk, locator_7="page 3")
    assert page.save().status_code == 302
    assert Citation.objects.count() == 7
    assert Citation.objects.get(source=more).locator == "page 3"


def test_a_source_is_added_without_leaving_the_form(contributor: Client) -> None:
    page = contributor.get(address("operation", "add"))
    assert 'id="add_id_figures-__prefix__-source_1"' in page.content.decode()
    popup = Page.open(contributor, address("source", "add") + "?_popup=1")
    popup.fill(code="new-source", title="A report", publisher="The Daily", _popup="1")
    response = popup.fill(language="en", kind="news_report").save()
    assert response.status_code == 200
    assert "The Daily: A report" in response.content.decode()
    assert Revision.objects.get(code="new-source").record == "source"
    assert Source.objects.filter(code="new-source").exists()


def test_lists_are_typed_one_a_line_and_flags_ticked(contributor: Client) -> None:
    page = thunderbolt.empty(contributor)
    page.fill(aliases="雷霆2023\n\n  Thunderbolt  ", flags=["single_source"]).save()
    operation = Operation.objects.get()
    assert operation.aliases == ["雷霆2023", "Thunderbolt"]
    assert operation.flags == ["single_source"]
    again = change_page(contributor, operation)
    assert again.data["aliases"] == "雷霆2023\nThunderbolt"


def test_an_id_stands_for_good(contributor: Client) -> None:
    operation = factories.operation("sweep")
    change_page(contributor, operation).fill(code="other").save()
    operation.refresh_from_db()
    assert operation.code == "sweep"
