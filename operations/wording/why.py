"""Why one figure leads and another does not: the steps of ``figures.headline``, in words."""

from __future__ import annotations

from datetime import date
from enum import Enum

from django.utils.translation import gettext as _

from operations import figures
from operations.codes import DERIVED, Rank, ReportingStatus, ValueType


class Reason(Enum):
    """The first step at which a rival falls behind the figure that leads."""

    RULED_OUT = "ruled_out"
    CUMULATIVE = "cumulative"
    PREFERRED = "preferred"
    SILENT = "silent"
    INTERIM = "interim"
    DERIVED = "derived"
    EARLIER = "earlier"
    LESSER_SOURCE = "lesser_source"
    LESS_PRECISE = "less_precise"
    SAME = "same"
    CONTRADICTS = "contradicts"


def reason(rival: figures.Figure, leader: figures.Figure) -> Reason:
    """Why ``rival`` does not lead while ``leader`` does. Both are of one claim key."""
    return by_ruling(rival, leader) or by_source(rival, leader) or by_value(rival, leader)


def by_ruling(rival: figures.Figure, leader: figures.Figure) -> Reason | None:
    if rival.is_deprecated:
        return Reason.RULED_OUT
    if rival.reporting_status == ReportingStatus.CUMULATIVE:
        return Reason.CUMULATIVE
    if Rank.PREFERRED in (leader.rank, rival.rank) and leader.rank != rival.rank:
        return Reason.PREFERRED
    if rival.value_type == ValueType.NOT_STATED != leader.value_type:
        return Reason.SILENT
    if rival.reporting_status == ReportingStatus.INTERIM != leader.reporting_status:
        return Reason.INTERIM
    return None


def by_source(rival: figures.Figure, leader: figures.Figure) -> Reason | None:
    if leader.tier < DERIVED <= rival.tier:
        return Reason.DERIVED
    if (rival.as_at_day or date.min) < (leader.as_at_day or date.min):
        return Reason.EARLIER
    return Reason.LESSER_SOURCE if leader.tier < rival.tier else None


def by_value(rival: figures.Figure, leader: figures.Figure) -> Reason:
    if not figures.meet([figures.interval(rival), figures.interval(leader)]):
        return Reason.CONTRADICTS
    less = figures.precision(leader) < figures.precision(rival)
    return Reason.LESS_PRECISE if less else Reason.SAME


def why_not(found: Reason) -> str:
    """Said beside the figure that does not lead."""
    return {
        Reason.RULED_OUT: _("Does not lead: an editor ruled it out."),
        Reason.CUMULATIVE: _("Does not lead: it is cumulative and speaks of a longer time."),
        Reason.PREFERRED: _("Does not lead: an editor prefers the other."),
        Reason.SILENT: _("Does not lead: this source was read and does not state the number."),
        Reason.INTERIM: _("Does not lead: an interim count, superseded."),
        Reason.DERIVED: _("Does not lead: known from derived sources only."),
        Reason.EARLIER: _("Does not lead: it speaks of an earlier day, or of none."),
        Reason.LESSER_SOURCE: _("Does not lead: its source is not official."),
        Reason.LESS_PRECISE: _("Does not lead: it agrees and is less precise."),
        Reason.SAME: _("Does not lead: it agrees, and the other was recorded first."),
        Reason.CONTRADICTS: _(
            "Does not lead, and contradicts the other, which was recorded first."
        ),
    }[found]


def why(found: Reason) -> str:
    """Said of the figure that leads, against one rival."""
    return {
        Reason.RULED_OUT: _("an editor ruled out a rival"),
        Reason.CUMULATIVE: _("a rival is cumulative and speaks of a longer time"),
        Reason.PREFERRED: _("an editor prefers it"),
        Reason.SILENT: _("a rival source does not state the number"),
        Reason.INTERIM: _("a rival is an interim count"),
        Reason.DERIVED: _("a rival is known from derived sources only"),
        Reason.EARLIER: _("it speaks of the latest day"),
        Reason.LESSER_SOURCE: _("its source is official"),
        Reason.LESS_PRECISE: _("it is more precise than a rival that agrees"),
        Reason.SAME: _("a rival that agrees was recorded later"),
        Reason.CONTRADICTS: _("it was recorded first, and nothing else settles the contradiction"),
    }[found]
