"""Which releases were made: the next one knows from here what it follows, not from the disk."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext, gettext_lazy

from operations.problems import Refused

# The moment that a release shows, without colons, which not all file systems take.
NAME = re.compile(r"\d{4}-\d\d-\d\dT\d{6}Z\Z", re.ASCII)


class ReleaseMadeQuerySet(models.QuerySet["ReleaseMade"]):
    def take_over(self, rows: Any) -> None:
        """Store the rows of a ``releases.json``; ``Refused`` when it is something else."""
        try:
            made = {row["name"]: ReleaseMade.of(row) for row in rows}
            if len(made) != len(rows):
                raise ValueError("twins")
        except (LookupError, TypeError, ValueError) as error:
            raise Refused(gettext("releases.json: expected a list of releases.")) from error
        self.bulk_create(made.values())


class ReleaseMade(models.Model):
    """One release: its name, the key of the last edition in it, and the hash of what it shows."""

    # In the order of names, releases are in the order of time.
    name = models.TextField(gettext_lazy("name"), unique=True)
    last_edition = models.BigIntegerField()
    state = models.TextField()

    objects = ReleaseMadeQuerySet.as_manager()

    class Meta:
        ordering = ("name",)
        verbose_name = gettext_lazy("release")
        verbose_name_plural = gettext_lazy("releases")
        default_permissions = ()

    def __str__(self) -> str:
        return self.name

    @classmethod
    def of(cls, row: dict[str, Any]) -> ReleaseMade:
        """The release of a row; ``ValueError`` when it has no name of one."""
        if not NAME.match(row["name"]):
            raise ValueError(row["name"])
        datetime.fromisoformat(row["name"])
        return cls(name=row["name"], last_edition=int(row["last_edition"]), state=str(row["state"]))

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.name)

    @property
    def row(self) -> dict[str, Any]:
        """As ``releases.json`` has it; ``last_edition`` is a cursor of the changes."""
        return {"name": self.name, "last_edition": str(self.last_edition), "state": self.state}
