"""What offences are compared with: the Palermo Protocol and the classification of crimes."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PalermoElement(TextChoices):
    """Acts, means and purposes of article 3 of the Protocol, as the Security Bureau quotes it."""

    RECRUITMENT = "act.recruitment", _("act: recruitment")
    TRANSPORTATION = "act.transportation", _("act: transportation")
    TRANSFER = "act.transfer", _("act: transfer")
    HARBOURING = "act.harbouring", _("act: harbouring")
    RECEIPT = "act.receipt", _("act: receipt")
    COERCION = "means.coercion", _("means: threat, force or other coercion")
    ABDUCTION = "means.abduction", _("means: abduction")
    FRAUD = "means.fraud", _("means: fraud")
    DECEPTION = "means.deception", _("means: deception")
    ABUSE_OF_POWER = "means.abuse_of_power", _("means: abuse of power or of vulnerability")
    PAYMENT = "means.payment", _("means: payment to a person who has control")
    SEXUAL = "purpose.prostitution_of_others", _("purpose: exploiting the prostitution of others")
    OTHER_SEXUAL = "purpose.other_sexual", _("purpose: other sexual exploitation")
    LABOUR = "purpose.labour", _("purpose: forced labour or services")
    SLAVERY = "purpose.slavery", _("purpose: slavery or similar practices")
    SERVITUDE = "purpose.servitude", _("purpose: servitude")
    ORGANS = "purpose.organs", _("purpose: removal of organs")


# Titles as version 1.0 of the classification has them; codes from memory have none here.
ICCS_TITLES = {
    "0203": "Slavery and exploitation",
    "0204": "Trafficking in persons",
    "02041": "Trafficking in persons for sexual exploitation",
    "0302": "Sexual exploitation",
    "030221": "Child pornography",
    "030222": "Child prostitution",
    "030223": "Sexual grooming of children",
    "030229": "Other sexual exploitation of children",
    "03029": "Other acts of sexual exploitation",
    "0802": "Acts contrary to public order sexual standards",
}
