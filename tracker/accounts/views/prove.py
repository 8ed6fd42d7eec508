"""Password and code once more, before what a stolen session must not do."""

from __future__ import annotations

import time
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.accounts import attempts, second_factor
from tracker.accounts.events import Kind
from tracker.accounts.forms import ProofForm
from tracker.accounts.sessions import PROVED

from .problems import wrong_code
from .steps import StaffStep

GOOD_FOR = 600  # seconds
PURPOSES = {"device": "second_factor_set_up", "codes": "recovery_codes"}


class ProveView(StaffStep[ProofForm]):
    """Asks, remembers for ten minutes, and goes on to what was wanted."""

    template_name = "accounts/prove.html"
    form_class = ProofForm
    title = gettext_lazy("Prove that it is you")

    def unless_elsewhere(self) -> HttpResponseBase | None:
        if second_factor.device_of(self.staff) is None:
            return HttpResponseRedirect(reverse("second_factor_set_up"))
        return None

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"user": self.staff}

    def form_valid(self, form: ProofForm) -> HttpResponse:
        user, code = self.staff, form.cleaned_data["code"]
        if not user.check_password(form.cleaned_data["password"]):
            problem = _("This is not your password.")
            return self.refused(form, Kind.PROOF_FAILED, "password", problem)
        if second_factor.check(user, code) is None:
            return self.refused(form, Kind.SECOND_FACTOR_FAILED, "code", wrong_code(user, code))
        attempts.forgive(self.request, user.get_username())
        self.request.session[PROVED] = int(time.time())
        return HttpResponseRedirect(reverse(PURPOSES[self.kwargs["purpose"]]))


def has_proved(request: HttpRequest) -> bool:
    """Whether the proof of this session is fresh."""
    age: int = int(time.time()) - request.session.get(PROVED, 0)
    return age <= GOOD_FOR


def is_proved_for(purpose: str) -> HttpResponseRedirect:
    """Ask for the proof."""
    return HttpResponseRedirect(reverse("prove", args=[purpose]))
