"""Sentences that stand beside a total."""

from __future__ import annotations

from django.utils.translation import gettext as _

from .reasons import By
from .result import Total


def rows_note(total: Total) -> str:
    """Why the rows do not add up to the total; empty when they do."""
    if total.rows_add_up:
        return ""
    if total.by == By.SCOPE:
        return _(
            "The rows do not add up: each scope is a different quantity, and the same people can "
            "be counted in several."
        )
    return _(
        "The rows do not add up to the total: an operation can stand in several rows, and "
        "operations in different rows can lie inside each other or overlap."
    )
