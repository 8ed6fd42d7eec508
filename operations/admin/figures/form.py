"""One row: a figure, its place under another row, and its citations."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from operations.admin.guarded import GuardedForm
from operations.codes import explained
from operations.models import Figure

from . import citations
from .codebook import bare
from .numbers import PlainNumber
from .quick import QUICK

NUMBERS = ("value", "low", "high")


class FigureForm(GuardedForm):
    """A figure's row; ``slots`` is how many citations it has room for.

    ``part_of`` is no form field: the whole may be a new row of the same page, so the row is
    named instead, and the formset finds it.
    """

    slots: ClassVar[int] = 0
    default_renderer = QUICK

    part_of_row = forms.CharField(
        label=gettext_lazy("Part of row"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("The whole, as its heading numbers it: #1. Empty for a whole."),
        widget=forms.TextInput(attrs={"size": 8}),
    )

    class Meta:
        model = Figure
        exclude = ("part_of",)

    def __init__(self, *args: Any, override: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.override = override
        for name in NUMBERS:
            self.fields[name].widget = PlainNumber()
        for name, field in self.fields.items():
            field.help_text = explained.field("figure", bare(name))
        if self.instance.pk:
            self.initial.update(citations.initial(self.instance, self.slots))
            self.learn_labels()
            self.initial.update({name: plain(self.initial.get(name)) for name in NUMBERS})

    def learn_labels(self) -> None:
        """What was loaded with the figure need not be looked up again to be shown."""
        if self.slots:
            cited = (citation.source for citation in self.instance.citations.all())
            citations.searched(self.fields["source_1"]).learn(cited)
        if self.instance.offence is not None:
            citations.searched(self.fields["offence"]).learn([self.instance.offence])

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        citations.check(self, self.slots)
        return cleaned

    @property
    def is_kept(self) -> bool:
        """Whether the row will be a figure once saved: not blank, not marked for deletion."""
        blank = self.instance.pk is None and not self.has_changed()
        return not blank and not self.cleaned_data.get("DELETE", False)

    def check_breakdown(self) -> None:
        """A part says how it relates to its whole; a whole does not.

        The database holds the same rule, but the form cannot ask it: ``part_of`` may not be
        saved yet.
        """
        figure = self.instance
        said = [bool(figure.breakdown), bool(figure.breakdown_set)]
        if any(said) or figure.part_of is not None:
            whole = figure.part_of is None
            if whole or not all(said):
                self.add_error("breakdown", rule("figure_part_has_breakdown"))


def with_slots(count: int, fields: dict[str, forms.Field]) -> type[FigureForm]:
    """The form with room for ``count`` citations."""
    return type("FigureForm", (FigureForm,), {"slots": count, **fields})


def plain(value: Decimal | None) -> Decimal | int | None:
    """A number as one types it: no idle zeros after the point."""
    return int(value) if value is not None and value == value.to_integral_value() else value


def rule(name: str) -> ValidationError:
    """What the model says when a constraint is broken."""
    found = next(c for c in Figure._meta.constraints if c.name == name)
    assert isinstance(found, models.CheckConstraint)  # noqa: S101 - narrows the type
    return ValidationError(found.get_violation_error_message(), code=name)


def unknown_row(text: str) -> ValidationError:
    return ValidationError(_("There is no row “%(row)s”."), params={"row": text})
