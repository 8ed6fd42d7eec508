"""What the steps ask for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from operations import publishing
from operations.codes import WithdrawalClass

from .reports import AcceptedReports, offer_reports

REASON_LENGTH = 1000


def reason_field(label: Any, *, required: bool, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=REASON_LENGTH,
        required=required,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
    )


class StepForm(forms.Form):
    """A step that asks for nothing."""

    def __init__(self, *args: Any, record: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.record = record


class SeenForm(StepForm):
    """A step on what somebody saw: the form carries it, so that nothing else goes through."""

    seen = forms.CharField(
        widget=forms.HiddenInput,
        error_messages={"required": _("Open the page again: it does not say what you saw.")},
    )

    def clean_seen(self) -> publishing.Reviewed:
        seen = publishing.Reviewed.read(self.cleaned_data["seen"])
        if seen is None:
            raise forms.ValidationError(self.fields["seen"].error_messages["required"])
        return seen


class CommentForm(StepForm):
    comment = reason_field(
        _("Comment for the author"), required=True, help_text=_("Private: readers never see it.")
    )


class PublishForm(SeenForm):
    reason = reason_field(
        _("Reason, for readers"),
        required=False,
        help_text=_("Readers see it. The first edition needs none."),
    )
    reports = AcceptedReports()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_reports(self)


class DiscardForm(SeenForm):
    note = forms.CharField(
        label=_("Note for the history"),
        max_length=400,
        required=False,
        help_text=_("Private: readers never see it."),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )


class WithdrawForm(StepForm):
    withdrawal_class = forms.ChoiceField(
        label=_("Class"), choices=[("", "---------"), *WithdrawalClass.choices]
    )
    reason = reason_field(
        _("Reason, for readers"), required=True, help_text=_("Readers see it on the tombstone.")
    )


class RedactForm(WithdrawForm):
    numbers = forms.TypedMultipleChoiceField(
        label=_("Editions"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "The text of every edition ticked here goes for good; of a tombstone, its reason."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        editions = list(self.record.editions.filter(redacted_at=None).order_by("number"))
        field = self.fields["numbers"]
        assert isinstance(field, forms.TypedMultipleChoiceField)  # noqa: S101 - narrows the type
        field.choices = [(edition.number, str(edition.number)) for edition in editions]
        self.initial["numbers"] = [edition.number for edition in editions if edition.document]
