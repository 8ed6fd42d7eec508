"""Django's classes as the type checker knows them: generic there, not at run time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.http import HttpRequest

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
    StackedInline = admin.StackedInline[Any, Any]
    TabularInline = admin.TabularInline[Any, Any]
    ModelForm = forms.ModelForm[Any]
    ModelChoiceField = forms.ModelChoiceField[Any]
    InlineFormSet = forms.BaseInlineFormSet[Any, Any, Any]
else:
    ModelAdmin = admin.ModelAdmin
    StackedInline = admin.StackedInline
    TabularInline = admin.TabularInline
    ModelForm = forms.ModelForm
    ModelChoiceField = forms.ModelChoiceField
    InlineFormSet = forms.BaseInlineFormSet

__all__ = [
    "InlineFormSet",
    "ModelAdmin",
    "ModelChoiceField",
    "ModelForm",
    "StackedInline",
    "TabularInline",
    "editor",
]


def editor(request: HttpRequest) -> User:
    """Who is at the desk; the admin lets nobody else this far."""
    if not isinstance(request.user, User):
        raise TypeError("the admin answers logged-in editors only")
    return request.user
