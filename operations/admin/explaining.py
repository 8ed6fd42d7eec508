"""Help texts that are the code book: what a field means and which codes it takes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.functional import lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from operations.codes import explained

FALLBACK = gettext_lazy(
    "May stay empty: Chinese pages then show the English text, marked as English."
)


def explain(field: forms.Field, db_field: Any, *, in_place: bool) -> None:
    """Say beneath the field what it means; ``in_place`` with its codes, folded."""
    model = str(db_field.model._meta.model_name)
    meaning = field.help_text or explained.field(model, db_field.name)
    codes = codes_of(model, db_field.name)
    hints = [meaning] if meaning else []
    if db_field.name.endswith("_zh_hant") and not field.required:
        hints.append(FALLBACK)
    field.help_text = help_text(hints, codes if in_place else [])


def codes_of(model: str, name: str) -> list[explained.Code]:
    """The codes of a field; those of rows are listed under their table."""
    if model in {"operation", "figure"}:
        return explained.codes(name)
    return explained.codes(f"{model}.{name}")


def listed(model: Any) -> list[tuple[Any, list[explained.Code]]]:
    """Of a table of rows: each field with codes, and its codes."""
    name = str(model._meta.model_name)
    fields = [(f.verbose_name, codes_of(name, f.name)) for f in model._meta.concrete_fields]
    return [(label, codes) for label, codes in fields if codes]


def written(hints: list[Any], codes: list[explained.Code]) -> str | SafeString:
    text = " ".join(str(hint) for hint in hints)
    if not codes:
        return text
    listed = render_to_string("operations/admin/codes_list.html", {"codes": codes})
    return format_html(
        '{}<details class="codes-help"><summary>{}</summary>{}</details>',
        text,
        _("What the codes mean"),
        SafeString(listed),
    )


# Not before the page is written: a form may be made in one language and shown in another.
help_text = lazy(written, str)
