"""Codes of the context that operations stand in."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Tier(TextChoices):
    """Tiers of the yearly Trafficking in Persons report."""

    TIER_1 = "tier_1", _("Tier 1")
    TIER_2 = "tier_2", _("Tier 2")
    WATCH_LIST = "tier_2_watch_list", _("Tier 2 Watch List")
    TIER_3 = "tier_3", _("Tier 3")
    NOT_FOUND = "not_found", _("Not found")


class StatementKind(TextChoices):
    """What a statement is."""

    GOVERNMENT_REPLY = "government_reply", _("Government reply")
    TREATY_RECOMMENDATION = "treaty_recommendation", _("Treaty-body recommendation")
    OFFICIAL_POSITION = "official_position", _("Official position")


class FindingKind(TextChoices):
    """Which part of the wider story a finding tells."""

    POSITION = "position", _("Position")
    RANKING = "ranking", _("Ranking")
    ORIGIN = "origin", _("Origin")
    ROUTE = "route", _("Route")
    RECRUITMENT = "recruitment", _("Recruitment")
    MEANS_OF_CONTROL = "means_of_control", _("Means of control")
    LAW = "law", _("Law")
    TREATY = "treaty", _("Treaty")
    GROUP = "group", _("Groups")
