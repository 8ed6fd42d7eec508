"""The check at the desk: what was saved since a form was opened is never written over unseen."""

from __future__ import annotations

from copy import copy
from typing import Any

from django.contrib.admin.options import TO_FIELD_VAR
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from operations import history

from .field import OPENED, SEEN, TAKE
from .laying import lay
from .merge import merge
from .opened import Opened, unsealed
from .panel import Conflict
from .reading import sent, shown
from .sheet import Sheet, same_fields
from .taking import take

MOST_SAVES = 20


class GuardedAgainstOverwriting:
    """A record's admin whose form knows which revision it was opened at.

    The row of the record is locked until the save is through, so that of two saves at the same
    moment the second sees the first.
    """

    model: Any
    opts: Any

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        view = super().changeform_view  # type: ignore[misc]
        if object_id is None or "_saveasnew" in request.POST:
            return view(request, object_id, form_url, extra_context)  # type: ignore[no-any-return]
        if request.method != "POST":
            # Asked before the record is read: too low a number only asks once too often.
            number = self.last_number(request, object_id)
            context = {**(extra_context or {}), "opened_number": number}
            return view(request, object_id, form_url, context)  # type: ignore[no-any-return]
        with transaction.atomic():
            self.lock(request, object_id)
            conflict = self.refuse_stale(request, object_id)
            context = {**(extra_context or {}), "conflict": conflict}
            return view(request, object_id, form_url, context)  # type: ignore[no-any-return]

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        form = context["adminform"].form
        formsets = [inline.formset for inline in context["inline_admin_formsets"]]
        if context.get("conflict"):
            context["conflict"].word(form, formsets)
        elif "opened_number" in context and self.may_change(request, context):
            sheet = shown(form, formsets)
            form.initial[OPENED] = Opened(context["opened_number"], sheet).sealed()
        return super().render_change_form(request, context, *args, **kwargs)  # type: ignore[misc]

    def may_change(self, request: HttpRequest, context: Any) -> bool:
        return bool(self.has_change_permission(request, context["original"]))  # type: ignore[attr-defined]

    def refuse_stale(self, request: HttpRequest, object_id: str) -> Conflict | None:
        """Lay both changes into the form when the save is older than the record."""
        record = self.get_object(request, unquote(object_id), to_field(request))  # type: ignore[attr-defined]
        if record is None or not self.has_change_permission(request, record):  # type: ignore[attr-defined]
            return None
        opened = self.take_over(request, record)
        last = history.last_number(history.record_name(record), record.code)
        if last <= opened.number:
            return None
        form, formsets = self.fresh_forms(request, record)
        theirs = shown(form, formsets)
        if opened.sheet is not None and same_sheets(opened.sheet, theirs):
            return None
        merged = merge(opened.sheet, theirs, sent(request.POST, form, formsets))
        request.POST = lay(request.POST, merged, form, formsets)  # type: ignore[assignment]
        request.stale = True  # type: ignore[attr-defined]
        ticked = request.POST.getlist(TAKE)
        saves = list(newer(record, opened.number))
        return Conflict(opened, Opened(last, theirs), saves, merged, theirs, ticked)

    def take_over(self, request: HttpRequest, record: Any) -> Opened:
        """What the form was opened at: the newer state, when the editor says to have seen it."""
        seen = unsealed(request.POST.get(SEEN, ""))
        if seen.sheet is None:
            return unsealed(request.POST.get(OPENED, ""))
        form, formsets = self.fresh_forms(request, record)
        data = take(request.POST, request.POST.getlist(TAKE), seen.sheet, form, formsets)
        data[OPENED] = request.POST[SEEN]
        data.setlist(TAKE, [])
        request.POST = data  # type: ignore[assignment]
        return seen

    def fresh_forms(self, request: HttpRequest, record: Any) -> tuple[Any, list[Any]]:
        """The form and its rows as opening the page now would show them."""
        looking = copy(request)
        looking.method = "GET"
        form = self.get_form(looking, record, change=True)(instance=record)  # type: ignore[attr-defined]
        formsets = []
        for formset, inline in self.get_formsets_with_inlines(looking, record):  # type: ignore[attr-defined]
            prefix = formset.get_default_prefix()
            given = self.get_formset_kwargs(looking, record, inline, prefix)  # type: ignore[attr-defined]
            formsets.append(formset(**given))
        return form, formsets

    def lock(self, request: HttpRequest, object_id: str) -> None:
        found = self.rows(request, object_id)
        if found is not None:
            list(found.select_for_update(of=("self",)).values_list("pk"))

    def last_number(self, request: HttpRequest, object_id: str) -> int:
        found = self.rows(request, object_id)
        code = found.values_list("code", flat=True).first() if found is not None else None
        return history.last_number(self.opts.model_name, code) if code else 0

    def rows(self, request: HttpRequest, object_id: str) -> Any:
        """The record's row; nothing for an address that cannot be one."""
        field = self.opts.get_field(to_field(request) or self.opts.pk.name)
        try:
            key = field.to_python(unquote(object_id))
        except ValidationError:
            return None
        return self.model._base_manager.filter(**{field.name: key})


def to_field(request: HttpRequest) -> str | None:
    return request.POST.get(TO_FIELD_VAR, request.GET.get(TO_FIELD_VAR))


def newer(record: Any, number: int) -> Any:
    """Who saved since, the last first; without the documents."""
    found = history.revisions(record).filter(number__gt=number).select_related("made_by")
    return found.defer("document").order_by("-number")[:MOST_SAVES]


def same_sheets(one: Sheet, other: Sheet) -> bool:
    if not same_fields(one.own, other.own) or one.rows.keys() != other.rows.keys():
        return False
    return all(
        [row.key for row in rows] == [row.key for row in other.rows[prefix]]
        and all(map(same_fields, values_of(rows), values_of(other.rows[prefix])))
        for prefix, rows in one.rows.items()
    )


def values_of(rows: Any) -> list[Any]:
    return [row.values for row in rows]
