"""The rules that the database holds, asked of a record in memory: a query each would be slow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import eq, ge, le
from typing import Any

from django.db import models
from django.db.models import F, Q

COMPARISONS: dict[str, Callable[[Any, Any], Any]] = {"lte": le, "gte": ge, "exact": eq}


def broken(record: models.Model) -> Iterator[models.CheckConstraint]:
    """Check constraints of the record's table that it does not keep."""
    for constraint in record._meta.constraints:
        if not isinstance(constraint, models.CheckConstraint):
            continue
        if not holds(constraint.condition, record):
            yield constraint


def holds(condition: Any, record: models.Model) -> bool:
    """Whether a record fulfils a condition, without asking the database."""
    answers = (
        holds(child, record) if isinstance(child, Q) else compares(child[0], child[1], record)
        for child in condition.children
    )
    found = any(answers) if condition.connector == Q.OR else all(answers)
    return found is not condition.negated


def compares(lookup: str, expected: Any, record: models.Model) -> bool:
    name, _sep, how = lookup.partition("__")
    value = getattr(record, name)
    if isinstance(expected, F):
        expected = getattr(record, vars(expected)["name"])
    if how == "isnull":
        return (value is None) is expected
    if how == "in":
        return value in expected
    if value is None or expected is None:
        return False
    compare = COMPARISONS[how or "exact"]
    return bool(compare(value, expected))
