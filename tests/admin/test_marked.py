"""What the guard refuses is marked in the text itself, beneath its field."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from operations.models import Operation
from tests import factories

from . import thunderbolt

ADVICE = "Leave the name out: write the role instead"


def marks(html: str) -> list[str]:
    return [piece.split("</mark>")[0] for piece in html.split("<mark>")[1:]]


@pytest.mark.parametrize("field", ["summary_en", "summary_zh_hant", "name_en", "internal_notes"])
def test_the_words_are_marked_in_the_main_form(contributor: Client, field: str) -> None:
    text = "Police held a woman surnamed Chan & others"
    refused = thunderbolt.empty(contributor).fill(**{field: text}).save()
    html = refused.content.decode()
    assert marks(html) == ["surnamed Chan"]
    assert "Police held a woman <mark>surnamed Chan</mark> &amp; others" in html
    assert ADVICE in html
    assert not Operation.objects.exists()


def test_every_finding_of_a_text_is_marked(contributor: Client) -> None:
    text = "A 39-year-old man surnamed Lee"
    refused = thunderbolt.empty(contributor).fill(summary_en=text).save()
    assert marks(refused.content.decode()) == ["A 39-year-old man", "surnamed Lee"]


def test_a_list_of_names_is_marked_line_by_line(contributor: Client) -> None:
    refused = thunderbolt.empty(contributor).fill(aliases="Dawn\nMs Wong").save()
    assert "Dawn\n<mark>Ms Wong</mark>" in refused.content.decode()


def test_the_words_are_marked_in_a_figure_and_in_its_citation(contributor: Client) -> None:
    page, source = thunderbolt.empty(contributor), factories.source()
    typed: dict[str, Any] = {
        "source_1": source.pk,
        "locator_1": "page of Ms Wong",
        "note_en": "Without Mr Lee",
    }
    page.row("figures", **thunderbolt.whole(factories.place(), **typed))
    refused = page.save()
    html = refused.content.decode()
    assert sorted(marks(html)) == ["Mr Lee", "Ms Wong"]
    [line] = refused.context["inline_admin_formsets"][0].formset.lines
    assert line.is_open
    assert ">Without Mr Lee</textarea>" in html.replace("\n", "")


def test_nothing_is_marked_where_nothing_was_refused(contributor: Client) -> None:
    refused = thunderbolt.empty(contributor).fill(name_en="").save()
    assert marks(refused.content.decode()) == []
