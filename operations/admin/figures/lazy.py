"""Search fields that become one only when somebody goes there.

A hundred figures have some seven hundred of them; starting all at once keeps a browser busy for
seconds, and asking the database for each label costs as many queries.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple


class Lazy:
    """A stock search field without its weight: the script finds the rest in the table."""

    field: Any
    choices: Any
    # Labels of records by their key, shared by the copies of one field.
    labels: dict[str, str]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.labels = {}

    def build_attrs(self, base: Any, extra: Any = None) -> dict[str, Any]:
        attrs: dict[str, Any] = forms.Widget.build_attrs(self, base, extra)  # type: ignore[arg-type]
        model = self.field.model._meta.model_name
        return {**attrs, "class": "lazy-search", "data-search": f"{model}.{self.field.name}"}

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        """What is chosen, and nothing else; labels known already are not asked for again."""
        chosen = [str(one) for one in value if str(one)]
        unknown = [one for one in chosen if one not in self.labels]
        if unknown:
            self.learn(self.choices.queryset.filter(pk__in=[u for u in unknown if u.isdecimal()]))
        known = [one for one in chosen if one in self.labels]
        blank = [] if self.allow_multiple_selected else [("", "")]  # type: ignore[attr-defined]
        options = [*blank, *((one, self.labels[one]) for one in known)]
        made = [
            self.create_option(name, key, label, bool(key), place, attrs=attrs)  # type: ignore[attr-defined]
            for place, (key, label) in enumerate(options)
        ]
        return [(None, made, 0)]

    def learn(self, records: Any) -> None:
        self.labels.update({str(record.pk): str(record) for record in records})


class LazySearch(Lazy, AutocompleteSelect):
    pass


class LazySearchMultiple(Lazy, AutocompleteSelectMultiple):
    pass
