"""Whether a row has the documented shape, before anything is made of it.

A shape is ``str``, ``int``, ``float`` (any number) or ``bool``; ``[shape]`` for a list;
``{"key": shape}`` for an object, where ``"key?"`` may be missing; ``Nullable(shape)``; or
``Reference()``, an id alone or an object with one, as working files and documents write it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

Shape = Any

WORDS = {
    str: gettext_lazy("a text"),
    int: gettext_lazy("a whole number"),
    float: gettext_lazy("a number"),
    bool: gettext_lazy("true or false"),
    list: gettext_lazy("a list"),
    dict: gettext_lazy("an object"),
}


@dataclass(frozen=True)
class Nullable:
    shape: Shape


@dataclass(frozen=True)
class Reference:
    """An id or nothing."""


def fit(value: Any, shape: Shape, path: str = "") -> Any:
    """``value`` without the keys that ``shape`` does not know; ``ValidationError`` names the spot.

    Unknown keys are those that documents carry for their readers, such as names beside ids.
    """
    if isinstance(shape, Nullable):
        return None if value is None else fit(value, shape.shape, path)
    if isinstance(shape, Reference):
        return identifier(value, path)
    if isinstance(shape, list):
        expect(value, list, path)
        return [fit(item, shape[0], f"{path}[{i}]") for i, item in enumerate(value)]
    if isinstance(shape, dict):
        expect(value, dict, path)
        return fit_object(value, shape, path)
    expect(value, shape, path)
    return storable(value, path) if shape is str else value


def fit_object(value: dict[str, Any], shape: dict[str, Shape], path: str) -> dict[str, Any]:
    found = {}
    for marked, inner in shape.items():
        key = marked.removesuffix("?")
        spot = f"{path}.{key}" if path else key
        if key in value:
            found[key] = fit(value[key], inner, spot)
        elif key == marked:
            raise ValidationError(_("“%(spot)s” is missing.") % {"spot": spot})
    return found


def identifier(value: Any, path: str) -> str | None:
    given = value.get("id", 0) if isinstance(value, dict) else value
    if given is None:
        return None
    expect(given, str, path)
    return storable(given, path)


def expect(value: Any, kind: type, path: str) -> None:
    kinds = (int, float) if kind is float else (kind,)
    # True is an int to Python, and not to anybody else.
    if not isinstance(value, kinds) or (isinstance(value, bool) and kind is not bool):
        words = {"spot": path, "expected": WORDS[kind]}
        raise ValidationError(_("“%(spot)s” is not %(expected)s.") % words)


def storable(text: str, path: str) -> str:
    """JSON can write a null character or half a surrogate pair; no database takes them."""
    if "\0" in text or any("\ud800" <= char <= "\udfff" for char in text):
        raise ValidationError(_("“%(spot)s” holds a character that is no text.") % {"spot": path})
    return text
