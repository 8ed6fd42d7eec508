"""The parameters that the API reads itself, beside those that choose operations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from operations.filters import Selection, malformed, select, unknown
from operations.filters.fields import ChoiceField, KeysField, MomentField, SingleField
from operations.filters.selection import moment
from operations.problems import Invalid, InvalidQuery

from .cursor import Cursor, Key

DEFAULT_LIMIT, MOST = 25, 100
COUNT = ("yes", "no")

Orders = Mapping[str, Sequence[Key]]


class LimitField(SingleField):
    """How many results a page has."""

    def read(self, value: str) -> int:
        if not value.isascii() or not value.isdecimal() or not 1 <= int(value[:9]) <= MOST:
            raise ValidationError(_("a whole number from 1 to %(most)s") % {"most": MOST})
        return int(value)


class KeysForm(forms.Form):
    """Which keys of the documents are wanted."""

    def __init__(self, query: QueryDict, keys: Iterable[str]) -> None:
        super().__init__(query)
        self.keys = tuple(keys)
        self.fields["fields"] = KeysField(self.keys, required=False)
        self.fields["exclude"] = KeysField(self.keys, required=False)

    @property
    def wanted(self) -> tuple[str, ...] | None:
        """The keys to answer with, or ``None`` for the document as it is."""
        chosen, left_out = self.cleaned_data["fields"], self.cleaned_data["exclude"]
        if not chosen and not left_out:
            return None
        return tuple(
            key for key in self.keys if (not chosen or key in chosen) and key not in left_out
        )


class ThenKeysForm(KeysForm):
    """The same of a document of the past."""

    as_of = MomentField(end=True, required=False)


class ListForm(KeysForm):
    """Which page of a list is wanted, and what of each result."""

    limit = LimitField(required=False)
    count = ChoiceField(choices=COUNT, required=False)
    cursor = SingleField(required=False)

    def __init__(
        self, query: QueryDict, keys: Iterable[str], orders: Orders, *, counts: bool = True
    ) -> None:
        super().__init__(query, keys)
        self.orders = orders
        self.default = next(iter(orders))
        self.counts = counts
        if len(orders) > 1:
            self.fields["sort"] = ChoiceField(choices=orders, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        order = cleaned.get("sort") or self.default
        if cleaned.get("cursor") and not self.errors:
            try:
                cleaned["cursor"] = Cursor.read(cleaned["cursor"], order, self.orders[order])
            except ValueError:
                self.add_error("cursor", _("the cursor of an address under “next” or “previous”"))
        return cleaned


@dataclass(frozen=True)
class Asked:
    """A page of a list, as asked for."""

    order: str
    keys: Sequence[Key]
    cursor: Cursor | None
    limit: int
    counted: bool
    wanted: tuple[str, ...] | None

    @classmethod
    def by(cls, form: ListForm) -> Asked:
        cleaned = form.cleaned_data
        order = cleaned.get("sort") or form.default
        return cls(
            order=order,
            keys=form.orders[order],
            cursor=cleaned["cursor"],
            limit=cleaned["limit"] or DEFAULT_LIMIT,
            counted=cleaned["count"] == "yes" if cleaned["count"] else form.counts,
            wanted=form.wanted,
        )


def ask_keys(query: QueryDict, keys: Iterable[str]) -> tuple[str, ...] | None:
    """What of one document is asked for; ``InvalidQuery`` for anything not understood."""
    form = KeysForm(query, keys)
    refuse([*unknown(query, form.fields), *malformed(form, query)])
    return form.wanted


def ask_then(
    query: QueryDict, keys: Iterable[str]
) -> tuple[tuple[str, ...] | None, datetime | None]:
    """What of a document is asked for, and as of when."""
    form = ThenKeysForm(query, keys)
    refuse([*unknown(query, form.fields), *malformed(form, query)])
    chosen = form.cleaned_data["as_of"]
    return form.wanted, moment(chosen) if chosen else None


def ask_page(query: QueryDict, keys: Iterable[str], orders: Orders) -> Asked:
    """Which page of a list is asked for; ``InvalidQuery`` for anything not understood."""
    form = ListForm(query, keys, orders)
    refuse([*unknown(query, form.fields), *malformed(form, query)])
    return Asked.by(form)


def ask_operations(
    query: QueryDict, keys: Iterable[str], orders: Orders, *, counts: bool = True
) -> tuple[Asked, Selection]:
    """Which page of which operations is asked for; everything wrong is named at once.

    ``counts`` says whether the results are counted when nothing is said of it.
    """
    form = ListForm(query, keys, orders, counts=counts)
    errors = list(malformed(form, query))
    named = {error.parameter for error in errors}
    try:
        selection = select(query, also=form.fields)
    except InvalidQuery as invalid:
        errors += [error for error in invalid.errors if error.parameter not in named]
    refuse(errors)
    return Asked.by(form), selection


def refuse(errors: Sequence[Invalid]) -> None:
    if errors:
        raise InvalidQuery(errors)
