"""What each code list is a list of, by the name that the code book gives it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

LISTS: dict[str, Any] = {
    "age_group": _("Whether those counted are adults."),
    "agency_role": _("What an agency did in an operation."),
    "attribution": _("Who says that a group is linked to an operation."),
    "breakdown": _("How a part relates to its whole."),
    "confidence": _("How sure the editors are that a figure is what the source states."),
    "currency": _("Currencies that sources use (ISO 4217); XXX is its own code for none known."),
    "edition_kind": _("Why an edition was made."),
    "evidence": _("How well a term itself is attested."),
    "finding_kind": _("Which part of the wider story a finding tells."),
    "flag": _("Warnings that readers see beside an operation."),
    "kind": _("What sort of operation a record describes."),
    "language": _("Languages that sources are written in (BCP 47)."),
    "link_kind": _("What an outside link of an operation points to."),
    "measure": _("What is counted, in which unit, and whether operations may be added."),
    "method_kind": _("Whether a method recruits or controls."),
    "nationality": _(
        "Nationality or ethnic group as the source reports it (ISO 3166 in lower case, or a group)."
    ),
    "palermo": _("Acts, means and purposes in article 3 of the Palermo Protocol."),
    "place_kind": _("What sort of place; nothing finer than a district is recorded."),
    "qualifier": _("How exactly the source states a number."),
    "rank": _("What the editors ruled among rivals."),
    "rank_reason": _("Why a figure is preferred or deprecated."),
    "relevance": _("How an offence relates to trafficking in persons; most do not."),
    "reporting_status": _("Whether the source calls a number interim or final."),
    "residency": _(
        "Residence or immigration status as the source reports it; of a group, never of a person."
    ),
    "role": _("The part that those counted are said to have played."),
    "scope": _("Which offences a number covers. Different scopes are different quantities."),
    "sex": _("Sex as the source reports it."),
    "source_health": _("What was found when the address of a source was last checked."),
    "source_kind": _("What a source is; whether it is official, reporting or derived follows."),
    "statement_kind": _("What a statement is."),
    "status": _("Whether an operation has ended."),
    "tier": _("Tiers of the yearly Trafficking in Persons report of the United States."),
    "unit": _("What one of the things counted is."),
    "value_type": _("The kinds of nothing, and the one kind of something."),
    "withdrawal_class": _("Why an operation is no longer public."),
}
