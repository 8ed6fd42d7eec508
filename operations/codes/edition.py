"""Codes of the public record: why an edition was made or withdrawn."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EditionKind(TextChoices):
    """Why an edition was made."""

    PUBLISHED = "published", _("Published")
    CORRECTED = "corrected", _("Corrected")
    REISSUED = "reissued", _("Reissued")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    MERGED = "merged", _("Merged")
    REDACTED = "redacted", _("Redacted")


class WithdrawalClass(TextChoices):
    """Why an operation is no longer public."""

    DUPLICATE = "duplicate", _("duplicate of another record")
    OUT_OF_SCOPE = "out_of_scope", _("outside the scope of this tracker")
    UNRELIABLE = "unreliable", _("its sources proved unreliable")
    LEGAL = "legal", _("for a legal reason")
    PRIVACY = "privacy", _("to protect people")
