"""One stage as a share of another, only where both count the same people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from operations import figures
from operations.codes import ReportingStatus, Scope
from operations.document import claims

from .chain import figure_of
from .stages import MEASURES_OF, Stage

# Of these nothing says that two figures mean the same by them.
UNKNOWN_SCOPES = (Scope.OTHER, Scope.NOT_STATED)


class Why(TextChoices):
    """Why there is no ratio; the first that applies, in this order."""

    NOT_STATED = "not_stated", _("one of the two numbers is not stated")
    OTHER_SCOPE = "other_scope", _("the two numbers cover different offences")
    OTHER_PLACE = "other_place", _("the two numbers were counted in different places")
    OTHER_PERIOD = "other_period", _("the two numbers are of different periods")
    OTHER_PEOPLE = "other_people", _("the two numbers do not count the same people")
    COVERS_OTHERS = "covers_others", _("one of the two numbers covers other operations as well")
    DISPUTED = "disputed", _("the sources of one of the two numbers contradict each other")
    INTERIM = "interim", _("one of the two numbers is not final")
    NOT_EXACT = "not_exact", _("one of the two numbers is not exact")
    ZERO = "zero", _("the number to compare with is zero")


@dataclass(frozen=True, slots=True)
class Ratio:
    """``later`` as a share of ``earlier``."""

    earlier: figures.Figure
    later: figures.Figure
    share: Decimal


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no ratio, and both figures as far as there are any."""

    reason: Why
    earlier: figures.Figure | None
    later: figures.Figure | None


def ratio(document: dict[str, Any], earlier: Stage, later: Stage) -> Ratio | Refusal:
    """How many of stage ``earlier`` reached stage ``later`` in one operation.

    Any two leading whole figures that agree in scope, place, period and people will do, the
    lowest ids first; without such a pair the refusal shows the figures of the chain.
    """
    stated = claims(document)
    pairs = [(a, b) for a in numbers(earlier, stated) for b in numbers(later, stated)]
    if not pairs:
        return Refusal(Why.NOT_STATED, figure_of(earlier, stated), figure_of(later, stated))
    disputed = {id_ for dispute in figures.disputes(stated) for id_ in dispute.figures}
    refusals = []
    for one, other in pairs:
        reason = difference(one, other) or weakness(one, other, disputed)
        if reason is None and one.value and other.value is not None:
            return Ratio(one, other, other.value / one.value)
        refusals.append(Refusal(reason or Why.ZERO, one, other))
    # The pair that came nearest tells most.
    return max(refusals, key=lambda refusal: list(Why).index(refusal.reason))


def numbers(stage: Stage, stated: Iterable[figures.Figure]) -> list[figures.Figure]:
    """Leading whole figures of a stage that are numbers, lowest ids first."""
    leading = figures.headlines(stated).values()
    return [
        figure
        for figure in leading
        if figure.measure in MEASURES_OF[stage] and figure.is_whole and figure.is_number
    ]


def difference(one: figures.Figure, other: figures.Figure) -> Why | None:
    """In what two figures do not count the same."""
    if one.scope != other.scope or one.scope in UNKNOWN_SCOPES:
        return Why.OTHER_SCOPE
    if one.counted_in != other.counted_in:
        return Why.OTHER_PLACE
    if one.period != other.period:
        return Why.OTHER_PERIOD
    return None if people(one) == people(other) else Why.OTHER_PEOPLE


def people(figure: figures.Figure) -> tuple[object, ...]:
    """Who is counted: victims are never a share of those arrested, nor the other way round."""
    victims = figure.measure.startswith("victims_")
    key = figures.claim_key(figure)
    return victims, key.role, key.sex, key.age_group, key.residency, key.nationality, key.offence


def weakness(one: figures.Figure, other: figures.Figure, disputed: set[str]) -> Why | None:
    """Why two figures that count the same still make no ratio."""
    both = (one, other)
    if any(figure.covers for figure in both):
        return Why.COVERS_OTHERS
    if any(figure.id in disputed for figure in both):
        return Why.DISPUTED
    if any(figure.reporting_status == ReportingStatus.INTERIM for figure in both):
        return Why.INTERIM
    if any(figure.exact_value is None for figure in both):
        return Why.NOT_EXACT
    return None if one.value else Why.ZERO
