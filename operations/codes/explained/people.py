"""What the codes of people counted mean. They speak of groups, never of a person."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from operations.codes.people import AgeGroup, Nationality, Residency, Role, Sex

ROLE: dict[str, Any] = {
    Role.ORGANISER: _("Said to head the group."),
    Role.CORE_MEMBER: _("Said to be among its leading members."),
    Role.SYNDICATE_MEMBER: _("Said to belong to it, with no rank given."),
    Role.RECRUITER: _("Said to have found people for it."),
    Role.TRANSPORTER: _("Said to have moved people within a place."),
    Role.SMUGGLER: _("Said to have moved people or goods over a border."),
    Role.EXPLOITER: _("Said to have controlled or exploited others."),
    Role.PREMISES_KEEPER: _("Managed or kept the place."),
    Role.LANDLORD: _("Owned or let the place."),
    Role.EMPLOYER: _("Suspected of employing people without permission."),
    Role.CUSTOMER: _("Bought sexual services; in Hong Kong no offence in itself."),
    Role.MONEY_HANDLER: _("Said to have received or moved the money."),
    Role.DOCUMENT_SUPPLIER: _("Said to have supplied false papers."),
    Role.VICTIM: _("Recognised as a victim by an authority."),
    Role.POSSIBLE_VICTIM: _("Thought to be a victim; nobody has decided yet."),
    Role.NOT_VICTIM: _("Screened, and not called a victim by the authority."),
    Role.IN_COMMERCIAL_SEX: _("The people themselves, when no one says offender or victim."),
    Role.WORKER: _("Worked without permission; victim or not was not looked at."),
    Role.CHILD: _("Under 18. Counts below ten are not described further."),
    Role.DRUG_USER: _("Counted because of using drugs, not of dealing."),
    Role.OTHER: _("Another role, named in the note."),
}
SEX: dict[str, Any] = {
    Sex.FEMALE: _("As the source says."),
    Sex.MALE: _("As the source says."),
    Sex.OTHER: _("Only when the source says so."),
}
AGE_GROUP: dict[str, Any] = {
    AgeGroup.ADULT: _("The source says adults."),
    AgeGroup.MINOR: _("Under 18. Counts below ten are not described further."),
    AgeGroup.MIXED: _("The source says that both are among them."),
}
RESIDENCY: dict[str, Any] = {
    Residency.HK_RESIDENT: _("“Local” in police releases."),
    Residency.MAINLAND: _("“Mainlanders”, whatever their papers."),
    Residency.MACAU_RESIDENT: _("Residents of Macau."),
    Residency.NON_RESIDENT: _("Not residents of the place, not broken down."),
    Residency.VISITOR: _("In the place as visitors."),
    Residency.DOMESTIC_WORKER: _("Admitted as domestic workers."),
    Residency.IMPORTED_WORKER: _("Admitted under a scheme for workers."),
    Residency.RECOGNISANCE: _("Hold form 8 while a claim is looked at."),
    Residency.OVERSTAYER: _("Stayed after their permission ended."),
    Residency.WITHOUT_PERMISSION: _("Entered or stayed without permission."),
}
NATIONALITY: dict[str, Any] = {
    Nationality.NON_ETHNIC_CHINESE: _("非華裔 in police releases; any passport."),
    Nationality.FOREIGN: _("“Foreigners”, with no country named."),
    Nationality.OTHER: _("A country that this list lacks, named in the note."),
}
