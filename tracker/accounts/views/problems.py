"""Why a code is not taken, in words."""

from __future__ import annotations

import math

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracker.accounts import second_factor


def wrong_code(user: User, code: str) -> str:
    """The sentence beside the field, with the wait that wrong codes cost."""
    if code.isdigit():
        said = _(
            "This code is wrong, was used already, or has run out. Wait for the next one in your "
            "app; if none is taken, check the clock of your device."
        )
    else:
        said = _("This recovery code is wrong or was used already.")
    until = second_factor.wait_until(user, code)
    if until is None:
        return said
    seconds = max(1, math.ceil((until - timezone.now()).total_seconds()))
    wait = ngettext(
        "After wrong codes none is taken for a while: wait %(seconds)d second.",
        "After wrong codes none is taken for a while: wait %(seconds)d seconds.",
        seconds,
    )
    return f"{said} {wait % {'seconds': seconds}}"
