"""Keys of the records that documents name by id, read once."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from operations.models import Operation, Source


class Keys:
    """Made after new operations and sources are written."""

    def __init__(self) -> None:
        self._terms: dict[type[Any], dict[str, int]] = {}

    def term(self, model: type[Any], code: str) -> int:
        if model not in self._terms:
            self._terms[model] = dict(model._default_manager.values_list("code", "pk"))
        return self._terms[model][code]

    def operation(self, code: str) -> int:
        return self._operations[code]

    def source(self, code: str) -> int:
        return self._sources[code]

    @cached_property
    def _operations(self) -> dict[str, int]:
        return dict(Operation.objects.values_list("code", "pk"))

    @cached_property
    def _sources(self) -> dict[str, int]:
        return dict(Source.objects.values_list("code", "pk"))
