"""What is kept about log-in: sessions, events, and recovery codes as hashes only."""

from __future__ import annotations

from axes.models import AccessFailureLog, AccessLog
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_otp.plugins.otp_static.models import StaticDevice


class Session(AbstractBaseSession):
    """A session that knows whose it is, so that all of one person's can be ended."""

    account_id = models.BigIntegerField(null=True, db_index=True)

    class Meta(AbstractBaseSession.Meta):
        default_permissions = ()

    @classmethod
    def get_session_store_class(cls) -> type[SessionBase]:
        from .sessions import SessionStore

        return SessionStore


class Event(models.Model):
    """Something that changed how somebody logs in. Log-ins themselves are kept by axes."""

    class Kind(models.TextChoices):
        SECOND_FACTOR_PASSED = "second_factor_passed", _("second factor given")
        SECOND_FACTOR_FAILED = "second_factor_failed", _("second factor wrong")
        PROOF_FAILED = "proof_failed", _("password wrong when asked again")
        SECOND_FACTOR_SET_UP = "second_factor_set_up", _("second factor set up")
        SECOND_FACTOR_RESET = "second_factor_reset", _("second factor reset")
        RECOVERY_CODE_USED = "recovery_code_used", _("recovery code used")
        RECOVERY_CODES_MADE = "recovery_codes_made", _("new recovery codes made")
        PASSWORD_CHANGED = "password_changed", _("password changed")
        PASSWORD_RESET = "password_reset", _("password set by a link")
        RESET_ASKED = "reset_asked", _("password reset asked for")
        LINK_MADE = "link_made", _("one-time link made")
        USER_ADDED = "user_added", _("user added")
        ROLE_CHANGED = "role_changed", _("role changed")
        ADDRESS_CHANGED = "address_changed", _("e-mail address changed")
        DEACTIVATED = "deactivated", _("deactivated")
        ACTIVATED = "activated", _("activated again")

    at = models.DateTimeField(_("time"), auto_now_add=True, db_index=True)
    kind = models.CharField(_("event"), max_length=30, choices=Kind.choices)
    username = models.CharField(_("user"), max_length=150, blank=True, db_index=True)
    by = models.CharField(
        _("by"), max_length=150, blank=True, help_text=_("Empty when it was the user.")
    )
    address = models.GenericIPAddressField(_("address"), null=True, db_index=True)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        ordering = ("-at", "-pk")
        default_permissions = ()
        verbose_name = _("change of log-in")
        verbose_name_plural = _("changes of log-in")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.username}"


class LogIn(AccessLog):
    """A log-in as axes records it."""

    class Meta:
        proxy = True
        default_permissions = ()
        verbose_name = _("log-in")
        verbose_name_plural = _("log-ins")


class FailedLogIn(AccessFailureLog):
    """A failed log-in as axes records it."""

    class Meta:
        proxy = True
        default_permissions = ()
        verbose_name = _("failed log-in")
        verbose_name_plural = _("failed log-ins")


class RecoveryDevice(StaticDevice):
    """Recovery codes: the library's static codes, of which only hashes are stored."""

    class Meta:
        proxy = True
        default_permissions = ()

    def verify_token(self, token: str) -> bool:
        """Use up the code, if it is one of the rest."""
        from .recovery import digest

        verified: bool = super().verify_token(digest(self.user_id, token))
        return verified
