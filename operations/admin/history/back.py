"""The way back: a page that shows what would change, and the step itself."""

from __future__ import annotations

from copy import copy
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from operations import history, importing
from operations.admin.typed import editor
from operations.models import Source, Term
from operations.problems import Refused
from operations.wording import revisions as wording

from . import page
from .forms import RevertForm


class GoesBack:
    """A record's admin that can make the record what it was."""

    admin_site: Any
    opts: Any

    def get_urls(self) -> list[URLPattern]:
        name, view = f"{self.opts.app_label}_{self.opts.model_name}", self.admin_site.admin_view
        address = "<path:object_id>/history/<int:number>/revert/"
        own = path(address, view(self.revert_view), name=f"{name}_revert")
        return [own, *super().get_urls()]  # type: ignore[misc]

    def revert_view(self, request: HttpRequest, object_id: str, number: int) -> HttpResponse:
        record = page.record_of(self, request, object_id)
        if not self.has_change_permission(request, record):  # type: ignore[attr-defined]
            raise PermissionDenied
        if request.method != "POST":
            return self.revert_page(request, record, number)
        form = RevertForm(request.POST)
        if form.is_valid():
            try:
                return self.revert(request, record, number, form.cleaned_data)
            except Refused as refused:
                for reason in refused.reasons:
                    messages.error(request, reason)
        return self.revert_page(request, record, number, form["note"].value())

    def revert(
        self, request: HttpRequest, record: Any, number: int, given: dict[str, Any]
    ) -> HttpResponse:
        was = copy(record)
        with transaction.atomic():
            self.lock(request, str(record.pk))  # type: ignore[attr-defined]
            revision = importing.revert(
                record, number, by=editor(request), note=given["note"], last=given["last"] or 0
            )
            record.refresh_from_db()
            if revision is not None:
                self.after_going_back(request, record, was)
        words = {"number": number}
        if revision is None:
            messages.info(
                request, _("The working copy says already what revision %(number)s said.") % words
            )
        else:
            words["new"] = revision.number
            text = _(
                "The working copy is as in revision %(number)s again, saved as revision %(new)s."
            )
            messages.success(request, text % words)
        return HttpResponseRedirect(page.address(self, record, "change"))

    def after_going_back(self, request: HttpRequest, record: Any, was: Any) -> None:
        """As after any save; ``was`` is the record as it stood before."""
        self.after_saving(request, record, change=True)  # type: ignore[attr-defined]

    def revert_page(
        self, request: HttpRequest, record: Any, number: int, note: str = ""
    ) -> HttpResponse:
        """What would change now; the form knows which revision that was worked out from."""
        last = history.last_number(history.record_name(record), record.code)
        revision = page.revision_of(record, number)
        now = history.snapshot(record)
        names = wording.Names([now, revision.document])
        told = []
        if not revision.is_blanked:
            then = importing.reverted(record, revision)
            told = wording.differences(type(record), now, then, names)
        context = {
            "title": _("Go back to revision %(number)s") % {"number": number},
            "revision": revision,
            "form": RevertForm(initial={"last": last, "note": note}),
            "told": told,
            "missing": importing.missing(record, revision),
            "quoted": isinstance(record, Source | Term),
        }
        return page.answer(self, request, record, "revert", context)
