"""What breaks a rule is refused in words, and nothing typed is lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from operations.models import Operation, Source
from tests import factories

from . import thunderbolt
from .desk import Page, address, errors

PERSON_EN = "the 39-year-old man surnamed Chan of Flat 12B"
PERSON_ZH = "姓陳39歲男子，住12樓B室"


def test_a_partition_that_does_not_add_up_is_refused_with_the_difference_named(
    contributor: Client,
) -> None:
    response = thunderbolt.filled(contributor, women=2284).save()
    said = "The parts #2, #3 add up to 6,399; the whole #1 is 6,400; 1 missing."
    assert response.status_code == 200
    formset = response.context["inline_admin_formsets"][0].formset
    assert formset.non_form_errors() == [said]
    assert [form.non_field_errors() == [said] for form in formset.forms] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert not Operation.objects.exists()


def test_nothing_typed_is_lost_when_a_save_is_refused(contributor: Client) -> None:
    page = thunderbolt.filled(contributor, women=2284)
    page.fill(summary_en="Typed at night.", aliases="雷霆2023")
    html = page.save().content.decode()
    for typed in ("Typed at night.", "雷霆2023", 'value="4115"', 'value="2284"', 'value="para 2"'):
        assert typed in html
    assert html.count('value="#1"') == 4
    assert html.count("selected>The Daily: Report daily") == 5


def test_once_saved_rows_are_named_by_their_ids(contributor: Client) -> None:
    thunderbolt.filled(contributor).save()
    operation = Operation.objects.get()
    page = Page.open(contributor, address("operation", "change", operation.pk))
    said = errors(page.change_row("figures", 3, value="2300").save())
    assert "thunderbolt-2023.2, thunderbolt-2023.3 add up to 6,415" in said
    assert "15 too many" in said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"measure": ""}, "This field is required."),
        ({"value": ""}, "A stated figure needs a number; any other has none."),
        ({"value": "ten"}, "Enter a number."),
        (
            {"value": "", "qualifier": "range", "low": "30", "high": "20"},
            "Low, value and high must stand in this order.",
        ),
        ({"qualifier": "range"}, "A range needs low and high; no other figure has them."),
        ({"value": "-1"}, "A count cannot be below zero."),
        ({"currency": "HKD"}, "Money needs a currency; nothing else has one."),
        ({"rank": "preferred"}, "A preferred or deprecated figure needs a reason."),
        ({"age_from": "70", "age_to": "10"}, "Ages must stand in order."),
        ({"breakdown": "partition"}, "A part needs a breakdown and its set; a whole has none."),
        ({"part_of_row": "#7"}, "There is no row “#7”."),
        ({"part_of_row": "the first"}, "There is no row “the first”."),
        ({"locator_1": "para 2"}, "Say which source."),
        ({"as_at": "20x3"}, "20x3"),
    ],
)
def test_a_figure_that_breaks_a_rule_is_refused_in_words(
    contributor: Client, typed: dict[str, Any], said: str
) -> None:
    page = thunderbolt.empty(contributor)
    page.row("figures", **{**thunderbolt.whole(factories.place()), **typed})
    response = page.save()
    assert said in errors(response)
    assert not Operation.objects.exists()


def test_a_figure_is_no_part_of_itself(contributor: Client) -> None:
    page = thunderbolt.empty(contributor)
    page.row("figures", **thunderbolt.part(factories.place(), 10, part_of_row="#1"))
    assert "#1: a figure cannot be a part of itself." in errors(page.save())


def test_two_preferred_figures_for_one_claim_are_refused(contributor: Client) -> None:
    place, page = factories.place(), thunderbolt.empty(contributor)
    preferred: dict[str, Any] = {"rank": "preferred", "rank_reason": "later_figure"}
    page.row("figures", **thunderbolt.whole(place, **preferred))
    page.row("figures", **thunderbolt.whole(place, value="6300", **preferred))
    said = "#1, #2 are rivals and are all preferred: only one of them can be."
    assert said in errors(page.save())


def test_one_source_twice_for_one_figure_is_refused(contributor: Client) -> None:
    page, daily = thunderbolt.empty(contributor), factories.source()
    page.row("figures", **thunderbolt.whole(factories.place(), daily, source_2=daily.pk))
    assert "The same source stands twice." in errors(page.save())


def test_an_end_before_the_start_is_refused(contributor: Client) -> None:
    page = thunderbolt.empty(contributor).fill(edtf="2023-09-21/2023-06-12")
    response = page.save()
    assert "edtf" in response.context["adminform"].form.errors
    assert "2023-09-21/2023-06-12" in response.content.decode()


def test_a_source_without_title_and_address_is_refused(contributor: Client) -> None:
    page = Page.open(contributor, address("source", "add"))
    page.fill(code="nameless", publisher="The Daily", language="en", kind="news_report")
    assert "A source needs a title or an address." in errors(page.save())
    assert not Source.objects.exists()


@pytest.mark.parametrize("text", [PERSON_EN, PERSON_ZH])
@pytest.mark.parametrize("field", ["internal_notes", "date_note_en", "summary_zh_hant"])
def test_a_person_in_a_note_is_refused_in_either_language(
    contributor: Client, field: str, text: str
) -> None:
    response = thunderbolt.empty(contributor).fill(**{field: text}).save()
    assert field in response.context["adminform"].form.errors
    assert text in response.content.decode()
    assert not Operation.objects.exists()


@pytest.mark.parametrize("text", [PERSON_EN, PERSON_ZH])
@pytest.mark.parametrize("field", ["note_en", "rank_note_zh_hant", "locator_1"])
def test_a_person_in_the_note_of_a_figure_is_refused(
    contributor: Client, field: str, text: str
) -> None:
    page, daily = thunderbolt.empty(contributor), factories.source()
    values = {**thunderbolt.whole(factories.place(), daily), field: text}
    page.row("figures", **values)
    response = page.save()
    [form] = response.context["inline_admin_formsets"][0].formset.forms
    assert field in form.errors
    assert not Operation.objects.exists()


def test_an_operation_is_no_part_of_itself(contributor: Client) -> None:
    operation = factories.operation()
    page = Page.open(contributor, address("operation", "change", operation.pk))
    assert "parent" in page.fill(parent=operation.pk).save().context["adminform"].form.errors
