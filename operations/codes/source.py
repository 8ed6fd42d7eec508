"""Codes of a source: kind with tier, health and language."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SourceKind(TextChoices):
    """What a source is; its tier follows (see ``TIERS``)."""

    GOV_PRESS_RELEASE = "gov_press_release", _("Government press release")
    AGENCY_PRESS_RELEASE = "agency_press_release", _("Agency press release or statement")
    LEGCO_REPLY = "legco_reply", _("Legislative Council question reply")
    LEGCO_PAPER = "legco_paper", _("Legislative Council paper")
    OFFICIAL_STATISTICS = "official_statistics", _("Official statistics table")
    COURT_JUDGMENT = "court_judgment", _("Court judgment")
    COURT_RULING = "court_list_or_ruling", _("Court hearing list, ruling or reasons for sentence")
    LEGISLATION = "legislation", _("Legislation")
    FOI_RESPONSE = "foi_response", _("Access-to-information response")
    FOREIGN_GOV_REPORT = "foreign_gov_report", _("Foreign government report")
    INTERGOV_REPORT = "intergov_report", _("Intergovernmental or treaty-body document")
    AGENCY_SOCIAL_POST = "agency_social_post", _("Agency social-media post")
    PRESS_CONFERENCE = "press_conference_report", _("News report of a press conference")
    NEWS_REPORT = "news_report", _("News report")
    WIRE = "wire", _("News agency report")
    NGO_REPORT = "ngo_report", _("Report by a non-governmental organisation")
    ACADEMIC = "academic", _("Academic work")
    CASE_DATABASE = "case_database", _("Case database")
    AGGREGATOR = "aggregator", _("Copy or translation by another site")
    ENCYCLOPEDIA = "encyclopedia", _("Encyclopedia")


OFFICIAL, REPORTING, DERIVED = 1, 2, 3

TIER_LABELS = {
    OFFICIAL: _("official"),
    REPORTING: _("reporting"),
    DERIVED: _("derived"),
}

TIERS: dict[str, int] = {
    **dict.fromkeys(
        (
            SourceKind.GOV_PRESS_RELEASE,
            SourceKind.AGENCY_PRESS_RELEASE,
            SourceKind.LEGCO_REPLY,
            SourceKind.LEGCO_PAPER,
            SourceKind.OFFICIAL_STATISTICS,
            SourceKind.COURT_JUDGMENT,
            SourceKind.COURT_RULING,
            SourceKind.LEGISLATION,
            SourceKind.FOI_RESPONSE,
        ),
        OFFICIAL,
    ),
    SourceKind.AGGREGATOR: DERIVED,
    SourceKind.ENCYCLOPEDIA: DERIVED,
}


def tier_of(kind: str) -> int:
    """Tier 1 (official), 2 (reporting) or 3 (derived) of a kind of source."""
    return TIERS.get(kind, REPORTING)


class SourceHealth(TextChoices):
    """What was found when the address was last checked."""

    NOT_CHECKED = "not_checked", _("not checked")
    LIVE = "live", _("live")
    CHANGED = "changed", _("changed")
    MOVED = "moved", _("moved")
    GONE = "gone", _("gone")
    PAYWALLED = "paywalled", _("paywalled")
    UNREACHABLE = "unreachable", _("not reached")


class Language(TextChoices):
    """Languages that sources are written in (BCP 47)."""

    EN = "en", _("English")
    ZH_HANT = "zh-Hant", _("Chinese (Traditional)")
    ZH_HANS = "zh-Hans", _("Chinese (Simplified)")
    PT = "pt", _("Portuguese")
    TH = "th", _("Thai")
    ES = "es", _("Spanish")
    JA = "ja", _("Japanese")
    OTHER = "und", _("Other")
