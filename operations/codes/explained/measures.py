"""What each measure counts, and when to use it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from operations.codes.measure import MEASURES, Measure, Unit

STAGES: dict[int, Any] = {
    0: _("What the operation did"),
    1: _("Cases and first contact"),
    2: _("Suspected or taken in"),
    3: _("Arrested or identified"),
    4: _("Charged or assisted"),
    5: _("Before a court"),
    6: _("Outcome in court"),
    7: _("Sentence or removal"),
}
SEIZED: Any = _("Money, drugs and goods")
SEIZED_UNITS = frozenset({Unit.MONEY, Unit.GRAM, Unit.ITEM, Unit.ACCOUNT})

MEANINGS: dict[str, Any] = {
    Measure.OPERATIONS_MOUNTED: _("Raids or sub-operations that the source counts as one each."),
    Measure.OFFICERS_DEPLOYED: _(
        "Deployments as stated, usually not different officers: one who works ten nights may count"
        " ten times."
    ),
    Measure.PREMISES_CHECKED: _("Places visited, whether or not anything was found."),
    Measure.PREMISES_RAIDED: _("Places entered by force or under a warrant."),
    Measure.PREMISES_NEUTRALISED: _("Illegal places that the source says were closed or smashed."),
    Measure.IDENTITY_CHECKS: _("Checks of papers. One person may be checked several times."),
    Measure.GROUPS_TARGETED: _("Syndicates or societies that the source counts."),
    Measure.OFFENCES_RECORDED: _("Offences in a record of crime, not people and not cases."),
    Measure.CASES_INVESTIGATED: _("Cases that were looked into."),
    Measure.CASES_RECORDED: _("Cases opened or recorded."),
    Measure.CASES_SOLVED: _("Cases that the source calls solved or detected."),
    Measure.PERSONS_SCREENED: _("People asked whether they may be victims of trafficking."),
    Measure.PERSONS_INTERCEPTED: _("People stopped; the source does not say arrested."),
    Measure.PERSONS_TAKEN_TO_STATION: _(
        "People taken in for checks; the source does not say arrested."
    ),
    Measure.PERSONS_SUSPECTED: _("People called suspects without a word about arrest."),
    Measure.VICTIMS_PRESUMED: _("People thought to be victims; nobody has decided yet."),
    Measure.PERSONS_ARRESTED: _("Arrests. An arrest is no finding of guilt."),
    Measure.PERSONS_ARRESTED_OR_TAKEN_IN: _(
        "A total that mixes arrests with people taken in. Never added to anything."
    ),
    Measure.PERSONS_CAUTIONED: _("People let go with a caution."),
    Measure.PERSONS_RELEASED: _("People let go without charge."),
    Measure.PERSONS_BAILED: _("People let go for now; also counted among the arrested."),
    Measure.PERSONS_HANDED_OVER: _("People passed to another agency or place."),
    Measure.PENALTY_NOTICES: _("Tickets and fixed penalties: papers, not people."),
    Measure.VICTIMS_IDENTIFIED: _("People whom an authority recognised as victims."),
    Measure.VICTIMS_NOT_CONFIRMED: _("People screened whom the authority did not call victims."),
    Measure.PERSONS_REFERRED: _("People reported to the prosecution; not yet charged."),
    Measure.PERSONS_CHARGED: _("People formally charged. A charge is no finding of guilt."),
    Measure.VICTIMS_ASSISTED: _("Victims who were given shelter, care or passage."),
    Measure.VICTIMS_PENALISED: _("Victims who were themselves arrested, prosecuted or removed."),
    Measure.PERSONS_PROSECUTED: _("People brought before a court."),
    Measure.CHARGES_WITHDRAWN: _("People whose charges were dropped."),
    Measure.PERSONS_CONVICTED: _("People found guilty by a court."),
    Measure.PERSONS_ACQUITTED: _("People found not guilty."),
    Measure.CONVICTIONS_QUASHED: _("People whose conviction was set aside on appeal."),
    Measure.PERSONS_SENTENCED: _("People sentenced, whatever the sentence."),
    Measure.PERSONS_IMPRISONED: _("People sentenced to prison that was not suspended."),
    Measure.PERSONS_REMOVED: _("People sent out of the place, by any procedure."),
    Measure.CASH_SEIZED: _("Cash alone."),
    Measure.PROCEEDS_SEIZED: _("What is suspected to come from crime, seized or frozen."),
    Measure.ASSETS_FROZEN: _("Assets that may not be moved for now."),
    Measure.SEIZURE_VALUE: _("A headline total of cash, drugs and goods together. Never added."),
    Measure.DRUGS_VALUE: _("Market value that the source gives for drugs."),
    Measure.DRUGS_MASS: _("Weight in grams: 1.5 kg is 1500."),
    Measure.GOODS_VALUE: _("Value of smuggled or illicit goods as stated."),
    Measure.WEAPONS_SEIZED: _("Weapons, as the source counts them."),
    Measure.ACCOUNTS_FROZEN: _("Bank accounts, not money."),
    Measure.PROCEEDS_ESTIMATED: _(
        "What the source thinks was earned by crime; nothing was seized."
    ),
    Measure.OTHER: _("Anything else; the note says what is counted. Never added or compared."),
}


def group(code: str) -> Any:
    """The heading under which a measure is offered."""
    facts = MEASURES[code]
    return SEIZED if facts.unit in SEIZED_UNITS else STAGES[facts.stage]


def meaning(code: str) -> Any:
    return MEANINGS[code]
