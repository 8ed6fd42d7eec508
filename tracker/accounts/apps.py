"""The app of the accounts."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "tracker.accounts"
    verbose_name = _("Log-in")

    def ready(self) -> None:
        from . import checks  # noqa: F401 - registers itself
