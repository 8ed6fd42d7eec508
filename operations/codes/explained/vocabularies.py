"""What the codes of terms and of units mean."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from operations.codes.measure import Unit
from operations.codes.vocabulary import Evidence, MethodKind, PlaceKind, Relevance

RELEVANCE: dict[str, Any] = {
    Relevance.TRAFFICKING_OFFENCE: _("Listed by the Security Bureau against trafficking."),
    Relevance.TRAFFICKING_INDICATOR: _("May come with trafficking; does not prove it."),
    Relevance.VICE_OFFENCE: _("Of vice; says nothing of trafficking."),
    Relevance.TRIAD_OFFENCE: _("Of triad societies; says nothing of trafficking."),
    Relevance.OTHER: _("None of these."),
}
EVIDENCE: dict[str, Any] = {
    Evidence.SEEN: _("A source that was read names it."),
    Evidence.INFERRED: _("It follows from sources that were read."),
    Evidence.DESIGN: _("Made for this record; no source uses it."),
    Evidence.UNVERIFIED: _("Not looked up yet."),
}
PLACE: dict[str, Any] = {
    PlaceKind.TERRITORY: _("Hong Kong, Macau or Taiwan, each as a whole."),
    PlaceKind.AREA: _("Hong Kong Island, Kowloon or the New Territories."),
    PlaceKind.DISTRICT: _("One of the 18 districts: the finest place recorded."),
    PlaceKind.POLICE_REGION: _("A region of the police; its borders are not those of districts."),
    PlaceKind.PROVINCE: _("A province or city elsewhere."),
    PlaceKind.COUNTRY: _("A country, or mainland China."),
    PlaceKind.WORLD_REGION: _("Several countries under one name."),
    PlaceKind.COMBINED: _("Places that a source counts together."),
}
METHOD: dict[str, Any] = {
    MethodKind.RECRUITMENT: _("How people are brought in."),
    MethodKind.CONTROL: _("How people are kept."),
}
UNIT: dict[str, Any] = {
    Unit.PERSON: _("People, each counted once by the source."),
    Unit.DEPLOYMENT: _("Deployments of officers; one officer may count several times."),
    Unit.PREMISES: _("Flats, shops, clubs and other places."),
    Unit.CHECK: _("Checks; one person may count several times."),
    Unit.GROUP: _("Societies or syndicates."),
    Unit.OFFENCE: _("Offences; one person may be suspected of several."),
    Unit.CASE: _("Cases; one case may have several people."),
    Unit.OPERATION: _("Raids or sub-operations."),
    Unit.MONEY: _("An amount, in full, in the currency stated beside it."),
    Unit.GRAM: _("Grams; 1.5 kg is 1500."),
    Unit.ITEM: _("Things, as the source counts them."),
    Unit.ACCOUNT: _("Bank accounts."),
    Unit.NOTICE: _("Tickets, fixed penalties and other papers."),
    Unit.OTHER: _("Whatever the note names."),
}
