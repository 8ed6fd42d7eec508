"""Putting theirs in place of yours where the editor ticked it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.forms.formsets import DELETION_FIELD_NAME
from django.http import QueryDict

from . import references
from .sheet import Sheet
from .widgets import ON, put

ROW = re.compile(r"(?P<prefix>\w+)-(?P<place>\d{1,5})(?:-(?P<field>\w+))?")


def take(
    data: QueryDict, places: Iterable[str], theirs: Sheet, form: Any, formsets: Iterable[Any]
) -> QueryDict:
    """``data`` with what ``theirs`` holds at ``places``; places that it does not know are left."""
    taken = data.copy()
    by_prefix = {formset.prefix: formset for formset in formsets}
    for place in places:
        match = ROW.fullmatch(place)
        if place in theirs.own and place in form.fields:
            put(taken, place, theirs.own[place], form.fields[place])
        elif match and match["prefix"] in by_prefix:
            take_row(taken, match, theirs, by_prefix[match["prefix"]])
    return taken


def take_row(data: QueryDict, match: re.Match[str], theirs: Sheet, formset: Any) -> None:
    start = f"{match['prefix']}-{match['place']}-"
    key = data.get(start + formset.model._meta.pk.name, "")
    row = theirs.row(formset.prefix, key) if key else None
    name = match["field"]
    if row is None and not key and not name:
        # They deleted it: the row that was kept for you goes.
        data[start + DELETION_FIELD_NAME] = ON
    elif row is not None and name:
        values = references.by_place(row.values.get(name, ()), places(data, formset))
        put(data, start + name, values, formset.empty_form.fields.get(name))


def places(data: QueryDict, formset: Any) -> dict[str, int]:
    """Where every stored row stands on the page that was sent."""
    name = re.compile(rf"{re.escape(formset.prefix)}-(\d+)-{formset.model._meta.pk.name}")
    matches = filter(None, map(name.fullmatch, data))
    found = ((data.get(match[0], ""), int(match[1])) for match in matches)
    return {str(key): place for key, place in found if key}
