"""What a reader says is wrong; a private queue, never public by itself."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .base import AddressField, text_field
from .operation import Operation


class ReportState(models.TextChoices):
    OPEN = "open", _("Open")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")


class Report(models.Model):
    """A reader's report on an operation or one of its figures."""

    operation = models.ForeignKey(Operation, models.CASCADE, related_name="reports")
    figure = models.CharField(_("figure"), max_length=100, blank=True, default="")
    wrong = text_field(_("what is wrong"), 2000)
    source_url = AddressField(_("source"), blank=True, default="")
    contact = models.CharField(_("contact"), max_length=200, blank=True, default="")
    state = models.CharField(
        _("state"), max_length=20, choices=ReportState, default=ReportState.OPEN
    )
    answer = text_field(_("answer"), 2000)
    made_at = models.DateTimeField(_("received"), auto_now_add=True)

    class Meta:
        ordering = ("-made_at", "-pk")
        verbose_name = _("reader's report")
        verbose_name_plural = _("readers' reports")

    def __str__(self) -> str:
        return f"{self.operation.code} {self.figure}".strip()
