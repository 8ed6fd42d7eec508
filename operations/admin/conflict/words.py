"""The values of a form field as its page shows them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .references import MARK
from .sheet import Fields, Values, said
from .widgets import bare


def words(field: forms.Field | None, values: Values | None, rows: dict[str, str]) -> str:
    """Choices by their labels, records by their names, text as it was typed."""
    texts = said(values)
    if isinstance(bare(field), forms.CheckboxInput):
        return _("yes") if texts else _("no")
    if isinstance(field, forms.ModelChoiceField):
        return listed(names(field, texts))
    if isinstance(field, forms.ChoiceField | forms.MultipleChoiceField):
        given: Any = field.choices
        labels = {str(value): str(label) for value, label in choices(given)}
        return listed(labels.get(text, text) for text in texts)
    if texts and texts[0].startswith(MARK):
        return rows.get(texts[0].removeprefix(MARK), _("another row"))
    return " ".join(texts)


def names(field: Any, keys: Values) -> list[str]:
    """Names of records; of one that is gone, its key."""
    attribute = field.to_field_name or "pk"
    try:
        found = field.queryset.filter(**{f"{attribute}__in": keys})
        known = {str(getattr(record, attribute)): str(record) for record in found}
    except (ValueError, TypeError, ValidationError):
        known = {}
    return [known.get(key, key) for key in keys]


def choices(given: Iterable[Any]) -> Iterable[tuple[Any, Any]]:
    for value, label in given:
        if isinstance(label, list | tuple):
            yield from choices(label)
        else:
            yield value, label


def listed(texts: Iterable[str]) -> str:
    return _("; ").join(texts)


def whole(form: Any, values: Fields, rows: dict[str, str]) -> str:
    """A whole row: every field that says something, one a line."""
    lines = (
        f"{label(form, name)}: {words(form.fields.get(name), given, rows)}"
        for name, given in values.items()
        if said(given)
    )
    return "\n".join(lines)


def label(form: Any, name: str) -> str:
    """What the page calls a field."""
    return str(form[name].label) if name in form.fields else str(capfirst(name.replace("_", " ")))
