"""The code book is whole: no code without a meaning, no field of the form without a help text."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from operations.codes import explained
from tests.admin.conftest import contributor
from tests.admin.desk import address

__all__ = ["contributor"]


@pytest.mark.parametrize("field", sorted(set(explained.LISTS) - explained.NAME_THEMSELVES))
def test_every_code_is_explained(field: str) -> None:
    assert [code.code for code in explained.codes(field) if not str(code.meaning)] == []


@pytest.mark.parametrize("field", sorted(explained.LISTS))
def test_the_code_book_lists_every_code_once_and_no_other(field: str) -> None:
    choices, meanings = explained.LISTS[field]
    listed = [code.code for code in explained.codes(field)]
    assert sorted(listed) == sorted(choices.values)
    assert set(meanings) <= set(choices.values)


def test_every_field_of_the_form_has_a_help_text(contributor: Client) -> None:
    response: Any = contributor.get(address("operation", "add"))
    form = response.context["adminform"].form
    asked = {field.name: field.field for field in form.visible_fields()}
    assert [name for name, field in asked.items() if not str(field.help_text)] == []
    for inline in response.context["inline_admin_formsets"]:
        blank = inline.formset.empty_form
        shown = [f for f in blank.visible_fields() if f.name not in {"DELETE", "in_words"}]
        assert [f.html_name for f in shown if not str(f.field.help_text)] == []


def test_every_help_that_a_field_points_to_is_there(contributor: Client) -> None:
    html = contributor.get(address("operation", "add") + "?rows=1").content.decode()
    pointed = {
        one
        for piece in html.split('aria-describedby="')[1:]
        for one in piece.split('"')[0].split()
        if "__prefix__" not in one
    }
    assert pointed
    assert [one for one in sorted(pointed) if f'id="{one}"' not in html] == []
