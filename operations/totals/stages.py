"""The chain of outcomes: arrested → charged → prosecuted → convicted → sentenced.

Victims identified and assisted stand beside it: they are no stage of what happens to those
arrested.
"""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from operations.codes import Measure


class Stage(TextChoices):
    """A stage of the chain, or one of the two that stand beside it."""

    ARRESTED = "arrested", _("arrested")
    CHARGED = "charged", _("charged")
    PROSECUTED = "prosecuted", _("prosecuted")
    CONVICTED = "convicted", _("convicted")
    SENTENCED = "sentenced", _("sentenced")
    VICTIMS_IDENTIFIED = "victims_identified", _("victims identified")
    VICTIMS_ASSISTED = "victims_assisted", _("victims assisted")


class State(TextChoices):
    """What is known of a stage; the last two are not the same, and neither is zero."""

    STATED = "stated", _("stated")
    SUPPRESSED = "suppressed", _("suppressed to protect people")
    NOT_STATED = "not_stated", _("not stated by any source read")
    NOT_LOOKED = "not_looked", _("not yet looked for")


BESIDE = (Stage.VICTIMS_IDENTIFIED, Stage.VICTIMS_ASSISTED)

# The measures of a stage, that of all people first; those in prison have been sentenced.
MEASURES_OF: dict[Stage, tuple[Measure, ...]] = {
    Stage.ARRESTED: (Measure.PERSONS_ARRESTED,),
    Stage.CHARGED: (Measure.PERSONS_CHARGED,),
    Stage.PROSECUTED: (Measure.PERSONS_PROSECUTED,),
    Stage.CONVICTED: (Measure.PERSONS_CONVICTED,),
    Stage.SENTENCED: (Measure.PERSONS_SENTENCED, Measure.PERSONS_IMPRISONED),
    Stage.VICTIMS_IDENTIFIED: (Measure.VICTIMS_IDENTIFIED,),
    Stage.VICTIMS_ASSISTED: (Measure.VICTIMS_ASSISTED,),
}

# What tells readers how a case went on: a charge, or anything that only follows one.
OUTCOMES = (
    Measure.PERSONS_CHARGED,
    Measure.PERSONS_PROSECUTED,
    Measure.CHARGES_WITHDRAWN,
    Measure.PERSONS_CONVICTED,
    Measure.PERSONS_ACQUITTED,
    Measure.CONVICTIONS_QUASHED,
    Measure.PERSONS_SENTENCED,
    Measure.PERSONS_IMPRISONED,
)
