"""Readers' reports: a private queue that editors answer."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from operations import roles
from operations.codes import ReportState
from operations.dates import in_words
from operations.models import Report
from operations.models.report import QUEUE, WAITING

from .report_form import ReportForm
from .report_words import claim, ways, with_findings
from .typed import ModelAdmin, editor

SAID = (
    *("asks_for", "due", "reference", "made_at", "language"),
    *("operation", "figure", "claim_in_words", "edition_before"),
    *("what_is_wrong", "source_url", "contact"),
)
DONE = ("closed_at", "answered_at", "edition_after", "contact_purged_at", "text_purged_at")


class WaitingFilter(admin.SimpleListFilter):
    """What is still to be done."""

    title = _("still to do")
    parameter_name = "waiting"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("yes", _("open or in work")),
            ("overdue", _("removal, overdue")),
            ("edition", _("accepted, without an edition")),
            ("contact", _("closed, reader not answered")),
        ]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        match self.value():
            case "yes":
                return queryset.waiting()
            case "overdue":
                return queryset.waiting().filter(due_on__lt=timezone.localdate())
            case "edition":
                return queryset.uncredited()
            case "contact":
                closed = queryset.exclude(state__in=WAITING).exclude(contact="")
                return closed.filter(answered_at=None)
            case _:
                return queryset


@admin.register(Report)
class ReportAdmin(ModelAdmin):
    """The contact is shown to those who may answer, and to nobody who may only look."""

    show_full_result_count = False
    form = ReportForm
    list_display = (
        *("reference", "asks_for", "due", "state", "operation", "excerpt"),
        *("figure", "made_at", "taken_by"),
    )
    list_select_related = ("operation", "taken_by")
    list_filter = (WaitingFilter, "state", "kind", "removal_class")
    search_fields = ("reference", "operation__code", "figure", "wrong")
    date_hierarchy = "made_at"
    readonly_fields = (*SAID, *DONE, "taken_by", "links")

    class Media:
        css = {"all": ("operations/admin/record.css", "operations/admin/report.css")}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Report]:
        return Report.objects.ranked()

    def get_ordering(self, request: HttpRequest) -> Any:
        return QUEUE

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        may_answer = self.has_change_permission(request, obj)
        said: list[Any] = [
            ("asks_for", "due"),
            ("reference", "made_at", "language"),
            ("operation", "figure"),
        ]
        said += [("claim_in_words", "edition_before"), "what_is_wrong", "source_url", "links"]
        done: list[Any] = [("state", "taken_by"), "answer", DONE]
        if may_answer:
            said.insert(-1, "contact")
            done[2:2] = ["was_answered", "seen"]
        return [
            (_("What the reader says"), {"fields": said}),
            (_("What becomes of it"), {"fields": done}),
        ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return editor(request).has_perm(roles.ADMINISTER)

    def save_model(self, request: HttpRequest, obj: Report, form: Any, change: Any) -> None:
        """Whoever changes the state has it in hand."""
        if "state" in form.changed_data:
            obj.taken_by = None if obj.state == ReportState.OPEN else editor(request)
        if form.cleaned_data["was_answered"] != (obj.answered_at is not None):
            obj.answered_at = timezone.now() if form.cleaned_data["was_answered"] else None
        super().save_model(request, obj, form, change)
        if obj.state == ReportState.ACCEPTED and obj.edition_after is None:
            messages.info(
                request,
                _("When you publish the operation, choose this report: the edition then says so."),
            )

    @admin.display(description=_("asks for"), ordering="rank")
    def asks_for(self, report: Report) -> str:
        if not report.is_removal:
            return report.get_kind_display()
        words = f"{report.get_kind_display()}: {report.get_removal_class_display()}"
        return format_html('<span class="report-urgent">{}</span>', words)

    @admin.display(description=_("to be answered by"), ordering="due_on", empty_value="–")
    def due(self, report: Report) -> Any:
        if report.due_on is None or not report.is_waiting:
            return None
        words = in_words(report.due_on.isoformat(), get_language() or "en")
        if not report.is_overdue:
            return words
        late = _("%(date)s, overdue") % {"date": words}
        return format_html('<span class="report-urgent">{}</span>', late)

    @admin.display(description=_("what is wrong"))
    def excerpt(self, report: Report) -> str:
        return Truncator(report.wrong).chars(80)

    @admin.display(description=_("what is wrong"))
    def what_is_wrong(self, report: Report) -> Any:
        return with_findings(report.wrong)

    @admin.display(description=_("the figure in words"))
    def claim_in_words(self, report: Report) -> str:
        return claim(report)

    @admin.display(description=_("go on"))
    def links(self, report: Report) -> Any:
        return ways(report)
