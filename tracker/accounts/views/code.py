"""The code after the password: from the app, or from the sheet of recovery codes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tracker.accounts import recovery, second_factor
from tracker.accounts.events import Kind, record
from tracker.accounts.forms import CodeForm, RecoveryForm
from tracker.accounts.site import verified

from .problems import wrong_code
from .steps import StaffStep


class AskView(StaffStep[forms.Form]):
    """What both ways have in common."""

    template_name = "accounts/code.html"
    half_way_too = True
    way = Kind.SECOND_FACTOR_PASSED

    def unless_elsewhere(self) -> HttpResponseBase | None:
        if verified(self.request):
            return HttpResponseRedirect(self.get_success_url())
        if second_factor.device_of(self.staff) is None:
            following = urlencode({"next": self.get_success_url()})
            return HttpResponseRedirect(f"{reverse('second_factor_set_up')}?{following}")
        return None

    def get_form(self, form_class: type[forms.Form] | None = None) -> forms.Form:
        form = super().get_form(form_class)
        form.fields["code"].widget.attrs["autofocus"] = True
        return form

    def form_valid(self, form: forms.Form) -> HttpResponse:
        code = form.cleaned_data["code"]
        device = second_factor.check(self.staff, code)
        if device is None:
            problem = wrong_code(self.staff, code)
            return self.refused(form, Kind.SECOND_FACTOR_FAILED, "code", problem)
        record(self.way, self.staff.get_username(), request=self.request)
        second_factor.let_in(self.request, self.staff, device)
        return HttpResponseRedirect(self.get_success_url())


class CodeView(AskView):
    """Six digits from the app."""

    form_class = CodeForm
    title = gettext_lazy("Code from your app")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(by_app=True, **kwargs)


class RecoveryView(AskView):
    """One of the recovery codes, which is used up by it."""

    form_class = RecoveryForm
    title = gettext_lazy("Recovery code")
    way = Kind.RECOVERY_CODE_USED

    def form_valid(self, form: forms.Form) -> HttpResponse:
        answer = super().form_valid(form)
        if verified(self.request):
            left = recovery.left(self.staff)
            said = ngettext(
                "That code is used up; %(left)d recovery code is left.",
                "That code is used up; %(left)d recovery codes are left.",
                left,
            )
            advice = _("If your device is lost, set up another one under “Your log-in”.")
            messages.warning(self.request, f"{said % {'left': left}} {advice}")
        return answer
