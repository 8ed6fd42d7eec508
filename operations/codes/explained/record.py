"""What the codes of editions and of the context mean."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from operations.codes.context import FindingKind, StatementKind, Tier
from operations.codes.edition import EditionKind, WithdrawalClass

EDITION: dict[str, Any] = {
    EditionKind.PUBLISHED: _("The first edition, or the first after a withdrawal."),
    EditionKind.CORRECTED: _("What is said of the operation was changed, for the reason given."),
    EditionKind.REISSUED: _("Names or sources were brought up to date; no claim was changed."),
    EditionKind.WITHDRAWN: _("Taken off the record; it has no document."),
    EditionKind.MERGED: _("Now part of another operation; it has no document."),
    EditionKind.REDACTED: _("The text was deleted to protect people; only the hash is left."),
}
WITHDRAWAL: dict[str, Any] = {
    WithdrawalClass.DUPLICATE: _("The same operation stands under another id."),
    WithdrawalClass.OUT_OF_SCOPE: _("Nothing links it to what is recorded here."),
    WithdrawalClass.UNRELIABLE: _("What it rested on does not hold."),
    WithdrawalClass.LEGAL: _("The law forbids to keep it public."),
    WithdrawalClass.PRIVACY: _("Somebody could be recognised."),
}
TIER: dict[str, Any] = {
    Tier.TIER_1: _("The report says that the minimum standards of its law are fully met."),
    Tier.TIER_2: _("Not fully met, but the report sees significant efforts."),
    Tier.WATCH_LIST: _("Like Tier 2, with the doubts that the report names."),
    Tier.TIER_3: _("Not fully met, and the report sees no significant efforts."),
    Tier.NOT_FOUND: _("No ranking of this year was found."),
}
STATEMENT: dict[str, Any] = {
    StatementKind.GOVERNMENT_REPLY: _("What the Government said to a report or a question."),
    StatementKind.TREATY_RECOMMENDATION: _("What a treaty body asks for."),
    StatementKind.OFFICIAL_POSITION: _("What an authority holds, whoever asks."),
}
FINDING: dict[str, Any] = {
    FindingKind.POSITION: _("What Hong Kong is for trafficking: source, transit, destination."),
    FindingKind.RANKING: _("How others rank it."),
    FindingKind.ORIGIN: _("Where people are said to come from."),
    FindingKind.ROUTE: _("By which ways they are said to be moved."),
    FindingKind.RECRUITMENT: _("How they are said to be recruited."),
    FindingKind.MEANS_OF_CONTROL: _("How they are said to be controlled."),
    FindingKind.LAW: _("What the law covers and what it does not."),
    FindingKind.TREATY: _("Which treaties hold."),
    FindingKind.GROUP: _("What is said of groups."),
}
