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
    column(
        "name_en", "name.en", meaning=_("The name that the police use; otherwise place and month.")
    ),
    column("name_zh_hant", "name.zh-Hant", meaning=_("Empty where no Chinese name is recorded.")),
    column("aliases", "aliases", meaning=_("Other names and spellings of the same operation.")),
    column(
        "summary_en",
        "summary.en",
        meaning=_("What happened, in two or three sentences of the editors, written in English."),
    ),
    column(
        "summary_zh_hant",
        "summary.zh-Hant",
        meaning=_("What happened, in two or three sentences of the editors, written in Chinese."),
    ),
    column("kind", "kind", meaning=_("The sort of operation, by its aim.")),
    column("status", "status", meaning=_("Whether a source says that it has ended.")),
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
    column(
        "dates_derived",
        "dates.derived",
        meaning=_("True where the dates were worked out here and no source prints them so."),
    ),
    column(
        "date_note_en",
        "dates.note.en",
        meaning=_("What has to be known about the dates, written in English."),
    ),
    column(
        "date_note_zh_hant",
        "dates.note.zh-Hant",
        meaning=_("What has to be known about the dates, written in Chinese."),
    ),
    column(
        "series",
        "series.id",
        meaning=_("The row of operations under one name that it belongs to, such as Thunderbolt."),
    ),
    column("part_of", "part_of", meaning=_("The campaign that this is a phase or a part of.")),
    column(
        "may_overlap", "may_overlap", meaning=_("No source says whether one includes the other.")
    ),
    column("agencies", "agencies[].id", meaning=_("Forces and offices that took part.")),
    column(
        "agency_roles",
        "agencies[].role",
        meaning=_("What each agency did; in the order of the agencies."),
    ),
    column("groups", "groups[].id", meaning=_("A reported link, never a membership.")),
    column(
        "group_attributions",
        "groups[].attribution",
        meaning=_("Who says that a group is linked to it; in the order of the groups."),
    ),
    column("places", "places[].id", meaning=_("District at the finest.")),
    column("offences", "offences[].id", meaning=_("Alleged, not proved.")),
    column(
        "relevance",
        "offences[].relevance",
        meaning=_("How each offence relates to trafficking; in the order of the offences."),
    ),
    column(
        "methods",
        "methods[].id",
        meaning=_("How people are said to have been recruited or controlled."),
    ),
    column(
        "routes_from",
        "routes[].from.id",
        meaning=_("The places that people are said to have been moved from."),
    ),
    column(
        "routes_to",
        "routes[].to.id",
        meaning=_(
            "Where they are said to have been moved to; in the order of the places that routes"
            " begin at."
        ),
    ),
    column("figures", "figures[].id", meaning=_("Their numbers are in the table of figures.")),
    column("disputed", "disputed[].measure", meaning=_("Measures on which figures do not agree.")),
    column("sources", "sources[].id", meaning=_("The sources that its figures cite.")),
    column(
        "source_addresses",
        "sources[].url",
        meaning=_("Where each source is on the web; in the order of the sources."),
    ),
    column("links", "links[].url", meaning=_("Pages about it elsewhere; not sources.")),
)
