"""Numbers with how exactly they are stated, and with their unit where it is not people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from operations.codes import Currency, Qualifier, Unit

from .codes import label


def digits(number: float) -> str:
    """Thousands set off by commas, as English and Hong Kong Chinese both write them."""
    return f"{number:,}"


def amount(entry: Mapping[str, Any]) -> str:
    """“6,400”, “at least 250”, “between 10 and 12”, “about 600,000 Hong Kong dollars”."""
    return with_unit(entry, stated(entry))


def stated(entry: Mapping[str, Any]) -> str:
    """The number and its qualifier; an exact number has none."""
    if entry["qualifier"] == Qualifier.RANGE:
        bounds = {"low": digits(entry["low"]), "high": digits(entry["high"])}
        return _("between %(low)s and %(high)s") % bounds
    number = digits(entry["value"])
    if entry["qualifier"] == Qualifier.EXACT:
        return number
    words = {"qualifier": label(Qualifier, entry["qualifier"]), "number": number}
    return _("%(qualifier)s %(number)s") % words


def with_unit(entry: Mapping[str, Any], number: str) -> str:
    if entry["currency"] == Currency.UNKNOWN:
        return _("%(number)s (currency not stated)") % {"number": number}
    if entry["currency"]:
        unit = label(Currency, entry["currency"])
    elif entry["unit"] == Unit.GRAM:
        unit = label(Unit, Unit.GRAM)
    else:
        return number
    return _("%(number)s %(unit)s") % {"number": number, "unit": unit}
