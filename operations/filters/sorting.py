"""The orders a list can have. Undated operations come last in every one of dates."""

from __future__ import annotations

from django.db.models import F
from django.db.models.expressions import Combinable
from django.utils.translation import gettext_lazy as _

DEFAULT_SORT = "-date"

SORTS = {
    "-date": _("newest first"),
    "date": _("oldest first"),
    "-updated": _("last updated first"),
    "-arrests": _("most arrests first"),
    "name": _("by name"),
}

ORDERS: dict[str, tuple[str | Combinable, ...]] = {
    "-date": ("undated", "-sort_date", "code"),
    "date": ("undated", "sort_date", "code"),
    "-updated": ("-valid_from", "code"),
    "-arrests": (F("arrests").desc(nulls_last=True), "code"),
    "name": ("name_en", "code"),
}


def order_by(sort: str | None) -> tuple[str | Combinable, ...]:
    """Ordering expressions; the id settles ties, so that pages are stable."""
    return ORDERS[sort or DEFAULT_SORT]
