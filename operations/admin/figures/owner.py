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

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        """The table needs the width; the breadcrumbs lead wherever the side bar does."""
        context["is_nav_sidebar_enabled"] = False
        return super().render_change_form(request, context, *args, **kwargs)  # type: ignore[misc]
