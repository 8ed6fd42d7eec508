"""One page to decide on: who saved what since the current edition, what would change, what next."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from operations import history, publishing, roles
from operations.admin.typed import editor
from operations.models import Operation

from . import changes
from .admin import DoorAdmin
from .step import Step

DECISIONS = ("submit", "return", "ready", "publish", "discard")
SHOWN = 50


class ReviewAdmin(DoorAdmin):
    """Operations, with a review page beside the steps."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.review_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_review"
        return [path("<path:object_id>/review/", view, name=name), *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        record = kwargs.get("obj")
        if record is not None and not kwargs.get("add"):
            context["review"] = self.address(record, "review")
        return super().render_change_form(request, context, *args, **kwargs)

    def review_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self.record(request, object_id)
        # Before anything is read: what is saved in between must be refused, not overlooked.
        seen = publishing.reviewed(record)
        now, changed = changes.now(record), changes.changes(record)
        steps = [step for step in self.steps if step.name in DECISIONS]
        if now and not changed:
            # Nothing to look at, so nobody is missed.
            steps = [step for step in steps if not step.needs_another]
        may_publish = editor(request).has_perm(roles.PUBLISH)
        objection = publishing.objection(record, editor(request)) if changed and may_publish else ""
        context = {
            "record": record,
            "seen": seen,
            "changes": changed,
            "now": now,
            "gone": changes.gone(record),
            "revisions": saved_since(record),
            "revision_list": revision_list(record),
            "reviews": record.reviews.select_related("made_by")[:SHOWN],
            "preview": self.address(record, "preview"),
            "objection": objection,
            "decisions": self.decisions(steps, editor(request), record, objection),
        }
        return self.door_page(request, record, "review", _("Review"), context)

    def decisions(
        self, steps: list[Step], by: User, record: Operation, objection: str
    ) -> list[dict[str, Any]]:
        return [
            {"step": step, "url": self.address(record, step.name), "form": blank(step, record)}
            for step in steps
            if by.has_perm(step.permission)
            and step.offered(record)
            and not (objection and step.needs_another)
        ]


def blank(step: Step, record: Operation) -> Any:
    """The form of a step, with ids of its own beside the others."""
    return step.form(record=record, auto_id=f"{step.name}_%s")


def saved_since(record: Operation) -> list[Any]:
    """The last revisions that readers do not see yet, newest first."""
    revisions = history.revisions(record).select_related("made_by").defer("document")
    waiting = revisions.filter(number__gt=record.public_revision or 0)
    return list(waiting.order_by("-number")[:SHOWN])


def revision_list(record: Operation) -> str:
    return f"{reverse('admin:operations_revision_changelist')}?record=operation&code={record.code}"
