"""A place as one types it: its code or its name, with all places offered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from operations.admin.typed import ModelChoiceField
from operations.models import Place

LIST_ID = "figures-places"


class Places:
    """All places, read once a request however many rows ask."""

    @cached_property
    def all(self) -> list[Place]:
        return list(Place.objects.order_by("code"))

    @cached_property
    def by_word(self) -> dict[str, Place]:
        """By row id, name and code; a code goes before another's name."""
        found = {str(place.pk): place for place in self.all}
        found |= {name.casefold(): place for place in self.all for name in words(place)}
        return found | {place.code.casefold(): place for place in self.all}

    def find(self, text: object) -> Place | None:
        return self.by_word.get(str(text).strip().casefold())


def words(place: Place) -> Iterable[str]:
    return filter(None, (place.name_en, place.name_zh_hant, *place.aliases))


class PlaceField(ModelChoiceField):
    """A text field beside which the browser offers every place; faster than a search a row."""

    default_error_messages = {
        "unknown": _(
            "“%(value)s” is no place of the vocabulary. Expected a code or name, such as hk, mo or"
            " cn.gd."
        )
    }

    def __init__(self, places: Places, **kwargs: Any) -> None:
        self.places = places
        attrs = {"list": LIST_ID, "size": 8, "autocomplete": "off"}
        super().__init__(queryset=Place.objects.all(), **kwargs)
        self.widget = forms.TextInput(attrs=attrs)

    def prepare_value(self, value: Any) -> Any:
        if value in self.empty_values:
            return value
        place = value if isinstance(value, Place) else self.places.find(value)
        return value if place is None else place.code

    def to_python(self, value: Any) -> Place | None:
        if value in self.empty_values:
            return None
        place = value if isinstance(value, Place) else self.places.find(value)
        if place is None:
            message = self.error_messages["unknown"]
            raise ValidationError(message, code="unknown", params={"value": value})
        return place

    def has_changed(self, initial: Any, data: Any) -> bool:
        before, now = (self.prepare_value(given) or "" for given in (initial, data))
        return bool(before != now)
