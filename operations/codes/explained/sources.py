"""What the codes of a source mean."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from operations.codes.source import SourceHealth, SourceKind

KIND: dict[str, Any] = {
    SourceKind.GOV_PRESS_RELEASE: _("Issued by the Government, such as on info.gov.hk."),
    SourceKind.AGENCY_PRESS_RELEASE: _(
        "Issued by a bureau, department, police force or prosecutor."
    ),
    SourceKind.LEGCO_REPLY: _("What an official replied to a question of a member."),
    SourceKind.LEGCO_PAPER: _("A paper for the Council or one of its panels."),
    SourceKind.OFFICIAL_STATISTICS: _("A table published by those who count."),
    SourceKind.COURT_JUDGMENT: _("The judgment of a court in full."),
    SourceKind.COURT_RULING: _("Another paper of a court."),
    SourceKind.LEGISLATION: _("The text of a law."),
    SourceKind.FOI_RESPONSE: _("What an office answered to a request for information."),
    SourceKind.FOREIGN_GOV_REPORT: _(
        "By another country, such as the yearly Trafficking in Persons report."
    ),
    SourceKind.INTERGOV_REPORT: _("By the United Nations or another body of states."),
    SourceKind.AGENCY_SOCIAL_POST: _("A post of an agency on its own account."),
    SourceKind.PRESS_CONFERENCE: _("A report of what officials said to the press."),
    SourceKind.NEWS_REPORT: _("An article of a newspaper, broadcaster or site."),
    SourceKind.WIRE: _("An article that a news agency supplied."),
    SourceKind.NGO_REPORT: _("By an organisation that is neither state nor press."),
    SourceKind.ACADEMIC: _("A paper, thesis or book of research."),
    SourceKind.CASE_DATABASE: _("A collection of cases made by others."),
    SourceKind.AGGREGATOR: _("Derived: it repeats what another source says."),
    SourceKind.ENCYCLOPEDIA: _("Derived: it sums up what other sources say."),
}
HEALTH: dict[str, Any] = {
    SourceHealth.NOT_CHECKED: _("The address has not been looked at yet."),
    SourceHealth.LIVE: _("The page was read at its address, and the text is as first read."),
    SourceHealth.CHANGED: _("The page was read, and paragraphs differ from those first read."),
    SourceHealth.MOVED: _("The address leads on to another one."),
    SourceHealth.GONE: _("There is no such page any more."),
    SourceHealth.PAYWALLED: _("The page asks for a log-in or for payment."),
    SourceHealth.UNREACHABLE: _("No answer on several days in a row; the page may still be there."),
}
