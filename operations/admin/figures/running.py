"""How far the parts typed so far add up, also while other fields still hold mistakes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from operations import figures
from operations.codes import MEASURES, Qualifier, Rank, ValueType
from operations.figures.problems import number

SAID = ("value_type", "currency", "qualifier", "breakdown", "breakdown_set", "rank")
NOTHING: dict[str, Any] = {
    **dict.fromkeys(("low", "high", "as_at_day", "age_from", "age_to")),
    **dict.fromkeys(("scope", "counted_in", "period", "as_at", "reporting_status"), ""),
    **dict.fromkeys(("role", "sex", "age_group", "residency", "nationality"), ""),
    **dict.fromkeys(("source_term", "offence", "confidence"), ""),
    "covers": (),
    "sources": (),
    "derived": False,
    "tier": 1,
    "owner": "form",
}


@dataclass(frozen=True)
class Running:
    """The state of one breakdown set: ``adds_up``, ``wrong`` or ``unchecked``, and in words."""

    state: str
    words: str


def sums(forms: Sequence[Any], wholes: Sequence[int | None]) -> dict[int, list[Running]]:
    """By the place of each whole, its partitions; ``wholes`` gives the whole of each form."""
    claims = [
        claim(form, i, whole) for i, (form, whole) in enumerate(zip(forms, wholes, strict=True))
    ]
    found: dict[int, list[Running]] = {}
    for one in figures.partition_sums(claim for claim in claims if claim is not None):
        if one.name:
            found.setdefault(int(one.whole.id), []).append(running(one))
    return found


def claim(form: Any, place: int, whole: int | None) -> figures.Figure | None:
    """What a row says now, as plainly as the rule needs it; none for an unknown measure."""
    said = {name: str(form[name].value() or "") for name in SAID}
    measure = str(form["measure"].value() or "")
    if measure not in MEASURES or form["DELETE"].value():
        return None
    return figures.Figure(
        **{**NOTHING, **said},
        id=str(place),
        measure=measure,
        value=decimal(form["value"].value()),
        part_of=None if whole is None else str(whole),
    )


def decimal(typed: Any) -> Decimal | None:
    try:
        value = Decimal(str(typed).strip())
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def running(found: figures.PartitionSum) -> Running:
    if found.difference is None or found.total is None:
        return Running("unchecked", unchecked(found.name))
    if not found.difference:
        return Running("adds_up", adds_up(found.name, number(found.total)))
    amount = number(abs(found.difference))
    words = missing(found.name, amount) if found.difference > 0 else too_many(found.name, amount)
    return Running("wrong", words)


def adds_up(name: str, total: str) -> str:
    return _("“%(set)s” adds up: %(total)s.") % {"set": name, "total": total}


def missing(name: str, amount: str) -> str:
    return _("“%(set)s”: %(n)s missing.") % {"set": name, "n": amount}


def too_many(name: str, amount: str) -> str:
    return _("“%(set)s”: %(n)s too many.") % {"set": name, "n": amount}


def unchecked(name: str) -> str:
    return _("“%(set)s” cannot be added up: not every number is exact and of one kind.") % {
        "set": name
    }


def for_script() -> dict[str, Any]:
    """What the script needs to say the same while somebody types."""
    return {
        "words": {
            "adds_up": adds_up("{set}", "{n}"),
            "missing": missing("{set}", "{n}"),
            "too_many": too_many("{set}", "{n}"),
            "unchecked": unchecked("{set}"),
        },
        "units": {code: str(facts.unit) for code, facts in MEASURES.items()},
        "stated": str(ValueType.VALUE),
        "exact": str(Qualifier.EXACT),
        "out": str(Rank.DEPRECATED),
    }
