"""Wrong codes and passwords count like wrong log-ins, in the same books of axes."""

from __future__ import annotations

from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_credentials
from axes.models import AccessAttempt
from django.http import HttpRequest


def locked(request: HttpRequest, username: str) -> bool:
    """Whether too many attempts have failed for this name here, or for this address."""
    return not AxesProxyHandler.is_allowed(request, get_credentials(username))


def failed(request: HttpRequest, username: str) -> None:
    """Count a failure. The one that reaches the limit turns the answer into the lock-out page."""
    AxesProxyHandler.user_login_failed("tracker.accounts", get_credentials(username), request)


def forgive(request: HttpRequest, username: str) -> None:
    """Forget the failures of this name at this address, once all of a log-in has succeeded.

    Not after the password alone: between two guesses at the second factor, whoever knows the
    password could set the count back.
    """
    AxesProxyHandler.update_request(request)
    here: str | None = request.axes_ip_address  # type: ignore[attr-defined]
    AccessAttempt.objects.filter(username=username, ip_address=here).delete()
