"""The mail with a link for a new password, sent in the background.

The page hands over the same work for every address, known or not: neither the answer nor the
time that it takes tells who has an account.
"""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django_tasks import task

from . import links


def ids_of(mail_address: str) -> list[int]:
    """Who may get a link at this address; also those who were invited and never came."""
    people = User.objects.filter(email__iexact=mail_address, is_active=True, is_staff=True)
    return list(people.values_list("pk", flat=True))


@task()
def send(user_ids: list[int]) -> None:
    """One mail to each; the list is empty for an address that nobody has."""
    for user in User.objects.filter(pk__in=user_ids, is_active=True):
        text = render_to_string(
            "accounts/reset_mail.txt", {"user": user, "link": links.mailed(user)}
        )
        send_mail(
            _("A new password for the enforcement operation tracker"), text, None, [user.email]
        )
