"""How many operations have anything published at each stage, and which have no outcome at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef

from operations.filters.filterset import STATED
from operations.models import EditionFigure

from .reading import Editions, keys
from .stages import MEASURES_OF, OUTCOMES, Stage


@dataclass(frozen=True, slots=True)
class Coverage:
    """``stated`` of ``operations`` at each stage; ids of those without any published outcome."""

    operations: int
    stated: dict[Stage, int]
    without_outcome: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        return {
            "operations": self.operations,
            "stages": [
                {"stage": stage.value, "stated": stated} for stage, stated in self.stated.items()
            ],
            "without_outcome": list(self.without_outcome),
        }


def coverage(editions: Editions) -> Coverage:
    """Coverage of ``editions``, one edition an operation, in two queries.

    What the filter finds by ``measure=persons_charged&stated=yes`` counts: a number or words,
    in any scope and place, of anybody, but whole figures only, for the index holds no parts.
    """
    codes = sorted(editions.order_by().values_list("code", flat=True))
    measures = {*OUTCOMES, *(measure for group in MEASURES_OF.values() for measure in group)}
    rows = EditionFigure.objects.filter(
        edition__in=keys(editions), measure__in=measures, value_type__in=STATED
    )
    found = set(rows.order_by().values_list("edition__code", "measure"))
    finished = {code for code, measure in found if measure in OUTCOMES}
    return Coverage(
        operations=len(codes),
        stated={
            stage: len({code for code, measure in found if measure in MEASURES_OF[stage]})
            for stage in Stage
        },
        without_outcome=tuple(code for code in codes if code not in finished),
    )


def without_outcome(editions: Editions) -> Editions:
    """Those of ``editions`` with no whole figure of an outcome, for reading their documents.

    A part can still state one ("of them 12 were charged"): see ``states_outcome``.
    """
    outcomes = EditionFigure.objects.filter(
        edition=OuterRef("pk"), measure__in=OUTCOMES, value_type__in=STATED
    )
    return editions.filter(~Exists(outcomes))


def states_outcome(document: dict[str, Any]) -> bool:
    """Whether any figure, a part or not, states how a case went on."""
    return any(
        entry["measure"] in OUTCOMES and entry["value_type"] in STATED
        for entry in document["figures"]
    )
