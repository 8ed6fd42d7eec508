"""Django's generic classes, which only the type checker knows to be generic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.contrib import admin
from django.contrib.auth import admin as auth_admin
from django.contrib.auth.models import Group, User

if TYPE_CHECKING:
    from typing import Any

    ModelAdmin = admin.ModelAdmin[Any]
    UserAdmin = auth_admin.UserAdmin[User]
    UserForm = forms.ModelForm[User]
    GroupField = forms.ModelChoiceField[Group]
else:
    ModelAdmin = admin.ModelAdmin
    UserAdmin = auth_admin.UserAdmin
    UserForm = forms.ModelForm
    GroupField = forms.ModelChoiceField

__all__ = ["GroupField", "ModelAdmin", "UserAdmin", "UserForm"]
