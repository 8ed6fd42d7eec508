"""A mail to whoever owns an account when something of its protection has changed.

So that a colleague's password or second factor cannot be taken over unseen, by an outsider or
by an administrator. Without a mail server only the records say it.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django_tasks import task

from .models import Event

Kind = Event.Kind
TOLD = {
    Kind.PASSWORD_CHANGED,
    Kind.PASSWORD_RESET,
    Kind.SECOND_FACTOR_SET_UP,
    Kind.SECOND_FACTOR_RESET,
    Kind.RECOVERY_CODE_USED,
    Kind.RECOVERY_CODES_MADE,
    Kind.LINK_MADE,
    Kind.ADDRESS_CHANGED,
}


def tell(event: Event, *, also: str = "") -> None:
    """Have the mail sent in the background, to ``also`` too: the address before a change."""
    if not settings.MAIL_CONFIGURED or event.kind not in TOLD:
        return
    user = User.objects.filter(username=event.username, is_active=True).first()
    addresses = {also, user.email if user else ""} - {""}
    if addresses:
        send.enqueue(event.pk, sorted(addresses))


@task()
def send(event_id: int, addresses: list[str]) -> None:
    """One mail to each address, so that none is told to another."""
    event = Event.objects.filter(pk=event_id).first()
    if event is None:
        return
    context = {"event": event, "site": settings.SITE_URL}
    text = render_to_string("accounts/notice_mail.txt", context)
    for address in addresses:
        send_mail(_("Your log-in to the enforcement operation tracker"), text, None, [address])
