"""Codes of the open vocabularies' own attributes."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Relevance(TextChoices):
    """How an offence relates to trafficking in persons; most do not."""

    TRAFFICKING_OFFENCE = "trafficking_offence", _("Trafficking offence")
    TRAFFICKING_INDICATOR = "trafficking_indicator", _("Trafficking indicator")
    VICE_OFFENCE = "vice_offence", _("Vice offence")
    TRIAD_OFFENCE = "triad_offence", _("Triad offence")
    OTHER = "other", _("Other offence")


class Evidence(TextChoices):
    """How well a code list row itself is attested."""

    SEEN = "seen", _("Read at the source")
    INFERRED = "inferred", _("Inferred from what was read")
    DESIGN = "design", _("This project's own term")
    UNVERIFIED = "unverified", _("Not verified")


class PlaceKind(TextChoices):
    """What sort of place; nothing finer than a district exists."""

    TERRITORY = "territory", _("Territory")
    AREA = "area", _("Area")
    DISTRICT = "district", _("District")
    POLICE_REGION = "police_region", _("Police region")
    PROVINCE = "province", _("Province or city")
    COUNTRY = "country", _("Country")
    WORLD_REGION = "world_region", _("World region")
    COMBINED = "combined", _("Combined places")


class MethodKind(TextChoices):
    """Whether a method recruits or controls."""

    RECRUITMENT = "recruitment", _("Recruitment")
    CONTROL = "control", _("Means of control")
