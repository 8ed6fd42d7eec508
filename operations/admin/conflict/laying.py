"""A merged page as what a browser would send, so that Django shows it like any refused form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.forms.formsets import DELETION_FIELD_NAME, INITIAL_FORM_COUNT, TOTAL_FORM_COUNT
from django.http import QueryDict

from . import references
from .merge import Merged
from .sheet import Row
from .widgets import ON, put


def lay(data: QueryDict, merged: Merged, form: Any, formsets: Iterable[Any]) -> QueryDict:
    """``data`` with the merged fields and rows in place of those that were sent."""
    laid = data.copy()
    for name, values in merged.own.items():
        put(laid, name, values, form.fields.get(name))
    for formset in formsets:
        clear(laid, formset.prefix)
        lay_rows(laid, formset, merged.rows[formset.prefix])
    return laid


def clear(data: QueryDict, prefix: str) -> None:
    own = re.compile(rf"{re.escape(prefix)}-\d+-")
    for name in [name for name in data if own.match(name)]:
        del data[name]


def lay_rows(data: QueryDict, formset: Any, rows: dict[str, Row]) -> None:
    """Stored rows first, as formsets expect them, then the new ones."""
    places = places_of(rows)
    fields = formset.empty_form.fields
    for identity, place in places.items():
        row, start = rows[identity], f"{formset.prefix}-{place}-"
        data[start + formset.model._meta.pk.name] = row.key
        if row.deleted:
            data[start + DELETION_FIELD_NAME] = ON
        for name, values in row.values.items():
            put(data, start + name, references.by_place(values, places), fields.get(name))
    stored = [row for row in rows.values() if not row.is_new]
    data[f"{formset.prefix}-{INITIAL_FORM_COUNT}"] = str(len(stored))
    data[f"{formset.prefix}-{TOTAL_FORM_COUNT}"] = str(len(rows))


def places_of(rows: dict[str, Row]) -> dict[str, int]:
    ordered = sorted(rows, key=lambda identity: rows[identity].is_new)
    return {identity: place for place, identity in enumerate(ordered)}
