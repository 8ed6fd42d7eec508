"""Operations of the admin: every save that may make a double is asked about first."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from operations.admin.record import RecordAdmin
from operations.admin.typed import editor
from operations.models import Operation, ToldApart

from .form import AsksForTwins


class CatchesTwins(RecordAdmin):
    """The form asks, and each pair told apart is remembered: nobody is asked twice."""

    class Media:
        css = {"all": ("operations/admin/twins.css",)}

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        made = super().get_form(request, *args, **kwargs)
        return type("OperationForm", (AsksForTwins, made), {})

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        super().save_related(request, form, formsets, change)
        for key in form.told:
            tell_apart(form.instance, key, editor(request))


def tell_apart(operation: Operation, key: int, by: Any) -> None:
    first, second = sorted((operation.pk, key))
    ToldApart.objects.get_or_create(first_id=first, second_id=second, defaults={"said_by": by})
