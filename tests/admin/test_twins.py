"""A double is caught before it is saved, and nothing that was typed is lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from operations.models import (
    Agency,
    Operation,
    OperationAgency,
    Series,
    Source,
    ToldApart,
)
from tests import factories

from .desk import Page, address, errors

ASKED = "It looks like an operation that is recorded already. Nothing is saved yet"


def kite() -> Operation:
    made = factories.operation(
        "kite",
        name_en="Operation Severed Kite",
        name_zh_hant="斷鳶",
        edtf="2025-10-13/2025-10-15",
        agencies=[factories.term(Agency, "hkpf", "Hong Kong Police Force")],
    )
    factories.figure(made, 18)
    return made


def typed(client: Client, **values: Any) -> Page:
    page = Page.open(client, address("operation", "add"))
    page.fill(
        **{
            "name_en": "Three-place operation",
            "name_zh_hant": "断鸢行動",
            "code": "three-place",
            "kind": "anti_vice",
            "status": "concluded",
            "edtf": "2025-10",
            "summary_en": "A website was closed.",
            **values,
        }
    )
    page.row("agency_roles", agency=Agency.objects.get().pk, role="lead")
    return page


def test_a_likely_twin_is_shown_with_everything_typed_still_there(contributor: Client) -> None:
    found = kite()
    response = typed(contributor).save()
    assert response.status_code == 200
    assert ASKED in errors(response)
    assert list(Operation.objects.values_list("code", flat=True)) == ["kite"]
    [twin] = response.context["adminform"].form.twins
    assert [str(reason) for reason in twin.reasons] == [
        "the names are alike",
        "the dates overlap",
        "the same agency",
    ]
    html = response.content.decode()
    assert f'href="{address("operation", "change", found.pk)}"' in html
    assert "13–15 October 2025" in html
    assert "18 arrested" in html
    assert "A website was closed." in html
    assert 'value="断鸢行動"' in html
    assert 'name="agency_roles-0-role"' in html


def test_told_apart_it_is_saved_and_nobody_is_asked_again(contributor: Client) -> None:
    found = kite()
    page = typed(contributor)
    page.save()
    response = page.fill(told_apart=[str(found.pk)]).save()
    assert response.status_code == 302, errors(response)
    made = Operation.objects.get(code="three-place")
    pair = ToldApart.objects.get()
    assert (pair.first, pair.second, str(pair.said_by)) == (found, made, "contributor")
    for operation in (made, found):
        again = Page.open(contributor, address("operation", "change", operation.pk))
        again.fill(edtf="2025-10-14")
        assert again.save().status_code == 302


def test_each_of_several_has_to_be_told_apart(contributor: Client) -> None:
    first = kite()
    second = factories.operation("kite-2", name_zh_hant="斷鳶", edtf="2025-10")
    OperationAgency.objects.create(operation=second, agency=Agency.objects.get(), role="lead")
    response = typed(contributor, told_apart=[str(first.pk)]).save()
    assert "2 operations that are recorded already" in errors(response)
    html = response.content.decode()
    assert f'value="{first.pk}" id="told_apart_{first.pk}" checked' in html
    assert f'value="{second.pk}" id="told_apart_{second.pk}">' in html
    assert not ToldApart.objects.exists()


def test_a_source_cited_by_a_figure_is_enough_in_common(contributor: Client) -> None:
    kite()
    source = Source.objects.get()
    page = typed(contributor)
    page.data["agency_roles-TOTAL_FORMS"] = 0
    factories.term(Agency, "immd")
    page.row("agency_roles", agency=Agency.objects.get(code="immd").pk, role="lead")
    place = factories.place()
    values = {"measure": "persons_arrested", "scope": "vice", "counted_in": place.pk, "value": 5}
    page.row("figures", **values, source_1=source.pk)
    response = page.save()
    assert ASKED in errors(response)
    page.change_row("figures", 1, source_1=factories.source("another").pk)
    assert page.save().status_code == 302


@pytest.mark.parametrize("values", [{"edtf": "2025-11"}, {"name_zh_hant": "天堡"}])
def test_what_is_plainly_another_is_saved_without_a_question(
    contributor: Client, values: dict[str, str]
) -> None:
    kite()
    response = typed(contributor, **values).save()
    assert response.status_code == 302, errors(response)


def test_a_part_of_the_other_is_no_double(contributor: Client) -> None:
    found = kite()
    response = typed(contributor, parent=found.pk).save()
    assert response.status_code == 302, errors(response)
    assert not ToldApart.objects.exists()


def test_a_change_asks_only_when_it_makes_them_alike(contributor: Client) -> None:
    kite()
    page = typed(contributor, edtf="2024")
    assert page.save().status_code == 302
    made = Operation.objects.get(code="three-place")
    again = Page.open(contributor, address("operation", "change", made.pk))
    assert again.fill(summary_en="Read again.").save().status_code == 302
    once_more = Page.open(contributor, again.url)
    response = once_more.fill(edtf="2025-10-14").save()
    assert ASKED in errors(response)
    made.refresh_from_db()
    assert made.edtf == "2024"


def test_a_record_that_is_like_another_already_can_be_worked_on(contributor: Client) -> None:
    found = kite()
    made = factories.operation("kite-2", name_zh_hant="斷鳶", edtf="2025-10")
    OperationAgency.objects.create(operation=made, agency=Agency.objects.get(), role="lead")
    page = Page.open(contributor, address("operation", "change", found.pk))
    assert page.fill(summary_en="More is known.").save().status_code == 302


def test_save_as_new_asks_when_nothing_but_the_id_was_changed(contributor: Client) -> None:
    found = kite()
    page = Page.open(contributor, address("operation", "change", found.pk))
    response = page.fill(code="kite-2").save("_saveasnew")
    assert ASKED in errors(response)
    assert page.fill(edtf="2026-10").save("_saveasnew").status_code == 302


def test_what_was_merged_is_not_asked_about(contributor: Client) -> None:
    found = kite()
    Operation.objects.filter(pk=found.pk).update(merged_into=factories.operation("survivor"))
    assert typed(contributor).save().status_code == 302


@pytest.mark.parametrize("forged", ["x", "999999", "-1", "１", "9" * 40])
def test_forged_keys_tell_nothing_apart(contributor: Client, forged: str) -> None:
    kite()
    page = typed(contributor, told_apart=[forged])
    page.data["figures-7-covers"] = forged
    assert ASKED in errors(page.save())
    assert not ToldApart.objects.exists()


def test_other_errors_come_first(contributor: Client) -> None:
    kite()
    response = typed(contributor, edtf="soon").save()
    assert ASKED not in errors(response)
    assert response.context["adminform"].form.twins == []


def test_the_same_series_at_the_same_time_is_asked_about(contributor: Client) -> None:
    found = kite()
    series = factories.term(Series, "kites")
    Operation.objects.filter(pk=found.pk).update(series=series)
    response = typed(contributor, name_zh_hant="", series=series.pk).save()
    [twin] = response.context["adminform"].form.twins
    assert [str(reason) for reason in twin.reasons] == [
        "the same series",
        "the dates overlap",
        "the same agency",
    ]
