"""Which sources readers may see: those that something public cites."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import orjson
from django.db.models import Q, QuerySet

from operations.models import Assessment, Edition, EditionTerm, Finding, Source, Statement


def public_sources(in_context: Collection[str] | None = None) -> QuerySet[Source]:
    """Sources that a current edition or a public context record cites.

    ``in_context`` spares a caller that has asked ``context_sources`` already a second reading.
    """
    if in_context is None:
        in_context = context_sources()
    cited = EditionTerm.objects.filter(vocabulary="source", edition__in=Edition.objects.public())
    return Source.objects.filter(Q(code__in=cited.values("term")) | Q(code__in=sorted(in_context)))


def context_sources() -> set[str]:
    """Ids of the sources that public context documents list.

    Read from the documents: the links of the working copy may be ahead of them.
    """
    documents = [
        orjson.loads(text) for model in (Assessment, Statement, Finding) for text in texts(model)
    ]
    return {source["id"] for document in documents for source in document["sources"]}


def texts(model: Any) -> Any:
    return model.objects.public().values_list("document", flat=True)
