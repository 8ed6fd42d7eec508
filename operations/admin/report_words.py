"""What an editor sees of a report: the claim in words, personal data marked, ways to go on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from operations import privacy, wording
from operations.models import Edition, Report


def claim(report: Report) -> str:
    """The figure as the reader saw it; empty where that edition can be read no more."""
    if not report.figure or report.edition_before is None:
        return ""
    editions = Edition.objects.filter(operation=report.operation_id).exclude(document="")
    seen = editions.filter(number=report.edition_before).first()
    if seen is None:
        return ""
    ledger = wording.record(seen.content).ledger
    fact = ledger.facts.get(report.figure)
    return ledger.line(fact).words if fact else ""


def with_findings(text: str) -> SafeString:
    """A reader's text as it was typed, personal data in it marked, and below what was found."""
    found = privacy.find(text)
    inside = format_html_join("", "{}", ((piece,) for piece in pieces(text, found)))
    shown = format_html('<div class="reader-text">{}</div>', inside)
    if not found:
        return shown
    listed = format_html_join(
        "", "<li>“{}”: {}</li>", ((each.excerpt, each.explanation) for each in found)
    )
    return format_html('{}<ul class="privacy-findings">{}</ul>', shown, listed)


def pieces(text: str, found: Iterable[privacy.Finding]) -> Iterator[str]:
    """Findings of different kinds may overlap: what one has marked the next continues."""
    done = 0
    for finding in found:
        start = max(done, finding.start)
        if finding.end > start:
            yield text[done:start]
            yield format_html("<mark>{}</mark>", text[start : finding.end])
            done = finding.end
    yield text[done:]


def ways(report: Report) -> SafeString:
    """Links to where the work is done, and to what readers see."""
    page = reverse("operation", args=[report.operation.code])
    public = f"{page}#{report.figure}" if report.figure else page
    steps = {
        reverse("admin:operations_operation_change", args=[report.operation_id]): _(
            "The operation's form"
        ),
        public: _("What readers see"),
    }
    if report.edition_after:
        after = reverse("edition", args=[report.operation.code, report.edition_after])
        steps[after] = _("The edition that came of it")
    if report.is_removal and report.is_waiting:
        for name, words in (("withdraw", _("Withdraw")), ("redact", _("Redact"))):
            steps[reverse(f"admin:operations_operation_{name}", args=[report.operation_id])] = words
    items = format_html_join("", '<li><a href="{}">{}</a></li>', steps.items())
    return format_html('<ul class="report-ways">{}</ul>', items)
