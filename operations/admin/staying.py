"""Saving keeps an editor where they were, and says what was saved."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from .mistakes import mistakes

LEAVING = ("_close", "_addanother", "_saveasnew", IS_POPUP_VAR)
PLACE = re.compile(r"[A-Za-z][\w-]{0,100}")


class Staying:
    """“Save” comes back to the form; “Save and close” goes to the list.

    The script tells where the editor was (``_place``, an id of the page) and which rows were
    open (``_open``); without it the form opens at its top.
    """

    opts: Any
    admin_site: Any

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        context["mistakes"] = mistakes(context)
        context["place"] = request.POST.get("_place", "")
        return super().render_change_form(request, context, *args, **kwargs)  # type: ignore[misc]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        super().save_related(request, form, formsets, change)  # type: ignore[misc]
        request.saved_rows = formsets  # type: ignore[attr-defined]

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        return self.remember(request, super().log_addition(request, obj, message))  # type: ignore[misc]

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        return self.remember(request, super().log_change(request, obj, message))  # type: ignore[misc]

    def remember(self, request: HttpRequest, entry: Any) -> Any:
        request.saved_words = entry.get_change_message()  # type: ignore[attr-defined]
        return entry

    def response_add(self, request: HttpRequest, obj: Any, *args: Any, **kwargs: Any) -> Any:
        if stays(request) and self.has_change_permission(request, obj):  # type: ignore[attr-defined]
            return self.back_to_form(request, obj)
        return super().response_add(request, obj, *args, **kwargs)  # type: ignore[misc]

    def response_change(self, request: HttpRequest, obj: Any) -> Any:
        if stays(request) and self.has_view_or_change_permission(request, obj):  # type: ignore[attr-defined]
            return self.back_to_form(request, obj)
        return super().response_change(request, obj)  # type: ignore[misc]

    def back_to_form(self, request: HttpRequest, obj: Any) -> HttpResponse:
        words = {"record": str(obj), "changes": getattr(request, "saved_words", "")}
        messages.success(request, _("“%(record)s” was saved. %(changes)s") % words)
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        address = reverse(name, args=[obj.pk], current_app=self.admin_site.name)
        return HttpResponseRedirect(address + self.where(request))

    def where(self, request: HttpRequest) -> str:
        """Query and fragment that lead back to the same place, under its new numbers."""
        moved: dict[str, str] = {}
        for formset in getattr(request, "saved_rows", ()):
            moved |= getattr(formset, "moved", dict)()
        place = request.POST.get("_place", "")
        opened = [moved.get(row, "") for row in request.POST.get("_open", "").split(",")]
        asked = {"open": ",".join(filter(None, opened)), "rows": request.POST.get("_rows", "")}
        query = urlencode({name: value for name, value in asked.items() if value}, safe=",")
        place = moved.get(place, place)
        fragment = f"#{place}" if PLACE.fullmatch(place) else ""
        return (f"?{query}" if query else "") + fragment


def stays(request: HttpRequest) -> bool:
    return not any(name in request.POST for name in LEAVING)
