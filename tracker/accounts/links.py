"""One-time links to set a password, on Django's own tokens.

A token holds the old password, the last log-in and the address of mail: it dies with the first
use, and with any other change of these.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.tokens import PasswordResetTokenGenerator, default_token_generator
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode


class HandedOver(PasswordResetTokenGenerator):
    """Tokens for links that a person hands on: dated ahead, so that they last longer.

    The key is that of the default generator, which also checks them.
    """

    def make_token(self, user: User) -> str:
        ahead = settings.HANDED_LINK_TIMEOUT - settings.PASSWORD_RESET_TIMEOUT
        seconds = self._num_seconds(self._now()) + ahead
        return self._make_token_with_timestamp(user, seconds, self.secret)


def mailed(user: User) -> str:
    """A link that lasts PASSWORD_RESET_TIMEOUT."""
    return address(user, default_token_generator.make_token(user))


def handed_over(user: User) -> str:
    """A link that lasts HANDED_LINK_TIMEOUT."""
    return address(user, HandedOver().make_token(user))


def address(user: User, token: str) -> str:
    """The whole address, from SITE_URL: never from a Host header, which a visitor writes."""
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    return f"{settings.SITE_URL}{reverse('password_reset_confirm', args=[uid, token])}"
