"""The record's own columns in the words of its form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import TextChoices
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from operations.codes import Flag, PalermoElement
from operations.wording.changes.values import listed
from operations.wording.codes import label

from .names import Names

CODES: dict[str, type[TextChoices]] = {"flags": Flag, "palermo": PalermoElement}
CHINESE, LANGUAGE = "_zh_hant", "zh-Hant-HK"
# The id is permanent, and the door writes the rest.
UNTOLD = frozenset({"code"})


def columns(model: type[Any], fields: dict[str, Any]) -> Iterator[str]:
    """Names of the columns that are told, in the order of the form."""
    order = {field.name: place for place, field in enumerate(own_fields(model))}
    for name in sorted(fields, key=lambda name: order.get(name, len(order))):
        if is_told(model, name):
            yield name


def own_fields(model: type[Any]) -> list[Any]:
    return [*model._meta.concrete_fields, *model._meta.many_to_many]


def is_told(model: type[Any], name: str) -> bool:
    found = field(model, name)
    return name not in UNTOLD and (found is None or found.editable)


def field(model: type[Any], name: str) -> Any:
    """The column; nothing for one that records had once."""
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist:
        return None


def heading(model: type[Any], name: str) -> str:
    found = field(model, name)
    return str(capfirst(found.verbose_name if found else name))


def language(name: str) -> str:
    return LANGUAGE if name.endswith(CHINESE) else ""


def tongue(key: str) -> str:
    """The language of one side of a bilingual text in a document."""
    return LANGUAGE if key == "zh-Hant" else ""


def words(model: type[Any], name: str, value: Any, names: Names) -> str:
    """A value as the form shows it; empty for nothing."""
    if value in (None, "", []):
        return ""
    found = field(model, name)
    values = value if isinstance(value, list) else [value]
    if found is not None and found.is_relation:
        return listed(names.of(found.related_model, str(each)) for each in values)
    if name in CODES:
        return listed(label(CODES[name], each) for each in values)
    if found is not None and found.choices:
        labels = {str(code): str(text) for code, text in found.flatchoices}
        return labels.get(str(value), str(value))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return listed(map(str, values))
