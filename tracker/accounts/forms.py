"""Codes and proofs, as people type them."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .recovery import LENGTH

SIX_DIGITS = re.compile(r"[0-9]{6}")
RECOVERY = re.compile(rf"[a-z0-9]{{{LENGTH}}}")


class CodeField(forms.CharField):
    """A code without the spaces and dashes that make it readable; full-width digits are digits."""

    def __init__(self, *, app: bool, recovery: bool, **options: Any) -> None:
        self.kinds = [SIX_DIGITS] * app + [RECOVERY] * recovery
        self.expected = (
            _("Type the six digits that your app shows, or one of your recovery codes.")
            if app and recovery
            else _("Type the six digits that your app shows.")
            if app
            else _("Type one of your recovery codes: three groups of four letters and digits.")
        )
        attributes = {
            "autocomplete": "one-time-code",
            "autocapitalize": "none",
            "spellcheck": "false",
        }
        if not recovery:
            attributes["inputmode"] = "numeric"
        super().__init__(max_length=60, strip=True, widget=forms.TextInput(attributes), **options)

    def clean(self, value: Any) -> str:
        text = unicodedata.normalize("NFKC", super().clean(value)).lower()
        text = re.sub(r"[\s\-–]", "", text)
        if not any(kind.fullmatch(text) for kind in self.kinds):
            raise ValidationError(self.expected, code="shape")
        return text


class CodeForm(forms.Form):
    """A code from the app."""

    code = CodeField(app=True, recovery=False, label=_("Code from your app"))


class RecoveryForm(forms.Form):
    """A code from the sheet."""

    code = CodeField(app=False, recovery=True, label=_("Recovery code"))


class ProofForm(forms.Form):
    """Password and code once more, before something that a stolen session must not do."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    code = CodeField(app=True, recovery=True, label=_("Code from your app, or a recovery code"))

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        self.user = user
        super().__init__(*args, **options)
