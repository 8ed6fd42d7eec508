"""Sources, with their archived copies."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from operations.models import Archive, Source
from operations.sources import archiving, checking, tasks

from .record import TabularRows, may_override
from .source_desk import desk
from .source_form import OverridableSourceForm, SourceForm, same_address
from .source_proposals import LOOK_UP
from .source_views import SourceViews
from .typed import editor
from .vocabulary import QuotedAdmin


class ArchiveInline(TabularRows):
    """Public archives; the copies that this site keeps are listed above the form."""

    model = Archive

    def get_queryset(self, request: HttpRequest) -> QuerySet[Archive]:
        found: QuerySet[Archive] = super().get_queryset(request)
        return found.filter(kept=False)


@admin.register(Source)
class SourceAdmin(SourceViews, QuotedAdmin):
    """Titles are bibliography; the tier follows from the kind."""

    change_form_template = "operations/admin/source_form.html"
    list_display = (
        *("code", "title", "publisher", "published", "language", "kind"),
        *("health", "checked_at"),
    )
    list_filter = ("kind", "language", "health")
    search_fields = ("code", "title", "publisher", "original_publisher", "url")
    date_hierarchy = "accessed_on"
    prepopulated_fields = {"code": ("publisher", "title")}
    readonly_fields = ("checked_at",)
    inlines = (ArchiveInline,)
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "url",
                    "title",
                    ("publisher", "original_publisher"),
                    "code",
                    ("kind", "language"),
                    ("published", "accessed_on"),
                    "note",
                ]
            },
        ),
        (_("Health of the address"), {"fields": [("health", "checked_at")]}),
    ]

    class Media:
        css = {"all": ("operations/admin/source.css",)}
        js = ("operations/admin/source.js",)

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        kwargs["form"] = OverridableSourceForm if may_override(request) else SourceForm
        return super().get_form(request, *args, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The reason for a second source at one address is asked for only when there is one."""
        (name, options), *others = super().get_fieldsets(request, obj)
        url = request.POST.get("url", obj.url if obj else "")
        fields = list(options["fields"])
        if (obj and obj.different_page) or same_address(url, obj):
            fields.insert(1, "different_page")
        return [(name, {**options, "fields": fields}), *others]

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> Any:
        if request.method == "POST" and LOOK_UP in request.POST and self.may_type(request):
            self.look_up(request, request.POST.get("url", "").strip())
        return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        source = kwargs.get("obj")
        form = context["adminform"].form
        if context["errors"] and form.is_bound and self.may_type(request):
            # The page is read while the editor fills in what was missing.
            self.look_up(request, form.typed("url").strip())
        may_change = bool(source) and self.has_change_permission(request, source)
        context["desk"] = desk(request, form, source, may_change=may_change)
        answer: HttpResponse = super().render_change_form(request, context, *args, **kwargs)
        return answer

    def save_model(self, request: HttpRequest, obj: Source, form: Any, change: bool) -> None:  # noqa: FBT001
        before = Source.objects.filter(pk=obj.pk).first()
        super().save_model(request, obj, form, change)
        is_new = has_moved(obj, before)
        if "health" in form.changed_data and (before is None or not is_new):
            checking.set_by_hand(obj, editor(request))

    def after_going_back(self, request: HttpRequest, record: Source, was: Source) -> None:
        has_moved(record, was)
        super().after_going_back(request, record, was)

    def after_saving(self, request: HttpRequest, record: Any, *, change: bool) -> None:
        super().after_saving(request, record, change=change)
        if record.is_new_address and settings.FETCH_SOURCES:
            tasks.read_new.enqueue(record.pk, editor(request).pk)

    def delete_model(self, request: HttpRequest, obj: Source) -> None:
        archiving.remove_all(obj)
        super().delete_model(request, obj)


def has_moved(source: Source, before: Source | None) -> bool:
    """Whether a save gave it another address: then nothing found at the old one holds."""
    is_new = before is None or before.url_key != source.url_key
    if is_new and before is not None:
        checking.start_anew(source)
    # Read once the save is complete.
    source.is_new_address = is_new and bool(source.url)  # type: ignore[attr-defined]
    return is_new
