"""The form of a colleague: a name, an address, a role; never a password."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import UsernameField
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.db.models import Case, When
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import roles
from .typed import GroupField, UserForm


class RoleField(GroupField):
    """One of the groups that a migration makes."""

    def __init__(self, **options: Any) -> None:
        rank = Case(*(When(name=name, then=n) for n, name in enumerate(roles.ROLES)))
        groups = Group.objects.filter(name__in=roles.ROLES).order_by(rank)
        super().__init__(groups, **options)

    def label_from_instance(self, obj: Any) -> str:
        return str(roles.ROLES[obj.name])


class PersonForm(UserForm):
    """Changes a colleague. What an editor may not change, the admin takes out of it."""

    role = RoleField(
        label=gettext_lazy("Role"),
        required=False,
        widget=forms.RadioSelect,
        blank=False,
        help_text=gettext_lazy(
            "Contributors write drafts and submit them; editors also review and publish; "
            "administrators also look after users."
        ),
    )

    class Meta:
        model = User
        fields = ("username", "first_name", "last_name", "email", "is_active", "is_superuser")
        field_classes = {"username": UsernameField}
        help_texts = {
            "is_active": gettext_lazy(
                "Untick this instead of deleting somebody: the history names them."
            ),
            "is_superuser": gettext_lazy(
                "May do everything, on every page, whatever the role. For whoever runs the server."
            ),
            "email": gettext_lazy("Where a link for a new password is sent."),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if "role" in self.fields and self.instance.pk:
            self.initial.setdefault("role", roles.role_of(self.instance))

    def clean_email(self) -> str:
        address: str = self.cleaned_data["email"]
        others = User.objects.exclude(pk=self.instance.pk)
        if address and others.filter(email__iexact=address).exists():
            raise ValidationError(_("Somebody else has this address."), code="taken")
        return address

    def clean_username(self) -> str:
        name: str = self.cleaned_data["username"]
        if User.objects.exclude(pk=self.instance.pk).filter(username__iexact=name).exists():
            raise ValidationError(_("Somebody has this name already."), code="taken")
        return name

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if "role" not in self.fields or self.errors:
            return data
        superuser = data.get("is_superuser", self.instance.is_superuser)
        if data["role"] is None and not superuser:
            raise ValidationError({"role": _("Choose a role.")}, code="required")
        stays = data.get("is_active", True) and (
            superuser or (data["role"] is not None and data["role"].name == roles.ADMINISTRATOR)
        )
        if self.instance.pk and not stays and roles.is_last_administrator(self.instance):
            raise ValidationError(
                _(
                    "%(name)s is the last administrator: nobody could let people in any more. "
                    "Make somebody else an administrator first."
                )
                % {"name": self.instance.get_username()},
                code="last",
            )
        return data


class NewPersonForm(PersonForm):
    """Adds a colleague, who sets the password by a link."""

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        self.instance.is_staff = True
        self.instance.set_unusable_password()
        return data
