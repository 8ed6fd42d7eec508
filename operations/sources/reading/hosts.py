"""The kind of a source, where its host decides it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from operations.codes import SourceKind

# The longest ending wins.
HOSTS: dict[str, str] = {
    "info.gov.hk": SourceKind.GOV_PRESS_RELEASE,
    "news.gov.hk": SourceKind.GOV_PRESS_RELEASE,
    "police.gov.hk": SourceKind.AGENCY_PRESS_RELEASE,
    "customs.gov.hk": SourceKind.AGENCY_PRESS_RELEASE,
    "immd.gov.hk": SourceKind.AGENCY_PRESS_RELEASE,
    "icac.org.hk": SourceKind.AGENCY_PRESS_RELEASE,
    "sb.gov.hk": SourceKind.AGENCY_PRESS_RELEASE,
    "labour.gov.hk": SourceKind.AGENCY_PRESS_RELEASE,
    "gcs.gov.mo": SourceKind.GOV_PRESS_RELEASE,
    "pj.gov.mo": SourceKind.AGENCY_PRESS_RELEASE,
    "fsm.gov.mo": SourceKind.AGENCY_PRESS_RELEASE,
    "censtatd.gov.hk": SourceKind.OFFICIAL_STATISTICS,
    "legco.gov.hk": SourceKind.LEGCO_PAPER,
    "judiciary.hk": SourceKind.COURT_JUDGMENT,
    "legalref.judiciary.hk": SourceKind.COURT_JUDGMENT,
    "hklii.hk": SourceKind.COURT_JUDGMENT,
    "hklii.org": SourceKind.COURT_JUDGMENT,
    "elegislation.gov.hk": SourceKind.LEGISLATION,
    "accessinfo.hk": SourceKind.FOI_RESPONSE,
    "state.gov": SourceKind.FOREIGN_GOV_REPORT,
    "usconsulate.gov": SourceKind.FOREIGN_GOV_REPORT,
    "ohchr.org": SourceKind.INTERGOV_REPORT,
    "unodc.org": SourceKind.INTERGOV_REPORT,
    "iom.int": SourceKind.INTERGOV_REPORT,
    "wikipedia.org": SourceKind.ENCYCLOPEDIA,
    "refworld.org": SourceKind.AGGREGATOR,
    "ecoi.net": SourceKind.AGGREGATOR,
    "reuters.com": SourceKind.WIRE,
    "xinhuanet.com": SourceKind.WIRE,
}
REPLY = re.compile(r"\bLCQ\s?\d|立法會[一二三四五六七八九十]+題")
# Replies in the Legislative Council are press releases with a title of their own.
RELEASES = {"info.gov.hk", "news.gov.hk"}


def kind_of(url: str, title: str) -> str:
    """The code of the kind; empty when the host does not decide it."""
    host = urlsplit(url).hostname or ""
    labels = host.split(".")
    endings = [".".join(labels[start:]) for start in range(len(labels))]
    known = next((ending for ending in endings if ending in HOSTS), "")
    if known in RELEASES and REPLY.search(title):
        return SourceKind.LEGCO_REPLY
    return HOSTS.get(known, "")
