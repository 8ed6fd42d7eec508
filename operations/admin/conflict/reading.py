"""Sheets: of forms as the page shows them, and of what was sent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME, ORDERING_FIELD_NAME, TOTAL_FORM_COUNT
from django.http import QueryDict

from . import references
from .field import ABOUT_THE_SAVE
from .sheet import Fields, Row, Sheet
from .widgets import names, typed, untouched

MOST_ROWS = 2000


def shown(form: Any, formsets: Iterable[Any]) -> Sheet:
    """What forms hold that nobody has touched."""
    own = {name: untouched(form[name]) for name in fields_of(form)}
    rows = {
        formset.prefix: [
            Row(
                key=str(each.instance.pk),
                name=str(each.instance),
                values={name: untouched(each[name]) for name in row_fields(formset, each)},
            )
            for each in formset.initial_forms
        ]
        for formset in formsets
    }
    return Sheet(own, references.by_row(rows))


def sent(data: QueryDict, form: Any, formsets: Iterable[Any]) -> Sheet:
    """What was sent; the forms only say what to look for."""
    own = {name: typed(form.fields[name], name, data) for name in fields_of(form)}
    rows = {formset.prefix: sent_rows(data, formset) for formset in formsets}
    return Sheet(own, references.by_row(rows))


def sent_rows(data: QueryDict, formset: Any) -> list[Row]:
    total = data.get(f"{formset.prefix}-{TOTAL_FORM_COUNT}", "")
    count = min(int(total), MOST_ROWS) if total.isascii() and total.isdigit() else 0
    blank = formset.empty_form
    known = {name: blank.fields[name] for name in row_fields(formset, blank)}
    found = by_place(data, formset.prefix)
    return [sent_row(data, formset, known, i, found.get(i, set())) for i in range(count)]


def by_place(data: QueryDict, prefix: str) -> dict[int, set[str]]:
    """Which names were sent of each row; a page may send more than a fresh form has."""
    pattern = re.compile(rf"{re.escape(prefix)}-(\d{{1,5}})-(\w+)")
    found: dict[int, set[str]] = {}
    for match in filter(None, map(pattern.fullmatch, data)):
        found.setdefault(int(match[1]), set()).add(match[2])
    return found


def sent_row(
    data: QueryDict, formset: Any, known: dict[str, forms.Field], place: int, found: set[str]
) -> Row:
    start = f"{formset.prefix}-{place}-"
    values: Fields = {name: typed(field, start + name, data) for name, field in known.items()}
    expected = {each for name, field in known.items() for each in names(field, name)}
    for name in found - expected - structure(formset):
        values[name] = tuple(data.getlist(start + name))
    key = data.get(start + formset.model._meta.pk.name, "")
    return Row(key=key, values=values, deleted=bool(data.get(start + DELETION_FIELD_NAME)))


def fields_of(form: Any) -> Sequence[str]:
    return [name for name in form.fields if name not in ABOUT_THE_SAVE]


def row_fields(formset: Any, form: Any) -> Sequence[str]:
    return [name for name in form.fields if name not in structure(formset)]


def structure(formset: Any) -> set[str]:
    """Names that say which row it is and whose."""
    own = {formset.model._meta.pk.name, formset.fk.name}
    return own | {DELETION_FIELD_NAME, ORDERING_FIELD_NAME}
