"""The list of mistakes above a form, each a link to its field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Mistake:
    """Where it is (an id of the page), what the field is called, and what is wrong."""

    place: str
    field: str
    text: str


def mistakes(context: Any) -> list[Mistake]:
    found = list(of_form(context["adminform"].form, ""))
    for inline in context["inline_admin_formsets"]:
        formset = inline.formset
        if formset.is_bound:
            place = f"{formset.prefix}-group"
            heading = capfirst(str(inline.opts.verbose_name_plural))
            together = [str(error) for error in formset.non_form_errors()]
            found += [Mistake(place, heading, text) for text in together]
            # What rows get wrong together stands at each of them, and here once.
            rows = of_rows(formset, capfirst(str(inline.opts.verbose_name)))
            found += [one for one in rows if one.text not in together]
    return found


def of_rows(formset: Any, name: str) -> Iterator[Mistake]:
    for index, form in enumerate(formset.forms):
        row = _("%(kind)s, row #%(n)s") % {"kind": name, "n": index + 1}
        yield from of_form(form, row, f"{formset.prefix}-{index}")


def of_form(form: Any, row: str, place: str = "") -> Iterator[Mistake]:
    if not form.is_bound:
        return
    for text in form.non_field_errors():
        yield Mistake(place or "content-main", row or _("The record"), str(text))
    for bound in form:
        label = ": ".join(filter(None, (row, str(bound.label))))
        for text in bound.errors:
            yield Mistake(bound.id_for_label or place, label, str(text))
