"""Whose work the code lists build on."""

from __future__ import annotations

from django.utils.translation import gettext as _


def credit() -> str:
    """The line that CC BY 4.0 asks for, in the active language."""
    return _(
        "Some code lists are those of the Human Trafficking Case Data Standard (HTCDS) of the"
        " International Organization for Migration, licensed under CC BY 4.0; of them only the"
        " lists are used, no field on a person."
    )
