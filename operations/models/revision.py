"""Private history of the working copy, and the overrides of the privacy guard."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from operations.codes import WithdrawalClass


class Revision(models.Model):
    """What a record was when it was saved; never public."""

    record = models.CharField(_("record"), max_length=20)
    code = models.CharField(_("id"), max_length=120)
    number = models.PositiveIntegerField(_("number"))
    document = models.JSONField(_("document"))
    note = models.CharField(_("note"), max_length=500, blank=True, default="")
    made_at = models.DateTimeField(_("saved at"), auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("saved by"),
    )
    # Set when the text was taken out for good, after a redaction; ``document`` is empty then.
    blanked_at = models.DateTimeField(_("blanked at"), null=True, editable=False)
    blanked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("blanked by"),
    )
    blanked_class = models.CharField(
        _("class of the redaction"),
        max_length=20,
        choices=WithdrawalClass,
        blank=True,
        default="",
        editable=False,
    )

    class Meta:
        ordering = ("-made_at", "-pk")
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        default_permissions = ("view",)
        constraints = (
            models.UniqueConstraint(fields=("record", "code", "number"), name="revision_once"),
        )

    def __str__(self) -> str:
        return f"{self.record} {self.code} · {self.number}"

    @property
    def is_blanked(self) -> bool:
        return self.blanked_at is not None


class PrivacyOverride(models.Model):
    """That an administrator let a text stand which looks like personal data, and why."""

    record = models.CharField(_("record"), max_length=20)
    code = models.CharField(_("id"), max_length=120)
    field = models.CharField(_("field"), max_length=40)
    excerpt = models.CharField(_("text"), max_length=200)
    reason = models.CharField(_("reason"), max_length=500)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )

    class Meta:
        ordering = ("-made_at", "-pk")
        verbose_name = _("privacy override")
        verbose_name_plural = _("privacy overrides")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.record} {self.code}: {self.field}"
