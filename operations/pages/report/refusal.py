"""Why a form that was sent is not taken, before or after what is in it has been read."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from operations.reporting import Ticket

from .origin import is_foreign


@dataclass(frozen=True)
class Refusal:
    """``wait`` are seconds; ``renews`` says that the form goes back with another ticket."""

    status: int
    message: str
    wait: int = 0
    renews: bool = False


def refusal(request: HttpRequest, ticket: Ticket | None) -> Refusal | None:
    """What is wrong with the way in which a form came; None when nothing is."""
    if is_foreign(request):
        return Refusal(
            403,
            _("This was sent from a page of another site. Read it through and send it from here."),
            renews=True,
        )
    if ticket is None:
        return Refusal(
            400,
            _("This form does not come from this page. Read it through and send it from here."),
            renews=True,
        )
    if ticket.is_expired:
        return Refusal(400, _("The page was open for more than a day. Send it again."), renews=True)
    if ticket.wait:
        text = ngettext(
            "That was faster than anybody can read. Wait %(count)s second and send it again.",
            "That was faster than anybody can read. Wait %(count)s seconds and send it again.",
            ticket.wait,
        )
        return Refusal(429, text % {"count": ticket.wait}, wait=ticket.wait)
    return None


def spent() -> Refusal:
    return Refusal(
        409,
        _("This form was sent before, with another text. To send this one as well, send it again."),
        renews=True,
    )


def too_many(wait: int) -> Refusal:
    minutes = -(-wait // 60)
    text = ngettext(
        "Many reports came from your network within an hour. What you typed is still here: send"
        " it again in %(count)s minute.",
        "Many reports came from your network within an hour. What you typed is still here: send"
        " it again in %(count)s minutes.",
        minutes,
    )
    return Refusal(429, text % {"count": minutes}, wait=wait)
