"""The columns of operations, one row each."""

from __future__ import annotations

from functools import partial

from django.utils.translation import gettext_lazy as _

from .column import Column

column = partial(Column, component="Operation")

OPERATION_COLUMNS = (
    column("id", "id", meaning=_("Permanent; never given to anything else.")),
    column(
        "edition", "edition", meaning=_("The number of the edition that this row was read from.")
    ),
    column("published_at", "published_at", meaning=_("When that edition was published, in UTC.")),
    column("name_en", "name.en"),
    column("name_zh_hant", "name.zh-Hant", meaning=_("Empty where no Chinese name is recorded.")),
    column("aliases", "aliases"),
    column("summary_en", "summary.en"),
    column("summary_zh_hant", "summary.zh-Hant"),
    column("kind", "kind"),
    column("status", "status"),
    column("flags", "flags", meaning=_("Warnings that readers see.")),
    column(
        "dates",
        "dates.edtf",
        meaning=_("As sources give them, in EDTF. Empty: no source fixes it."),
    ),
    column("earliest", "dates.earliest", meaning=_("The first day that the dates allow.")),
    column(
        "latest",
        "dates.latest",
        meaning=_("The last day that the dates allow. Empty beside a first day: still running."),
    ),
    column("dates_derived", "dates.derived"),
    column("date_note_en", "dates.note.en"),
    column("date_note_zh_hant", "dates.note.zh-Hant"),
    column("series", "series.id"),
    column("part_of", "part_of", meaning=_("The campaign that this is a phase or a part of.")),
    column(
        "may_overlap", "may_overlap", meaning=_("No source says whether one includes the other.")
    ),
    column("agencies", "agencies[].id"),
    column("agency_roles", "agencies[].role", meaning=_("In the order of the agencies.")),
    column("groups", "groups[].id", meaning=_("A reported link, never a membership.")),
    column("group_attributions", "groups[].attribution", meaning=_("In the order of the groups.")),
    column("places", "places[].id", meaning=_("District at the finest.")),
    column("offences", "offences[].id", meaning=_("Alleged, not proved.")),
    column("relevance", "offences[].relevance", meaning=_("In the order of the offences.")),
    column("methods", "methods[].id"),
    column("routes_from", "routes[].from.id"),
    column(
        "routes_to", "routes[].to.id", meaning=_("In the order of the places that routes begin at.")
    ),
    column("figures", "figures[].id", meaning=_("Their numbers are in the table of figures.")),
    column("disputed", "disputed[].measure", meaning=_("Measures on which figures do not agree.")),
    column("sources", "sources[].id"),
    column("source_addresses", "sources[].url", meaning=_("In the order of the sources.")),
    column("links", "links[].url", meaning=_("Pages about it elsewhere; not sources.")),
)
