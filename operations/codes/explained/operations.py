"""What the codes of an operation mean, and when to use them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from operations.codes.operation import AgencyRole, Attribution, Flag, Kind, LinkKind, Status

KIND: dict[str, Any] = {
    Kind.ORGANISED_CRIME_SWEEP: _("Weeks or months against organised crime of all kinds."),
    Kind.ANTI_TRIAD: _("Against named or unnamed triad societies."),
    Kind.VICE_SYNDICATE: _("Against one group that is said to run vice."),
    Kind.ANTI_VICE: _("Checks and arrests in a district or city against vice."),
    Kind.TRAFFICKING_CASE: _("A case that an authority itself calls trafficking."),
}
STATUS: dict[str, Any] = {
    Status.ONGOING: _("A source says that it goes on."),
    Status.CONCLUDED: _("A source says that it is over, or gives final results."),
    Status.NOT_STATED: _("No source says either."),
}
FLAGS: dict[str, Any] = {
    Flag.PRIMARY_SOURCE_WANTED: _("Known only second-hand: an official source is looked for."),
    Flag.SINGLE_SOURCE: _("Everything rests on one source."),
    Flag.DATE_UNCERTAIN: _("Sources differ about when, or none says it clearly."),
}
AGENCY_ROLE: dict[str, Any] = {
    AgencyRole.LEAD: _("Ran it, or announced it alone."),
    AgencyRole.JOINT: _("Ran it together with others."),
    AgencyRole.SUPPORTING: _("Took part under another's lead."),
}
ATTRIBUTION: dict[str, Any] = {
    Attribution.COURT_FINDING: _("A court said so."),
    Attribution.OFFICIAL_ON_RECORD: _("An official said so under their name or office."),
    Attribution.UNNAMED_OFFICIAL: _("“Sources say”, 消息指."),
    Attribution.MEDIA_INFERENCE: _("The paper's own conclusion."),
    Attribution.NGO: _("An organisation said so."),
    Attribution.NOT_STATED: _("The source does not say who says so."),
}
LINK_KIND: dict[str, Any] = {
    LinkKind.WIKIDATA: _("The item in Wikidata."),
    LinkKind.WIKIPEDIA: _("An article in any language."),
    LinkKind.OTHER: _("Anything else that is no source of a figure."),
}
