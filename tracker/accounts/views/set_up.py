"""Setting up an authenticator app, and the recovery codes that come with it."""

from __future__ import annotations

from typing import Any

import segno
from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_otp.plugins.otp_totp.models import TOTPDevice, default_key

from tracker.accounts import second_factor
from tracker.accounts.events import Kind
from tracker.accounts.forms import CodeForm
from tracker.accounts.site import verified

from .prove import has_proved, is_proved_for
from .steps import StaffStep

# In the session, not in the database: a key that somebody else saw in an earlier attempt must
# not become the one that is confirmed.
KEY = "second_factor_key"


class SetUpView(StaffStep[CodeForm]):
    """A new app: for somebody who has none, or who has just proved who they are."""

    template_name = "accounts/set_up.html"
    form_class = CodeForm
    half_way_too = True
    title = gettext_lazy("Set up the second factor")

    def unless_elsewhere(self) -> HttpResponseBase | None:
        if second_factor.device_of(self.staff) is None:
            return None
        if not verified(self.request):
            return HttpResponseRedirect(reverse("second_factor"))
        return None if has_proved(self.request) else is_proved_for("device")

    def key(self) -> str:
        """The key that this session offers, the same until it is confirmed."""
        session = self.request.session
        if KEY not in session:
            session[KEY] = default_key()
        return str(session[KEY])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        device = TOTPDevice(user=self.staff, key=self.key())
        return super().get_context_data(
            qr=picture(device.config_url), key=second_factor.readable(device), **kwargs
        )

    def form_valid(self, form: CodeForm) -> HttpResponse:
        device = second_factor.confirm(self.staff, self.key(), form.cleaned_data["code"])
        if device is None:
            problem = _(
                "This is not the code for the key shown here. Wait for the next code; if none is "
                "taken, check the clock of your device."
            )
            return self.refused(form, Kind.SECOND_FACTOR_FAILED, "code", problem)
        del self.request.session[KEY]
        codes = second_factor.set_up(self.request, self.staff, device)
        return show_codes(self, codes)


def show_codes(view: StaffStep[Any], codes: list[str]) -> HttpResponse:
    """The codes in the answer itself: they are stored nowhere that could show them again."""
    context = StaffStep.get_context_data(view, form=None)
    context |= {"title": _("Your recovery codes"), "codes": codes}
    return render(view.request, "accounts/recovery_codes.html", context)


def picture(address: str) -> SafeString:
    """The QR code as SVG, dark on light also where the admin is dark."""
    drawn = segno.make(address, error="m").svg_inline(
        scale=5,
        border=3,
        light="#fff",
        svgclass="qr",
        lineclass=None,
        title=_("QR code of the key"),
    )
    return mark_safe(drawn)  # noqa: S308 - drawn here, from an address that the library quoted
