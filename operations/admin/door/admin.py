"""Buttons on a record's page, and a page for each step, for a preview and for the changes."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from operations import publishing
from operations.admin.record import RecordAdmin
from operations.admin.typed import editor
from operations.models import Operation
from operations.problems import Refused

from . import changes, preview
from .step import Step


class DoorAdmin(RecordAdmin):
    """Records that go through the door by ``steps``."""

    steps: ClassVar[tuple[Step, ...]] = ()

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        view = self.admin_site.admin_view
        return [
            path("<path:object_id>/preview/", view(self.preview_view), name=f"{name}_preview"),
            path("<path:object_id>/changes/", view(self.changes_view), name=f"{name}_changes"),
            *(
                path(
                    f"<path:object_id>/{step.name}/",
                    view(self.step_view),
                    {"name": step.name},
                    name=f"{name}_{step.name}",
                )
                for step in self.steps
            ),
            *super().get_urls(),
        ]

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        record = kwargs.get("obj")
        if record is not None and not kwargs.get("add"):
            context["door"] = self.buttons(request, record)
        return super().render_change_form(request, context, *args, **kwargs)

    def buttons(self, request: HttpRequest, record: Any) -> list[dict[str, Any]]:
        return [
            {"step": step, "url": self.address(record, step.name)}
            for step in self.steps
            if editor(request).has_perm(step.permission) and step.offered(record)
        ]

    def step_view(self, request: HttpRequest, object_id: str, name: str) -> HttpResponse:
        step = next(step for step in self.steps if step.name == name)
        record = self.record(request, object_id)
        if not editor(request).has_perm(step.permission):
            raise PermissionDenied
        if request.method != "POST":
            return self.step_page(request, record, step, step.open_form(record))
        form = step.open_form(record, request.POST)
        if not form.is_valid():
            return self.step_page(request, record, step, form)
        try:
            message = step.run(record, editor(request), form.cleaned_data)
        except Refused as refused:
            for reason in refused.reasons:
                messages.error(request, reason)
            return self.step_page(request, record, step, form)
        messages.success(request, message)
        self.log_change(request, record, message)
        return HttpResponseRedirect(self.address(record, "change"))

    def step_page(self, request: HttpRequest, record: Any, step: Step, form: Any) -> HttpResponse:
        # Before the changes are read: what is saved in between must be refused, not overlooked.
        seen = publishing.reviewed(record) if step.is_on_what_was_seen else ""
        if form.is_bound:
            record = self.record(request, str(record.pk))
        shown = changes.changes(record) if step.shows_changes else []
        now = changes.now(record)
        objection = publishing.objection(record, editor(request)) if step.needs_another else ""
        context = {
            "step": step,
            "form": form,
            "seen": seen,
            "objection": objection,
            "changes": shown,
            "now": now,
            "gone": changes.gone(record) if step.shows_changes else "",
        }
        return self.door_page(request, record, "step", str(step.label), context)

    def preview_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self.record(request, object_id)
        name = "preview_operation" if isinstance(record, Operation) else "preview"
        return self.door_page(request, record, name, _("Preview"), preview.context(record))

    def changes_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self.record(request, object_id)
        context = {"changes": changes.changes(record), "now": changes.now(record)}
        return self.door_page(request, record, "changes", _("What would change"), context)

    def record(self, request: HttpRequest, object_id: str) -> Any:
        record = self.get_object(request, unquote(object_id))
        if record is None:
            raise Http404
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        return record

    def address(self, record: Any, name: str) -> str:
        pattern = f"admin:{self.opts.app_label}_{self.opts.model_name}_{name}"
        return reverse(pattern, args=[record.pk], current_app=self.admin_site.name)

    def door_page(
        self, request: HttpRequest, record: Any, template: str, title: str, extra: dict[str, Any]
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": record,
            "title": title,
            "subtitle": str(record),
            "back": self.address(record, "change"),
            "media": self.media + extra["form"].media if "form" in extra else self.media,
            **extra,
        }
        return TemplateResponse(request, f"operations/admin/{template}.html", context)
