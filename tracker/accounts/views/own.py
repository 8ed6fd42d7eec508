"""Your log-in: what protects it, and new recovery codes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpResponse, HttpResponseBase
from django.utils.translation import gettext_lazy

from tracker.accounts import recovery, second_factor
from tracker.accounts.events import Kind, record
from tracker.accounts.sessions import PROVED

from .prove import has_proved, is_proved_for
from .set_up import show_codes
from .steps import StaffStep


class OwnView(StaffStep[forms.Form]):
    """An overview; everything on it leads elsewhere."""

    template_name = "accounts/own.html"
    form_class = forms.Form
    http_method_names = ["get", "head", "options"]
    title = gettext_lazy("Your log-in")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            device=second_factor.device_of(self.staff),
            codes_left=recovery.left(self.staff),
            asked=settings.SECOND_FACTOR,
            **kwargs,
        )


class RecoveryCodesView(StaffStep[forms.Form]):
    """New codes in place of the old ones, after the proof, by a button."""

    template_name = "accounts/new_codes.html"
    form_class = forms.Form
    title = gettext_lazy("New recovery codes")

    def unless_elsewhere(self) -> HttpResponseBase | None:
        if second_factor.device_of(self.staff) is None or not has_proved(self.request):
            return is_proved_for("codes")
        return None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(codes_left=recovery.left(self.staff), **kwargs)

    def form_valid(self, form: forms.Form) -> HttpResponse:
        codes = recovery.make(self.staff)
        # Once: the page of the codes can be reloaded without making others.
        del self.request.session[PROVED]
        record(Kind.RECOVERY_CODES_MADE, self.staff.get_username(), request=self.request)
        return show_codes(self, codes)
