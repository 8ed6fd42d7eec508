"""What became of the people arrested in one operation, stage by stage, as far as published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from operations import wording
from operations.figures import Figure
from operations.wording.numbers import digits

from .chain import Link, chain, days_since_end
from .ratio import Ratio, ratio
from .stages import Stage, State


@dataclass(frozen=True)
class Step:
    """One stage in words; ``figure`` is the id of the figure that the page shows for it."""

    stage: str
    words: str
    figure: str
    is_stated: bool
    is_unsearched: bool
    is_arrest: bool


@dataclass(frozen=True)
class OutcomeClock:
    """``days`` since the operation ended, None while that is unknown."""

    steps: list[Step]
    beside: list[Step]
    ratios: list[str]
    days: int | None
    silent: bool

    @property
    def is_unsearched(self) -> bool:
        """Whether any stage has not been looked for."""
        return any(step.is_unsearched for step in (*self.steps, *self.beside))

    @property
    def days_words(self) -> str:
        return "" if self.days is None else digits(self.days)


def outcome_clock(document: Mapping[str, Any], today: date) -> OutcomeClock:
    """Read a document as it stands on ``today``."""
    whole = dict(document)
    links = chain(whole)
    main = [link for link in links if not link.is_beside]
    return OutcomeClock(
        steps=[step(link, whole) for link in main],
        beside=[step(link, whole) for link in links if link.is_beside],
        ratios=list(ratios(main, whole)),
        days=days_since_end(whole, today),
        silent=not any(link.state == State.STATED for link in main if link.stage != Stage.ARRESTED),
    )


def step(link: Link, document: dict[str, Any]) -> Step:
    is_stated = link.state == State.STATED
    stated = in_full(link.figure, document) if is_stated and link.figure else ""
    return Step(
        stage=str(link.stage.label),
        words=stated or str(link.state.label),
        figure=link.figure.id if link.figure else "",
        is_stated=is_stated,
        is_unsearched=link.state == State.NOT_LOOKED,
        is_arrest=is_stated and link.stage == Stage.ARRESTED,
    )


def in_full(figure: Figure, document: dict[str, Any]) -> str:
    entry = next(entry for entry in document["figures"] if entry["id"] == figure.id)
    return wording.in_full(entry, document["vocabulary"])


def ratios(main: list[Link], document: dict[str, Any]) -> Iterator[str]:
    """Each stated stage against the stated one before it: the share, or why there is none."""
    stated = [link.stage for link in main if link.state == State.STATED]
    for earlier, later in pairwise(stated):
        found = ratio(document, earlier, later)
        words = {"earlier": earlier.label, "later": later.label}
        if isinstance(found, Ratio):
            share = {
                "share": f"{found.share:.0%}",
                "one": digits(int(found.later.value or 0)),
                "other": digits(int(found.earlier.value or 0)),
            }
            yield _("%(later)s: %(one)s of %(other)s %(earlier)s (%(share)s)") % (words | share)
        else:
            reason = {"reason": found.reason.label}
            yield _("No ratio of “%(later)s” to “%(earlier)s”: %(reason)s.") % (words | reason)
