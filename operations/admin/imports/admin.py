"""Imports: a list of what was brought, the form, and the page of one with its progress."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from operations import roles
from operations.admin.typed import ModelAdmin, editor
from operations.models import Import
from operations.problems import Refused
from operations.sheets import bring, writing

from .export import attached
from .faults import faults_csv
from .form import BringForm
from .page import page, status

STEPS = {"confirm": bring.confirm, "again": bring.again, "discard": bring.discard}


@admin.register(Import)
class ImportAdmin(ModelAdmin):
    """Nothing here is a form of the model: a file is brought, looked at, and confirmed or not."""

    show_full_result_count = False
    list_display = ("name", "state", "made_by", "made_at")
    list_select_related = ("made_by",)
    list_filter = ("state",)
    actions = None

    class Media:
        css = {"all": ("operations/admin/record.css", "operations/admin/imports.css")}

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may_import(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may_import(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may_import(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        start = "operations_import"
        return [
            path("template/<str:form>", view(self.template_view), name=f"{start}_template"),
            path("<int:key>/status.json", view(self.status_view), name=f"{start}_status"),
            path("<int:key>/faults.csv", view(self.faults_view), name=f"{start}_faults"),
            *(
                path(
                    f"<int:key>/{name}/",
                    view(require_POST(self.step_view)),
                    {"name": name},
                    name=f"{start}_{name}",
                )
                for name in STEPS
            ),
            *super().get_urls(),
        ]

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Bring a file."""
        refuse_strangers(request)
        form = BringForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            record = form.take(editor(request))
            if record is not None:
                return HttpResponseRedirect(self.address(record))
        context = {"form": form, "forms": [name for name in writing.FORMATS if name != "json"]}
        return self.answer(request, "bring", _("Import a spreadsheet"), context)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """How far it is, what is wrong, what would change, what was written."""
        refuse_strangers(request)
        key = unquote(object_id)
        record = self.record(int(key)) if key.isascii() and key.isdecimal() else None
        if record is None:
            raise Http404
        return self.answer(request, "import", str(record), page(record))

    def template_view(self, request: HttpRequest, form: str) -> HttpResponse:
        refuse_strangers(request)
        if form == "json" or form not in writing.FORMATS:
            raise Http404
        return attached(writing.template(form))

    def status_view(self, request: HttpRequest, key: int) -> HttpResponse:
        refuse_strangers(request)
        response = JsonResponse(status(self.record(key)))
        response["Cache-Control"] = "no-store"
        return response

    def faults_view(self, request: HttpRequest, key: int) -> HttpResponse:
        refuse_strangers(request)
        return attached(faults_csv(self.record(key)))

    def step_view(self, request: HttpRequest, key: int, name: str) -> HttpResponse:
        refuse_strangers(request)
        record = self.record(key)
        try:
            STEPS[name](record)
        except Refused as refused:
            for reason in refused.reasons:
                messages.error(request, reason)
            return HttpResponseRedirect(self.address(record))
        if name == "discard":
            messages.success(request, _("“%(file)s” was discarded.") % {"file": record.name})
            return HttpResponseRedirect(reverse("admin:operations_import_changelist"))
        return HttpResponseRedirect(self.address(record))

    def record(self, key: int) -> Import:
        return get_object_or_404(Import.objects.select_related("made_by"), pk=key)

    def address(self, record: Import) -> str:
        return reverse("admin:operations_import_change", args=[record.pk])

    def answer(
        self, request: HttpRequest, template: str, title: str, extra: dict[str, Any]
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": title,
            "media": self.media,
            "heading": gettext_lazy("Import a spreadsheet"),
            **extra,
        }
        return TemplateResponse(request, f"operations/admin/imports/{template}.html", context)


def may_import(request: HttpRequest) -> bool:
    """Asked of outsiders too: the log-in page lists what they may see, which is nothing."""
    return request.user.has_perm(roles.IMPORT)


def refuse_strangers(request: HttpRequest) -> None:
    if not may_import(request):
        raise PermissionDenied
