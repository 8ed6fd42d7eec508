"""The one domain app."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OperationsConfig(AppConfig):
    """Operations, their figures and sources."""

    name = "operations"
    verbose_name = _("Operations")
