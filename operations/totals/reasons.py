"""Why an operation is left out of a total, and how totals can be grouped."""

from __future__ import annotations

from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Reason(TextChoices):
    """Why an operation is left out; the first that applies, in this order."""

    UNDATED = "undated", _("no date is known, so it belongs to no year")
    INSIDE = "inside", _("lies inside another operation of the list that states this measure")
    MAY_OVERLAP = "may_overlap", _("may count some of the same again as an operation counted here")
    COVERS_OTHERS = "covers_others", _("its figure covers other operations as well")
    NOT_STATED = "not_stated", _("states no number")
    OTHER_SCOPE = "other_scope", _("states a number of another scope, place or currency only")
    DISPUTED = "disputed", _("its sources contradict each other")
    INTERIM = "interim", _("states an interim number only")
    NOT_ADDITIVE = "not_additive", _("its number cannot be added to others")


# Reasons whose ``other`` is an operation; that of OTHER_SCOPE is a scope, place or currency.
BETWEEN_OPERATIONS = (Reason.INSIDE, Reason.MAY_OVERLAP, Reason.COVERS_OTHERS)


class By(TextChoices):
    """What the rows of a grouped total stand for."""

    YEAR = "year", _("the year it began")
    SERIES = "series", _("series")
    AGENCY = "agency", _("agency")
    GROUP = "group", _("reported link to group")
    PLACE = "place", _("place")
    SCOPE = "scope", _("scope")


# What a row stands for, where its number could be taken for one of the key itself.
ROWS_ARE: dict[str, Any] = {
    By.YEAR: _("Rows are the years that operations began in."),
    By.SERIES: _("Rows are the series that operations belong to."),
    By.AGENCY: _("Rows are agencies that took part; each number is of whole operations."),
    By.GROUP: _("Rows are groups that a source links; each number is of whole operations."),
    By.PLACE: _("Rows are places where operations took place, not where people were counted."),
    By.SCOPE: _("Rows are scopes of offences: different counts of the same operations."),
}
