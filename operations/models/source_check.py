"""What was found at the addresses of sources: each check, and each look for a page's own data."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from operations.address_key import KEY_LENGTH, address_key
from operations.codes import Outcome, SourceHealth

from .base import URL_LENGTH, AddressField
from .source import Source


class SourceCheck(models.Model):
    """One attempt to read a source; ``health`` is what followed, empty when nothing did."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="checks")
    made_at = models.DateTimeField(_("when"), auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("asked for by"),
    )
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome)
    health = models.CharField(
        _("health"), max_length=20, choices=SourceHealth, blank=True, default=""
    )
    # Why it may count in a row of failures: the page is lost, or something else failed.
    failure = models.CharField(max_length=10, blank=True, default="", editable=False)
    url = models.CharField(_("address"), max_length=URL_LENGTH, blank=True, default="")
    final = models.CharField(_("answered at"), max_length=2100, blank=True, default="")
    moved_to = models.CharField(_("moved to"), max_length=2100, blank=True, default="")
    status = models.PositiveSmallIntegerField(_("status"), null=True, blank=True)
    size = models.PositiveBigIntegerField(_("bytes"), default=0)
    fingerprint = models.CharField(_("fingerprint"), max_length=64, blank=True, default="")
    text = models.JSONField(default=list, editable=False)
    note = models.CharField(_("note"), max_length=300, blank=True, default="")

    class Meta:
        ordering = ("-made_at", "-pk")
        verbose_name = _("check of a source")
        verbose_name_plural = _("checks of sources")
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.source.code}: {self.outcome}"


class SourceLookup(models.Model):
    """What a page says about itself, asked for by an editor; purged after some days."""

    url = AddressField(_("address"))
    url_key = models.CharField(max_length=KEY_LENGTH, db_index=True)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    done_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True, default="")
    detail = models.CharField(max_length=300, blank=True, default="")
    found = models.JSONField(default=dict)

    class Meta:
        ordering = ("-made_at", "-pk")
        verbose_name = _("look-up of a page")
        verbose_name_plural = _("look-ups of pages")
        default_permissions = ()

    def __str__(self) -> str:
        return self.url

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.url_key = address_key(self.url)
        super().save(*args, **kwargs)
