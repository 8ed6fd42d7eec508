"""Choosing, in the step that publishes, which readers' reports the edition answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from operations.models import Report

if TYPE_CHECKING:
    ReportsField = forms.ModelMultipleChoiceField[Report]
else:
    ReportsField = forms.ModelMultipleChoiceField


class AcceptedReports(ReportsField):
    """Named without a word of the reader: who publishes need not be who may read reports."""

    def __init__(self) -> None:
        super().__init__(
            Report.objects.none(),
            required=False,
            label=_("Readers' reports that it answers"),
            help_text=_("Accepted reports. The reason then begins by saying so."),
            widget=forms.CheckboxSelectMultiple,
        )

    def label_from_instance(self, obj: Any) -> str:
        return " · ".join(filter(None, (obj.reference, obj.get_kind_display(), obj.figure)))


def offer_reports(form: Any) -> None:
    """All that wait for an edition, ticked; the field goes where there are none."""
    waiting = form.record.reports.uncredited().order_by("made_at")
    if not waiting:
        del form.fields["reports"]
        return
    form.fields["reports"].queryset = waiting
    form.initial["reports"] = waiting
