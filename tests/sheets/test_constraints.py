"""Rules asked in memory are the rules of the database."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import models

from operations.models import Figure
from operations.sheets.planning.constraints import broken
from tests import factories

NUMBERS = (None, Decimal(-1), Decimal(3), Decimal(5))
CASES: list[dict[str, Any]] = [
    *(
        {"value": value, "low": low, "high": high, "qualifier": qualifier, "value_type": kind}
        for value in NUMBERS
        for low, high in ((None, None), (Decimal(3), Decimal(5)), (Decimal(5), Decimal(3)))
        for qualifier in ("exact", "range")
        for kind in ("value", "not_stated")
    ),
    *({"measure": m, "currency": c} for m in ("assets_frozen", "other") for c in ("", "HKD")),
    {"currency": "HKD"},
    *(
        {"rank": rank, "rank_reason": reason}
        for rank in ("normal", "preferred")
        for reason in ("", "later_figure")
    ),
    *(
        {"breakdown": kind, "breakdown_set": name}
        for kind in ("", "partial")
        for name in ("", "sex")
    ),
    *({"age_from": start, "age_to": end} for start, end in ((1, 2), (2, 1), (None, 1))),
]


@pytest.mark.django_db
def test_memory_and_database_refuse_the_same_figures() -> None:
    owner, place = factories.operation(), factories.place()
    checks = [c for c in Figure._meta.constraints if isinstance(c, models.CheckConstraint)]
    assert len(CASES) == 64
    for case in CASES:
        plain = {"measure": "persons_arrested", "value": 5, "scope": "all_offences", "number": 1}
        figure = Figure(operation=owner, counted_in=place, **{**plain, **case})
        refused = {check.name for check in checks if is_refused(check, figure)}
        assert {check.name for check in broken(figure)} == refused, case


def is_refused(check: models.CheckConstraint, figure: Figure) -> bool:
    try:
        check.validate(Figure, figure)
    except ValidationError:
        return True
    return False
