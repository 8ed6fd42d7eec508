"""Saving keeps an editor where they were, says what was saved, and loses nothing."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from operations.models import Operation
from tests import factories

from . import thunderbolt
from .desk import Page, address


def opened(client: Client, operation: Operation) -> Page:
    return Page.open(client, address("operation", "change", operation.pk))


def said(client: Client, url: str) -> list[str]:
    response: Any = client.get(url)
    return [str(message) for message in response.context["messages"]]


def test_save_comes_back_to_the_form_and_says_what_was_saved(contributor: Client) -> None:
    operation = factories.operation("sweep", name_en="A sweep")
    form = address("operation", "change", operation.pk)
    response = opened(contributor, operation).fill(summary_en="Now with words.").save()
    assert response.headers["Location"] == form
    assert said(contributor, form) == ["“A sweep” was saved. Changed Summary (English)."]


def test_the_first_save_leads_to_the_form_as_well(contributor: Client) -> None:
    response = thunderbolt.empty(contributor).save()
    operation = Operation.objects.get()
    assert response.headers["Location"] == address("operation", "change", operation.pk)


def test_save_and_close_goes_to_the_list(contributor: Client) -> None:
    operation = factories.operation()
    response = opened(contributor, operation).save("_close")
    assert response.headers["Location"] == address("operation", "changelist")


def test_save_and_add_another_opens_an_empty_form(reviewer: Client) -> None:
    assert thunderbolt.empty(reviewer).save("_addanother").headers["Location"] == address(
        "operation", "add"
    )


def test_the_same_row_is_found_again_under_its_new_number(contributor: Client) -> None:
    """A new part moves up under its whole when the page is made anew."""
    operation = factories.operation()
    factories.figure(operation, 10)
    factories.figure(operation, 7, scope="vice")
    page = opened(contributor, operation)
    page.row("figures", **thunderbolt.part(factories.place(), 10, sex="male"))
    page.fill(_place="figures-2", _open="figures-1,figures-2")
    response = page.save()
    form = address("operation", "change", operation.pk)
    assert response.headers["Location"] == f"{form}?open=figures-2,figures-1#figures-1"
    again: Any = contributor.get(f"{form}?open=figures-2,figures-1")
    lines = again.context["inline_admin_formsets"][0].formset.lines
    assert [line.is_open for line in lines] == [False, True, True]


def test_rows_that_were_open_stay_open_when_the_form_comes_back(contributor: Client) -> None:
    operation = factories.operation()
    factories.figure(operation, 10)
    refused = opened(contributor, operation).fill(name_en="", _open="figures-0").save()
    [line] = refused.context["inline_admin_formsets"][0].formset.lines
    assert line.is_open


@pytest.mark.parametrize("place", ["//evil.example", "a b", "<script>", "x" * 200])
def test_a_place_that_is_no_id_leads_nowhere(contributor: Client, place: str) -> None:
    operation = factories.operation()
    response = opened(contributor, operation).fill(_place=place).save()
    assert response.headers["Location"] == address("operation", "change", operation.pk)


def test_mistakes_are_listed_with_links_to_their_fields(contributor: Client) -> None:
    page = thunderbolt.empty(contributor).fill(edtf="June 2023")
    page.row("figures", **thunderbolt.whole(factories.place(), scope=""))
    refused = page.save()
    listed = [(one.place, one.field) for one in refused.context["mistakes"]]
    assert listed == [
        ("id_edtf", "Dates (EDTF)"),
        ("id_figures-0-scope", "Figure, row #1: Scope"),
    ]
    html = refused.content.decode()
    for place, _field in listed:
        assert f'href="#{place}"' in html
        assert f'id="{place}"' in html
    assert 'value="June 2023"' in html


def test_what_rows_get_wrong_together_is_listed_once(contributor: Client) -> None:
    refused = thunderbolt.filled(contributor, women=2273).save()
    [mistake] = refused.context["mistakes"]
    assert mistake.place == "figures-group"
    assert "12 missing" in mistake.text
