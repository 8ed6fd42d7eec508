"""Terms and sources that public documents quote: a save changes these, so editors save them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from operations import publishing, roles

from .typed import ModelAdmin, editor


class QuotedByReaders(ModelAdmin):
    """Leaves the change of what readers see to those who may publish; others read it."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if not super().has_change_permission(request, obj):
            return False
        return obj is None or not self.is_out_of_reach(request, obj)

    def is_out_of_reach(self, request: HttpRequest, record: Any) -> bool:
        return not editor(request).has_perm(roles.PUBLISH) and is_quoted(request, record)

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        record = kwargs.get("obj")
        if record is not None and self.is_out_of_reach(request, record):
            context["why_read_only"] = _(
                "Published documents quote this, and saving it would change them at once. So an"
                " editor has to change it; tell one what is wrong."
            )
        return super().render_change_form(request, context, *args, **kwargs)


def is_quoted(request: HttpRequest, record: Any) -> bool:
    """Asked once a request: the admin asks for a permission at every turn."""
    answers: dict[Any, bool] = request.__dict__.setdefault("quoted", {})
    if record not in answers:
        answers[record] = publishing.is_quoted(record)
    return answers[record]
