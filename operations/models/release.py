"""Which releases were made: the next one knows from here what it follows, not from the disk."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReleaseMadeQuerySet(models.QuerySet["ReleaseMade"]):
    def take_over(self, rows: Iterable[dict[str, Any]]) -> None:
        """Store the rows of a ``releases.json``."""
        for row in rows:
            self.create(name=row["name"], last_edition=int(row["last_edition"]), state=row["state"])


class ReleaseMade(models.Model):
    """One release: its name, the key of the last edition in it, and the hash of what it shows."""

    # The moment that it shows; in the order of names, releases are in the order of time.
    name = models.TextField(_("name"), unique=True)
    last_edition = models.BigIntegerField()
    state = models.TextField()

    objects = ReleaseMadeQuerySet.as_manager()

    class Meta:
        ordering = ("name",)
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        default_permissions = ()

    def __str__(self) -> str:
        return self.name

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.name)

    @property
    def row(self) -> dict[str, Any]:
        """As ``releases.json`` has it; ``last_edition`` is a cursor of the changes."""
        return {
            "name": self.name,
            "last_edition": str(self.last_edition),
            "state": self.state,
        }
