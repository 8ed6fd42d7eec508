"""The form of a source: look a page up, take over what was found, notice a known address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from operations.models import Source, SourceLookup
from operations.sources import looking_up

from .guarded import OverridableForm, RecordForm
from .source_proposals import LOOK_UP, TAKE, TAKE_EMPTY, Proposal, moved, proposals

if TYPE_CHECKING:
    Base = RecordForm
else:
    Base = object


class SourceDesk(Base):
    """Looking up and taking over send the whole form and save nothing: it comes back as typed."""

    lookup: SourceLookup | None
    found: dict[str, Proposal]

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        self.only_shown = data is not None and not {LOOK_UP, TAKE, TAKE_EMPTY}.isdisjoint(data)
        super().__init__(data, *args, **kwargs)
        self.lookup = looking_up.latest(self.typed("url"))
        self.found = {**proposals(self.lookup), **moved(self.instance)}
        if data is not None and self.only_shown:
            self.data = self.taken(data)
        self.offer()

    def typed(self, name: str) -> str:
        """What the form shows in a field now."""
        return str(self[name].value() or "") if name in self.fields else ""

    def taken(self, data: Any) -> Any:
        """The form as it was sent, with what the editor asked to take over."""
        data = data.copy()
        for field, proposal in self.found.items():
            asked = data.get(TAKE) == field
            empty = TAKE_EMPTY in data and not proposal.warning and not self.typed(field).strip()
            if field in self.fields and (asked or empty):
                data[self.add_prefix(field)] = proposal.value
        return data

    def offer(self) -> None:
        """Put each proposal that differs beside its field, and the button beside the address."""
        for field, proposal in self.found.items():
            if field in self.fields and self.typed(field) != proposal.value:
                self.add_help(field, "{help} {proposal}", proposal=proposal.html())
        if "url" in self.fields:
            self.add_help(
                "url",
                '<button type="submit" class="button" name="{name}" value="1">{look_up}</button>'
                " {what} {help}",
                name=LOOK_UP,
                look_up=_("Look up"),
                what=_("Reads the page in the background and proposes the rest."),
            )

    def add_help(self, field: str, pattern: str, **values: Any) -> None:
        """Widen the help of a field; what shows the field has taken a copy of it already."""
        text = format_html(pattern, help=self.fields[field].help_text, **values)
        self.fields[field].help_text = self[field].help_text = text

    def is_valid(self) -> bool:
        return not self.only_shown and super().is_valid()

    def full_clean(self) -> None:
        if self.only_shown:
            self._errors, self.cleaned_data = ErrorDict(), {}
            return
        super().full_clean()

    def clean(self) -> Any:
        cleaned = super().clean() or self.cleaned_data
        same = same_address(self.cleaned_data.get("url", ""), self.instance)
        if same is None:
            if "different_page" in self.cleaned_data:
                cleaned["different_page"] = ""
        elif not self.cleaned_data.get("different_page", "").strip():
            self.add_error("url", ValidationError(known(same), code="known"))
        return cleaned


class SourceForm(SourceDesk, RecordForm):
    """For editors."""


class OverridableSourceForm(SourceDesk, OverridableForm):
    """For administrators."""


def same_address(url: str, besides: Source | None) -> Source | None:
    """Another source at this address, however it is spelt."""
    others = Source.objects.at(url)
    if besides is not None and besides.pk:
        others = others.exclude(pk=besides.pk)
    return others.order_by("pk").first()


def known(same: Source) -> str:
    return format_html(
        '{} <a href="{}" target="_blank" rel="noopener">{}</a>. {}',
        _("This address is known already:"),
        reverse("admin:operations_source_change", args=[same.pk]),
        str(same),
        _("Use that source, or say below why this is another page."),
    )
