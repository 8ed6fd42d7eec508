"""What the pages of a history ask for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from operations.codes import WithdrawalClass

NOTE_LENGTH = 500


class CompareForm(forms.Form):
    """Two revisions of one record."""

    before = forms.TypedChoiceField(label=_("From revision"), coerce=int)
    after = forms.TypedChoiceField(label=_("to revision"), coerce=int)

    def __init__(self, *args: Any, numbers: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(number, str(number)) for number in numbers]
        for name in ("before", "after"):
            field = self.fields[name]
            assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 - narrows the type
            field.choices = choices


class RevertForm(forms.Form):
    """The note on a revert, and the revision that stood last when the page was shown."""

    last = forms.IntegerField(widget=forms.HiddenInput, required=False)
    note = forms.CharField(
        label=_("Note on this change"),
        max_length=NOTE_LENGTH,
        required=False,
        help_text=_("For the private history of this record; never public."),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )


class CleanForm(forms.Form):
    """Which revisions to blank, and why."""

    numbers = forms.TypedMultipleChoiceField(
        label=_("Revisions"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    redaction_class = forms.ChoiceField(
        label=_("Class"), choices=[("", "---------"), *WithdrawalClass.choices]
    )
    excerpts = forms.BooleanField(
        label=_("Take the words out of its privacy overrides too"), required=False
    )

    def __init__(self, *args: Any, numbers: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["numbers"]
        assert isinstance(field, forms.TypedMultipleChoiceField)  # noqa: S101 - narrows the type
        field.choices = [(number, str(number)) for number in numbers]


class FindForm(forms.Form):
    """Words to look for in revisions; sent in the body, so that no log keeps them."""

    words = forms.CharField(
        label=_("Words to look for"),
        max_length=200,
        help_text=_("Looked for in every revision and in the working copy. They are not stored."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
