"""The whole record as search engines for data read it."""

from __future__ import annotations

from typing import Any

from django.db.models import Max, Min

from operations.exports.structured import dataset
from operations.models.edition import EditionQuerySet


def whole_record(public: EditionQuerySet) -> dict[str, Any]:
    """``public`` is everything that readers see now. One query."""
    return dataset(
        **public.aggregate(first=Min("earliest"), last=Max("latest"), changed=Max("valid_from"))
    )
