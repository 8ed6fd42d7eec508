"""How agencies, groups, places and pages relate to one operation."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from operations.codes import AgencyRole, Attribution, LinkKind

from .base import AddressField
from .operation import Operation
from .vocabulary import Agency, Group, Place


class OperationAgency(models.Model):
    """An agency and what it did."""

    operation = models.ForeignKey(Operation, models.CASCADE, related_name="agency_roles")
    agency = models.ForeignKey(Agency, models.PROTECT, verbose_name=_("agency"))
    role = models.CharField(_("role"), max_length=20, choices=AgencyRole)

    class Meta:
        ordering = ("pk",)
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")
        constraints = (models.UniqueConstraint(fields=("operation", "agency"), name="agency_once"),)

    def __str__(self) -> str:
        return f"{self.agency} ({self.get_role_display()})"


class OperationGroup(models.Model):
    """A reported link to a group, and who reports it."""

    operation = models.ForeignKey(Operation, models.CASCADE, related_name="group_links")
    group = models.ForeignKey(Group, models.PROTECT, verbose_name=_("group"))
    attribution = models.CharField(
        _("attribution"),
        max_length=20,
        choices=Attribution,
        default=Attribution.NOT_STATED,
    )

    class Meta:
        ordering = ("pk",)
        verbose_name = _("reported link to a group")
        verbose_name_plural = _("reported links to groups")
        constraints = (models.UniqueConstraint(fields=("operation", "group"), name="group_once"),)

    def __str__(self) -> str:
        return f"{self.group} ({self.get_attribution_display()})"


class OperationRoute(models.Model):
    """A way along which people were moved, from one place to another."""

    operation = models.ForeignKey(Operation, models.CASCADE, related_name="routes")
    origin = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("from"))
    destination = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("to"))

    class Meta:
        ordering = ("pk",)
        verbose_name = _("route")
        verbose_name_plural = _("routes")
        constraints = (
            models.UniqueConstraint(
                fields=("operation", "origin", "destination"), name="route_once"
            ),
            models.CheckConstraint(condition=~Q(origin=F("destination")), name="route_leads_on"),
        )

    def __str__(self) -> str:
        return f"{self.origin} → {self.destination}"

    def clean(self) -> None:
        super().clean()
        if self.origin_id == self.destination_id:
            raise ValidationError(_("A route leads from one place to another."))


class OperationLink(models.Model):
    """A page about the same operation elsewhere; not a source."""

    operation = models.ForeignKey(Operation, models.CASCADE, related_name="links")
    kind = models.CharField(_("kind"), max_length=20, choices=LinkKind)
    url = AddressField(_("address"))

    class Meta:
        ordering = ("pk",)
        verbose_name = _("outside link")
        verbose_name_plural = _("outside links")

    def __str__(self) -> str:
        return self.url
