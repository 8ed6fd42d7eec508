"""What the codes of a figure mean, and when to use them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from operations.codes.figure import (
    BreakdownKind,
    Confidence,
    Qualifier,
    Rank,
    RankReason,
    ReportingStatus,
    Scope,
    ValueType,
)

VALUE_TYPE: dict[str, Any] = {
    ValueType.VALUE: _("A source gives a number. Zero only when a source says zero."),
    ValueType.NOT_STATED: _(
        "Looked for in every source read, and none gives it. There is no number."
    ),
    ValueType.VERBAL_ONLY: _("Words only (“dozens”), which the note quotes. There is no number."),
    ValueType.SUPPRESSED: _("A source gives a number so small that people could be recognised."),
}
QUALIFIER: dict[str, Any] = {
    Qualifier.EXACT: _("The bare number."),
    Qualifier.ABOUT: _("“About”, “some”, “nearly”, 約: taken as ten per cent either way."),
    Qualifier.AT_LEAST: _("“At least”, “no fewer than”, 最少."),
    Qualifier.MORE_THAN: _("“More than”, “over”, 逾, 超過: the number itself is not reached."),
    Qualifier.AT_MOST: _("“At most”, “up to”, 最多."),
    Qualifier.FEWER_THAN: _("“Fewer than”, “under”, 少於."),
    Qualifier.RANGE: _("“Between 20 and 30”: the ends are in “low” and “high”."),
}
SCOPE: dict[str, Any] = {
    Scope.ALL_OFFENCES: _("Every kind of offence. The usual case of a large operation."),
    Scope.TRIAD: _("Offences under the Societies Ordinance and the like."),
    Scope.VICE: _("Vice establishments, soliciting, living on earnings. Not trafficking."),
    Scope.VICE_AND_IMMIGRATION: _("The two counted together by the source."),
    Scope.SEX_TRAFFICKING: _("Only when the source itself says trafficking."),
    Scope.IMMIGRATION: _("Breaches of stay, working without permission."),
    Scope.DRUGS: _("Dangerous drugs."),
    Scope.GAMBLING: _("Illegal gambling and bookmaking."),
    Scope.OTHER: _("Another kind of offence, named in the note. Never compared."),
    Scope.NOT_STATED: _("The source does not say which offences."),
    Scope.NOT_APPLICABLE: _("Premises, officers, checks and money have no offence."),
}
REPORTING_STATUS: dict[str, Any] = {
    ReportingStatus.INTERIM: _("So far: the operation or the count goes on. Never added."),
    ReportingStatus.FINAL: _("The source calls it the final count, or the operation is over."),
    ReportingStatus.REVISED: _("The source corrects its earlier number."),
    ReportingStatus.CUMULATIVE: _("Since a start that lies before this operation. Never added."),
    ReportingStatus.NOT_STATED: _("The source does not say."),
}
BREAKDOWN: dict[str, Any] = {
    BreakdownKind.PARTITION: _("Together the parts are the whole: men and women of all arrested."),
    BreakdownKind.OVERLAPPING: _("One person may be in several parts."),
    BreakdownKind.PARTIAL: _("Some of the whole; nothing is said of the rest."),
}
CONFIDENCE: dict[str, Any] = {
    Confidence.HIGH: _("Read in a source that counts itself, or in several that agree."),
    Confidence.MEDIUM: _("Read in one report."),
    Confidence.LOW: _("Second-hand, translated by machine, or the wording is unclear."),
}
RANK: dict[str, Any] = {
    Rank.PREFERRED: _("Leads over its rivals by a ruling, for the reason given."),
    Rank.NORMAL: _("The stated rules decide which rival leads."),
    Rank.DEPRECATED: _("Kept and shown, but never leads and is never added, for the reason given."),
}
RANK_REASON: dict[str, Any] = {
    RankReason.LATER_FIGURE: _("A later count replaces it, or it is the later one."),
    RankReason.OFFICIAL_OVER_SECONDARY: _("An official source against a report about it."),
    RankReason.WIDER_SCOPE: _("It covers what the rival leaves out."),
    RankReason.SOURCE_CORRECTED: _("The source itself published a correction."),
    RankReason.SOURCE_WITHDRAWN: _("The source took it back."),
    RankReason.TRANSCRIPTION_ERROR: _("A misprint, shown by another passage."),
    RankReason.DUPLICATE: _("The same claim stands here already."),
    RankReason.WRONG_SCOPE: _("The source counts something else than it says."),
    RankReason.SUPERSEDED_INTERIM: _("An interim count, and a final one is known."),
}
