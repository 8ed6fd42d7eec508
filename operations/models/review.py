"""What reviewers and authors told each other on the way to publication; never public."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from operations.codes import ReviewStep

from .base import text_field
from .operation import Operation


class Review(models.Model):
    """One step of a working copy towards readers, or back: who took it, when, and their words."""

    operation = models.ForeignKey(Operation, models.CASCADE, related_name="reviews")
    step = models.CharField(_("step"), max_length=20, choices=ReviewStep)
    revision = models.PositiveIntegerField(_("revision"))
    comment = text_field(_("comment"))
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
        verbose_name = _("step of a review")
        verbose_name_plural = _("steps of reviews")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.operation.code}: {self.step}"
