"""Codes as readers read them."""

from __future__ import annotations

from django.db.models import TextChoices


def label(choices: type[TextChoices], code: str | None) -> str:
    """The label of a code; the code itself when an old edition holds one that is unknown now."""
    if not code:
        return ""
    return str(dict(choices.choices).get(code, code))
