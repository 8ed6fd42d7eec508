"""Sources: what was read, and what became of the address since."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from operations.codes import Language, SourceHealth, SourceKind, tier_of
from operations.dates import date_validator

from .base import EDTF_LENGTH, NAME_LENGTH, AddressField, Coded, slug_validator, text_field


class Source(Coded):
    """One page, release, report or paper; it may serve many operations.

    Titles are bibliography and exempt from the privacy guard.
    """

    free_text = ("note",)

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
        )

    def __str__(self) -> str:
        return f"{self.publisher}: {self.title or self.url}"

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
