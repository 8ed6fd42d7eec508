"""What a file is asked for: which operations, and which keys or columns of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from operations.filters import Selection, malformed, select
from operations.filters.fields import KeysField, SingleField
from operations.problems import InvalidQuery


class SwitchField(SingleField):
    """``1`` for yes; ``0``, or nothing, for no."""

    def read(self, value: str) -> bool:
        if value not in {"0", "1"}:
            raise ValidationError(_("1 or 0"))
        return value == "1"


@dataclass(frozen=True)
class Asked:
    """``names`` are the keys or columns wanted; none named means all. ``bom`` is for Excel."""

    selection: Selection
    names: list[str]
    bom: bool = False


def ask(query: QueryDict, known: Iterable[str], *, bom: bool = False) -> Asked:
    """The query string of a file; ``InvalidQuery`` names everything wrong with it at once.

    ``bom`` tells whether the file can begin with a byte order mark.
    """
    form = forms.Form(query)
    form.fields["fields"] = KeysField(known, required=False)
    if bom:
        form.fields["bom"] = SwitchField(required=False)
    errors = list(malformed(form, query))
    try:
        selection = select(query, also=form.fields)
    except InvalidQuery as invalid:
        errors += [each for each in invalid.errors if each.parameter not in form.errors]
    if errors:
        raise InvalidQuery(errors)
    cleaned = form.cleaned_data
    return Asked(selection, cleaned["fields"], bool(cleaned.get("bom")))
