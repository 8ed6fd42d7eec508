"""The guard against personal data in forms, and an administrator's override of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from operations.models import PrivacyOverride
from operations.models.base import Guarded

from .conflict import OpenedField
from .marked import in_record
from .typed import ModelForm


class GuardedForm(ModelForm):
    """A form whose record is searched for personal data unless ``override`` says why not."""

    override = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.marked: dict[str, SafeString] = {}

    def _post_clean(self) -> None:
        if isinstance(self.instance, Guarded):
            self.instance.privacy_override = self.override or standing_reason(self)
        super()._post_clean()  # type: ignore[misc]
        if isinstance(self.instance, Guarded):
            self.mark(in_record(self.instance, refused(self)))

    def mark(self, found: dict[str, SafeString]) -> None:
        """Show beneath each field what the guard found in it."""
        for name, text in found.items():
            if name in self.fields:
                bound = self[name]
                bound.help_text = format_html("{}{}", text, bound.help_text or "")
                self.marked[name] = text


def refused(form: forms.ModelForm[Any]) -> set[str]:
    """Fields in which personal data was found."""
    found = form.errors.as_data()
    return {
        name for name, errors in found.items() if any(e.code == "personal_data" for e in errors)
    }


class RecordForm(GuardedForm):
    """The main form of a record; the note goes into its private history."""

    is_stale = False

    opened = OpenedField()
    revision_note = forms.CharField(
        label=_("Note on this change"),
        max_length=500,
        required=False,
        help_text=_("For the private history of this record; never public."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.is_stale:
            message = _("Not saved: this record was saved by somebody else since you opened it.")
            raise ValidationError(message, code="stale")
        return cleaned


class OverridableForm(RecordForm):
    """The same for administrators, who may let a text stand that looks like personal data."""

    privacy_override = forms.CharField(
        label=_("Privacy override: reason"),
        max_length=500,
        required=False,
        help_text=_(
            "Lets this save keep text that looks like personal data, or a small count, here and"
            " in the rows below. What stays, the reason and your name are recorded."
        ),
    )

    def _post_clean(self) -> None:
        self.override = self.cleaned_data.get("privacy_override", "")
        super()._post_clean()


def standing_reason(form: forms.ModelForm[Any]) -> str:
    """Why what nobody touched now was let stand before; empty when it was not."""
    record = form.instance
    found = {} if record.pk is None else record.personal_data()
    touched = {name for field in found for name in record.behind(field)} & set(form.changed_data)
    if touched or not found:
        return ""
    given = PrivacyOverride.objects.filter(
        record=str(record._meta.model_name), code=record.guarded_name, field__in=found
    )
    reasons = dict(given.values_list("field", "reason"))
    return next(iter(reasons.values())) if reasons.keys() == found.keys() else ""
