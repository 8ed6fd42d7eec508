"""What a merger asks for. The first answer chooses the other; the second confirms what was seen."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from operations import merging
from operations.admin.door.forms import StepForm, reason_field
from operations.models import Operation, Term

from .words import Line, fact_words, lines

LOOK_FIRST = _("Nothing is merged yet. Look at what would follow, then confirm.")


class LooksFirstForm(StepForm):
    """Comes back once with the consequences before it is taken as an answer.

    ``shown_for`` is the key of the record whose consequences the editor has seen.
    """

    into: forms.ModelChoiceField[Any]
    shown_for = forms.CharField(required=False, widget=forms.HiddenInput)

    data: Any
    other: Any

    class Media:
        css = {"all": ("operations/admin/merging.css",)}

    def __init__(self, data: Any = None, *, record: Any) -> None:
        super().__init__(data if data is None else data.copy(), record=record)
        self.is_news = False
        self.other = self.chosen() if data is not None else None
        if self.other is not None:
            self.is_news = str(self.data.get("shown_for", "")) != str(self.other.pk)
            self.show()
            self.data["shown_for"] = str(self.other.pk)

    def chosen(self) -> Any | None:
        """The other record, if one can be read from what was sent."""
        field = self.fields["into"]
        try:
            found = field.clean(self.data.get("into"))
        except ValidationError:
            # The widget looks the key up again, and takes nothing but keys.
            self.data["into"] = ""
            return None
        return None if found is None or found.pk == self.record.pk else found

    def show(self) -> None:
        """Add what follows for the other record."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned.pop("shown_for", None)
        if self.is_news:
            raise ValidationError(LOOK_FIRST)
        return cleaned


class MergeForm(LooksFirstForm):
    into = forms.ModelChoiceField(
        Operation.objects.all(),
        label=_("Merge into"),
        widget=AutocompleteSelect(Operation._meta.get_field("merged_into"), admin.site),
    )
    reason = reason_field(_("Reason, for readers"), required=True)

    lines: list[Line]
    kept: list[Any]

    def show(self) -> None:
        plan = merging.plan(self.record, self.other)
        self.lines = lines(plan, self.other)
        self.kept = [merging.label(kind) for kind in plan.kept]
        choices = [
            (offer.key, f"{offer.label}: {fact_words(offer.kind, offer.fact)}")
            for offer in plan.offers
        ]
        if choices:
            self.fields["facts"] = forms.MultipleChoiceField(
                label=_("What it gains beside figures"),
                choices=choices,
                required=False,
                widget=forms.CheckboxSelectMultiple,
                help_text=_("Untick what the other should not say."),
            )
        if self.is_news:
            self.data.setlist("facts", [key for key, _words in choices])

    def clean(self) -> dict[str, Any]:
        return {"facts": [], **super().clean()}


def term_form(model: type[Term]) -> type[LooksFirstForm]:
    """The form for one vocabulary."""
    into = forms.ModelChoiceField(
        model._default_manager.filter(successor__isnull=True),
        label=_("Merge into"),
        widget=AutocompleteSelect(model._meta.get_field("successor"), admin.site),
    )
    reason = reason_field(
        _("Reason"), required=False, help_text=_("Private: readers never see it.")
    )
    return type("TermMergeForm", (TermMergeForm,), {"into": into, "reason": reason})


class TermMergeForm(LooksFirstForm):
    """``extent`` counts the rows that would name the other term."""

    extent: list[tuple[Any, int]]

    def show(self) -> None:
        self.extent = merging.terms.extent(self.record)


class UnmergeForm(StepForm):
    reason = reason_field(
        _("Reason, for readers"), required=True, help_text=_("Readers see it on both operations.")
    )
