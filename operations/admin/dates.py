"""Dates as they are typed, with what they say in words beneath."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, JsonResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from operations.dates import DateError, date_validator, suggestion, worded

LONGEST = 200


def reading(request: HttpRequest) -> JsonResponse:
    """What a date says, or what is wrong with it; asked by the script while somebody types."""
    return JsonResponse(read(request.GET.get("text", "")[:LONGEST]))


def read(text: str) -> dict[str, str]:
    typed = text.strip()
    if not typed:
        return {"words": "", "problem": ""}
    try:
        return {"words": worded(typed), "problem": ""}
    except DateError as error:
        return {"words": "", "problem": suggestion(typed) or str(error)}


class DateText(forms.TextInput):
    """A field for an EDTF text; the words below it are written by the server at first."""

    def __init__(self, attrs: Any = None) -> None:
        super().__init__(
            {"data-date": "", "autocomplete": "off", "spellcheck": "false", **(attrs or {})}
        )

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        field = super().render(name, value, attrs, renderer)
        said = read(str(value or ""))
        owner = (attrs or {}).get("id", name)
        return format_html(
            '{}<output class="date-words{}" for="{}" id="{}_words">{}</output>',
            field,
            " problem" if said["problem"] else "",
            owner,
            owner,
            said["words"] or said["problem"],
        )


def is_date(db_field: Any) -> bool:
    return date_validator in getattr(db_field, "validators", ())
