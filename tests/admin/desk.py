"""Filling in a form of the admin as a browser does: what the page holds, and what is typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.forms import BaseForm, MultiWidget
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from operations import publishing


def address(model: str, action: str = "change", *args: Any) -> str:
    return reverse(f"admin:operations_{model}_{action}", args=args)


@dataclass
class Page:
    """A form as the browser holds it; ``figure`` and ``row`` add rows as the buttons do."""

    client: Client
    url: str
    data: dict[str, Any] = field(default_factory=dict)
    blanks: dict[str, dict[str, Any]] = field(default_factory=dict)

    def fill(self, **typed: Any) -> Page:
        self.data |= typed
        return self

    def row(self, prefix: str, **typed: Any) -> int:
        """Add a row; returns its place, counted from 1, as its heading says."""
        count = int(self.data[f"{prefix}-TOTAL_FORMS"])
        values = {**self.blanks[prefix], **typed}
        self.data |= {f"{prefix}-{count}-{name}": value for name, value in values.items()}
        self.data[f"{prefix}-TOTAL_FORMS"] = count + 1
        return count + 1

    def change_row(self, prefix: str, place: int, **typed: Any) -> Page:
        self.data |= {f"{prefix}-{place - 1}-{name}": value for name, value in typed.items()}
        return self

    def save(self, button: str = "_save") -> Any:
        return self.client.post(self.url, {**self.data, button: "1"})

    @classmethod
    def open(cls, client: Client, url: str) -> Page:
        response: Any = client.get(url)
        assert response.status_code == 200
        page = cls(client, url, held(response.context["adminform"].form))
        for inline in response.context["inline_admin_formsets"]:
            formset = inline.formset
            page.data |= held(formset.management_form)
            for form in formset.forms:
                page.data |= held(form)
            blank = held(formset.empty_form)
            start = f"{formset.prefix}-__prefix__-"
            page.blanks[formset.prefix] = {k.removeprefix(start): v for k, v in blank.items()}
        return page


def seen(record: Any) -> dict[str, str]:
    """What the form of a step carries: what its page showed, as the record is now."""
    return {"seen": str(publishing.reviewed(record))}


def held(form: BaseForm) -> dict[str, Any]:
    """What a browser would send of a form nobody touched."""
    values: dict[str, Any] = {}
    for bound in form:
        value = bound.field.prepare_value(bound.value())
        if value is None or value is False:
            continue
        if isinstance(bound.field.widget, MultiWidget):
            widget: Any = bound.field.widget
            parts = value if isinstance(value, list) else widget.decompress(value)
            names = (f"{bound.html_name}{suffix}" for suffix in widget.widgets_names)
            texts = (w.format_value(v) for w, v in zip(widget.widgets, parts, strict=True))
            values |= dict(zip(names, texts, strict=True))
            continue
        values[bound.html_name] = [str(v) for v in value] if isinstance(value, list) else value
    return values


def errors(response: HttpResponse) -> str:
    """Everything that the page complains about, as one text."""
    context: Any = response.context  # type: ignore[attr-defined]
    return "\n".join(str(error) for error in context["errors"])
