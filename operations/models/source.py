"""Sources: what was read, and what became of the address since."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from operations.address_key import KEY_LENGTH, address_key
from operations.codes import Language, SourceHealth, SourceKind, tier_of
from operations.dates import date_validator

from .base import (
    EDTF_LENGTH,
    NAME_LENGTH,
    AddressField,
    Coded,
    keep_derived,
    slug_validator,
    text_field,
)


class SourceQuerySet(models.QuerySet["Source"]):
    """Questions about sources."""

    def at(self, url: str) -> SourceQuerySet:
        """Sources at this address, however it is spelt."""
        key = address_key(url)
        return self.filter(url_key=key) if key else self.none()


class Source(Coded):
    """One page, release, report or paper; it may serve many operations.

    Titles are bibliography and exempt from the privacy guard.
    """

    free_text = ("note", "different_page")

    code = models.CharField(_("code"), max_length=120, unique=True, validators=[slug_validator])
    title = models.CharField(_("title"), max_length=500, blank=True, default="")
    publisher = models.CharField(_("publisher"), max_length=NAME_LENGTH)
    original_publisher = models.CharField(
        _("original publisher"),
        max_length=NAME_LENGTH,
        blank=True,
        default="",
        help_text=_("When this is a reprint or a copy."),
    )
    url = AddressField(_("address"), blank=True, default="")
    url_key = models.CharField(max_length=KEY_LENGTH, editable=False, blank=True, default="")
    different_page = models.CharField(
        _("a different page, although another source has this address"),
        max_length=NAME_LENGTH,
        blank=True,
        default="",
        help_text=_("Only when the address is refused as known: why this is another page."),
    )
    published = models.CharField(
        _("published (EDTF)"),
        max_length=EDTF_LENGTH,
        blank=True,
        default="",
        validators=[date_validator],
    )
    language = models.CharField(_("language"), max_length=10, choices=Language)
    kind = models.CharField(
        _("kind"),
        max_length=40,
        choices=SourceKind,
        help_text=_("The tier follows from it. A copy has the tier of the copy."),
    )
    accessed_on = models.DateField(_("accessed on"), null=True, blank=True)
    note = text_field(_("internal note"), help_text=_("Never public."))
    health = models.CharField(
        _("health"),
        max_length=20,
        choices=SourceHealth,
        default=SourceHealth.NOT_CHECKED,
    )
    checked_at = models.DateTimeField(_("last checked"), null=True, blank=True)
    health_by_hand = models.BooleanField(default=False, editable=False)
    # Hashes of the paragraphs as they were when an editor read them: what “changed” compares to.
    text_as_read = models.JSONField(default=list, editable=False)
    text_read_at = models.DateTimeField(null=True, editable=False)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ("code",)
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = (
            models.CheckConstraint(
                condition=~Q(title="", url=""),
                name="source_has_title_or_address",
                violation_error_message=_("A source needs a title or an address."),
            ),
            models.UniqueConstraint(
                fields=("url_key",),
                condition=Q(different_page="") & ~Q(url_key=""),
                name="source_address_once",
                violation_error_message=_("Another source has this address already."),
            ),
        )
        indexes = (models.Index(fields=("url_key",), name="source_by_address"),)

    def __str__(self) -> str:
        return f"{self.publisher}: {self.title or self.url}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.url_key = address_key(self.url)
        keep_derived(kwargs, "url_key")
        super().save(*args, **kwargs)

    @property
    def tier(self) -> int:
        """1 official, 2 reporting, 3 derived."""
        return tier_of(self.kind)


class Archive(models.Model):
    """A copy of a source: the public sees its address, date and hash, never the copy."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="archives")
    url = AddressField(
        _("public archive address"),
        blank=True,
        default="",
    )
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True, default="")
    archived_at = models.DateTimeField(_("archived at"))
    # A copy that this site keeps: a WARC file below DATA_DIR/archives, and never public.
    kept = models.BooleanField(default=False, editable=False)
    file = models.CharField(max_length=NAME_LENGTH, blank=True, default="", editable=False)
    size = models.PositiveBigIntegerField(null=True, editable=False)
    fingerprint = models.CharField(max_length=64, blank=True, default="", editable=False)
    removed_at = models.DateTimeField(null=True, editable=False)
    # A copy made at night must not make an edition of every document that cites the source.
    quoted = models.BooleanField(default=True, editable=False)

    class Meta:
        ordering = ("archived_at", "pk")
        verbose_name = _("archived copy")
        verbose_name_plural = _("archived copies")
        constraints = (
            models.CheckConstraint(
                condition=~Q(url="", sha256=""),
                name="archive_has_address_or_hash",
                violation_error_message=_("An archived copy needs an address or a hash."),
            ),
        )

    def __str__(self) -> str:
        return self.url or self.sha256
