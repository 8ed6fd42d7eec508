"""The columns of figures, one row each, with what a figure must not be quoted without."""

from __future__ import annotations

from functools import partial

from django.utils.translation import gettext_lazy as _

from .column import Column

column = partial(Column, component="OwnedFigure", of=("figures",))

FIGURE_COLUMNS = (
    Column("operation", "operation", "OwnedFigure", _("The operation that it belongs to.")),
    column("id", "id", meaning=_("Permanent: the operation's id and a number.")),
    column("measure", "measure"),
    column("unit", "unit"),
    column(
        "value_type", "value_type", meaning=_("Only “value” has a number. Nothing is not zero.")
    ),
    column(
        "value", "value", meaning=_("Read it with the qualifier. Empty: no number, or a range.")
    ),
    column("low", "low"),
    column("high", "high"),
    column("currency", "currency", meaning=_("For money only.")),
    column("qualifier", "qualifier"),
    column("scope", "scope", meaning=_("Which offences it covers. Never added to another scope.")),
    column("counted_in", "counted_in", meaning=_("The place that it was counted in.")),
    column("period", "period"),
    column("as_at", "as_at", meaning=_("The day for which the source gives it.")),
    column("reporting_status", "reporting_status", meaning=_("Interim is never added to final.")),
    column("role", "who.role"),
    column("sex", "who.sex"),
    column("age_group", "who.age_group"),
    column("residency", "who.residency"),
    column("nationality", "who.nationality"),
    column("age_from", "who.age_from"),
    column("age_to", "who.age_to"),
    column("source_term", "who.source_term"),
    column("offence", "offence"),
    column("part_of", "part_of", meaning=_("Parts are in their whole already: never add both.")),
    column("breakdown", "breakdown"),
    column("breakdown_set", "breakdown_set"),
    column("covers", "covers"),
    column("derived", "derived"),
    column("came_from", "came_from", meaning=_("Where it was recorded before two were merged.")),
    column("confidence", "confidence"),
    column("rank", "rank"),
    column("rank_reason", "rank_reason"),
    column("rank_note_en", "rank_note.en"),
    column("rank_note_zh_hant", "rank_note.zh-Hant"),
    column("headline", "headline", meaning=_("One figure leads among the rivals of its claim.")),
    column("note_en", "note.en"),
    column("note_zh_hant", "note.zh-Hant"),
    column("sources", "citations[].source"),
    column("locators", "citations[].locator", meaning=_("In the order of the sources.")),
)
