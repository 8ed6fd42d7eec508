"""The days on which recurring work is due: one row a day, so that it is done once."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class HousekeepingDay(models.Model):
    """One day's recurring work."""

    day = models.DateField(_("day"), unique=True)
    task = models.CharField(max_length=64, blank=True, default="")
    started_at = models.DateTimeField(_("started"), null=True)
    finished_at = models.DateTimeField(_("finished"), null=True)
    report = models.JSONField(default=dict)

    class Meta:
        ordering = ("-day",)
        verbose_name = _("day of housekeeping")
        verbose_name_plural = _("days of housekeeping")
        default_permissions = ()

    def __str__(self) -> str:
        return self.day.isoformat()
