"""What editors decided about likenesses: two records are one, or two operations are not."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .operation import Operation


class MergerQuerySet(models.QuerySet["Merger"]):
    def standing(self) -> MergerQuerySet:
        """Mergers that nobody has undone."""
        return self.filter(undone_at__isnull=True)


class Merger(models.Model):
    """That a record was merged into another of its kind, and what the other gained; private.

    ``gained`` is what an undo needs; its shape is that of the module of ``operations.merging``
    that wrote it. Records are named by their ids, as revisions name them.
    """

    record = models.CharField(_("record"), max_length=20)
    code = models.CharField(_("id"), max_length=120)
    into = models.CharField(_("merged into"), max_length=120)
    reason = models.TextField(_("reason"), blank=True, default="")
    gained = models.JSONField(default=dict)
    made_at = models.DateTimeField(_("merged at"), auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    undone_at = models.DateTimeField(_("undone at"), null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    objects = MergerQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        verbose_name = _("merger")
        verbose_name_plural = _("mergers")
        default_permissions = ("view",)
        constraints = (
            models.UniqueConstraint(
                fields=("record", "code"),
                condition=Q(undone_at__isnull=True),
                name="merger_standing_once",
            ),
            models.CheckConstraint(condition=~Q(code=F("into")), name="merger_of_two"),
        )
        indexes = (models.Index(fields=("record", "into"), name="merger_by_survivor"),)

    def __str__(self) -> str:
        return f"{self.record} {self.code} → {self.into}"


class ToldApart(models.Model):
    """That an editor said of two operations that look alike: not the same; private."""

    first = models.ForeignKey(Operation, models.CASCADE, related_name="+")
    second = models.ForeignKey(Operation, models.CASCADE, related_name="+")
    said_at = models.DateTimeField(_("said at"), auto_now_add=True)
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ("pk",)
        verbose_name = _("pair told apart")
        verbose_name_plural = _("pairs told apart")
        default_permissions = ("view",)
        constraints = (
            models.UniqueConstraint(fields=("first", "second"), name="told_apart_once"),
            # One row a pair, whichever was looked at first.
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="told_apart_in_order"),
        )

    def __str__(self) -> str:
        return f"{self.first.code} ≠ {self.second.code}"
