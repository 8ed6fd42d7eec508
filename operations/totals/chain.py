"""What is known of each stage for one operation, and how long ago it ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from operations import figures
from operations.codes import Status, ValueType
from operations.dates import parse
from operations.document import claims
from operations.filters.filterset import STATED

from .stages import BESIDE, MEASURES_OF, Stage, State


@dataclass(frozen=True, slots=True)
class Link:
    """One stage. ``figure`` is the one to show, None when nobody looked."""

    stage: Stage
    figure: figures.Figure | None

    @property
    def state(self) -> State:
        if self.figure is None:
            return State.NOT_LOOKED
        if is_stated(self.figure):
            return State.STATED
        suppressed = self.figure.value_type == ValueType.SUPPRESSED
        return State.SUPPRESSED if suppressed else State.NOT_STATED

    @property
    def is_beside(self) -> bool:
        """Whether it stands beside the chain."""
        return self.stage in BESIDE

    def as_dict(self) -> dict[str, Any]:
        figure = self.figure.id if self.figure else None
        return {"stage": self.stage.value, "state": self.state.value, "figure": figure}


def chain(document: dict[str, Any]) -> list[Link]:
    """Every stage in order, then the two beside it."""
    stated = claims(document)
    return [Link(stage, figure_of(stage, stated)) for stage in Stage]


def figure_of(stage: Stage, stated: Sequence[figures.Figure]) -> figures.Figure | None:
    """The figure that stands for a stage.

    Per measure the one that a list row would show; a part ("of them 12 were charged") where
    no whole is stated, for then the sources are not silent.
    """
    of_stage = [
        [figure for figure in stated if figure.measure == measure] for measure in MEASURES_OF[stage]
    ]
    wholes = [whole for own in of_stage if (whole := figures.row_figure(own))]
    parts = [figure for own in of_stage for figure in figures.headlines(own).values()]
    return next((figure for figure in wholes + parts if is_stated(figure)), None) or next(
        iter(wholes + parts), None
    )


def is_stated(figure: figures.Figure) -> bool:
    """Whether a source states it, in a number or in words."""
    return figure.value_type in STATED


def days_since_end(document: dict[str, Any], today: date) -> int | None:
    """Days from the last day that the operation can have ended on; None while that is unknown.

    Unknown: undated, still running, or with a start only, for an end not stated is not known
    to be past. A month or year without a day counts from its last.
    """
    span = parse(document["dates"]["edtf"])
    if document["status"] == Status.ONGOING or span.end is None or span.latest is None:
        return None
    return (today - span.latest).days if span.latest <= today else None
