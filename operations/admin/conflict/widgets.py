"""The values of a form field as a browser sends them, untouched or typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.http import QueryDict

from .sheet import Values

ON = "on"


def untouched(bound: forms.BoundField) -> Values:
    """What would be sent of a field that nobody touched."""
    widget, value = bare(bound.field), bound.value()
    if isinstance(widget, forms.MultiWidget):
        parts: list[Any] = widget.decompress(value) or []
        written = (
            each.format_value(part) for each, part in zip(widget.widgets, parts, strict=True)
        )
        return tuple(str(part or "") for part in written)
    if isinstance(widget, forms.CheckboxInput):
        return (ON,) if widget.check_test(value) else ()
    return shown(widget, value)


def typed(field: forms.Field, name: str, data: QueryDict) -> Values:
    """What was sent under ``name``, as the page would show it again.

    A place may be typed as its name and is shown as its code: to compare, both are the code.
    """
    widget = bare(field)
    if isinstance(widget, forms.MultiWidget):
        return tuple(data.get(each, "") for each in names(field, name))
    if isinstance(widget, forms.CheckboxInput):
        return (ON,) if widget.value_from_datadict(data, {}, name) else ()  # type: ignore[arg-type]
    value = widget.value_from_datadict(data, {}, name)
    return shown(widget, field.prepare_value(field.bound_data(value, None)))


def shown(widget: Any, value: Any) -> Values:
    written = widget.format_value(value)
    if isinstance(written, list):
        return ordered(widget, (str(each) for each in written))
    return ("" if written is None else str(written),)


def put(data: QueryDict, name: str, values: Values, field: forms.Field | None) -> None:
    """Send ``values`` under ``name``. An empty text is sent as such: left out, it would stay."""
    sent = names(field, name) if field else [name]
    if len(sent) > 1:
        for each, value in zip(sent, values or ("",) * len(sent), strict=False):
            data[each] = value
    elif any(values) or not takes_several(field):
        data.setlist(name, list(values) or [""])
        if isinstance(bare(field), forms.CheckboxInput) and not any(values):
            del data[name]
    else:
        data.pop(name, None)


def names(field: forms.Field, name: str) -> list[str]:
    suffixes = getattr(bare(field), "widgets_names", [""])
    return [f"{name}{suffix}" for suffix in suffixes]


def bare(field: forms.Field | None) -> Any:
    """The widget itself, without the admin's links around it."""
    widget = field.widget if field else None
    return widget.widget if isinstance(widget, RelatedFieldWidgetWrapper) else widget


def takes_several(field: forms.Field | None) -> bool:
    return bool(getattr(bare(field), "allow_multiple_selected", False))


def ordered(widget: Any, values: Iterable[str]) -> Values:
    """Choices in one order, for theirs means nothing; anything else as it came."""
    several = getattr(widget, "allow_multiple_selected", False)
    return tuple(sorted(values) if several else values)
