"""Form fields for lists of texts and for text in two languages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from operations.codes import Flag, PalermoElement

from .dates import DateText, is_date

CHINESE, ENGLISH = "_zh_hant", "_en"
LONG, SHORT = 5, 2
LINES = ("aliases", "htcds_forms")
CHOICES = {"flags": Flag, "palermo": PalermoElement}
LONG_TEXTS = ("summary_en", "summary_zh_hant", "internal_notes")


class LinesField(forms.CharField):
    """A list of texts, one a line."""

    widget = forms.Textarea(attrs={"rows": SHORT})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        lines = value if isinstance(value, list) else str(value or "").splitlines()
        return [line.strip() for line in lines if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.to_python(initial) != self.to_python(data))


def list_field(db_field: Any) -> forms.Field | None:
    """The form field of a column that holds a list; none for any other column."""
    words = {"label": capfirst(db_field.verbose_name), "required": False}
    if db_field.name in LINES:
        help_text = " ".join(filter(None, (str(db_field.help_text), str(_("One a line.")))))
        return LinesField(help_text=help_text, **words)
    if db_field.name in CHOICES:
        choices, widget = CHOICES[db_field.name].choices, forms.CheckboxSelectMultiple
        return forms.MultipleChoiceField(choices=choices, widget=widget, **words)
    return None


def fit(field: forms.Field, db_field: Any) -> None:
    """Text areas no higher than needed; Chinese text marked as such, for fonts and readers.

    Beside a list of terms or sources stands “add” alone: what is there is changed on its own
    page, where its other uses can be seen.
    """
    if isinstance(field.widget, RelatedFieldWidgetWrapper):
        field.widget.can_change_related = False
        field.widget.can_delete_related = False
        field.widget.can_view_related = False
    if isinstance(field.widget, forms.Textarea):
        field.widget.attrs["rows"] = LONG if db_field.name in LONG_TEXTS else SHORT
    if db_field.name.endswith(CHINESE):
        field.widget.attrs["lang"] = "zh-Hant-HK"
    if db_field.name.endswith(ENGLISH):
        field.widget.attrs["lang"] = "en"
    if is_date(db_field):
        field.widget = DateText(field.widget.attrs)
