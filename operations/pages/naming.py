"""Operations that name one term or cite one source."""

from __future__ import annotations

from django.db.models import Exists, OuterRef

from operations.filters import order_by
from operations.models import Edition, EditionTerm
from operations.models.edition import EditionQuerySet


def naming(vocabulary: str, code: str) -> EditionQuerySet:
    """Public editions that name a term, or something narrower; newest first."""
    rows = EditionTerm.objects.filter(vocabulary=vocabulary, term=code, edition=OuterRef("pk"))
    return Edition.objects.public().filter(Exists(rows)).order_by(*order_by(None))
