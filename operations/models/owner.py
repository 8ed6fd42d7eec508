"""What owns figures: numbers them once, for ever."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .base import Coded, slug_validator


class FigureOwner(Coded):
    """A record with figures ``<code>.1``, ``<code>.2`` …; a number is never given twice."""

    code = models.CharField(_("id"), max_length=80, unique=True, validators=[slug_validator])
    last_figure_number = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        abstract = True

    def next_figure_number(self) -> int:
        """Reserve the next number. ``ValueError`` when the owner itself is not saved yet."""
        if self.pk is None:
            raise ValueError("an owner is saved before its figures")
        type(self)._base_manager.filter(pk=self.pk).update(
            last_figure_number=models.F("last_figure_number") + 1
        )
        self.refresh_from_db(fields=["last_figure_number"])
        return self.last_figure_number

    def keep_figure_number(self, number: int) -> None:
        """Never hand out ``number`` or a lower one again (for imports that bring their own)."""
        type(self)._base_manager.filter(pk=self.pk, last_figure_number__lt=number).update(
            last_figure_number=number
        )
        self.last_figure_number = max(self.last_figure_number, number)
