"""Addresses behind the form of a source: look-ups as JSON, checks, and the kept copies."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import URLValidator
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    JsonResponse,
)
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_POST

from operations.models import Archive, Source, SourceLookup
from operations.models.base import URL_LENGTH
from operations.sources import archiving, checking, looking_up, tasks

from .record import RecordAdmin
from .source_desk import may_read_copies, may_remove
from .source_proposals import proposals
from .typed import editor

is_address = URLValidator(schemes=["http", "https"])


class ReasonForm(forms.Form):
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=300)


class SourceViews(RecordAdmin):
    """Each asks for its permission itself; nothing here is public."""

    def get_urls(self) -> list[URLPattern]:
        def named(route: str, view: Any, name: str) -> URLPattern:
            made: URLPattern = path(
                route, self.admin_site.admin_view(view), name=f"operations_source_{name}"
            )
            return made

        return [
            named("look-up/", require_POST(self.look_up_view), "look_up"),
            named("look-up/<int:key>/", require_GET(self.looked_up_view), "looked_up"),
            named("<path:object_id>/check/", require_POST(self.check_view), "check"),
            named("<path:object_id>/as-read/", require_POST(self.as_read_view), "as_read"),
            named("<path:object_id>/copies/<int:key>/", require_GET(self.copy_view), "copy"),
            named(
                "<path:object_id>/copies/<int:key>/quote/", require_POST(self.quote_view), "quote"
            ),
            named("<path:object_id>/copies/<int:key>/remove/", self.remove_view, "remove_copy"),
            *super().get_urls(),
        ]

    def look_up(self, request: HttpRequest, url: str) -> SourceLookup | None:
        """Ask for a look-up; nothing for what is no address, or when nothing is fetched."""
        try:
            is_address(url)
        except ValidationError:
            return None
        if not settings.FETCH_SOURCES or len(url) > URL_LENGTH:
            return None
        lookup = looking_up.ask(url, editor(request))
        if lookup.done_at is None:
            tasks.look_up.enqueue(lookup.pk)
            lookup.refresh_from_db()
        return lookup

    def may_type(self, request: HttpRequest) -> bool:
        return self.has_add_permission(request) or self.has_change_permission(request)

    def look_up_view(self, request: HttpRequest) -> HttpResponse:
        if not self.may_type(request):
            raise PermissionDenied
        lookup = self.look_up(request, request.POST.get("url", "").strip())
        if lookup is None:
            return JsonResponse({"state": "refused", "message": refusal()}, status=400)
        return JsonResponse(state(lookup))

    def looked_up_view(self, request: HttpRequest, key: int) -> HttpResponse:
        if not self.may_type(request):
            raise PermissionDenied
        lookup = SourceLookup.objects.filter(pk=key).first()
        if lookup is None:
            raise Http404
        return JsonResponse(state(lookup))

    def check_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        source = self.changeable(request, object_id)
        if not settings.FETCH_SOURCES:
            messages.error(request, _("This installation does not fetch pages."))
        elif not source.url:
            messages.error(request, _("This source has no address."))
        else:
            task = tasks.check_source.using(priority=tasks.SOON)
            task.enqueue(source.pk, editor(request).pk)
            messages.success(request, _("The address is being checked; look again in a minute."))
        return self.back(source)

    def as_read_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        source = self.changeable(request, object_id)
        if checking.read_as_it_is(source):
            text = _("From now on “changed” means: other than it is now.")
            messages.success(request, text)
            self.log_change(request, source, text)
        else:
            messages.error(request, _("No check has read a text at this address yet."))
        return self.back(source)

    def copy_view(self, request: HttpRequest, object_id: str, key: int) -> HttpResponseBase:
        if not may_read_copies(request):
            raise PermissionDenied
        archive = self.copy(request, object_id, key)
        try:
            stream = archiving.path_of(archive).open("rb")
        except OSError as error:
            raise Http404(_("The file is not there.")) from error
        name = archive.file.replace("/", "-")
        said = _("Downloaded a kept copy: %(name)s") % {"name": name}
        self.log_change(request, archive.source, said)
        response = FileResponse(
            stream, as_attachment=True, filename=name, content_type="application/warc"
        )
        response["X-Content-Type-Options"] = "nosniff"
        response["Cache-Control"] = "no-store"
        return response

    def quote_view(self, request: HttpRequest, object_id: str, key: int) -> HttpResponse:
        source = self.changeable(request, object_id)
        if not may_read_copies(request):
            raise PermissionDenied
        renewed = archiving.quote(self.copy(request, object_id, key), editor(request))
        text = ngettext(
            "The copy is quoted now, in %(n)s published document.",
            "The copy is quoted now, in %(n)s published documents.",
            renewed,
        )
        messages.success(request, text % {"n": renewed})
        return self.back(source)

    def remove_view(self, request: HttpRequest, object_id: str, key: int) -> HttpResponse:
        if not may_remove(request):
            raise PermissionDenied
        archive = self.copy(request, object_id, key)
        form = ReasonForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            archiving.remove(archive)
            said = {"sha256": archive.sha256[:12], "reason": form.cleaned_data["reason"]}
            text = _("Removed the kept copy %(sha256)s: %(reason)s") % said
            self.log_change(request, archive.source, text)
            messages.success(request, text)
            return self.back(archive.source)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": archive.source,
            "archive": archive,
            "form": form,
            "title": _("Remove a kept copy"),
            "back": reverse("admin:operations_source_change", args=[archive.source_id]),
            "media": self.media,
        }
        return TemplateResponse(request, "operations/admin/remove_copy.html", context)

    def changeable(self, request: HttpRequest, object_id: str) -> Source:
        source: Source | None = self.get_object(request, unquote(object_id))
        if source is None:
            raise Http404
        if not self.has_change_permission(request, source):
            raise PermissionDenied
        return source

    def copy(self, request: HttpRequest, object_id: str, key: int) -> Archive:
        source: Source | None = self.get_object(request, unquote(object_id))
        copies = Archive.objects.filter(kept=True, source=source).select_related("source")
        archive = copies.filter(pk=key).first() if source else None
        if archive is None:
            raise Http404
        return archive

    def back(self, source: Source) -> HttpResponse:
        return HttpResponseRedirect(reverse("admin:operations_source_change", args=[source.pk]))


def refusal() -> str:
    if not settings.FETCH_SOURCES:
        return _("This installation does not fetch pages.")
    return _("Paste a whole address, with https:// in front.")


def state(lookup: SourceLookup) -> dict[str, Any]:
    """A look-up for the script of the form."""
    found = proposals(lookup)
    if lookup.done_at is None:
        words, message = "waiting", _("The page is being looked up.")
    elif found:
        words, message = "found", _("What was found stands beside the fields.")
    else:
        words, message = "nothing", lookup.get_outcome_display()
    return {
        "state": words,
        "message": message,
        "address": reverse("admin:operations_source_looked_up", args=[lookup.pk]),
        "proposals": {field: proposal.as_json() for field, proposal in found.items()},
    }
