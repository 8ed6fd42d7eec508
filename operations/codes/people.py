"""Codes that say who is counted; always groups, never a person."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """The part that the people counted are said to have played.

    The first thirteen are agent roles; the rest are affected roles. HTCDS entries that
    name what was done to a person are left out (DOMAIN.md 1.2).
    """

    ORGANISER = "organiser", _("alleged organiser")
    CORE_MEMBER = "core_member", _("alleged core member")
    SYNDICATE_MEMBER = "syndicate_member", _("alleged syndicate member")
    RECRUITER = "recruiter", _("alleged recruiter or intermediary")
    TRANSPORTER = "transporter", _("alleged transporter")
    SMUGGLER = "smuggler", _("alleged smuggler")
    EXPLOITER = "exploiter", _("alleged exploiter")
    PREMISES_KEEPER = "premises_keeper", _("person in charge of premises")
    LANDLORD = "landlord", _("owner or landlord of premises")
    EMPLOYER = "employer", _("suspected employer")
    CUSTOMER = "customer", _("buyer of sexual services")
    MONEY_HANDLER = "money_handler", _("alleged handler of proceeds")
    DOCUMENT_SUPPLIER = "document_supplier", _("alleged supplier of documents")
    VICTIM = "victim", _("victim of trafficking")
    POSSIBLE_VICTIM = "possible_victim", _("possible victim")
    NOT_VICTIM = "not_victim", _("screened, not confirmed as a victim")
    IN_COMMERCIAL_SEX = (
        "in_commercial_sex_status_unknown",
        _("person in commercial sex, status not determined"),
    )
    WORKER = (
        "worker_status_unknown",
        _("person working without permission, status not determined"),
    )
    CHILD = "child", _("child (under 18)")
    DRUG_USER = "drug_user", _("person who uses drugs")
    OTHER = "other", _("other role")


class Sex(TextChoices):
    """Sex as the source reports it."""

    FEMALE = "female", _("women or girls")
    MALE = "male", _("men or boys")
    OTHER = "other", _("other, as reported")


class AgeGroup(TextChoices):
    """Whether the people counted are adults."""

    ADULT = "adult", _("adults")
    MINOR = "minor", _("minors (under 18)")
    MIXED = "mixed", _("adults and minors")


class Residency(TextChoices):
    """Residence or immigration status as the source reports it, of a group, never of a person."""

    HK_RESIDENT = "hk_resident", _("Hong Kong residents")
    MAINLAND = "mainland", _("people from mainland China")
    MACAU_RESIDENT = "macau_resident", _("Macau residents")
    NON_RESIDENT = "non_resident", _("non-residents")
    VISITOR = "visitor", _("visitors")
    DOMESTIC_WORKER = "foreign_domestic_helper", _("migrant domestic workers")
    IMPORTED_WORKER = "imported_worker", _("imported workers")
    RECOGNISANCE = "recognisance_holder", _("recognisance form holders")
    OVERSTAYER = "overstayer", _("people who overstayed")
    WITHOUT_PERMISSION = "without_permission", _("people without permission to enter or stay")


class Nationality(TextChoices):
    """Nationality or ethnic group as the source reports it: ISO 3166 in lower case, or a group.

    People from mainland China are a residency in Hong Kong's statistics, not listed here.
    """

    NON_ETHNIC_CHINESE = "non_ethnic_chinese", _("non-ethnic Chinese people")
    FOREIGN = "foreign", _("foreign nationals, not broken down")
    BANGLADESH = "bd", _("Bangladeshi nationals")
    BRAZIL = "br", _("Brazilian nationals")
    UNITED_KINGDOM = "gb", _("British nationals")
    COLOMBIA = "co", _("Colombian nationals")
    CAMBODIA = "kh", _("Cambodian nationals")
    INDONESIA = "id", _("Indonesian nationals")
    INDIA = "in", _("Indian nationals")
    JAPAN = "jp", _("Japanese nationals")
    KAZAKHSTAN = "kz", _("Kazakh nationals")
    KENYA = "ke", _("Kenyan nationals")
    KOREA = "kr", _("South Korean nationals")
    MALAYSIA = "my", _("Malaysian nationals")
    MONGOLIA = "mn", _("Mongolian nationals")
    MOROCCO = "ma", _("Moroccan nationals")
    MYANMAR = "mm", _("Myanmar nationals")
    NEPAL = "np", _("Nepalese nationals")
    NIGERIA = "ng", _("Nigerian nationals")
    PAKISTAN = "pk", _("Pakistani nationals")
    PHILIPPINES = "ph", _("Philippine nationals")
    RUSSIA = "ru", _("Russian nationals")
    SINGAPORE = "sg", _("Singaporean nationals")
    SRI_LANKA = "lk", _("Sri Lankan nationals")
    TAIWAN = "tw", _("Taiwanese people")
    THAILAND = "th", _("Thai nationals")
    UGANDA = "ug", _("Ugandan nationals")
    UKRAINE = "ua", _("Ukrainian nationals")
    UZBEKISTAN = "uz", _("Uzbek nationals")
    VIETNAM = "vn", _("Vietnamese nationals")
    OTHER = "other", _("other nationalities")
