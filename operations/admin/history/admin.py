"""Pages about the past of a record: the timeline, one revision, two compared."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.views.main import PAGE_VAR
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from operations import history
from operations.models import Revision
from operations.wording import revisions as wording

from . import page
from .back import GoesBack
from .clean import CleansHistory
from .forms import CompareForm
from .moments import moments
from .timeline import events

PER_PAGE = 25


class KeepsHistory(GoesBack, CleansHistory):
    """A record's admin with the pages of its private history."""

    admin_site: Any
    opts: Any

    def get_urls(self) -> list[URLPattern]:
        name, view = f"{self.opts.app_label}_{self.opts.model_name}", self.admin_site.admin_view
        start = "<path:object_id>/history/"
        return [
            path(f"{start}compare/", view(self.compare_view), name=f"{name}_compare"),
            path(f"{start}<int:number>/", view(self.revision_view), name=f"{name}_revision"),
            *super().get_urls(),
        ]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        record = page.record_of(self, request, object_id)
        happened = moments(record)
        shown = Paginator(happened, PER_PAGE).get_page(request.GET.get(PAGE_VAR))
        numbers = sorted((each.key for each in happened if each.kind == "save"), reverse=True)
        last_two = {"before": numbers[1], "after": numbers[0]} if len(numbers) > 1 else {}
        context = {
            "title": _("History"),
            "page": shown,
            "page_var": PAGE_VAR,
            "range": shown.paginator.get_elided_page_range(shown.number),
            "events": events(record, shown.object_list),
            "compare": CompareForm(numbers=numbers, initial=last_two) if last_two else None,
            "clean_url": self.clean_url(request, record) if numbers else "",
            **(extra_context or {}),
        }
        return page.answer(self, request, record, "timeline", context)

    def revision_view(self, request: HttpRequest, object_id: str, number: int) -> HttpResponse:
        record = page.record_of(self, request, object_id)
        revision = page.revision_of(record, number)
        names = wording.Names([revision.document])
        context = {
            "title": _("Revision %(number)s") % {"number": number},
            "revision": revision,
            "parts": wording.whole(type(record), revision.document, names),
            "last": history.last_number(history.record_name(record), record.code),
        }
        return page.answer(self, request, record, "revision", context)

    def compare_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = page.record_of(self, request, object_id)
        numbers = history.revisions(record).order_by("-number").values_list("number", flat=True)
        form = CompareForm(request.GET, numbers=list(numbers))
        title = _("Two revisions compared")
        context: dict[str, Any] = {"title": title, "compare": form, "told": None}
        if form.is_valid():
            chosen = (form.cleaned_data["before"], form.cleaned_data["after"])
            before, after = (page.revision_of(record, number) for number in chosen)
            told = compared(type(record), before, after)
            context |= {"before": before, "after": after, "told": told}
        return page.answer(self, request, record, "compare", context)


def compared(model: type[Any], before: Revision, after: Revision) -> list[wording.Told] | None:
    """What differs; nothing can be said where a text is gone."""
    if before.is_blanked or after.is_blanked:
        return None
    names = wording.Names([before.document, after.document])
    return wording.differences(model, before.document, after.document, names)
