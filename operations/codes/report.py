"""Codes of readers' reports: what is asked for, and what became of it."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ReportKind(TextChoices):
    """What a reader asks for."""

    CORRECTION = "correction", _("Correction")
    SOURCE = "source", _("Source changed or gone")
    REMOVAL = "removal", _("Removal")


class RemovalClass(TextChoices):
    """Why a reader asks for something to be taken off."""

    PRIVACY = "privacy", _("it could identify or harm somebody")
    LEGAL = "legal", _("a law or a court forbids it")
    OTHER = "other", _("another reason")


class ReportState(TextChoices):
    """Where a report stands. The last three close it."""

    OPEN = "open", _("Open")
    IN_WORK = "in_work", _("In work")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    DUPLICATE = "duplicate", _("Duplicate")
