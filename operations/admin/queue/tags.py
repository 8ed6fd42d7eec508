"""The queue in the template of the admin's first page."""

from __future__ import annotations

from typing import Any

from django import template

from operations.admin.typed import editor

from .section import Waiting, waiting
from .sections import SECTIONS

register = template.Library()


@register.simple_tag(takes_context=True)
def what_waits(context: template.Context) -> list[Waiting]:
    request: Any = context["request"]
    return list(waiting(SECTIONS, editor(request)))
