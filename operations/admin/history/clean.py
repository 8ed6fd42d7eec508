"""Cleaning the private history after a redaction: revisions are blanked, never removed."""

from __future__ import annotations

import json
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from operations import history, roles
from operations.admin.typed import editor

from . import page
from .forms import CleanForm, FindForm
from .held import redacted


class CleansHistory:
    """A record's admin whose private history can be cleaned by those who may redact."""

    admin_site: Any
    opts: Any

    def get_urls(self) -> list[URLPattern]:
        name, view = f"{self.opts.app_label}_{self.opts.model_name}", self.admin_site.admin_view
        address = "<path:object_id>/history/clean/"
        own = path(address, view(self.clean_view), name=f"{name}_clean")
        return [own, *super().get_urls()]  # type: ignore[misc]

    def clean_url(self, request: HttpRequest, record: Any) -> str:
        """Where those go who may; empty for others."""
        may = editor(request).has_perm(roles.REDACT)
        return page.address(self, record, "clean") if may else ""

    def clean_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = page.record_of(self, request, object_id)
        if not editor(request).has_perm(roles.REDACT):
            raise PermissionDenied
        numbers = list(standing(record).values_list("number", flat=True))
        if request.method != "POST":
            return self.clean_page(request, record, CleanForm(numbers=numbers), FindForm())
        if "find" in request.POST:
            return self.find(request, record, numbers)
        form = CleanForm(request.POST, numbers=numbers)
        if not form.is_valid():
            return self.clean_page(request, record, form, FindForm())
        self.clean(request, record, form.cleaned_data)
        return HttpResponseRedirect(page.address(self, record, "clean"))

    def find(self, request: HttpRequest, record: Any, numbers: list[int]) -> HttpResponse:
        """Tick the revisions that hold the words."""
        find = FindForm(request.POST)
        if not find.is_valid():
            return self.clean_page(request, record, CleanForm(numbers=numbers), find)
        words = find.cleaned_data["words"]
        found = [each.number for each in standing(record) if holds(each.document, each.note, words)]
        form = CleanForm(numbers=numbers, initial={"numbers": found})
        extra = {"found": found, "is_in_copy": holds(history.snapshot(record), "", words)}
        return self.clean_page(request, record, form, find, extra)

    def clean(self, request: HttpRequest, record: Any, given: dict[str, Any]) -> None:
        by = editor(request)
        with transaction.atomic():
            blanked = history.blank(
                record, given["numbers"], by=by, redaction_class=given["redaction_class"]
            )
            if given["excerpts"]:
                history.blank_overrides(record)
            text = _("Blanked for good: revisions %(numbers)s.") % {
                "numbers": ", ".join(map(str, blanked))
            }
            self.log_change(request, record, text)  # type: ignore[attr-defined]
        messages.success(request, text)

    def clean_page(
        self,
        request: HttpRequest,
        record: Any,
        form: CleanForm,
        find: FindForm,
        extra: dict[str, Any] | None = None,
    ) -> HttpResponse:
        gone = redacted(record)
        made_from: dict[int, list[int]] = {}
        for each in gone:
            if each.revision is not None:
                made_from.setdefault(each.revision.number, []).append(each.edition.number)
        if not form.is_bound:
            form.initial.setdefault("numbers", sorted(made_from))
        revisions = history.revisions(record).select_related("made_by", "blanked_by")
        context = {
            "title": _("Clean the private history"),
            "held": gone,
            "form": form,
            "find": find,
            "rows": [
                (revision, made_from.get(revision.number, []), ticked(form, revision.number))
                for revision in revisions.defer("document").order_by("-number")
            ],
            "overrides": history.overridden(record).count(),
            **(extra or {}),
        }
        return page.answer(self, request, record, "clean", context)


def standing(record: Any) -> Any:
    """Revisions that hold a text, the last first."""
    return history.revisions(record).filter(blanked_at=None).order_by("-number")


def holds(content: Any, note: str, words: str) -> bool:
    """Whether the words stand anywhere in it, capitals and small letters alike."""
    text = f"{json.dumps(content, ensure_ascii=False)} {note}".casefold()
    return json.dumps(words, ensure_ascii=False)[1:-1].casefold() in text


def ticked(form: CleanForm, number: int) -> bool:
    return str(number) in map(str, form["numbers"].value() or ())
