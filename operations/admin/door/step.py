"""One step through the door: who may take it, what it asks for, what follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.auth.models import User

from .forms import StepForm


@dataclass(frozen=True)
class Step:
    """``run(record, by, answers)`` takes the step and returns what to tell the editor.

    It raises ``problems.Refused``. ``consequence`` says beforehand, in plain words, what
    readers will notice. ``offered`` tells whether the step makes sense for a record now.
    ``needs_another``: whoever wrote the last change does not take it (see ``four_eyes``).
    """

    name: str
    label: Any
    consequence: Any
    permission: str
    run: Callable[[Any, User, dict[str, Any]], Any]
    offered: Callable[[Any], bool]
    form: type[StepForm] = StepForm
    shows_changes: bool = False
    needs_another: bool = False
    confirms: bool = False

    @property
    def asks(self) -> bool:
        """Whether it needs a page of its own: to ask something, or to show what follows."""
        return bool(self.form.base_fields) or self.shows_changes or self.confirms

    @property
    def is_on_what_was_seen(self) -> bool:
        return "seen" in self.form.base_fields

    def open_form(self, record: Any, data: Any = None) -> forms.Form:
        return self.form(data, record=record)
