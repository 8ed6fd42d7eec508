"""What is counted, in which unit, at which stage, and whether it adds up."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Unit(TextChoices):
    """What one of the counted things is."""

    PERSON = "person", _("people")
    DEPLOYMENT = "person-deployment", _("officer deployments")
    PREMISES = "premises", _("premises")
    CHECK = "check", _("checks")
    GROUP = "group", _("groups")
    OFFENCE = "offence", _("offences")
    CASE = "case", _("cases")
    OPERATION = "operation", _("operations")
    MONEY = "money", _("money")
    GRAM = "gram", _("grams")
    ITEM = "item", _("items")
    ACCOUNT = "account", _("accounts")
    NOTICE = "notice", _("notices")
    OTHER = "other", _("units named in the note")


class Measure(TextChoices):
    """What is counted. Unit, stage and additivity are in ``MEASURES``."""

    OPERATIONS_MOUNTED = "operations_mounted", _("operations mounted")
    OFFICERS_DEPLOYED = "officers_deployed", _("officers deployed")
    PREMISES_CHECKED = "premises_checked", _("premises checked")
    PREMISES_RAIDED = "premises_raided", _("premises raided")
    PREMISES_NEUTRALISED = "premises_neutralised", _("illegal premises put out of action")
    IDENTITY_CHECKS = "identity_checks", _("identity checks")
    GROUPS_TARGETED = "groups_targeted", _("groups targeted")
    OFFENCES_RECORDED = "offences_recorded", _("offences recorded")
    CASES_INVESTIGATED = "cases_investigated", _("cases investigated")
    CASES_RECORDED = "cases_recorded", _("cases recorded")
    CASES_SOLVED = "cases_solved", _("cases solved")
    PERSONS_SCREENED = "persons_screened", _("people screened for trafficking indicators")
    PERSONS_INTERCEPTED = "persons_intercepted", _("people intercepted")
    PERSONS_TAKEN_TO_STATION = "persons_taken_to_station", _("people taken to a police station")
    PERSONS_SUSPECTED = "persons_suspected", _("people suspected")
    VICTIMS_PRESUMED = "victims_presumed", _("presumed victims")
    PERSONS_ARRESTED = "persons_arrested", _("arrested")
    PERSONS_ARRESTED_OR_TAKEN_IN = (
        "persons_arrested_or_taken_in",
        _("arrested or taken to a police station"),
    )
    PERSONS_CAUTIONED = "persons_cautioned", _("cautioned")
    PERSONS_RELEASED = "persons_released_no_charge", _("released without charge")
    PERSONS_BAILED = "persons_bailed", _("released on bail")
    PERSONS_HANDED_OVER = "persons_handed_over", _("handed over to another agency")
    PENALTY_NOTICES = "penalty_notices", _("penalty notices")
    VICTIMS_IDENTIFIED = "victims_identified", _("victims identified")
    VICTIMS_NOT_CONFIRMED = "victims_not_confirmed", _("screened, not confirmed as victims")
    PERSONS_REFERRED = "persons_referred_for_prosecution", _("referred for prosecution")
    PERSONS_CHARGED = "persons_charged", _("charged")
    VICTIMS_ASSISTED = "victims_assisted", _("victims assisted")
    VICTIMS_PENALISED = "victims_penalised", _("victims arrested, prosecuted or removed")
    PERSONS_PROSECUTED = "persons_prosecuted", _("prosecuted")
    CHARGES_WITHDRAWN = "charges_withdrawn", _("charges withdrawn")
    PERSONS_CONVICTED = "persons_convicted", _("convicted")
    PERSONS_ACQUITTED = "persons_acquitted", _("acquitted")
    CONVICTIONS_QUASHED = "convictions_quashed", _("convictions quashed on appeal")
    PERSONS_SENTENCED = "persons_sentenced", _("sentenced")
    PERSONS_IMPRISONED = "persons_imprisoned", _("sentenced to immediate imprisonment")
    PERSONS_REMOVED = "persons_removed", _("repatriated, removed or deported")
    CASH_SEIZED = "cash_seized", _("cash seized")
    PROCEEDS_SEIZED = "proceeds_seized", _("suspected crime proceeds seized or frozen")
    ASSETS_FROZEN = "assets_frozen", _("assets frozen")
    SEIZURE_VALUE = "seizure_value", _("total seizure value as stated")
    DRUGS_VALUE = "drugs_value", _("drugs seized (market value)")
    DRUGS_MASS = "drugs_mass", _("drugs seized (mass)")
    GOODS_VALUE = "goods_value", _("goods seized (value)")
    WEAPONS_SEIZED = "weapons_seized", _("weapons seized")
    ACCOUNTS_FROZEN = "accounts_frozen", _("bank accounts frozen")
    PROCEEDS_ESTIMATED = "criminal_proceeds_estimated", _("criminal proceeds, estimated")
    OTHER = "other", _("another measure, named in the note")


@dataclass(frozen=True)
class MeasureFacts:
    """Unit of a measure, its stage along the chain (0–7) and whether operations may be added."""

    unit: Unit
    stage: int
    additive: bool = True


MEASURES: dict[str, MeasureFacts] = {
    Measure.OPERATIONS_MOUNTED: MeasureFacts(Unit.OPERATION, 0),
    Measure.OFFICERS_DEPLOYED: MeasureFacts(Unit.DEPLOYMENT, 0, additive=False),
    Measure.PREMISES_CHECKED: MeasureFacts(Unit.PREMISES, 0, additive=False),
    Measure.PREMISES_RAIDED: MeasureFacts(Unit.PREMISES, 0),
    Measure.PREMISES_NEUTRALISED: MeasureFacts(Unit.PREMISES, 0),
    Measure.IDENTITY_CHECKS: MeasureFacts(Unit.CHECK, 0, additive=False),
    Measure.GROUPS_TARGETED: MeasureFacts(Unit.GROUP, 0, additive=False),
    Measure.OFFENCES_RECORDED: MeasureFacts(Unit.OFFENCE, 1),
    Measure.CASES_INVESTIGATED: MeasureFacts(Unit.CASE, 1),
    Measure.CASES_RECORDED: MeasureFacts(Unit.CASE, 1),
    Measure.CASES_SOLVED: MeasureFacts(Unit.CASE, 1),
    Measure.PERSONS_SCREENED: MeasureFacts(Unit.PERSON, 1),
    Measure.PERSONS_INTERCEPTED: MeasureFacts(Unit.PERSON, 1, additive=False),
    Measure.PERSONS_TAKEN_TO_STATION: MeasureFacts(Unit.PERSON, 2, additive=False),
    Measure.PERSONS_SUSPECTED: MeasureFacts(Unit.PERSON, 2, additive=False),
    Measure.VICTIMS_PRESUMED: MeasureFacts(Unit.PERSON, 2, additive=False),
    Measure.PERSONS_ARRESTED: MeasureFacts(Unit.PERSON, 3),
    # Mixes arrests with station checks, so adding it to anything repeats the mixing.
    Measure.PERSONS_ARRESTED_OR_TAKEN_IN: MeasureFacts(Unit.PERSON, 3, additive=False),
    Measure.PERSONS_CAUTIONED: MeasureFacts(Unit.PERSON, 3),
    Measure.PERSONS_RELEASED: MeasureFacts(Unit.PERSON, 3),
    Measure.PERSONS_BAILED: MeasureFacts(Unit.PERSON, 3, additive=False),
    Measure.PERSONS_HANDED_OVER: MeasureFacts(Unit.PERSON, 3),
    Measure.PENALTY_NOTICES: MeasureFacts(Unit.NOTICE, 3),
    Measure.VICTIMS_IDENTIFIED: MeasureFacts(Unit.PERSON, 3),
    Measure.VICTIMS_NOT_CONFIRMED: MeasureFacts(Unit.PERSON, 3),
    Measure.PERSONS_REFERRED: MeasureFacts(Unit.PERSON, 4),
    Measure.PERSONS_CHARGED: MeasureFacts(Unit.PERSON, 4),
    Measure.VICTIMS_ASSISTED: MeasureFacts(Unit.PERSON, 4, additive=False),
    Measure.VICTIMS_PENALISED: MeasureFacts(Unit.PERSON, 4, additive=False),
    Measure.PERSONS_PROSECUTED: MeasureFacts(Unit.PERSON, 5),
    Measure.CHARGES_WITHDRAWN: MeasureFacts(Unit.PERSON, 5),
    Measure.PERSONS_CONVICTED: MeasureFacts(Unit.PERSON, 6),
    Measure.PERSONS_ACQUITTED: MeasureFacts(Unit.PERSON, 6),
    Measure.CONVICTIONS_QUASHED: MeasureFacts(Unit.PERSON, 6),
    Measure.PERSONS_SENTENCED: MeasureFacts(Unit.PERSON, 7),
    Measure.PERSONS_IMPRISONED: MeasureFacts(Unit.PERSON, 7),
    Measure.PERSONS_REMOVED: MeasureFacts(Unit.PERSON, 7),
    Measure.CASH_SEIZED: MeasureFacts(Unit.MONEY, 0),
    Measure.PROCEEDS_SEIZED: MeasureFacts(Unit.MONEY, 0),
    Measure.ASSETS_FROZEN: MeasureFacts(Unit.MONEY, 0),
    Measure.SEIZURE_VALUE: MeasureFacts(Unit.MONEY, 0, additive=False),
    Measure.DRUGS_VALUE: MeasureFacts(Unit.MONEY, 0, additive=False),
    Measure.DRUGS_MASS: MeasureFacts(Unit.GRAM, 0),
    Measure.GOODS_VALUE: MeasureFacts(Unit.MONEY, 0, additive=False),
    Measure.WEAPONS_SEIZED: MeasureFacts(Unit.ITEM, 0),
    Measure.ACCOUNTS_FROZEN: MeasureFacts(Unit.ACCOUNT, 0),
    Measure.PROCEEDS_ESTIMATED: MeasureFacts(Unit.MONEY, 0, additive=False),
    Measure.OTHER: MeasureFacts(Unit.OTHER, 0, additive=False),
}


# What one of them is called, where the label speaks of several.
SINGULAR: dict[str, str | Promise] = {
    Measure.OPERATIONS_MOUNTED: _("operation mounted"),
    Measure.OFFICERS_DEPLOYED: _("officer deployed"),
    Measure.IDENTITY_CHECKS: _("identity check"),
    Measure.GROUPS_TARGETED: _("group targeted"),
    Measure.OFFENCES_RECORDED: _("offence recorded"),
    Measure.CASES_INVESTIGATED: _("case investigated"),
    Measure.CASES_RECORDED: _("case recorded"),
    Measure.CASES_SOLVED: _("case solved"),
    Measure.PERSONS_SCREENED: _("person screened for trafficking indicators"),
    Measure.PERSONS_INTERCEPTED: _("person intercepted"),
    Measure.PERSONS_TAKEN_TO_STATION: _("person taken to a police station"),
    Measure.PERSONS_SUSPECTED: _("person suspected"),
    Measure.VICTIMS_PRESUMED: _("presumed victim"),
    Measure.PENALTY_NOTICES: _("penalty notice"),
    Measure.VICTIMS_IDENTIFIED: _("victim identified"),
    Measure.VICTIMS_NOT_CONFIRMED: _("screened, not confirmed as a victim"),
    Measure.VICTIMS_ASSISTED: _("victim assisted"),
    Measure.VICTIMS_PENALISED: _("victim arrested, prosecuted or removed"),
    Measure.CHARGES_WITHDRAWN: _("charge withdrawn"),
    Measure.CONVICTIONS_QUASHED: _("conviction quashed on appeal"),
    Measure.WEAPONS_SEIZED: _("weapon seized"),
    Measure.ACCOUNTS_FROZEN: _("bank account frozen"),
}


def unit_of(measure: str) -> Unit:
    """The unit that every figure of ``measure`` is counted in."""
    return MEASURES[measure].unit


def is_money(measure: str) -> bool:
    """Whether figures of ``measure`` carry a currency."""
    return MEASURES[measure].unit == Unit.MONEY
