"""An edition that a reader's report led to says so, and the report names the edition."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from operations.codes import ReportState
from operations.models import Edition, Report
from operations.problems import Refused


def credited(reason: str, reports: Iterable[Report]) -> str:
    """The reason that readers see. Without one nothing is put before it: it has to be given."""
    if not reason.strip() or not list(reports):
        return reason
    return _("Corrected after a reader's report. %(reason)s") % {"reason": reason.strip()}


def credit(edition: Edition, reports: Iterable[Report]) -> None:
    """Record in each report which edition came of it."""
    for report in reports:
        if report.operation_id != edition.operation_id:
            words = {"reference": report.reference, "id": edition.code}
            raise Refused(_("Report %(reference)s is not about %(id)s.") % words)
        if report.state != ReportState.ACCEPTED or report.edition_after is not None:
            words = {"reference": report.reference}
            raise Refused(_("Report %(reference)s does not wait for an edition.") % words)
        report.edition_after = edition.number
        report.save(update_fields=["edition_after"])
