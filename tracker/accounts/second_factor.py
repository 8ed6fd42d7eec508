"""The second factor: an authenticator app, and recovery codes for the day that it is lost."""

from __future__ import annotations

import time
from base64 import b32encode
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpRequest
from django_otp import login, verify_token
from django_otp.models import Device
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from . import attempts, recovery, sessions
from .events import Kind, record
from .models import RecoveryDevice


def device_of(user: User) -> TOTPDevice | None:
    """The app that the user has set up."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).order_by("-pk").first()


def check(user: User, code: str) -> Device | None:
    """The device that the code belongs to, which it can do once."""
    device = device_of(user) if code.isdigit() else RecoveryDevice.objects.filter(user=user).first()
    return verify_token(user, device.persistent_id, code) if device else None


def wait_until(user: User, code: str) -> datetime | None:
    """The time before which the library refuses every code, after wrong ones."""
    device = device_of(user) if code.isdigit() else RecoveryDevice.objects.filter(user=user).first()
    allowed, why = device.verify_is_allowed() if device else (True, {})
    until: datetime | None = None if allowed else why["locked_until"]
    return until


def let_in(request: HttpRequest, user: User, device: Device) -> None:
    """Mark the session as verified, under a new key, with its clocks started anew."""
    request.session.cycle_key()
    login(request, device)
    attempts.forgive(request, user.get_username())


def confirm(user: User, key: str, code: str) -> TOTPDevice | None:
    """A device with this key, not yet stored, when the code is the one that it shows now."""
    device = TOTPDevice(user=user, name="app", key=key, confirmed=True)
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits)
    totp.time = time.time()
    if not (code.isdigit() and totp.verify(int(code), tolerance=device.tolerance)):
        return None
    # The code that confirmed it is used up.
    device.last_t, device.drift = totp.t(), totp.drift
    return device


def set_up(request: HttpRequest, user: User, device: TOTPDevice) -> list[str]:
    """Put the device in place of any other, end other sessions, and return recovery codes."""
    with transaction.atomic():
        TOTPDevice.objects.filter(user=user).delete()
        device.save()
        codes = recovery.make(user)
    let_in(request, user, device)
    sessions.end_all(user, but=request)
    record(Kind.SECOND_FACTOR_SET_UP, user.get_username(), request=request)
    return codes


def reset(user: User, *, request: HttpRequest | None, by: str) -> bool:
    """Take the second factor away, so that it has to be set up anew; False when there is none."""
    with transaction.atomic():
        found = TOTPDevice.objects.filter(user=user).delete()[0]
        found += RecoveryDevice.objects.filter(user=user).delete()[0]
        sessions.end_all(user)
        if found:
            record(Kind.SECOND_FACTOR_RESET, user.get_username(), request=request, by=by)
    return bool(found)


def readable(device: TOTPDevice) -> str:
    """The key as people type it into an app, in groups of four."""
    return recovery.in_groups(b32encode(device.bin_key).decode(), " ")
