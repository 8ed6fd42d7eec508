"""What an editor fills in of a report; nobody overwrites what somebody else filled in meanwhile."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from operations.codes import ReportState
from operations.models import Report

from .typed import ModelForm

SALT = "operations.admin.report"


class ReportForm(ModelForm):
    """State and answer are the editor's; everything else is as the reader sent it.

    ``seen`` stands for what the editor had before them when they opened the report.
    """

    was_answered = forms.BooleanField(
        label=_("The reader was answered"),
        required=False,
        help_text=_("This site sends no mail: write to the contact yourself, then tick this."),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Report
        fields = ("state", "answer")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["was_answered"] = self.instance.answered_at is not None
        self.initial["seen"] = self.stands_for = fingerprint(self.instance)

    def clean_state(self) -> str:
        """What an edition says came of a report is not taken back by another state of it."""
        state = str(self.cleaned_data["state"])
        after = self.instance.edition_after
        if after is not None and state != ReportState.ACCEPTED:
            message = _("Edition %(number)s says that it came of this report: it stays accepted.")
            raise ValidationError(message, params={"number": after})
        return state

    def clean(self) -> dict[str, Any]:
        """Refuse once what would replace a change that the editor has not seen; then show both."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("seen") == self.stands_for:
            return cleaned
        typed: Any = self.data
        self.data = renewed = typed.copy()
        renewed[self.add_prefix("seen")] = self.stands_for
        message = _(
            "Somebody changed this report while you had it open. It says now: %(state)s,"
            " “%(answer)s” (%(editor)s). What you typed is still below; saving again puts it in"
            " the place of that."
        )
        params = {
            "state": self.instance.get_state_display(),
            "answer": self.instance.answer,
            "editor": self.instance.taken_by or "–",
        }
        raise ValidationError(message, params=params)


def fingerprint(report: Report) -> str:
    """Changes whenever an editor, or an edition, changes the report."""
    parts = (report.state, report.answer, report.answered_at, report.edition_after)
    return salted_hmac(SALT, repr((report.pk, *map(str, parts)))).hexdigest()
