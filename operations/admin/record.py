"""What every record of the working copy shares in the admin: a save, and one revision of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from operations import history, roles
from operations.models.base import Guarded

from .conflict import OPENED, GuardedAgainstOverwriting
from .explaining import explain, listed
from .guarded import OverridableForm, RecordForm
from .history import KeepsHistory
from .staying import Staying
from .text import fit, list_field
from .typed import ModelAdmin, StackedInline, TabularInline, editor


class FittedFields:
    """Form fields shaped by ``text``: one a line, check boxes, low text areas; explained."""

    # Whether a field's codes are listed beneath it; rows list them once for all.
    explains_in_place = False

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = list_field(db_field) or super().formfield_for_dbfield(  # type: ignore[misc]
            db_field, request, **kwargs
        )
        if field is not None:
            fit(field, db_field)
            explain(field, db_field, in_place=self.explains_in_place)
        return field


class OwnedRows:
    """Rows edited inside their record: who may change the record may change them."""

    parent_model: Any
    admin_site: Any
    extra = 0

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(self.owner.has_view_or_change_permission(request, obj))

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is None and self.owner.has_add_permission(request):
            return True
        return bool(self.owner.has_change_permission(request, obj))

    @property
    def owner(self) -> Any:
        return self.admin_site.get_model_admin(self.parent_model)


class TabularRows(OwnedRows, FittedFields, TabularInline):
    """Rows of a few columns; what their codes mean stands under them."""

    template = "operations/admin/tabular.html"

    @property
    def code_lists(self) -> list[tuple[Any, list[Any]]]:
        return listed(self.model)


class StackedRows(OwnedRows, FittedFields, StackedInline):
    """Rows of many columns."""


class RecordAdmin(GuardedAgainstOverwriting, KeepsHistory, Staying, FittedFields, ModelAdmin):
    """A record with a permanent id and a private history."""

    explains_in_place = True
    show_full_result_count = False
    list_per_page = 50
    change_form_template = "operations/admin/change_form.html"

    class Media:
        css = {"all": ("operations/admin/record.css", "operations/admin/history.css")}
        js = (
            "admin/js/jquery.init.js",
            "operations/admin/search-names.js",
            "operations/admin/form.js",
            "operations/admin/date-words.js",
        )

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        kwargs.setdefault("form", OverridableForm if may_override(request) else RecordForm)
        form = super().get_form(request, *args, **kwargs)
        form.is_stale = getattr(request, "stale", False)  # type: ignore[attr-defined]
        return form

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is not None and not self.has_change_permission(request, obj):
            return super().get_fieldsets(request, obj)
        names = ["revision_note"]
        if obj is not None and self.has_change_permission(request, obj):
            names.insert(0, OPENED)
        if may_override(request) and issubclass(self.model, Guarded):
            names.append("privacy_override")
        return [*super().get_fieldsets(request, obj), (_("This save"), {"fields": names})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Ids are permanent: history and other sites point to them."""
        given = super().get_readonly_fields(request, obj)
        return given if obj is None else ("code", *given)

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return super().get_prepopulated_fields(request, obj) if obj is None else {}

    def get_actions(self, request: HttpRequest) -> Any:
        """Records are deleted one by one, each after its own check."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> Any:
        """Lists of texts are stored as JSON, where SQLite keeps Chinese in escapes."""
        found, repeats = super().get_search_results(request, queryset, search_term)
        escaped = json.dumps(search_term)[1:-1]
        if escaped == search_term:
            return found, repeats
        more, more_repeats = super().get_search_results(request, queryset, escaped)
        return found | more, repeats or more_repeats

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        super().save_related(request, form, formsets, change)
        if form.cleaned_data.get("privacy_override"):
            for record in (form.instance, *rows_saved(formsets)):
                history.record_override(record, editor(request))
        note = form.cleaned_data.get("revision_note", "")
        history.save_revision(form.instance, editor(request), note)
        self.after_saving(request, form.instance, change=bool(change))

    def after_saving(self, request: HttpRequest, record: Any, *, change: bool) -> None:
        """What follows a save once its revision is written."""


def may_override(request: HttpRequest) -> bool:
    return editor(request).has_perm(roles.ADMINISTER)


def rows_saved(formsets: list[forms.BaseInlineFormSet[Any, Any, Any]]) -> Iterator[Guarded]:
    for formset in formsets:
        yield from getattr(formset, "guarded_rows", ())
