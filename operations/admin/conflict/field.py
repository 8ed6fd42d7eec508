"""What a form carries along, so that a save can tell what it was opened at."""

from __future__ import annotations

from django import forms

OPENED = "opened"
SEEN = "seen"
TAKE = "take"
# Of the main form, but no part of what the record says.
ABOUT_THE_SAVE = frozenset({OPENED, "revision_note", "privacy_override"})


class OpenedField(forms.CharField):
    """The number of the revision a form was opened at, with what the form held then, sealed."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False)

    def has_changed(self, initial: object, data: object) -> bool:
        """It is no change of the record."""
        return False
