"""Working copies that are ticked in the list, as a file that the import takes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from operations.models import Operation
from operations.sheets import writing

Action = Callable[[Any, HttpRequest, QuerySet[Operation]], HttpResponse]


def exporting(form: str, description: Any) -> Action:
    @admin.action(permissions=["view"], description=description)
    def export(
        model_admin: Any, request: HttpRequest, queryset: QuerySet[Operation]
    ) -> HttpResponse:
        return attached(writing.export(queryset.values_list("code", flat=True), form))

    export.__name__ = f"export_{form.replace('.', '_')}"
    return export


def attached(file: writing.File) -> HttpResponse:
    """A private file: it holds drafts. The admin itself forbids to keep copies of its answers."""
    response = HttpResponse(file.content, content_type=file.media_type)
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response


EXPORTS = (
    exporting("xlsx", _("Export selected as a spreadsheet (XLSX)")),
    exporting("operations.csv", _("Export selected operations as CSV")),
    exporting("figures.csv", _("Export the figures of selected operations as CSV")),
    exporting("json", _("Export selected as JSON")),
)
