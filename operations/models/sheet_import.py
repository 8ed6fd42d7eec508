"""A file that somebody brought: read in the background, shown, and written when confirmed."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import models
from django.utils.deconstruct import deconstructible
from django.utils.translation import gettext_lazy as _

FOLDER = "imports"


@deconstructible
class PrivateFiles(FileSystemStorage):
    """Files in ``DATA_DIR``, which no address serves; readable by the site alone."""

    def __init__(self) -> None:
        super().__init__(file_permissions_mode=0o600, directory_permissions_mode=0o700)

    # Asked at each use, not kept: tests write to folders of their own.
    @property
    def base_location(self) -> str:
        return str(Path(settings.DATA_DIR) / FOLDER)

    @property
    def location(self) -> str:
        return self.base_location

    def url(self, name: str | None) -> str:
        raise ValueError("private files have no address")


def unnamed(record: Import, name: str) -> str:
    """A name of our own: what the sender called the file may hold anything."""
    return uuid4().hex


class ImportState(models.TextChoices):
    WAITING = "waiting", _("Waiting to be read")
    CHECKING = "checking", _("Being checked")
    FAULTY = "faulty", _("Has faults: nothing was written")
    CHECKED = "checked", _("Checked: waiting for confirmation")
    CONFIRMED = "confirmed", _("Confirmed: waiting to be written")
    WRITING = "writing", _("Being written")
    DONE = "done", _("Written")
    FAILED = "failed", _("Failed: nothing was written")


class Import(models.Model):
    """One file of operations and figures, and what became of it.

    ``result`` holds what the check found: counts, faults by row and column, and what would
    change. ``seal`` is the hash of the plan that was shown, so that nothing else is written.
    """

    name = models.CharField(_("file"), max_length=200)
    file = models.FileField(_("file"), storage=PrivateFiles(), upload_to=unnamed)
    size = models.PositiveIntegerField(_("bytes"), default=0)
    state = models.CharField(
        _("state"), max_length=20, choices=ImportState, default=ImportState.WAITING
    )
    result = models.JSONField(_("result"), default=dict)
    seal = models.CharField(max_length=64, blank=True, default="")
    made_at = models.DateTimeField(_("brought at"), auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("brought by"),
    )
    changed_at = models.DateTimeField(_("state since"), auto_now=True)

    class Meta:
        ordering = ("-made_at", "-pk")
        verbose_name = _("import of a spreadsheet")
        verbose_name_plural = _("imports of spreadsheets")
        default_permissions = ("view",)
        permissions = (("import_operation", _("Can import operations from spreadsheets")),)

    def __str__(self) -> str:
        return self.name
