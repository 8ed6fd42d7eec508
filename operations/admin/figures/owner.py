"""What a record's admin passes on to the rows of its figures."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from .inline import FigureInline


class OwnsFigures:
    """Hands an administrator's reason on the main form to every figure below it."""

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> Any:
        given = super().get_formset_kwargs(request, obj, inline, prefix)  # type: ignore[misc]
        if isinstance(inline, FigureInline):
            given["form_kwargs"] = inline.form_kwargs(request)
        return given
