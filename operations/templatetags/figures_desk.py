"""The fields of the table of figures, written without a template each: there are thousands."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
def cell(one: Any) -> SafeString:
    """A field of the line: its label is read aloud, the heading of the column is seen."""
    return written(one, "cell-label", "")


@register.simple_tag
def labelled(one: Any) -> SafeString:
    """A field below the line, with its label above it; a check box stands before its label."""
    return written(one, "", " checkbox" if one.is_checkbox else "")


def written(one: Any, label_class: str, cell_class: str) -> SafeString:
    errors = one.bound.errors
    return format_html(
        '<div class="cell field-{}{}{}"><label class="{}" for="{}"><span>{}</span>'
        '<span class="visually-hidden">, {}</span></label>{}{}{}</div>',
        one.name,
        " errors" if errors else "",
        cell_class,
        label_class,
        one.bound.id_for_label,
        one.bound.label,
        one.row,
        mark_safe(one.widget),  # noqa: S308 - Django's own widget
        errors or "",
        one.marked,
    )


@register.filter
def without_empty_heading(table: str) -> SafeString:
    """The stock table of rows, whose first heading names nothing, with a plain cell there."""
    return mark_safe(  # noqa: S308 - the stock template
        table.replace('<th class="original"></th>', '<td class="original"></td>')
    )
