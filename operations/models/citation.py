"""Where a source states a figure."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .base import Guarded
from .figure import Figure
from .source import Source


class Citation(Guarded):
    """Where a source states a figure."""

    free_text = ("locator",)

    @property
    def guarded_name(self) -> str:
        return self.figure.public_id

    figure = models.ForeignKey(Figure, models.CASCADE, related_name="citations")
    source = models.ForeignKey(
        Source, models.PROTECT, related_name="citations", verbose_name=_("source")
    )
    locator = models.CharField(
        _("locator"),
        max_length=200,
        blank=True,
        default="",
        help_text=_("Paragraph, table, page or annex row."),
    )

    class Meta:
        ordering = ("pk",)
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        constraints = (
            models.UniqueConstraint(fields=("figure", "source", "locator"), name="citation_once"),
        )

    def __str__(self) -> str:
        return f"{self.source} {self.locator}".strip()
