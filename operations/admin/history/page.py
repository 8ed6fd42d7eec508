"""What every page about a record's past is given."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from operations import history
from operations.models import Revision


def record_of(admin: Any, request: HttpRequest, object_id: str) -> Any:
    """The record, for those who may see it."""
    record = admin.get_object(request, unquote(object_id))
    if record is None:
        raise Http404(_("There is no such record."))
    if not admin.has_view_or_change_permission(request, record):
        raise PermissionDenied
    return record


def revision_of(record: Any, number: int) -> Revision:
    found = history.revisions(record).select_related("made_by", "blanked_by")
    revision = found.filter(number=number).first()
    if revision is None:
        raise Http404(_("There is no such revision."))
    return revision


def address(admin: Any, record: Any, name: str, *args: Any) -> str:
    pattern = f"admin:{admin.opts.app_label}_{admin.opts.model_name}_{name}"
    return reverse(pattern, args=[record.pk, *args], current_app=admin.admin_site.name)


def answer(
    admin: Any, request: HttpRequest, record: Any, template: str, extra: dict[str, Any]
) -> TemplateResponse:
    """A page; ``extra`` holds its title and what is its own."""
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "original": record,
        "back": address(admin, record, "change"),
        "history_url": address(admin, record, "history"),
        "may_change": admin.has_change_permission(request, record),
        "media": admin.media,
        **extra,
    }
    request.current_app = admin.admin_site.name
    return TemplateResponse(request, f"operations/admin/history/{template}.html", context)
