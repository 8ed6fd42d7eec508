"""Recovery codes: shown once, stored as hashes, each good for one log-in."""

from __future__ import annotations

import secrets
from base64 import b32encode

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.crypto import salted_hmac

from .models import RecoveryDevice

NUMBER = 10
LENGTH = 12
# Without i, l, o, 0 and 1, which people take for one another.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def digest(user_id: int, code: str) -> str:
    """What is stored of a code: 80 bits, keyed with the site's secret.

    A slow hash is for what people choose; these are 59 random bits, and without the key
    nobody can try them.
    """
    made = salted_hmac("tracker.accounts.recovery", f"{user_id}:{code}", algorithm="sha256")
    return b32encode(made.digest()[:10]).decode()


def make(user: User) -> list[str]:
    """New codes in place of the old ones, grouped for reading; nobody can show them again."""
    codes = ["".join(secrets.choice(LETTERS) for _ in range(LENGTH)) for _ in range(NUMBER)]
    with transaction.atomic():
        device, _made = RecoveryDevice.objects.get_or_create(user=user)
        device.token_set.all().delete()
        for code in codes:
            device.token_set.create(token=digest(user.pk, code))
    return [in_groups(code) for code in codes]


def left(user: User) -> int:
    """How many codes are unused."""
    device = RecoveryDevice.objects.filter(user=user).first()
    return device.token_set.count() if device else 0


def in_groups(text: str, separator: str = "-") -> str:
    """The text in groups of four."""
    return separator.join(text[at : at + 4] for at in range(0, len(text), 4))
