"""Plain fields written without a template each.

A hundred figures have some four thousand fields and fifteen thousand options; Django's templates
write each of them in a fraction of a millisecond, which adds up to seconds. What is not a plain
field still goes through its template.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.forms.utils import flatatt
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe


class Quick(DjangoTemplates):
    """Django's renderer with a short way for inputs, text areas and selects."""

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        short = SHORT.get(template_name)
        if short is not None:
            return short(context["widget"])
        return super().render(template_name, context, request)


def field(widget: dict[str, Any]) -> SafeString:
    value = widget["value"]
    return format_html(
        '<input type="{}" name="{}"{}{}>',
        widget["type"],
        widget["name"],
        "" if value is None else format_html(' value="{}"', value),
        flatatt(widget["attrs"]),
    )


def textarea(widget: dict[str, Any]) -> SafeString:
    return format_html(
        '<textarea name="{}"{}>\n{}</textarea>',
        widget["name"],
        flatatt(widget["attrs"]),
        widget["value"] or "",
    )


def select(widget: dict[str, Any]) -> SafeString:
    groups = "".join(group(heading, options) for heading, options, _place in widget["optgroups"])
    return format_html(
        '<select name="{}"{}>{}</select>',
        widget["name"],
        flatatt(widget["attrs"]),
        mark_safe(groups),  # noqa: S308 - each option was escaped
    )


def group(heading: Any, options: list[dict[str, Any]]) -> str:
    inside = "".join(
        option(str(one["value"]), str(one["label"]), bool(one["selected"])) for one in options
    )
    if not heading:
        return inside
    return f'<optgroup label="{conditional_escape(heading)}">{inside}</optgroup>'


@lru_cache(maxsize=2048)
def option(value: str, label: str, selected: bool) -> str:  # noqa: FBT001 - one of three facts
    mark = " selected" if selected else ""
    return format_html('<option value="{}"{}>{}</option>', value, mark, label)


INPUTS = ("text", "number", "hidden", "checkbox")
SHORT: dict[str, Callable[[dict[str, Any]], SafeString]] = {
    **dict.fromkeys((f"django/forms/widgets/{name}.html" for name in INPUTS), field),
    "django/forms/widgets/textarea.html": textarea,
    "django/forms/widgets/select.html": select,
}
# One for all rows: each renderer reads its templates anew.
QUICK = Quick()
