"""Who may manage whom.

The three groups and their permissions are made by a migration of ``operations``; here are only
their names, and the rules on people.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, Group, User
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

ADMINISTRATOR = "Administrator"
ROLES: dict[str, Any] = {
    "Contributor": _("Contributor"),
    "Editor": _("Editor"),
    ADMINISTRATOR: _("Administrator"),
}


def role_of(user: User) -> Group | None:
    """The role of a user; the strongest, should there be several."""
    # All of them, so that a list can fetch them beforehand.
    groups = {group.name: group for group in user.groups.all()}
    return next((groups[name] for name in reversed(ROLES) if name in groups), None)


def role_name(user: User) -> Any:
    """The role in words."""
    if user.is_superuser:
        return _("Superuser")
    role = role_of(user)
    return ROLES[role.name] if role else "–"


def manages_users(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Whether somebody looks after the accounts of others, and so sees who logged in."""
    return isinstance(user, User) and user.is_active and user.has_perm("auth.change_user")


def may_manage(actor: AbstractBaseUser | AnonymousUser, person: User) -> bool:
    """Superusers are touched by superusers only."""
    if not manages_users(actor):
        return False
    return actor.is_superuser or not person.is_superuser  # type: ignore[union-attr]


def may_manage_log_in(actor: AbstractBaseUser | AnonymousUser, person: User) -> bool:
    """Links and resets are for colleagues: for oneself there is a way that asks for proof."""
    return may_manage(actor, person) and actor.pk != person.pk


def administrators() -> QuerySet[User]:
    """Active people who can let others in."""
    strong = Q(is_superuser=True) | Q(groups__name=ADMINISTRATOR)
    return User.objects.filter(strong, is_active=True).distinct()


def is_last_administrator(user: User) -> bool:
    """Whether nobody else could let people in."""
    # Two people who demote each other at once: the second waits here and then sees the first.
    everybody = list(User.objects.select_for_update().filter(pk__in=administrators().values("pk")))
    return [one.pk for one in everybody] == [user.pk]
